"""Reads the dates that a query may hold: days, months, years, ranges and ages."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta

from index.search.tree import Dates

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?-?")
_AGE = re.compile(r"(\d{1,4})([hdwmy])", re.IGNORECASE)
_NAMED = {"today": 0, "yesterday": 1}


def span(text: str, now: datetime) -> Dates | None:
    """The days that the value of `date:` covers, in the time zone of `now`; None where it cannot be read.

    >>> span("2025-10", datetime(2025, 11, 1, tzinfo=UTC)).first.date()
    datetime.date(2025, 10, 1)
    """
    first, dots, last = text.partition("..")
    begin, end = _days(first, now), _days(last if dots else first, now)
    if (first and not begin) or (last and not end) or not (begin or end):
        return None
    found = Dates(_moment(begin[0], now) if begin else None, _after(end[1], now) if end else None)
    return None if found.first and found.end and found.end <= found.first else found


def newer(text: str, now: datetime) -> Dates | None:
    """What the value of `newer:` covers: the last so many hours, days, weeks, months or years, or all since a day."""
    start = _ago(text, now) or _start(text, now)
    return Dates(start, None) if start else None


def older(text: str, now: datetime) -> Dates | None:
    """What the value of `older:` covers: all before that long ago, or before a day."""
    start = _ago(text, now) or _start(text, now)
    return Dates(None, start) if start else None


def _days(text: str, now: datetime) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day as written."""
    if text.casefold() in _NAMED:
        day = now.date() - timedelta(days=_NAMED[text.casefold()])
        return day, day
    match = _DAY.fullmatch(text)
    if not match:
        return None
    year, month, day_of_month = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        return None
    return first, first if day_of_month else _last_day(first, whole_year=month is None)


def _last_day(first: date, *, whole_year: bool) -> date:
    month = 12 if whole_year else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _start(text: str, now: datetime) -> datetime | None:
    days = _days(text, now)
    return _moment(days[0], now) if days else None


def _ago(text: str, now: datetime) -> datetime | None:
    """So long before now; whole days begin at midnight, so that a search stays the same all day."""
    match = _AGE.fullmatch(text)
    if not match:
        return None
    count, unit = int(match[1]), match[2].lower()
    if unit == "h":
        return (now - timedelta(hours=count)).astimezone(UTC)
    if unit in "dw":
        return _moment(now.date() - timedelta(days=count * (7 if unit == "w" else 1)), now)
    return _months_ago(count * (12 if unit == "y" else 1), now)


def _months_ago(count: int, now: datetime) -> datetime | None:
    """The same day so many months ago, or that month's last."""
    year, month = divmod(now.year * 12 + now.month - 1 - count, 12)
    if year < 1:
        return None
    day = min(now.day, calendar.monthrange(year, month + 1)[1])
    return _moment(date(year, month + 1, day), now)


def _after(day: date, now: datetime) -> datetime | None:
    """Midnight at the end of a day; None for the last day of the calendar."""
    return None if day == date.max else _moment(day + timedelta(days=1), now)


def _moment(day: date, now: datetime) -> datetime:
    try:
        return datetime.combine(day, time(), now.tzinfo).astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, time(), UTC)
