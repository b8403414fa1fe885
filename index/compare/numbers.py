"""Where two passages give different figures for one thing."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Quantity
from index.text.words import stem

NEAR = 0.02  # figures closer than this are one figure rounded differently


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval that a figure leaves open: "at least 5" has no upper bound, "about 100" is 90 to 110."""
    low, high = min(quantity.low, quantity.high), max(quantity.low, quantity.high)
    if quantity.change == ">":
        return low, float("inf")
    if quantity.change == "<":
        return float("-inf"), high
    if quantity.change == "~":
        return low - abs(low) / 10, high + abs(high) / 10
    return low, high


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether both figures can be true of the same thing, allowing for rounding."""
    (low, high), (least, most) = bounds(a), bounds(b)
    if low <= most and least <= high:
        return True
    return abs(a.low - b.low) <= NEAR * max(abs(a.low), abs(b.low))


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two figures measure the same kind of thing: the same unit, or the same noun counted."""
    if a.unit or b.unit:
        return (a.unit, a.per) == (b.unit, b.per)
    return bool(a.noun) and _head(a.noun) == _head(b.noun) and a.per == b.per


def conflicts(
    mine: Sequence[Quantity], theirs: Sequence[Quantity], all_mine: Sequence[Quantity], all_theirs: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """Pairs of figures for one thing that cannot both be right.

    Only where each side has exactly one figure of that kind in the passage, and neither article has the
    other's value anywhere.
    """
    found = []
    for a in mine:
        rivals = [b for b in theirs if comparable(a, b)]
        siblings = [other for other in mine if comparable(a, other)]
        if len(rivals) == len(siblings) == 1 and not _known(a, all_theirs) and not _known(rivals[0], all_mine):
            found.append((a, rivals[0]))
    return found


def _known(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    return any(comparable(quantity, other) and compatible(quantity, other) for other in others)


def _head(noun: str) -> str:
    """The counted thing without what qualifies it: "tonnes of soybeans" are tonnes, "police officers" officers."""
    return stem(noun.split(" of ")[0].split(" ")[-1])
