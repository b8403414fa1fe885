"""Where one passage denies what the other says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.compare.likeness.prepared import CONTENT
from index.model import Span
from index.text.rarity import rarity
from index.text.words import spans, stem

ENOUGH = 0.8  # agreement of the words around the denied word
LIGHT_ENOUGH = 2.0  # the same for a word as common as "do" or "get"
REACH = 4  # words from the negation to what it denies

_NEGATION = re.compile(r"not|never|cannot|\w+n't", re.IGNORECASE)
# Words between a negation and what it denies.
_LIGHT = re.compile(
    r"an?|the|be|been|being|ha[sd]|have|do|does|did|to|yet|any|so|very|even|ever|only|also|just|still|is|are|was|were|"
    r"always|quite|almost|likely|as|at|by|in|on|for|of|\w{3,}ly",
    re.IGNORECASE,
)
# "Not only" and "not until" deny nothing, and "not quite three" is nearly three.
_ONLY = re.compile(r"only|until|just|merely|simply|quite|exactly", re.IGNORECASE)
# Other ways to deny; a passage that uses one may well mean what a negation says.
_OTHERWISE = re.compile(
    r"\b(?:no|none|nobody|nothing|neither|nor|without|unless|until|lack\w*|fail\w*|refus\w+|reject\w*|den(?:y|ied|ies)|"
    r"unable|unlikely|hardly|barely|rather|yet to|free (?:of|from)|zero|waiv\w+|exempt\w*|un\w+ed|non-?\w+|"
    r"(?:is|are|was|were|do|does|did|has|have|had|could|would|wo|ca)nt)\b",
    re.IGNORECASE,
)
# What leaves open, earlier in the clause, what a word says.
_OPEN = re.compile(r"\b(?:whether|if|(?:would|could|might) have|not|never|cannot|\w+n['’]t)\b[^,.;:]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Denied:
    """A negation and the word that it denies."""

    span: Span
    word: Span
    stem: str


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of a negation and the word that the other passage affirms, or the other way round.

    Only where the other passage has the very word in like surroundings and denies nothing of its own: a
    paraphrase may turn a negation into another word, and then has none where this one has one.
    """
    mine, theirs = list(_denied(a)), list(_denied(b))
    shared = {one.stem for one in mine} & {other.stem for other in theirs}
    only_mine = [one for one in mine if one.stem not in shared]
    only_theirs = [one for one in theirs if one.stem not in shared]
    if only_mine and not only_theirs and _otherwise(b) <= _otherwise(a):
        return _affirmed(only_mine, a, b)
    if only_theirs and not only_mine and _otherwise(a) <= _otherwise(b):
        return [(there, here) for here, there in _affirmed(only_theirs, b, a)]
    return []


def denies(facts: Facts) -> bool:
    """Whether a passage has a negation, or another way to deny."""
    return bool(_otherwise(facts)) or next(_denied(facts), None) is not None


def _otherwise(facts: Facts) -> set[str]:
    return {found.lower() for found in _OTHERWISE.findall(facts.passage.text)}


def _affirmed(denied: list[_Denied], a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """The first negation of `a` whose word `b` affirms, with that word."""
    for one in denied:
        conditional = _OPEN.search(a.passage.text, 0, one.span.start - a.passage.cell.start)
        for start, end, word in spans(b.passage.text):
            if stem(word) != one.stem or (not conditional and _OPEN.search(b.passage.text, 0, start)):
                continue
            place = Span(b.passage.cell.start + start, b.passage.cell.start + end)
            if agreement(one.word, a.words, place, b.words) >= _needed(one.stem):
                return [(one.span, place)]
    return []


def _needed(denied: str) -> float:
    return ENOUGH if rarity(denied) >= CONTENT else LIGHT_ENOUGH


def _denied(facts: Facts) -> Iterator[_Denied]:
    """Each negation of the passage with the word that it denies."""
    offset = facts.passage.cell.start
    found = [(offset + start, offset + end, word.replace("’", "'")) for start, end, word in spans(facts.passage.text)]
    for place, (start, end, word) in enumerate(found):
        following = found[place + 1 : place + 1 + REACH]
        if _NEGATION.fullmatch(word) and following and not _ONLY.fullmatch(following[0][2]):
            heavy = [other for other in following if not _LIGHT.fullmatch(other[2])]
            for first, last, head in (heavy or following)[:1]:
                yield _Denied(Span(start, end), Span(first, last), stem(head))
