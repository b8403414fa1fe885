"""Stretches of days: a month, a week, a year, so many of them ago."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]  # first and last day, both inclusive
LENGTHS = {  # of units, in days
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "weekend": 7.0,
    "month": 30.44,
    "quarter": 91.31,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, northern hemisphere


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or None where there is no such date."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found


def month(year: int, number: int) -> Days:
    """A whole month; months beyond 12 or below 1 run on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Days:
    """Several months in a row, as quarters and seasons are."""
    return month(year, first)[0], month(year, first + count - 1)[1]


def years(first: int, count: int = 1) -> Days:
    """Whole years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def week(of: date) -> Days:
    """The week, Monday to Sunday, that holds a day."""
    monday = of - timedelta(of.weekday())
    return monday, monday + timedelta(6)


def weekday(number: int, anchor: date, side: int) -> Days:
    """The nearest such weekday: -1 before the anchor, 0 on it or before, 1 after it."""
    back = (anchor.weekday() - number) % 7
    found = anchor + timedelta(7 - back) if side > 0 else anchor - timedelta(back or (7 if side < 0 else 0))
    return found, found


def _days(anchor: date, count: int) -> Days:
    found = anchor + timedelta(count)
    return found, found


PERIODS: dict[str, Callable[[date, int], Days]] = {
    "day": _days,
    "night": _days,
    "week": lambda anchor, count: week(anchor + timedelta(7 * count)),
    "fortnight": lambda anchor, count: week(anchor + timedelta(14 * count)),
    "weekend": lambda anchor, count: (
        week(anchor + timedelta(7 * count))[0] + timedelta(5),
        week(anchor + timedelta(7 * count))[1],
    ),
    "month": lambda anchor, count: month(anchor.year, anchor.month + count),
    "quarter": lambda anchor, count: months(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * count, 3),
    "year": lambda anchor, count: years(anchor.year + count),
    "decade": lambda anchor, count: years(anchor.year // 10 * 10 + 10 * count, 10),
    "century": lambda anchor, count: years((anchor.year - 1) // 100 * 100 + 1 + 100 * count, 100),
}


def period(unit: str, anchor: date, count: int) -> Days | None:
    """The day, week, month … that lies `count` of them after the anchor's own; None outside the calendar."""
    try:
        return PERIODS[unit](anchor, count)
    except (ValueError, OverflowError):
        return None


def stretch(unit: str, anchor: date, count: float) -> Days | None:
    """From the anchor back (negative) or on by so many units; None outside the calendar."""
    try:
        other = anchor + timedelta(round(count * LENGTHS[unit]))
    except OverflowError:
        return None
    return min(anchor, other), max(anchor, other)
