"""Dates by the calendar: "30 October 2025", "Oct. 30", "in May", "2025-10-30", "2019", "the 1990s"."""

from __future__ import annotations

from datetime import date

from index.text import calendar
from index.text.calendar import Days
from index.text.date_mentions import YEARS, Mention, direction, future, year_behind
from index.text.lists import sections
from index.text.tokens import Tokens

_LISTS = sections("dates")
MONTHS = {name: place for place, name in enumerate(_LISTS["months"], 1)}
MONTHS |= {name: place for place, name in enumerate(_LISTS["short months"], 1)} | {"sept": 9}
WEEKDAYS = {name: place for place, name in enumerate(_LISTS["weekdays"])}
BEFORE_MONTH = frozenset(_LISTS["before a month"])
BEFORE_YEAR = frozenset(_LISTS["before a year"])


def month(tokens: Tokens, at: int, anchor: date | None) -> Mention | None:
    """ "30 October 2025", "October 30, 2025", "Oct. 30", "October 2025", "in May"."""
    if not tokens.words[at][0].isupper():
        return None
    number_, end = MONTHS[tokens.lower[at]], at + 1
    if tokens.lower[at] not in _LISTS["months"] and tokens.word(end) == ".":
        end += 1
    first, last, day = _day_of_month(tokens, at, end)
    year, last = year_behind(tokens, last)
    if day:
        return Mention(_weekday_before(tokens, first), last, _day(year, number_, day, anchor, tokens, first))
    if year:
        return Mention(at, last, calendar.month(year, number_))
    side, first = direction(tokens, at)
    if side is None and at and tokens.low(at - 1) not in BEFORE_MONTH:
        return None
    if side is None and at == 0 and tokens.lower[at] in ("may", "march", "mar"):
        return None
    ahead = future(tokens, at) if side is None else side > 0
    return Mention(first, end, _nearest_month(anchor, number_, side, ahead=ahead) if anchor else None)


def _day_of_month(tokens: Tokens, at: int, end: int) -> tuple[int, int, int]:
    """First and last position of the month with its day, and the day (0 without)."""
    behind = tokens.word(end)
    if behind.isdecimal() and 1 <= int(behind) <= 31 and len(behind) <= 2 and tokens.word(end + 1) != ":":
        last = end + 1
        return at, last + (tokens.low(last) in ("st", "nd", "rd", "th") and tokens.glued(last)), int(behind)
    first = at - 1
    if tokens.low(first) == "of":
        first -= 1
    if tokens.low(first) in ("st", "nd", "rd", "th") and tokens.glued(first):
        first -= 1
    before = tokens.word(first)
    if before.isdecimal() and 1 <= int(before) <= 31 and len(before) <= 2:
        return first, end, int(before)
    return at, end, 0


def _weekday_before(tokens: Tokens, first: int) -> int:
    """Where the mention begins with its weekday: "Thursday, 30 October"."""
    place = first - 1 if tokens.word(first - 1) in (",", "the") else first
    return place - 1 if tokens.low(place - 1) in WEEKDAYS else first


def _day(year: int, month: int, day: int, anchor: date | None, tokens: Tokens, first: int) -> Days | None:
    if year:
        return calendar.day(year, month, day)
    if anchor is None:
        return None
    near = [calendar.day(anchor.year + step, month, day) for step in (-1, 0, 1)]
    ahead = future(tokens, first)
    found = [days for days in near if days and (not ahead or days[0] >= anchor)]
    return min(found, key=lambda days: abs(days[0] - anchor), default=None)


def _nearest_month(anchor: date, number_: int, side: int | None, *, ahead: bool) -> Days:
    year = anchor.year
    if ahead and number_ < anchor.month + (side == 1):
        year += 1
    elif not ahead and number_ > anchor.month - (side == -1):
        year -= 1
    return calendar.month(year, number_)


def iso(tokens: Tokens, at: int) -> Mention | None:
    """ "2025-10-30"."""
    parts = tokens.words[at : at + 5]
    if len(parts) < 5 or parts[1] != "-" or parts[3] != "-" or [len(it) for it in parts[::2]] != [4, 2, 2]:
        return None
    if not all(part.isdecimal() for part in parts[::2]):
        return None
    days = calendar.day(int(parts[0]), int(parts[2]), int(parts[4]))
    return Mention(at, at + 5, days) if days else None


def slashed(tokens: Tokens, at: int) -> Mention | None:
    """ "30/10/2025" or "10/30/2025"; unresolved where both readings are possible."""
    parts = tokens.words[at : at + 5]
    if len(parts) < 5 or parts[1] != "/" or parts[3] != "/" or len(parts[4]) != 4:
        return None
    if not all(part.isdecimal() and len(part) <= 4 for part in parts[::2]):
        return None
    one, two, year = (int(part) for part in parts[::2])
    readings = {days for days in (calendar.day(year, two, one), calendar.day(year, one, two)) if days}
    return Mention(at, at + 5, readings.pop() if len(readings) == 1 else None) if readings else None


def year(tokens: Tokens, at: int) -> Mention | None:
    """ "2019", "the 1990s"."""
    word = tokens.words[at]
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS or tokens.glued(at):
        return None
    if tokens.low(at + 1) == "s" and tokens.glued(at + 1) and word.endswith("0"):
        return Mention(at, at + 2, calendar.years(int(word), 100 if word.endswith("00") else 10))
    if tokens.glued(at + 1) and (tokens.words[at + 1][0].isalpha() or tokens.words[at + 1] == "%"):
        return None
    if tokens.low(at - 1) not in BEFORE_YEAR and int(word) not in range(1900, 2100):
        return None
    return Mention(at, at + 1, calendar.years(int(word)))
