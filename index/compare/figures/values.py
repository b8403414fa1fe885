"""The exact figures of an article, for asking whether it has one anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.compare.figures.measures import compatible, is_exact, measure
from index.model import Quantity

SMALL = 20  # a count up to here one can get wrong by any factor, and meet anywhere


class Values:
    """Each value, unit, rate and direction once, by what it measures."""

    def __init__(self, figures: Iterable[Quantity]) -> None:
        distinct = {(q.low, q.high, q.unit, q.per, q.change): q for q in filter(is_exact, figures)}.values()
        self._alike: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
        for quantity in distinct:
            self._alike[_kind(quantity)].append(quantity)
        self._large = frozenset(quantity.low for quantity in distinct if quantity.low > SMALL)
        self._bare = frozenset(quantity.low for quantity in distinct if not quantity.unit)

    def __contains__(self, quantity: Quantity) -> bool:
        """Whether the article has a figure, be it rounded or, if it is large, without its unit."""
        if quantity.low in self._large and (not quantity.unit or quantity.low in self._bare):
            return True
        return any(compatible(quantity, other) for other in self._alike.get(_kind(quantity), ()))


def _kind(quantity: Quantity) -> tuple[str, str]:
    measured = measure(quantity)
    return measured.dimension, measured.per
