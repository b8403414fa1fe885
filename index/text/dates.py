"""Dates and durations of news prose, resolved against the day of publication.

A word that names a time (a month, a weekday, "today", "years") is looked up, and what stands around it says
which one is meant: in the manner of HeidelTime's rules (Strötgen and Gertz 2010), for English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from index.model import DateMention
from index.text import absolute_dates as absolute
from index.text import calendar
from index.text import relative_dates as relative
from index.text.date_mentions import YEARS, Mention
from index.text.nouns import singular
from index.text.tokens import Tokens, pieces


def dates(text: str, published: datetime | None) -> tuple[DateMention, ...]:
    """The dates and durations of `text` in order; a bare duration ("40 years") has no first and last day."""
    anchor = published.date() if published and published.year in YEARS else None
    found: list[DateMention] = []
    for start, end in pieces(text):
        tokens = Tokens(text, start, end)
        found += (_dated(tokens, mention) for mention in _longest(_mentions(tokens, anchor)))
    return tuple(found)


def _dated(tokens: Tokens, mention: Mention) -> DateMention:
    first, last = mention.days or (None, None)
    return DateMention(tokens.starts[mention.first], tokens.ends[mention.last - 1], first, last)


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    """In order, and of those that overlap the one that begins first, or else is longest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda it: (it.first, -it.last)):
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def _mentions(tokens: Tokens, anchor: date | None) -> Iterator[Mention]:
    for at, word in enumerate(tokens.lower):
        mention = _named(tokens, at, word, anchor) or _numbered(tokens, at, word, anchor)
        if mention:
            yield mention


def _named(tokens: Tokens, at: int, word: str, anchor: date | None) -> Mention | None:
    """A mention whose telling word is the name of a time."""
    if word in absolute.MONTHS:
        return absolute.month(tokens, at, anchor)
    if word in absolute.WEEKDAYS:
        return relative.weekday(tokens, at, anchor)
    if word in relative.NEARBY:
        return relative.nearby(tokens, at, anchor)
    if word in relative.DAY_PARTS:
        return relative.part_of_day(tokens, at, anchor)
    if word in calendar.SEASONS:
        return relative.season(tokens, at, anchor)
    return None


def _numbered(tokens: Tokens, at: int, word: str, anchor: date | None) -> Mention | None:
    """A mention whose telling word is a number or a unit of time."""
    if word[0].isdecimal():
        return absolute.iso(tokens, at) or absolute.slashed(tokens, at) or absolute.year(tokens, at)
    if word == "q" and tokens.low(at + 1) in ("1", "2", "3", "4") and tokens.glued(at + 1):
        return relative.quarter(tokens, at, at + 2, int(tokens.words[at + 1]), anchor)
    unit = singular(word)
    return relative.of_unit(tokens, at, unit, anchor) if unit in relative.UNITS else None
