"""Dates and durations of news prose, resolved against the day of publication.

A word that names a time (a month, a weekday, "today", "years") is looked up, and what stands around it says
which one is meant: in the manner of HeidelTime's rules (Strötgen and Gertz 2010), for English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from index.model import DateMention
from index.text import calendar
from index.text.calendar import Days
from index.text.lists import sections
from index.text.nouns import singular
from index.text.numbers import HYPHENS, number
from index.text.tokens import Tokens, pieces

_LISTS = sections("dates")
MONTHS = {name: place for place, name in enumerate(_LISTS["months"], 1)}
MONTHS |= {name: place for place, name in enumerate(_LISTS["short months"], 1)} | {"sept": 9}
WEEKDAYS = {name: place for place, name in enumerate(_LISTS["weekdays"])}
BEFORE_MONTH = frozenset(_LISTS["before a month"])
BEFORE_YEAR = frozenset(_LISTS["before a year"])
FUTURE = frozenset(_LISTS["future"])
NEARBY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
SIDES = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
CLOCK_UNITS = frozenset({"hour", "minute"})
UNITS = frozenset({*calendar.PERIODS, *CLOCK_UNITS})
YEARS = range(1000, 2200)
RECORDS = frozenset({"first", "lowest", "highest", "worst", "best", "biggest", "largest", "longest", "most", "only"})


@dataclass(frozen=True, slots=True)
class _Mention:
    """A date that takes the tokens `first`..`last` (half open); `days` is None where it can't be resolved."""

    first: int
    last: int
    days: Days | None


def dates(text: str, published: datetime | None) -> tuple[DateMention, ...]:
    """The dates and durations of `text` in order; a bare duration ("40 years") has no first and last day."""
    anchor = published.date() if published else None
    found: list[DateMention] = []
    for start, end in pieces(text):
        tokens = Tokens(text, start, end)
        found += (_dated(tokens, mention) for mention in _longest(_mentions(tokens, anchor)))
    return tuple(found)


def _dated(tokens: Tokens, mention: _Mention) -> DateMention:
    first, last = mention.days or (None, None)
    return DateMention(tokens.starts[mention.first], tokens.ends[mention.last - 1], first, last)


def _longest(mentions: Iterable[_Mention]) -> list[_Mention]:
    """In order, and of those that overlap the one that begins first, or else is longest."""
    kept: list[_Mention] = []
    for mention in sorted(mentions, key=lambda it: (it.first, -it.last)):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def _mentions(tokens: Tokens, anchor: date | None) -> Iterator[_Mention]:
    for at, word in enumerate(tokens.lower):
        mention = _mention(tokens, at, word, anchor)
        if mention:
            yield mention


def _mention(tokens: Tokens, at: int, word: str, anchor: date | None) -> _Mention | None:
    if word in MONTHS:
        return _month(tokens, at, anchor)
    if word in WEEKDAYS:
        return _weekday(tokens, at, anchor)
    if word in NEARBY:
        return _Mention(at, at + 1, calendar.period("day", anchor, NEARBY[word]) if anchor else None)
    if word[0].isdecimal():
        return _iso(tokens, at) or _slashed(tokens, at) or _year(tokens, at)
    if word in ("morning", "afternoon", "evening") and tokens.low(at - 1) == "this":
        return _Mention(at - 1, at + 1, calendar.period("day", anchor, 0) if anchor else None)
    if word in calendar.SEASONS:
        return _season(tokens, at, anchor)
    if word == "q" and tokens.low(at + 1) in ("1", "2", "3", "4") and tokens.glued(at + 1):
        return _quarter(tokens, at, at + 2, int(tokens.words[at + 1]), anchor)
    unit = singular(word)
    return _unit(tokens, at, unit, anchor) if unit in UNITS else None


