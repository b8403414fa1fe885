"""Which sentences of an article are background: what they tell lies well before the news, and in which year.

A date that opens a sentence holds to the end of its paragraph. One in a heading, or that opens the sentence right under
it, holds for the whole section, until a paragraph opens with a newer date. Any other holds for its sentence.
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

_DOUBTFUL = 240
"""Days before publication from which on a month without a year is as likely the next one."""

_MONTH = 31
"""Days that a date with a month in it covers at most."""

_NOW = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|now|this (?:week|month|year|morning|afternoon|evening)|last (?:week|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_PAST = re.compile(r"\b(?:\w+ed|was|were|had|did|said|told|took|went|came|made|held|met|got|gave|left|found|saw)\b")
_BOUND = re.compile(
    r"\b(?:(?:until|by|before|after|with|to|of)(?: the)?\s|(?:since|from|than)\b[^,.;]{0,40})$", re.IGNORECASE
)
_ASIDE = re.compile(r"(?:\b(?:which|who|whose|where|that)|, (?:[a-z]+ed|made|built|born|held|won))\b[^,;.]*$")
_BEFORE = 80
"""Characters before a date in which a word may stand that makes it a bound, a measure, or an aside."""

_OPENING = re.compile(
    r"(?:at|back in|by|during|early in|in|late in|on|over|that year|through(?:out)?)\b[^,;]*$", re.IGNORECASE
)
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
        start = self._passages[number].span.start
        known = [day for day in self._dates[number] if day.last and not self._apart(start, day)]
        if not known:
            return None
        if not all(self._is_past(day, surface) for day in known):
            return _PRESENT
        years = [day.last.year for day in known if day.last and self._surface(day).endswith(str(day.last.year))]
        return next((year for year in sorted(years, reverse=True) if year != self._year), EARLIER)

    def _surface(self, day: DateMention) -> str:
        return self._text[day.start : day.end]

    def governs(self, number: int) -> bool:
        """Whether a sentence sets the time of those after it: it opens with a date."""
        start = self._passages[number].span.start
        return any(day.last and _OPENING.match(self._text[start : day.start]) for day in self._dates[number])

    def _apart(self, start: int, day: DateMention) -> bool:
        """Whether a date only bounds or measures the present, or stands in an aside: “since 2019”."""
        before = self._text[max(start, day.start - _BEFORE) : day.start]
        return bool(_BOUND.search(before) or _ASIDE.search(before))

    def _is_past(self, day: DateMention, surface: str) -> bool:
        """Against the day of publication; an undated article leaves out its own year, so each it names is another."""
        if day.last is None:
            return False
        if self._published:
            ago = (self._published.date() - day.last).days
            return ago > _RECENT and not (ago > _DOUBTFUL and self._surface(day).isalpha())
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
    under_heading = False
    for number, (passage, opens) in enumerate(zip(passages, _openings(analysis), strict=True)):
        day, words = calendar.told(number), lower(passage.surface)
        if number in headings:
            section = told = _past(day)
            under_heading = True
            continue
        if opens and _LEANING.isdisjoint(words[:2]):
            told = section
        if day is not None and (day == _PRESENT or calendar.governs(number)):
            told = _past(day)
            section = told if opens and (under_heading or told is None) else section
        under_heading = False
        year = told if day is None else _past(day)
        if year is not None:
            yield number, year
        elif day is None and counts(words)["earlier times"] > 1:
            yield number, EARLIER


def _past(day: int | None) -> int | None:
    return None if day == _PRESENT else day


def _openings(analysis: Analysis) -> list[bool]:
    """Whether each sentence is the first of its paragraph."""
    following = (first.paragraph != second.paragraph for first, second in pairwise(analysis.sentences))
    return [True, *following][: len(analysis.sentences)]
