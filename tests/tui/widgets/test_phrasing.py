"""Dates and counts in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.widgets.phrasing import briefly, count, dated, day, days


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_day_and_no_day() -> None:
    assert day(at("2026-05-03")) == "3 May 2026"
    assert day(None) == "undated"


def test_a_day_is_that_on_which_it_is_found() -> None:
    late = datetime.fromisoformat("2026-03-08T23:30:00-05:00")
    assert day(late) == "9 Mar 2026"
    assert days(late, at("2026-03-09")) == "9 Mar 2026"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-05-03", "2026-05-03", "3 May 2026"),
        ("2026-05-03", "2026-05-09", "3–9 May 2026"),
        ("2026-04-30", "2026-05-02", "30 Apr – 2 May 2026"),
        ("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
    ],
)
def test_a_span_says_what_both_ends_share_once(first: str, last: str, said: str) -> None:
    assert days(at(first), at(last)) == said


def test_months_and_counts() -> None:
    assert dated("2026-05") == "May 2026"
    assert dated("2026-05-03") == "3 May 2026"
    assert count(1, "story", "stories") == "1 story"
    assert count(12000, "article") == "12,000 articles"


def test_addresses_are_shortened_to_their_owner_where_that_tells_them_apart() -> None:
    assert briefly(["www.bbc.co.uk", "St. Ives Echo", "quay.example"]) == ["bbc", "St. Ives Echo", "quay"]
    towns = ["north.quay.example", "south.quay.example"]
    assert briefly(towns) == towns
    assert briefly(["quay.example", "quay.example"]) == ["quay", "quay"]
