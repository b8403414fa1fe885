"""Which sentences of an article are background: what they tell lies well before the news, and in which year.

A date holds to the end of its paragraph. One that stands in a heading, or in the sentence right under it, holds for
the whole section, until a paragraph opens with a newer date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from index.claims.features import Passage, by_sentence, lower
from index.claims.lexicon import counts
from index.model import Analysis, DateMention

EARLIER = 0
"""In place of a year: earlier times, without one or within the year of the news."""

_PRESENT = -1

_RECENT = 120
"""Days before publication from which on a dated event is background."""

_MONTH = 31
"""Days that a date with a month in it covers at most."""

_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|now|this (?:week|month|year|morning|afternoon|evening)|last (?:week|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_PAST = re.compile(r"\b(?:\w+ed|was|were|had|did|said|told|took|went|came|made|held|met|got|gave|left|found|saw)\b")
_BOUND = re.compile(
    r"\b(?:(?:since|until|by|before|after|with|to)(?: the)?\s|(?:from|than)\b[^,.;]{0,25})$", re.IGNORECASE
)
_BEFORE = 40
"""Characters before a date in which a word may stand that makes it a bound or a measure."""

_LEANING = frozenset(("he", "she", "they", "it", "his", "her", "their", "also", "then", "later"))


class _Calendar:
    """The dates of one article against the day it tells of."""

    def __init__(self, analysis: Analysis, passages: Sequence[Passage]) -> None:
        self._text = analysis.article.text
        self._published = analysis.article.published
        self._passages = passages
        self._dates = by_sentence(analysis.dates, analysis.sentences)
        self._year = self._published.year if self._published else _own_year(analysis.dates)
        self._undated = not self._year and bool(_NOW.search(self._text))

    def told(self, number: int) -> int | None:
        """The past year of which a sentence tells, `EARLIER`, or `_PRESENT`; None where it has no date."""
        surface = self._passages[number].surface
        if _NOW.search(surface):
            return _PRESENT
        known = [day for day in self._dates[number] if day.last and not self._bounds(day)]
        if not known:
            return None
        if not all(self._is_past(day, surface) for day in known):
            return _PRESENT
        year = max(day.last.year for day in known if day.last)
        return year if year != self._year else EARLIER

    def _bounds(self, day: DateMention) -> bool:
        """Whether a date only bounds or measures the present: “since 2019”, “than in 2019”."""
        return bool(_BOUND.search(self._text[max(0, day.start - _BEFORE) : day.start]))

    def _is_past(self, day: DateMention, surface: str) -> bool:
        """Against the day of publication; an undated article leaves out its own year, so each it names is another."""
        if day.last is None:
            return False
        if self._published:
            return (self._published.date() - day.last).days > _RECENT
        return day.last.year < self._year or (self._undated and bool(_PAST.search(surface)))


def _own_year(dates: Sequence[DateMention]) -> int:
    """The latest year among the days and months that are given with their year; 0 where there is none."""
    exact = [day.last.year for day in dates if day.first and day.last and (day.last - day.first).days < _MONTH]
    return max(exact, default=0)


def backgrounds(analysis: Analysis, passages: Sequence[Passage], headings: Set[int]) -> Mapping[int, int]:
    """The background sentences, each with the past year it tells of or with `EARLIER`."""
    return dict(_found(_Calendar(analysis, passages), analysis, passages, headings))


def _found(
    calendar: _Calendar, analysis: Analysis, passages: Sequence[Passage], headings: Set[int]
) -> Iterator[tuple[int, int]]:
    section = told = None
    opens = _openings(analysis)
    under_heading = False
    for number, passage in enumerate(passages):
        day = calendar.told(number)
        if number in headings:
            section = told = _past(day)
            under_heading = True
            continue
        words = lower(passage.surface)
        if day is not None:
            told = _past(day)
            if opens[number] and (told is None or under_heading):
                section = told
        elif opens[number] and _LEANING.isdisjoint(words[:2]):
            told = section
        under_heading = False
        if told is not None:
            yield number, told
        elif day is None and counts(words)["earlier times"] > 1:
            yield number, EARLIER


def _past(day: int | None) -> int | None:
    return None if day == _PRESENT else day


def _openings(analysis: Analysis) -> list[bool]:
    """Whether each sentence is the first of its paragraph."""
    following = (first.paragraph != second.paragraph for first, second in pairwise(analysis.sentences))
    return [True, *following][: len(analysis.sentences)]
