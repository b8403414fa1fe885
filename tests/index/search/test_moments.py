"""Dates in queries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search import moments
from index.search.tree import Dates

NOW = datetime(2026, 3, 31, 15, 30, tzinfo=UTC)


def day(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2025-10-31", day(2025, 10, 31), day(2025, 11, 1)),
        ("2025-10", day(2025, 10, 1), day(2025, 11, 1)),
        ("2025", day(2025, 1, 1), day(2026, 1, 1)),
        ("2025-2-3", day(2025, 2, 3), day(2025, 2, 4)),
        ("2024-02", day(2024, 2, 1), day(2024, 3, 1)),
        ("2025-10-01..2025-10-31", day(2025, 10, 1), day(2025, 11, 1)),
        ("2024-11..2025-01", day(2024, 11, 1), day(2025, 2, 1)),
        ("2025-10-01..", day(2025, 10, 1), None),
        ("..yesterday", None, day(2026, 3, 31)),
        ("today", day(2026, 3, 31), day(2026, 4, 1)),
        ("Yesterday", day(2026, 3, 30), day(2026, 3, 31)),
        ("..9999-12-31", None, None),
    ],
)
def test_a_date_covers_whole_days(text: str, first: datetime | None, end: datetime | None) -> None:
    assert moments.span(text, NOW) == Dates(first, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "2025-13",
        "2025-0",
        "2025-00-01",
        "0000",
        "2025-02-30",
        "25-10",
        "soon",
        "2025-10-31..2025-10-01",
        "2025-10-02..2025-10-01",
        "..x",
    ],
)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert moments.span(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("6h", datetime(2026, 3, 31, 9, 30, tzinfo=UTC)),
        ("0d", day(2026, 3, 31)),
        ("3d", day(2026, 3, 28)),
        ("2W", day(2026, 3, 17)),
        ("1m", day(2026, 2, 28)),
        ("1y", day(2025, 3, 31)),
        ("2025-10-01", day(2025, 10, 1)),
        ("yesterday", day(2026, 3, 30)),
        ("2025-10", day(2025, 10, 1)),
        ("2025", day(2025, 1, 1)),
    ],
)
def test_an_age_divides_newer_from_older(text: str, start: datetime) -> None:
    assert moments.newer(text, NOW) == Dates(start, None)
    assert moments.older(text, NOW) == Dates(None, start)


@pytest.mark.parametrize("text", ["", "2", "w", "2x", "-1d", "9999y", "99999d"])
def test_what_is_no_age_is_not_guessed(text: str) -> None:
    assert moments.newer(text, NOW) is None


def test_days_are_those_of_the_readers_zone() -> None:
    east = datetime(2026, 3, 31, 1, tzinfo=timezone(timedelta(hours=9)))
    found = moments.span("today", east)
    assert found == Dates(datetime(2026, 3, 30, 15, tzinfo=UTC), datetime(2026, 3, 31, 15, tzinfo=UTC))


@given(st.text(alphabet="0123456789-.hdwmy") | st.text())
def test_no_text_is_too_strange(text: str) -> None:
    for read in (moments.span, moments.newer, moments.older):
        found = read(text, NOW)
        assert found is None or isinstance(found, Dates)
