"""Dates and counts as they are said on screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime

_HOST = re.compile(r"(?:[\w-]+\.)*(?!(?:com|co|org|net|ac|gov)\.)([\w-]+)(?:\.(?:com|co|org|net|ac|gov))?\.[a-z]{2,}")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(moment: datetime | date | None) -> str:
    """A day such as "30 Oct 2025", in UTC as it is searched for, the same in every locale; "undated" for None."""
    if moment is None:
        return "undated"
    moment = in_utc(moment) if isinstance(moment, datetime) else moment
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def in_utc(moment: datetime) -> datetime:
    """A moment as it is shown and searched for."""
    return moment.astimezone(UTC)


def days(first: datetime | None, last: datetime | None) -> str:
    """A span of days, with what both ends share said once: "28–30 Oct 2025"."""
    first, last = (each and in_utc(each) for each in (first, last))
    if first is None or last is None or first.date() == last.date():
        return day(first or last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def outlet(source: str) -> str:
    """The name of a source, or a word for one that has none."""
    return source or "unknown source"


def briefly(names: Sequence[str]) -> list[str]:
    """Names of outlets for little room: of an address the part that names its owner, where that tells them apart."""
    short = [_owner(name) for name in names]
    return [own if short.count(own) == names.count(name) else name for own, name in zip(short, names, strict=True)]


def _owner(name: str) -> str:
    found = _HOST.fullmatch(name)
    return found[1] if found else name


def dated(value: str) -> str:
    """A month such as "Oct 2025" from "2025-10", a day such as "3 Oct 2025" from "2025-10-03"."""
    year, month, *days = value.split("-")
    return " ".join([*(day.lstrip("0") for day in days), _MONTHS[int(month) - 1], year])


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 article", "12,000 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
