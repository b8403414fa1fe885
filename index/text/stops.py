"""Whether a full stop, question or exclamation mark ends its sentence.

Decided by the word before the mark and the word after it, with lists of abbreviations and of words that start
sentences, in the manner of Mikheev ("Periods, Capitalized Words, etc.", Computational Linguistics 28, 2002).
"""

from __future__ import annotations

import re

from index.text.lists import sections

# A run of stops with what closes after it. Each run is tried once only (look-behind, possessive), for linear time.
STOP = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>["'”’»)\]]*+(?:\[\d{1,3}\])*+(?:\ (?:["”]|'')(?=\s|$))?)(?=\s|$|[A-Z“‘])
      | (?P<wide>[。！？｡．]++[」』”’）》】]*+)
      | (?P<other>[।॥؟۔።]++["”’»)]*+)""",
    re.VERBOSE,
)
NEXT = re.compile(r"""\s*+(?P<open>["'“‘«(\[–—¿¡-]*+)\s?(?P<word>\w*(?:['’]\w+)?)""")
CONTINUES = frozenset(".!?…,;:)%<")  # marks that no sentence starts with
CLOSING_QUOTES = frozenset("\"'”’»")
OPENING_QUOTES = frozenset("\"'“‘«")
QUOTED_SPEECH_GOES_ON = frozenset("とっだではがをのに、，")  # behind 」 in Japanese: the quotation is an object
EXCLAIMED_NAMES = frozenset({"yahoo", "jeopardy", "e"})
SPEAKER = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,5}(?:said|says|asked|asks|told|wrote|tweeted|shouted|yelled|cried|replied|added|joked)\b"
)
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
LIST_MARK = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")
OPENERS = re.compile(r""".*[(\["'“‘«—–/]""")
LOOK_BACK = 60  # characters before a stop in which its word and the one before are looked for

_ABBREVIATIONS = {title: frozenset(entries) for title, entries in sections("abbreviations").items()}
_TITLES = _ABBREVIATIONS["titles"]
_LATIN = _ABBREVIATIONS["latin"]
_NUMBERED = _ABBREVIATIONS["before a number"]
_CLOCK = _ABBREVIATIONS["clock"]
_AFTER_CLOCK = _ABBREVIATIONS["after the clock"]
_STATES = _ABBREVIATIONS["states"]
_CAPITALISED = _ABBREVIATIONS["capitalised, perhaps final"] | _STATES
_GRADED = _ABBREVIATIONS["graded"]
_PERHAPS = _ABBREVIATIONS["perhaps final"]
_STARTERS = frozenset(sections("starters")["starters"])


def ends(text: str, first: int, mark: re.Match[str], end: int, *, cased: bool) -> bool:
    """Whether the match `mark` of `STOP` ends the sentence that began at `first` in a paragraph up to `end`.

    Where the text is not `cased`, a small letter behind the mark says nothing.
    """
    if mark["stop"] is None:
        return not (mark[0][-1] in "」』" and text[mark.end() : mark.end() + 1] in QUOTED_SPEECH_GOES_ON)
    after = NEXT.match(text, mark.end(), end)
    assert after is not None  # every part of it may be empty
    word = after["word"]
    if not word:
        return after.end() >= end or text[after.end()] not in CONTINUES
    if cased and word.islower() and not after["open"].startswith("["):
        return False
    if not text[mark.end()].isspace():
        return _space_lost(text, mark.start(), word)
    if mark["stop"][-1] in "!?":
        return _exclamation(text, first, mark, after)
    if len(mark["stop"]) > 1 or mark["stop"] == "…":
        return mark.start() > first
    return not CLOSING_QUOTES.isdisjoint(mark["close"]) or _point(text, first, mark.start(), after)


def _space_lost(text: str, stop: int, following: str) -> bool:
    """A plain word, its stop, and at once a word that starts sentences."""
    return text[max(0, stop - 3) : stop].islower() and _starts(following)


def _exclamation(text: str, first: int, mark: re.Match[str], after: re.Match[str]) -> bool:
    """A question or exclamation ends its sentence unless the speaker follows, or it belongs to a name."""
    if not CLOSING_QUOTES.isdisjoint(mark["close"]):
        return not SPEAKER.match(text, after.start("word"))
    _, word = _words_before(text, first, mark.start())
    if word.lower() in EXCLAIMED_NAMES:
        return _starts(after["word"])
    return bool(word) or text[mark.start() - 1] != "("


def _point(text: str, first: int, stop: int, after: re.Match[str]) -> bool:
    """Whether a single point ends the sentence, or only an abbreviation, an initial or a list number."""
    previous, word = _words_before(text, first, stop)
    following = after["word"]
    if stop - len(word) == first and LIST_MARK.fullmatch(word):
        return False
    lowered = word.lower()
    if lowered in _LATIN or (lowered in _TITLES and not word.islower()):
        return False
    if lowered in _CLOCK:
        return following.lower() not in _AFTER_CLOCK and "(" not in after["open"]
    if lowered in _NUMBERED and following[0].isdigit():
        return False
    if lowered in _STATES and previous.endswith(","):
        return "(" not in after["open"]
    return not _abbreviated(previous, word, lowered) or _starts_anew(text, after)


def _abbreviated(previous: str, word: str, lowered: str) -> bool:
    """Whether the word is one that is written with a point within sentences; not the letter of "plan B"."""
    if len(word) == 1:
        return word.isalpha() and word != "I" and previous.lower() not in _GRADED
    if lowered in _PERHAPS or DOTTED.fullmatch(word):
        return True
    return lowered in _CAPITALISED and not word.islower()


def _starts_anew(text: str, after: re.Match[str]) -> bool:
    """Whether what follows an abbreviation starts a sentence: a quotation, or a word that seldom does else."""
    if not OPENING_QUOTES.isdisjoint(after["open"]):
        return True
    return _starts(after["word"]) and text[after.end() : after.end() + 1] != "."


def _starts(word: str) -> bool:
    return word.lower().replace("’", "'") in _STARTERS


def _words_before(text: str, first: int, stop: int) -> tuple[str, str]:
    """The word at a stop, without what opens before it or is hyphened to it, and the word before that."""
    before = text[max(first, stop - LOOK_BACK) : stop]
    if not before or before[-1].isspace():
        return "", ""
    words = before.split()
    word = OPENERS.sub("", words[-1])
    if "-" in word and word.lower() not in _TITLES:
        word = word.rpartition("-")[2]
    return (words[-2] if len(words) > 1 else ""), word
