"""Counts over time as a run of bars one line high."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Facet


def bars(months: Sequence[Facet], width: int, glyphs: str) -> str:
    """The months from oldest to newest, a character each (months without articles too), at most `width` of them.

    `months` are facets such as ("2025-10", 8) in any order; where they span more months than fit, the oldest are
    left out.
    """
    counts = {_number(facet.value): facet.count for facet in months if _is_month(facet.value)}
    if not counts or width < 1:
        return ""
    last = max(counts)
    first = max(min(counts), last - width + 1)
    most = max(counts.values())
    return "".join(_bar(counts.get(month, 0), most, glyphs) for month in range(first, last + 1))


def _bar(count: int, most: int, glyphs: str) -> str:
    if not count:
        return " "
    return glyphs[max(0, round(count / most * len(glyphs)) - 1)]


def _is_month(value: str) -> bool:
    year, _, month = value.partition("-")
    return year.isdigit() and month.isdigit() and 1 <= int(month) <= 12


def _number(value: str) -> int:
    year, _, month = value.partition("-")
    return int(year) * 12 + int(month) - 1
