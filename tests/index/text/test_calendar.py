"""Stretches of days, at the ends of months and years and of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from index.text import calendar

LEAP = date(2024, 2, 29)


def test_a_month_beyond_december_is_one_of_the_next_year() -> None:
    assert calendar.month(2024, 14) == (date(2025, 2, 1), date(2025, 2, 28))
    assert calendar.month(2024, 0) == (date(2023, 12, 1), date(2023, 12, 31))


def test_winter_runs_into_the_next_year() -> None:
    assert calendar.months(2023, 12, 3) == (date(2023, 12, 1), LEAP)


@pytest.mark.parametrize(
    ("unit", "count", "first", "last"),
    [
        ("day", -1, date(2024, 2, 28), date(2024, 2, 28)),
        ("week", 0, date(2024, 2, 26), date(2024, 3, 3)),
        ("weekend", -1, date(2024, 2, 24), date(2024, 2, 25)),
        ("month", 1, date(2024, 3, 1), date(2024, 3, 31)),
        ("quarter", -1, date(2023, 10, 1), date(2023, 12, 31)),
        ("year", -1, date(2023, 1, 1), date(2023, 12, 31)),
        ("decade", 0, date(2020, 1, 1), date(2029, 12, 31)),
        ("century", -1, date(1901, 1, 1), date(2000, 12, 31)),
    ],
)
def test_a_period_is_counted_from_the_one_that_holds_the_day(unit: str, count: int, first: date, last: date) -> None:
    assert calendar.period(unit, LEAP, count) == (first, last)


@pytest.mark.parametrize(("side", "day"), [(-1, date(2024, 2, 22)), (0, date(2024, 2, 29)), (1, date(2024, 3, 7))])
def test_a_weekday_is_the_nearest_before_on_or_behind(side: int, day: date) -> None:
    assert calendar.weekday(3, LEAP, side) == (day, day)


def test_days_that_do_not_exist_are_none() -> None:
    assert calendar.day(2023, 2, 29) is None
    assert calendar.period("century", LEAP, 100) is None
    assert calendar.stretch("year", LEAP, 1e9) is None
