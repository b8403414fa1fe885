"""How much a sentence matters in its article: its place, its ties to the title and to what the article repeats."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date

from index.claims.features import Features, Passage, lower
from index.claims.lexicon import counts, furniture
from index.model import Analysis
from index.text.words import stem

# Function words and other stems of at most this length tell nothing about the subject.
_SHORT = 2
_EARLIER = 120
"""Days before publication from which on a dated event is background."""


class Setting:
    """One article as the salience of its sentences needs it."""

    def __init__(self, analysis: Analysis, passages: Sequence[Passage]) -> None:
        self._analysis = analysis
        self._passages = passages
        self._words = [lower(passage.surface) for passage in passages]
        self.body = [number for number, words in enumerate(self._words) if self._is_body(number, words)]
        self._place = {number: place for place, number in enumerate(self.body)}
        self._stems = [_content(words) for words in self._words]
        self._title = _content(lower(analysis.article.title))
        self._topic = Counter(one for number in self.body for one in self._stems[number])

    def _is_body(self, number: int, words: Sequence[str]) -> bool:
        """Whether a sentence belongs to the article, rather than to the page around it or to its headings."""
        surface = self._passages[number].surface
        if len(words) < 4 or furniture(words) or surface[0] in "-•*·":
            return False
        return surface.rstrip("\"'”’»)]")[-1:] in ".!?…。！？" and words != lower(self._analysis.article.title)

    def features(self, number: int) -> Features:
        """The salience features of body sentence `number`."""
        stems, place = self._stems[number], self._place[number]
        found = {
            "in the lead": 1 / math.log2(place + 2),
            "shares words with the title": self._title_share(stems),
            "about the article's subject": self._centrality(stems),
            "a first figure": float(self._new_figure(number)),
            "named at length": float(any(" " in name.canonical for name in self._passages[number].names)),
            "stated by a named official": float(self._official(number)),
            "tells of earlier times": float(self._earlier(number)),
            "opens its paragraph": float(self._opens(number)),
        }
        return {name: value for name, value in found.items() if value}

    def _title_share(self, stems: frozenset[str]) -> float:
        return len(stems & self._title) / len(self._title) if self._title else 0.0

    def _centrality(self, stems: frozenset[str]) -> float:
        """How often the article repeats the words of this sentence, 0..1."""
        if not stems or len(self.body) < 2:
            return 0.0
        shared = sum(self._topic[one] - 1 for one in stems)
        return min(1.0, shared / len(stems) / math.sqrt(len(self.body)))

    def _new_figure(self, number: int) -> bool:
        return any(self._first_use.get((item.low, item.high)) == number for item in self._passages[number].quantities)

    @property
    def _first_use(self) -> dict[tuple[float, float], int]:
        seen: dict[tuple[float, float], int] = {}
        for number in self.body:
            for item in self._passages[number].quantities:
                seen.setdefault((item.low, item.high), number)
        return seen

    def _official(self, number: int) -> bool:
        spoken = any(item.speaker and item.cue for item in self._passages[number].quotations)
        return spoken and counts(self._words[number])["in office"] > 0

    def _earlier(self, number: int) -> bool:
        span = self._passages[number].span
        told = [day.last for day in self._analysis.dates if span.start <= day.start < span.end and day.last]
        published = self._analysis.article.published
        old = published is not None and any(_days(day, published.date()) > _EARLIER for day in told)
        return old or counts(self._words[number])["earlier times"] > 1

    def _opens(self, number: int) -> bool:
        sentences = self._analysis.sentences
        return number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph


def _days(earlier: date, later: date) -> int:
    return (later - earlier).days


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if len(word) > _SHORT)
