"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

# The most frequent function words, which make up a third of running text. Words that several languages
# share are listed with each of them: the sum decides.
_FREQUENT = {
    "en": "the of and to in that is was for on with as by at from it has have are were this be not but which said",
    "de": "der die das und in den von zu mit im des auf für ist nicht ein eine als auch es an sich "
    "werden aus dem hat wird sind",
    "fr": "le la les de des du et en un une est que qui dans pour par sur au pas plus ce il avec ne se sont a été aux",
    "es": "el la los las de del y en un una que es por con para se su al lo como más no ha sus pero fue este",
    "it": "il la di che e un una in del della per con non sono è da dei le gli si al alla nel come più ha anche",
    "pt": "o a os as de da do dos das e em um uma que não para com por se na no foi ao mais é são pelo como",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door naar heeft uit wordt maar",
    "sv": "och att det i en på är som för med av den till inte ett har de om var från men sig kan efter vid",
    "da": "og at det i en på er som for med af den til ikke et har de om var fra men sig kan efter ved blev",
    "nb": "og at det i en på er som for med av den til ikke et har de om var fra men seg kan etter ved ble",
    "fi": "ja on ei että se oli hän mutta kun ovat myös joka tai ole sen mukaan kuin vain ollut jos niin",
    "pl": "i w na z do się nie że jest to o po za od jak ale przez dla są był która który oraz przy ma",
    "cs": "a v na se že je to s z do o za ve pro jako ale by po jsou byl podle který od které už však",
    "hu": "a az és hogy nem is egy meg volt de ez csak már mint szerint még van után vagy azt lesz ki",
    "ro": "și în de la a cu pe din că nu o este un pentru care mai au fost sunt se au prin sau între",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi ne kadar en sonra var ancak oldu dedi olduğu",
    "id": "yang dan di ini itu dengan untuk dari dalam tidak akan pada juga ke karena oleh ada telah sebagai",
    "vi": "và của là có trong được cho không với các một những này người đã để khi về tại từ đến",
    "ca": "el la els les de del i en un una que és per amb es al no com més ha seva però són va",
}
_WORDS: dict[str, tuple[str, ...]] = {}
for _language, _list in _FREQUENT.items():
    for _word in _list.split():
        _WORDS[_word] = (*_WORDS.get(_word, ()), _language)

# Scripts that decide, or nearly; the letters after a colon are used by one language of the script only.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[а-яА-ЯёЁ]")),
    ("fa", re.compile("[پچژگ]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
# A letter that decides between languages of one script is rare in each text; of a script itself a fifth is needed,
# or English about China would be Chinese. Japanese has at least a tenth of kana.
_SHARE = {"uk": 0.01, "fa": 0.01, "ja": 0.1}
_SCRIPT_SHARE = 0.2
_SAMPLE = 2000
_WORD = re.compile(r"[^\W\d_]+")
# Fewer hits, a smaller share of the words (lists of names and scores), or a lead of less than this factor decide
# nothing.
_MIN_HITS = 3
_MIN_SHARE = 0.12
_LEAD = 1.2


def detect(text: str) -> str:
    """The language of `text` as a BCP 47 tag, or "" where the text is too short or too mixed to say.

    >>> detect("The minister said that the talks were a success for both of the countries.")
    'en'
    """
    sample = text[:_SAMPLE]
    script = "" if sample.isascii() else _by_script(sample)
    if script:
        return script
    hits: Counter[str] = Counter()
    words = _WORD.findall(sample.lower())
    counts = Counter(words)
    for word in counts.keys() & _WORDS.keys():
        for language in _WORDS[word]:
            hits[language] += counts[word]
    best = hits.most_common(2)
    if not best or best[0][1] < max(_MIN_HITS, _MIN_SHARE * len(words)):
        return ""
    return best[0][0] if len(best) == 1 or best[0][1] >= _LEAD * best[1][1] else ""


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample)) or 1
    for language, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) >= _SHARE.get(language, _SCRIPT_SHARE) * letters:
            return language
    return ""


def tag(declared: str) -> str:
    """A declared language as a BCP 47 tag in its usual case, or "" if it is none.

    >>> tag("EN_us")
    'en-US'
    """
    parts = declared.strip().replace("_", "-").split("-")
    if not re.fullmatch(r"[A-Za-z]{2,3}", parts[0]) or parts[0].lower() in ("und", "mul", "zxx"):
        return ""
    region = [part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}|\d{3}", part)]
    return "-".join([parts[0].lower(), *region[:1]])


def decide(text: str, declared: str) -> str:
    """The language of `text`: as declared if the words don't speak against it, else as found in the words."""
    stated, found = tag(declared), detect(text)
    return stated if stated and (not found or stated.split("-")[0] == found) else found or stated
