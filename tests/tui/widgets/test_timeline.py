"""Counts over months as bars."""

from __future__ import annotations

from index.model import Facet
from tui.widgets.glyphs import UNICODE
from tui.widgets.timeline import bars


def test_the_most_frequent_month_is_the_highest_and_months_between_are_empty() -> None:
    months = [Facet("2026-03", 8), Facet("2026-01", 1)]
    assert bars(months, 12, UNICODE.bars) == "▁ █"


def test_crosses_the_turn_of_the_year() -> None:
    assert len(bars([Facet("2025-12", 1), Facet("2026-01", 1)], 12, UNICODE.bars)) == 2


def test_a_bar_stands_for_several_months_where_there_is_no_room_for_each() -> None:
    assert bars([Facet("2026-01", 4), Facet("2026-02", 4), Facet("2026-06", 4)], 3, UNICODE.bars) == "█ ▄"


def test_the_oldest_and_the_newest_are_always_there() -> None:
    drawn = bars([Facet("1998-01", 9), Facet("2026-01", 9)], 24, UNICODE.bars)
    assert (drawn[0], drawn[-1], len(drawn) <= 24) == ("█", "█", True)


def test_days_are_drawn_as_months_are() -> None:
    assert bars([Facet("2026-02-28", 8), Facet("2026-03-02", 4)], 12, UNICODE.bars) == "█ ▄"


def test_nothing_is_drawn_of_nothing() -> None:
    assert bars([], 12, UNICODE.bars) == ""