def _month(tokens: Tokens, at: int, anchor: date | None) -> _Mention | None:
    """ "30 October 2025", "October 30, 2025", "Oct. 30", "October 2025", "in May"."""
    if not tokens.words[at][0].isupper():
        return None
    number_, end = MONTHS[tokens.lower[at]], at + 1
    if len(tokens.words[at]) < 5 and tokens.word(end) == ".":
        end += 1
    first, last, day = _day_of_month(tokens, at, end)
    year, last = _year_behind(tokens, last)
    if day:
        return _Mention(_weekday_before(tokens, first), last, _day(year, number_, day, anchor, tokens, first))
    if year:
        return _Mention(at, last, calendar.month(year, number_))
    side, first = _side(tokens, at)
    if side is None and at and tokens.low(at - 1) not in BEFORE_MONTH:
        return None
    if side is None and at == 0 and tokens.lower[at] in ("may", "march", "mar"):
        return None
    ahead = _future(tokens, at) if side is None else side > 0
    return _Mention(first, end, _nearest_month(anchor, number_, side, ahead=ahead) if anchor else None)


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


def _year_behind(tokens: Tokens, at: int) -> tuple[int, int]:
    """The year at a token, a comma or "of" passed over, and the position behind it; 0 and the same place without."""
    place = at + 1 if tokens.low(at) in (",", "of") else at
    word = tokens.word(place)
    if len(word) == 4 and word.isdecimal() and int(word) in YEARS:
        return int(word), place + 1
    return 0, at


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
    ahead = _future(tokens, first)
    found = [days for days in near if days and (not ahead or days[0] >= anchor)]
    return min(found, key=lambda days: abs(days[0] - anchor), default=None)


def _nearest_month(anchor: date, number_: int, side: int | None, *, ahead: bool) -> Days:
    year = anchor.year
    if ahead and number_ < anchor.month + (side == 1):
        year += 1
    elif not ahead and number_ > anchor.month - (side == -1):
        year -= 1
    return calendar.month(year, number_)


def _future(tokens: Tokens, at: int) -> bool:
    """Whether a word nearby says that the date lies ahead."""
    before = tokens.lower[max(0, at - 8) : at]
    if not FUTURE.isdisjoint(before):
        return True
    infinitive = [place for place in range(max(0, at - 6), at - 1) if tokens.lower[place] == "to"]
    return any(
        tokens.words[place + 1].islower() and tokens.lower[place + 1] not in ("the", "a") for place in infinitive
    )


