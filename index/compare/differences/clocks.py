"""Where two passages give different times of day for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.model import Span

ENOUGH = 0.8  # agreement of the words around two times from which they tell of one thing
LOOSE = 10  # minutes that reports may be apart; 30 where one of them gives only the hour
DAY, HALF_DAY = 24 * 60, 12 * 60

_LEAD = 10  # characters that the word before a time is looked for in

_TIME = re.compile(r"(?<![\d.:$£€])(\d{1,2})(?:[:.](\d{2}))?(?![\d:%])(?:\s?([ap])\.?\s?m\b\.?)?", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:at|by|until|till|before|after|around|about|from|since|shortly|just|past)\s$", re.IGNORECASE)
_ZONE = re.compile(r"\W{0,2}(?:\(\s?\d{4}\s)?(?:GMT|UTC|BST|CET|EST|EDT|ET|PST|PDT|PT|CST|IST|local|Eastern|Pacific)\b")


@dataclass(frozen=True, slots=True)
class _Time:
    """Minutes since midnight; since midnight or noon where the half of the day is `open`."""

    span: Span
    minute: int
    open: bool
    hourly: bool


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of times in the same slot that are too far apart for reports of one moment.

    None where an article gives the other's time as well, or says for which part of the world a time holds.
    """
    mine, theirs = list(_times(a)), list(_times(b))
    if not (mine and theirs):
        return []
    return [
        (one.span, other.span)
        for one in mine
        for other in theirs
        if not _known(one, _every(b.article)) and not _known(other, _every(a.article))
        if agreement(one.span, a.words, other.span, b.words) >= ENOUGH
    ][:1]


def _times(facts: Facts) -> Iterator[_Time]:
    """The times of a passage, none where one of them is of a named zone."""
    start = facts.passage.cell.start
    found = list(_read(facts.article, start, facts.passage.cell.end))
    if not any(_ZONE.match(facts.article, time.span.end) for time in found):
        yield from found


@lru_cache(maxsize=16)
def _every(text: str) -> tuple[_Time, ...]:
    """All times of an article, which each of its passages asks for."""
    return tuple(_read(text))


def _read(text: str, start: int = 0, end: int | None = None) -> Iterator[_Time]:
    for match in _TIME.finditer(text, start, len(text) if end is None else end):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
        clock = bool(half) or (
            ":" in match[0] and bool(_BEFORE.search(text, max(0, match.start() - 10), match.start()))
        )
        if clock and hour < 24 and minute < 60 and not (half and hour > 12):
            after_noon = HALF_DAY if half == "p" else 0
            minutes = (hour % 12) * 60 + minute + after_noon if half else hour * 60 + minute
            yield _Time(Span(*match.span()), minutes, not half and hour <= 12, not minute)


def _known(time: _Time, others: Sequence[_Time]) -> bool:
    return any(_apart(time, other) <= (3 * LOOSE if time.hourly or other.hourly else LOOSE) for other in others)


def _apart(a: _Time, b: _Time) -> int:
    """Minutes between two times, the shorter way round the clock."""
    circle = HALF_DAY if a.open or b.open else DAY
    apart = abs(a.minute - b.minute) % circle
    return min(apart, circle - apart)
