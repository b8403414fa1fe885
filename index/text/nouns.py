"""What a number counts: the phrase behind it, and singulars."""

from __future__ import annotations

from functools import cache

from index.text.lists import sections
from index.text.numbers import HYPHENS, ONES, TENS
from index.text.tokens import Tokens

MOST_WORDS = 4  # of a counted phrase
IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "thieves": "thief",
    "halves": "half",
    "wolves": "wolf",
    "leaves": "leaf",
    "crises": "crisis",
    "analyses": "analysis",
    "criteria": "criterion",
}
PLURALS = frozenset(
    {*IRREGULAR, "police", "personnel", "staff", "cattle", "sheep", "fish", "aircraft", "spacecraft", "troops"}
)
ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "est", "ian", "ish", "ese", "ary")
SINGULAR_ENDINGS = ("'s", "’s", "ss", "us", "is", "ous")


@cache
def function_words() -> frozenset[str]:
    """The closed-class words."""
    return frozenset(sections("function_words")["function words"])


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural."""
    if word in PLURALS or word.endswith(("men", "people", "children")):
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(SINGULAR_ENDINGS)


def singular(word: str) -> str:
    """The singular of a lower-case plural.

    >>> singular("countries")
    'country'
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("children"):
        return word[:-3]
    if not plural(word) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "uses")):
        return word[:-2]
    return word[:-1]


def counted(
    tokens: Tokens, at: int, *, one: bool = False, bare: bool = False, most: int = MOST_WORDS
) -> tuple[str, int]:
    """The phrase that begins at token `at` and names what is counted, and the position behind it.

    It runs to the first plural ("first-team players"); behind `one`, through what looks like adjectives to the
    word after them; where it is `bare` (a substance, "rare earth"), to the end of the run of words. At `most` so
    many words; ("", at) where nothing is counted.
    """
    end, words = at, 0
    while end < len(tokens) and words < most:
        if not _goes_on(tokens, at, end):
            break
        if bare and words and tokens.words[end][0].isupper() and tokens.words[end - 1].islower():
            break
        end, words = end + 1, words + 1
        while _hyphened(tokens, end):
            end += 2
        last = tokens.lower[end - 1]
        if (plural(last) and not bare) or (one and not adjective(last) and not last.endswith(("ed", "ing"))):
            break
    else:
        return _phrase(tokens, at, end if most == 1 or bare else at)
    if end > at and (one or bare or most == 1 or plural(tokens.lower[end - 1])):
        return _phrase(tokens, at, end)
    return "", at


def _goes_on(tokens: Tokens, at: int, end: int) -> bool:
    word = tokens.lower[end]
    if not word[0].isalpha() or word in function_words() or word in ONES or word in TENS:
        return False
    return end == at or not tokens.glued(end)


def _hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen and a word are glued to the word before token `at`."""
    joins = tokens.word(at) in HYPHENS and tokens.glued(at) and tokens.glued(at + 1)
    return joins and tokens.words[at + 1][0].isalpha()


def _phrase(tokens: Tokens, at: int, end: int) -> tuple[str, int]:
    if end == at:
        return "", at
    return " ".join(tokens.text[tokens.starts[at] : tokens.ends[end - 1]].split()), end


def adjective(word: str) -> bool:
    """Whether a lower-case word looks like an adjective."""
    return word in _adjectives() or word.endswith(ADJECTIVE_ENDINGS)


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(sections("function_words")["adjectives"])
