"""Where two passages date one thing differently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.model import DateMention, Span

ENOUGH = 0.4  # agreement of the words around two dates from which they date the same thing
NIGHT = timedelta(days=1)  # the world's clocks differ by less

_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?", re.IGNORECASE)
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b\.?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = re.compile(r"\b([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b")
_SAYING = r"(?:said|says|told|added|announced)"
_SAYS = re.compile(rf"\b{_SAYING}\b(?:\W+\w+){{0,2}}\W*$", re.IGNORECASE)
_THEN_SAYS = re.compile(rf"\W*{_SAYING}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Day:
    """A date as it is written ("" for what it leaves open), with the days it may cover, if they are known."""

    span: Span
    weekday: str
    month: str
    day: str
    year: str
    first: date | None
    last: date | None

    @property
    def empty(self) -> bool:
        return not (self.weekday or self.month or self.year or self.first)


def conflicts(a: Facts, b: Facts, enough: float = ENOUGH) -> list[tuple[Span, Span]]:
    """Pairs of dates of the same kind in the same slot that exclude each other.

    Neither article may have the other's date anywhere. Days that are told by their weekday may differ by one,
    since reports are written in different time zones. `enough` is the agreement of the words around two dates from
    which they date the same thing.
    """
    mine = [day for day in _read(a.passage.dates, a) if not _known(day, _read(b.dates, b))]
    theirs = [day for day in _read(b.passage.dates, b) if not _known(day, _read(a.dates, a))]
    found = []
    for one in mine:
        scored = [(agreement(one.span, a.words, other.span, b.words), other) for other in theirs]
        fitting = [(score, other) for score, other in scored if score >= enough and _exclusive(one, other)]
        if fitting:
            best = max(fitting, key=lambda item: item[0])[1]
            if _spoken(one, a) == _spoken(best, b):
                found.append((one.span, best.span))
                theirs.remove(best)
    return found


def _read(mentions: Sequence[DateMention], facts: Facts) -> list[_Day]:
    days = [_day(mention, facts.article[mention.start : mention.end]) for mention in mentions]
    return [day for day in days if not day.empty]


def _day(mention: DateMention, text: str) -> _Day:
    weekday, month, year = _WEEKDAY.search(text), _MONTH.search(text), _YEAR.search(text)
    day = _DAY.search(text) if month else None
    return _Day(
        span=mention,
        weekday=weekday[1].lower() if weekday else "",
        month=month[1].lower() if month else "",
        day=day[1] if day else "",
        year=year[0] if year else "",
        first=mention.first,
        last=mention.last,
    )


def _known(day: _Day, others: Sequence[_Day]) -> bool:
    return any(_agree(day, other) for other in others)


def _agree(a: _Day, b: _Day) -> bool:
    """Whether two dates can be one: their days overlap, or all that both of them write is the same."""
    if a.first and a.last and b.first and b.last:
        return a.first <= b.last and b.first <= a.last
    pairs = [(a.weekday, b.weekday), (a.month, b.month), (a.day, b.day), (a.year, b.year)]
    both = [(mine, theirs) for mine, theirs in pairs if mine and theirs]
    return bool(both) and all(mine == theirs for mine, theirs in both)


def _exclusive(a: _Day, b: _Day) -> bool:
    """Whether two dates of one kind cannot both be right."""
    if bool(a.month) != bool(b.month) or bool(a.weekday) != bool(b.weekday):
        return False
    if a.first and b.first and (a.weekday or b.weekday) and not a.month:
        return a.weekday != b.weekday and abs(a.first - b.first) > NIGHT
    pairs = [(a.weekday, b.weekday), (a.month, b.month), (a.day, b.day), (a.year, b.year)]
    return any(mine != theirs for mine, theirs in pairs if mine and theirs)


def _spoken(day: _Day, facts: Facts) -> bool:
    """Whether it is the day of a statement ("said on Friday") rather than of what happened."""
    before = facts.article[max(0, day.span.start - 40) : day.span.start]
    return bool(_SAYS.search(before) or _THEN_SAYS.match(facts.article, day.span.end))