def _side(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """-1, 0 or 1 for "last", "this" or "next" before a token, and the position where that begins."""
    side = SIDES.get(tokens.low(at - 1))
    return (None, at) if side is None else (side, at - 1)


def _weekday(tokens: Tokens, at: int, anchor: date | None) -> _Mention | None:
    if not tokens.words[at][0].isupper():
        return None
    side, first = _side(tokens, at)
    if side is None:
        side = 1 if _future(tokens, at) else 0
        if anchor and side == 1 and anchor.weekday() == WEEKDAYS[tokens.lower[at]]:
            side = 0
    last = at + 1 + (tokens.low(at + 1) in ("morning", "afternoon", "evening", "night"))
    return _Mention(first, last, calendar.weekday(WEEKDAYS[tokens.lower[at]], anchor, side) if anchor else None)


def _iso(tokens: Tokens, at: int) -> _Mention | None:
    """ "2025-10-30"."""
    parts = tokens.words[at : at + 5]
    if len(parts) < 5 or parts[1] != "-" or parts[3] != "-" or [len(it) for it in parts[::2]] != [4, 2, 2]:
        return None
    if not all(part.isdecimal() for part in parts[::2]):
        return None
    days = calendar.day(int(parts[0]), int(parts[2]), int(parts[4]))
    return _Mention(at, at + 5, days) if days else None


def _slashed(tokens: Tokens, at: int) -> _Mention | None:
    """ "30/10/2025" or "10/30/2025"; unresolved where both readings are possible."""
    parts = tokens.words[at : at + 5]
    if len(parts) < 5 or parts[1] != "/" or parts[3] != "/" or len(parts[4]) != 4:
        return None
    if not all(part.isdecimal() and len(part) <= 4 for part in parts[::2]):
        return None
    one, two, year = (int(part) for part in parts[::2])
    readings = {days for days in (calendar.day(year, two, one), calendar.day(year, one, two)) if days}
    return _Mention(at, at + 5, readings.pop() if len(readings) == 1 else None) if readings else None


def _year(tokens: Tokens, at: int) -> _Mention | None:
    """ "2019", "the 1990s"."""
    word = tokens.words[at]
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS or tokens.glued(at):
        return None
    if tokens.low(at + 1) == "s" and tokens.glued(at + 1) and word.endswith("0"):
        return _Mention(at, at + 2, calendar.years(int(word), 100 if word.endswith("00") else 10))
    if tokens.glued(at + 1) and (tokens.words[at + 1][0].isalpha() or tokens.words[at + 1] == "%"):
        return None
    if tokens.low(at - 1) not in BEFORE_YEAR and int(word) not in range(1900, 2100):
        return None
    return _Mention(at, at + 1, calendar.years(int(word)))


def _season(tokens: Tokens, at: int, anchor: date | None) -> _Mention | None:
    """ "last summer", "the spring of 2024"."""
    year, last = _year_behind(tokens, at + 1)
    side, first = _side(tokens, at)
    start = calendar.SEASONS[tokens.lower[at]]
    if year:
        return _Mention(at, last, calendar.months(year, start, 3))
    if side is None:
        return None
    return _Mention(first, last, calendar.months(anchor.year + side, start, 3) if anchor else None)


def _quarter(tokens: Tokens, first: int, end: int, which: int, anchor: date | None) -> _Mention:
    """ "the third quarter of 2024", "Q3"."""
    year, last = _year_behind(tokens, end)
    if not year and anchor:
        year = anchor.year - (3 * which - 2 > anchor.month)
    return _Mention(first, last, calendar.months(year, 3 * which - 2, 3) if year else None)


def _unit(tokens: Tokens, at: int, unit: str, anchor: date | None) -> _Mention | None:
    """ "last week", "earlier this year", "second quarter", "three months ago", "the next three years", "40 years"."""
    if unit == "quarter" and tokens.low(at - 1) in ORDINALS:
        return _quarter(tokens, at - 1, at + 1, ORDINALS[tokens.low(at - 1)], anchor)
    if tokens.lower[at] == unit and unit not in CLOCK_UNITS:
        side, first = _side(tokens, at)
        if side is not None and not (tokens.low(at + 1) in HYPHENS and tokens.glued(at + 1)):
            return _relative(tokens, at, unit, side, first, anchor)
    return _counted(tokens, at, unit, anchor)


def _relative(tokens: Tokens, at: int, unit: str, side: int, first: int, anchor: date | None) -> _Mention:
    if anchor is None:
        return _Mention(first, at + 1, None)
    days = calendar.period(unit, anchor, side)
    cut = tokens.low(first - 1)
    if days and side == 0 and cut in ("earlier", "later"):
        first -= 1
        days = (days[0], anchor) if cut == "earlier" else (anchor, days[1])
    return _Mention(first, at + 1, days)


def _counted(tokens: Tokens, at: int, unit: str, anchor: date | None) -> _Mention | None:
    """A number of units, with what stands before ("past", "next") or behind it ("ago")."""
    counted = _count_before(tokens, at)
    if counted is None:
        return None
    count, first = counted
    if tokens.low(at + 1) == "ago":
        return _Mention(first, at + 2, _ago(unit, anchor, count) if anchor else None)
    side = SIDES.get(tokens.low(first - 1)) if tokens.lower[at] != unit or count == 1 else None
    if side:
        first -= 1
    elif tokens.low(first - 1) in ("in", "after") and not RECORDS.isdisjoint(tokens.lower[max(0, first - 12) : first]):
        side = -1
    if not side or anchor is None:
        return _Mention(first, at + 1, None)
    return _Mention(first, at + 1, calendar.stretch(unit, anchor, side * count))


def _ago(unit: str, anchor: date, count: float) -> Days | None:
    if unit in CLOCK_UNITS:
        hours = timedelta(hours=count) if unit == "hour" else timedelta(minutes=count)
        return calendar.stretch("day", anchor, -(hours.total_seconds() // 86400))
    return calendar.period(unit, anchor, -int(count))


def _count_before(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """The number right before a unit ("three", "80-", "a") and the position where it begins."""
    end = at - 1 if tokens.word(at - 1) in HYPHENS else at
    if tokens.low(end - 1) in ("a", "an", "one"):
        return (1, end - 1) if tokens.low(at + 1) == "ago" or tokens.low(end - 1) == "one" else None
    for first in range(max(0, end - 4), end):
        found = number(tokens, first, money=False)
        if found and found.last == end and found.low == found.high:
            return found.low, first
    return None
