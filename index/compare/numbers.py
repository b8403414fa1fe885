"""Where two passages give different figures for one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.compare.context import agreement
from index.compare.facts import Facts
from index.compare.measures import comparable, compatible, measure
from index.model import Quantity, Span

ENOUGH = 0.8  # agreement of the words around two figures from which they fill one slot

# What is counted up while an event unfolds, so that a later report has more without either being wrong.
_TOLL = re.compile(
    r"\b(?:dead|die[sd]?|deaths?|kill\w*|injur\w*|wound\w*|hurt|missing|casualt\w+|victims?|bodies|toll|"
    r"arrest\w*|detain\w*|rescued?|infect\w+|cases|sick\w*|evacuat\w+|displaced|homeless|votes?)\b",
    re.IGNORECASE,
)


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of figures, one of each passage, that cannot both be right.

    Neither article may have the other's value anywhere, and the figures must fill the same slot better than
    any others.
    """
    rivals = [
        (agreement(mine, a.words, theirs, b.words), mine, theirs)
        for mine in a.passage.quantities
        for theirs in b.passage.quantities
        if comparable(mine, theirs) and not _settled(mine, theirs, a, b)
    ]
    return _best([rival for rival in rivals if rival[0] >= ENOUGH])


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
    """Whether no alarm is due: an article has the other's value somewhere, or a toll has risen since."""
    return _known(mine, b.quantities) or _known(theirs, a.quantities) or _risen(mine, theirs, a, b)


def _known(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    return any(comparable(quantity, other) and compatible(quantity, other) for other in others)


def _risen(mine: Quantity, theirs: Quantity, a: Facts, b: Facts) -> bool:
    if a.published is None or b.published is None or not _TOLL.search(a.passage.text):
        return False
    later = (a.published - b.published).total_seconds()
    more = measure(mine).low - measure(theirs).low
    return not measure(mine).dimension and later * more > 0
