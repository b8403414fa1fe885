"""Where one passage has a word and the other its opposite in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from index.compare.differences.negations import denies
from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.model import Span
from index.text.words import stem

ENOUGH = 1.6  # agreement of the words around two opposites from which they are said of one thing


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """The pair of opposites in the same slot, if neither article has the other's word.

    None where a passage denies something, or counts what the other doesn't: "five backed it" and "three opposed it"
    are both true.
    """
    if _counted(a) != _counted(b):
        return []
    found = [
        (agreement(here, a.words, there, b.words), here, there)
        for here, mine in _words(a, b.vocabulary)
        for there, theirs in _words(b, a.vocabulary)
        if theirs in opposites()[mine]
    ]
    best = max(found, key=_order, default=None)
    if best is None or best[0] < ENOUGH or denies(a) or denies(b):
        return []
    return [best[1:]]


def _counted(facts: Facts) -> frozenset[tuple[str, float]]:
    """The figures of a passage; of rises and falls by a figure the figures themselves tell."""
    return frozenset((q.change if q.change in ("up", "down") else "", q.low) for q in facts.passage.figures)


def _order(found: tuple[float, Span, Span]) -> tuple[float, int, int]:
    score, here, there = found
    return score, -here.start, -there.start


def _words(facts: Facts, other: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """The words of a passage that have opposites and that the `other` article hasn't."""
    for word in facts.words:
        if word.stem in opposites() and word.stem not in other:
            yield Span(word.start, word.end), word.stem


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """For each stem those that it excludes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in (files("index.compare.differences") / "opposites.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            left, right = ({stem(word) for word in side.split()} for side in line.split("|"))
            for one, others in ((left, right), (right, left)):
                for each in one:
                    found[each] |= others
    return {one: frozenset(others) for one, others in found.items()}
