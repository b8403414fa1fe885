"""Where two passages give different figures for one thing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from index.compare.context import agreement
from index.compare.facts import Facts
from index.compare.measures import comparable, compatible, is_exact, measure, same_measure
from index.model import Quantity, Span

ENOUGH = 0.5  # agreement of the words around two figures from which they fill one slot
CERTAIN = 2.0  # the same in passages that are only related
OTHER_NOUN = 2.4  # the same where the things counted have different names: "29 nations", "29 countries"

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
    return _best([rival for rival in _rivals(a, b) if rival[0] >= _enough(rival[1], rival[2])])


def certain(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """The same for passages that are only related: the words around the figures must agree well."""
    return _best([r for r in _rivals(a, b) if r[0] >= CERTAIN and comparable(r[1], r[2]) and _labelled(r[1])])


def _rivals(a: Facts, b: Facts) -> list[tuple[float, Quantity, Quantity]]:
    return [
        (agreement(mine, a.words, theirs, b.words), mine, theirs)
        for mine in filter(is_exact, a.passage.figures)
        for theirs in filter(is_exact, b.passage.figures)
        if not _settled(mine, theirs, a, b)
    ]


def _labelled(quantity: Quantity) -> bool:
    return bool(quantity.unit or quantity.noun)


def _enough(mine: Quantity, theirs: Quantity) -> float:
    """The agreement at which two figures are about one thing."""
    if comparable(mine, theirs):
        return ENOUGH
    return OTHER_NOUN if same_measure(mine, theirs) else math.inf


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
    return _known(mine, b.values) or _known(theirs, a.values) or _risen(mine, theirs, a, b)


def _known(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    return any(same_measure(quantity, other) and compatible(quantity, other) for other in others)


def _risen(mine: Quantity, theirs: Quantity, a: Facts, b: Facts) -> bool:
    if a.published is None or b.published is None or not _TOLL.search(a.passage.text):
        return False
    later = (a.published - b.published).total_seconds()
    more = measure(mine).low - measure(theirs).low
    return not measure(mine).dimension and later * more > 0
