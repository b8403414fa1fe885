"""Counts over time as a run of bars one line high."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Facet


def bars(months: Sequence[Facet], width: int, glyphs: str) -> str:
    """The time from the oldest to the newest month (months without articles too) in at most `width` characters, each
    as many months as it takes for all to fit.

    `months` are facets such as ("2025-10", 8) in any order.
    """
    counts = {_number(facet.value): facet.count for facet in months if _is_month(facet.value)}
    if not counts or width < 1:
        return ""
    first, span = min(counts), max(counts) - min(counts) + 1
    each = -(-span // width)
    sums = [0] * -(-span // each)
    for month, count in counts.items():
        sums[(month - first) // each] += count
    return "".join(_bar(count, max(sums), glyphs) for count in sums)


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
