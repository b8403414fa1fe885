"""What a number counts: the phrase behind it, and singulars."""

from __future__ import annotations

from functools import cache

from index.text.lists import sections
from index.text.numbers import HYPHENS
from index.text.tokens import Tokens

MOST_WORDS = 4  # of a counted phrase
IRREGULAR = {
    "people": "person",
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
SINGULAR_ENDINGS = ("ss", "us", "is", "ous")


@cache
def function_words() -> frozenset[str]:
    """The closed-class words."""
    return frozenset(sections("function_words")["function words"])


def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural."""
    if word in PLURALS or word.endswith(("men", "women", "people")):
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
    if not plural(word) or not word.endswith("s"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "uses")):
        return word[:-2]
    return word[:-1]


def counted(tokens: Tokens, at: int, *, one: bool) -> tuple[str, int]:
    """The phrase that begins at token `at` and names what is counted, and the position behind it.

    It runs to the first plural ("first-team players"), or, behind `one`, to the end of the run of words.
    ("", at) where nothing is counted.
    """
    if tokens.word(at) in HYPHENS and tokens.glued(at):
        at += 1
    end, best = at, at
    while end < len(tokens) and end - at < 2 * MOST_WORDS:
        inner = end > at and tokens.words[end - 1] in HYPHENS
        if end > at and tokens.words[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1):
            end += 1
            continue
        word = tokens.lower[end]
        if (
            not word[0].isalpha()
            or (word in function_words() and not inner)
            or (end > at and tokens.glued(end) and not inner)
        ):
            break
        end += 1
        if plural(tokens.lower[end - 1]) and not one:
            best = end
            break
    if one or best == at:
        best = min(end, at + MOST_WORDS) if one else best
    text = tokens.text[tokens.starts[at] : tokens.ends[best - 1]] if best > at else ""
    return text, best
