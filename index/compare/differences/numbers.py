"""Where two passages give different figures for one thing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from index.compare.facts import Facts
from index.compare.figures.amounts import numbered
from index.compare.figures.growth import grown
from index.compare.figures.measures import comparable, is_exact, measure, same_measure
from index.compare.figures.values import SMALL
from index.compare.likeness.context import agreement
from index.model import Quantity, Span

ENOUGH = 0.5  # agreement of the words around two figures from which they fill one slot
CERTAIN = 2.0  # the same in passages that are only related
OTHER_NOUN = 2.4  # the same where the things counted have different names: "29 nations", "29 countries"
FAR = 5.0  # a figure so many times as large is of something else
NEAR = 1.25  # a figure at most so many times as large is hardly by chance beside the other


def conflicts(a: Facts, b: Facts, enough: float = ENOUGH) -> list[tuple[Span, Span]]:
    """Pairs of figures, one of each passage, that cannot both be right.

    Neither article may have the other's value anywhere, and the figures must fill the same slot better than
    any others. `enough` is the agreement of the words around two figures from which they fill one slot.
    """
    return _best(
        [
            (score, mine, theirs)
            for score, mine, theirs in _rivals(a, b)
            if score >= _enough(mine, theirs, enough) and not _settled(mine, theirs, a, b)
        ]
    )


def certain(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """The same for passages that are only related: in each the figure must be the only one of its kind."""
    return _best(
        [
            (score, mine, theirs)
            for score, mine, theirs in _rivals(a, b)
            if score >= CERTAIN
            and comparable(mine, theirs)
            and _alone(mine, a)
            and _alone(theirs, b)
            and not _settled(mine, theirs, a, b)
        ]
    )


def _rivals(a: Facts, b: Facts) -> list[tuple[float, Quantity, Quantity]]:
    """The figures that may be of one thing, with how much the words around them agree."""
    return [
        (agreement(mine, a.words, theirs, b.words), mine, theirs)
        for name, mine in _stated(a)
        for other, theirs in _stated(b)
        if name == other and _slip(mine, theirs) and not _other_harm(mine, theirs, a, b)
    ]


def _other_harm(mine: Quantity, theirs: Quantity, a: Facts, b: Facts) -> bool:
    """Whether one figure is of the hurt and the other of the arrested, or of those seriously hurt."""
    one, other = ({(t.harm, t.part) for t in facts.tolls if t.figure == q} for q, facts in ((mine, a), (theirs, b)))
    return bool(one and other) and one != other


def _stated(facts: Facts) -> Iterator[tuple[str, Quantity]]:
    """The exact figures of a passage, each with what it numbers, "" for an amount."""
    for quantity in filter(is_exact, facts.passage.figures):
        name = numbered(quantity, facts.article)
        if name is not None:
            yield name, quantity


def _alone(quantity: Quantity, facts: Facts) -> bool:
    """Whether it says what it counts, and no other figure of the passage counts the same."""
    labelled = bool(quantity.unit or quantity.noun)
    return labelled and sum(comparable(quantity, other) for other in facts.passage.figures) == 1


def _slip(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one figure may be the other got wrong: of about its size, or with its digits in another unit or scale."""
    if _ratio(mine, theirs) <= FAR or _digits(mine) == _digits(theirs):
        return True
    return max(mine.low, theirs.low) <= SMALL and not (mine.unit or theirs.unit)


def _ratio(mine: Quantity, theirs: Quantity) -> float:
    """How many times as much the larger figure is."""
    small, large = sorted((abs(measure(mine).low), abs(measure(theirs).low)))
    return large / small if small else math.inf


def _digits(quantity: Quantity) -> str:
    return f"{quantity.low:.6e}".split("e")[0]


def _enough(mine: Quantity, theirs: Quantity, enough: float) -> float:
    """The agreement at which two figures are about one thing."""
    if comparable(mine, theirs):
        return ENOUGH if _ratio(mine, theirs) <= NEAR else enough
    return max(enough, OTHER_NOUN) if same_measure(mine, theirs) else math.inf


def _best(rivals: Sequence[tuple[float, Quantity, Quantity]]) -> list[tuple[Span, Span]]:
    """The rivals by agreement, each figure once."""
    chosen: list[tuple[Span, Span]] = []
    used: set[tuple[str, Quantity]] = set()
    for _, mine, theirs in sorted(rivals, key=lambda rival: (-rival[0], rival[1].start, rival[2].start)):
        if ("a", mine) not in used and ("b", theirs) not in used:
            used |= {("a", mine), ("b", theirs)}
            chosen.append((mine, theirs))
    return chosen


def _settled(mine: Quantity, theirs: Quantity, a: Facts, b: Facts) -> bool:
    """Whether no alarm is due: an article has the other's value somewhere, or has more since."""
    if mine in b.values or theirs in a.values or _parts(mine, theirs, a, b):
        return True
    return grown(mine, theirs, (a.published, b.published), a.passage.text)


def _parts(mine: Quantity, theirs: Quantity, a: Facts, b: Facts) -> bool:
    """Whether the two make up, or differ by, a figure that both passages have: "12 of 40", "28 of 40"."""
    values = {measure(q).low for q in a.passage.figures if q.high > 1} & {measure(q).low for q in b.passage.figures}
    one, other = measure(mine).low, measure(theirs).low
    return one + other in values or abs(one - other) in values or (mine.unit == "percentage" and one + other == 100)
