"""Dates by their distance: "Thursday", "last week", "the second quarter", "three months ago", "40 years"."""

from __future__ import annotations

from datetime import date

from index.text import calendar
from index.text.absolute_dates import WEEKDAYS
from index.text.calendar import Days
from index.text.date_mentions import SIDES, Mention, direction, future, year_behind
from index.text.numbers import HYPHENS, number
from index.text.tokens import Tokens

NEARBY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
CLOCK_UNITS = frozenset({"hour", "minute"})
UNITS = frozenset({*calendar.PERIODS, *CLOCK_UNITS})
MONDAY_TUESDAY = (0, 1)  # "this weekend" is the one just past on these days
RECORDS = frozenset({"first", "lowest", "highest", "worst", "best", "biggest", "largest", "longest", "most", "only"})


def nearby(tokens: Tokens, at: int, anchor: date | None) -> Mention:
    """ "today", "yesterday", "tonight"."""
    return Mention(at, at + 1, calendar.period("day", anchor, NEARBY[tokens.lower[at]]) if anchor else None)


def part_of_day(tokens: Tokens, at: int, anchor: date | None) -> Mention | None:
    """ "this morning", "last night"."""
    before = tokens.low(at - 1)
    back = {"this": 0, "last": -1}.get(before)
    if back is None or (back and tokens.lower[at] != "night"):
        return None
    return Mention(at - 1, at + 1, calendar.period("day", anchor, back) if anchor else None)


def weekday(tokens: Tokens, at: int, anchor: date | None) -> Mention | None:
    """ "Thursday", "last Monday", "Friday night"."""
    if not tokens.words[at][0].isupper():
        return None
    side, first = direction(tokens, at)
    if side is None:
        side = 1 if future(tokens, at) else 0
        if anchor and side == 1 and anchor.weekday() == WEEKDAYS[tokens.lower[at]]:
            side = 0
    last = at + 1 + (tokens.low(at + 1) in DAY_PARTS)
    return Mention(first, last, calendar.weekday(WEEKDAYS[tokens.lower[at]], anchor, side) if anchor else None)


def season(tokens: Tokens, at: int, anchor: date | None) -> Mention | None:
    """ "last summer", "the spring of 2024"."""
    year, last = year_behind(tokens, at + 1)
    start = calendar.SEASONS[tokens.lower[at]]
    if year:
        return Mention(at, last, calendar.months(year, start, 3))
    side, first = direction(tokens, at)
    if side is None:
        return None
    return Mention(first, last, _nearest_season(start, anchor, side) if anchor else None)


def _nearest_season(start: int, anchor: date, side: int) -> Days:
    """The last such season that is over, this year's, or the next one to come."""
    near = [calendar.months(anchor.year + step, start, 3) for step in (-2, -1, 0, 1)]
    if side < 0:
        return max(days for days in near if days[1] < anchor)
    if side > 0:
        return min(days for days in near if days[0] > anchor)
    return near[2]


def quarter(tokens: Tokens, first: int, end: int, which: int, anchor: date | None) -> Mention:
    """ "the third quarter of 2024", "Q3"."""
    year, last = year_behind(tokens, end)
    if not year and anchor:
        year = anchor.year - (3 * which - 2 > anchor.month)
    return Mention(first, last, calendar.months(year, 3 * which - 2, 3) if year else None)


def of_unit(tokens: Tokens, at: int, unit: str, anchor: date | None) -> Mention | None:
    """ "last week", "earlier this year", "second quarter", "three months ago", "the next three years", "40 years"."""
    if unit == "quarter" and tokens.low(at - 1) in ORDINALS:
        return quarter(tokens, at - 1, at + 1, ORDINALS[tokens.low(at - 1)], anchor)
    if tokens.lower[at] == unit and unit not in CLOCK_UNITS:
        side, first = direction(tokens, at)
        if side is not None and not (tokens.low(at + 1) in HYPHENS and tokens.glued(at + 1)):
            return _relative(tokens, at, unit, side, first, anchor)
    return _counted(tokens, at, unit, anchor)


def _relative(tokens: Tokens, at: int, unit: str, side: int, first: int, anchor: date | None) -> Mention:
    if anchor is None:
        return Mention(first, at + 1, None)
    if unit == "weekend" and side == 0 and anchor.weekday() in MONDAY_TUESDAY and not future(tokens, at):
        side = -1
    days = calendar.period(unit, anchor, side)
    cut = tokens.low(first - 1)
    if days and side == 0 and cut in ("earlier", "later"):
        first -= 1
        days = (days[0], anchor) if cut == "earlier" else (anchor, days[1])
    return Mention(first, at + 1, days)


def _counted(tokens: Tokens, at: int, unit: str, anchor: date | None) -> Mention | None:
    """A number of units, with what stands before ("past", "next") or behind it ("ago")."""
    counted = _count_before(tokens, at)
    if counted is None:
        return None
    count, first = counted
    if tokens.low(at + 1) == "ago":
        return Mention(first, at + 2, _ago(unit, anchor, count) if anchor else None)
    side = SIDES.get(tokens.low(first - 1)) if tokens.lower[at] != unit or count == 1 else None
    if side:
        first -= 1
    elif tokens.low(first - 1) in ("in", "after") and not RECORDS.isdisjoint(tokens.lower[max(0, first - 12) : first]):
        side = -1
    if not side or anchor is None:
        return Mention(first, at + 1, None)
    return Mention(first, at + 1, calendar.stretch(unit, anchor, side * count))


def _ago(unit: str, anchor: date, count: float) -> Days | None:
    if unit in CLOCK_UNITS:
        return calendar.stretch(unit, anchor, -count)
    return calendar.period(unit, anchor, -int(count))


def _count_before(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """The number right before a unit ("three", "80-", "a") and the position where it begins."""
    end = at - 1 if tokens.word(at - 1) in HYPHENS else at
    if tokens.low(end - 1) in ("a", "an", "one"):
        return (1, end - 1) if tokens.low(at + 1) == "ago" or tokens.low(end - 1) == "one" else None
    for first in range(max(0, end - 4), end):
        found = number(tokens, first)
        if found and found.last == end and found.low == found.high:
            return found.low, first
    return None
