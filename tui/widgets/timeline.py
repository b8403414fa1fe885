"""Counts over time as a run of bars one line high."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from index.model import Facet


def bars(times: Sequence[Facet], width: int, glyphs: str) -> str:
    """The time from the oldest to the newest month, or day (those without articles too), in at most `width` characters,
    each as many of them as it takes for all to fit.

    `times` are facets such as ("2025-10", 8), or all of them such as ("2025-10-31", 2), in any order.
    """
    counts = {_number(facet.value): facet.count for facet in times}
    if not counts or width < 1:
        return ""
    first, span = min(counts), max(counts) - min(counts) + 1
    each = -(-span // width)
    sums = [0] * -(-span // each)
    for number, count in counts.items():
        sums[(number - first) // each] += count
    return "".join(_bar(count, max(sums), glyphs) for count in sums)


def _bar(count: int, most: int, glyphs: str) -> str:
    if not count:
        return " "
    return glyphs[max(0, round(count / most * len(glyphs)) - 1)]


def _number(value: str) -> int:
    """Months or days since some beginning."""
    year, month, *day = value.split("-")
    return date.fromisoformat(value).toordinal() if day else int(year) * 12 + int(month) - 1
