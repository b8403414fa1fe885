"""How much a sentence matters in its article: its place, its ties to the title and to what the article repeats."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from index.claims.background import EARLIER, backgrounds
from index.claims.features import Features, Passage, figures, lower, notable
from index.claims.lexicon import counts, furniture
from index.model import Analysis, Quotation
from index.text.words import stem

_LEAD = 7
"""The first sentence that stands neither in the lead nor far from it."""

_SHORT = 2
"""Words of at most so many letters tell nothing about the subject."""

_FEW, _FEWEST = 4, 8
"""Words, or in other scripts characters, of which a sentence has more than a caption."""

_BESIDE = 60
"""Characters before and after a name in which an office or title may stand."""

_TITLE = re.compile(r"(?:(?!(?:from|by|to|with|told|for|against|and|when|after)\b)[\w’'-]+\.?\s+){1,4}$")
_APPOSITION = re.compile(r",\s(?:\d\d,\s)?(?:(?!who\b)[\w’'-]+\s?){1,6}")
_PAST_OFFICE = frozenset(("former", "ex", "retired", "aide", "neighbour", "neighbor"))
_ENDED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]」』]*$")
_BULLET = re.compile(r"[-•*·▪]\s")
_LEANING = frozenset(("he", "she", "they", "it", "but", "and", "so", "that", "this", "these", "those", "his", "her"))


class Setting:
    """One article as the salience of its sentences needs it; `body` are the sentences of the article proper."""

    def __init__(self, analysis: Analysis, passages: Sequence[Passage]) -> None:
        self._analysis = analysis
        self._passages = passages
        self._words = [lower(passage.surface) for passage in passages]
        self._stems = [_content(words) for words in self._words]
        self._title_words = lower(analysis.article.title)
        self._title = _content(self._title_words)
        everything = range(len(passages))
        last = {passage.surface: number for number, passage in enumerate(passages)}
        body = [number for number in everything if self._is_body(number) and last[passages[number].surface] == number]
        self.body = body or list(everything)  # a standfirst often repeats a sentence; the last one counts
        self._place = {number: place for place, number in enumerate(self.body)}
        self._topic = Counter(one for number in self.body for one in self._stems[number])
        self._telling = frozenset(self._first_uses().values())
        self._background = backgrounds(analysis, passages, frozenset(filter(self._is_heading, everything)))
        self._officials = frozenset(self._in_office())

    def features(self, number: int) -> Features:
        """The salience features of body sentence `number`; one that is not there is 0."""
        stems = self._stems[number]
        found = self._position(number) | {
            "shares words with the title": len(stems & self._title) / max(1, len(self._title)),
            "about the article's subject": self._centrality(stems),
            "a figure not given before": float(number in self._telling),
            "stated by a named official": float(any(map(self._official, self._passages[number].quotations))),
            "tells of earlier times": float(number in self._background),
            "tells of a past year": float(self.year(number) > EARLIER),
            "opens its paragraph": float(self._opens(number)),
            "leans on the sentence before": float(not _LEANING.isdisjoint(self._words[number][:1])),
        }
        return {name: value for name, value in found.items() if value}

    def year(self, number: int) -> int:
        """The past year that body sentence `number` tells of; 0 where it tells of none."""
        return self._background.get(number, EARLIER)

    def _position(self, number: int) -> Features:
        """How near the beginning: falls with the logarithm of the place, and is nought for the seventh sentence."""
        value = 1 / math.log2(self._place[number] + 2) - 1 / math.log2(_LEAD + 1)
        return {"in the lead": value} if value > 0 else {"far from the lead": -value}

    def _is_body(self, number: int) -> bool:
        """Whether a sentence belongs to the article, rather than to the page around it or to its headings."""
        surface, words = self._passages[number].surface, self._words[number]
        if len(surface) < _FEWEST or (len(words) < _FEW and surface.isascii()):
            return False
        if furniture(words) or _BULLET.match(surface) or words == self._title_words:
            return False
        return bool(_ENDED.search(surface))

    def _is_heading(self, number: int) -> bool:
        surface = self._passages[number].surface
        return number not in self._place and not _BULLET.match(surface) and not _ENDED.search(surface)

    def _centrality(self, stems: frozenset[str]) -> float:
        """How often the rest of the article has the words of this sentence, 0..1."""
        if not stems or len(self.body) < 2:
            return 0.0
        shared = sum(self._topic[one] - 1 for one in stems)
        return min(1.0, shared / len(stems) / math.sqrt(len(self.body)))

    def _first_uses(self) -> dict[tuple[float, float], int]:
        """The sentence that first has each figure."""
        seen: dict[tuple[float, float], int] = {}
        for number in self.body:
            for item in filter(notable, figures(self._passages[number])):
                seen.setdefault((item.low, item.high), number)
        return seen

    def _in_office(self) -> Iterator[str]:
        """The people who are somewhere called by an office or title."""
        text = self._analysis.article.text
        for name in self._analysis.names:
            if name.kind == "person":
                before = _TITLE.search(text, max(0, name.start - _BESIDE), name.start)
                behind = _APPOSITION.match(text, name.end, name.end + _BESIDE)
                if any(_has_office(found.group()) for found in (before, behind) if found):
                    yield name.canonical

    def _official(self, item: Quotation) -> bool:
        return bool(item.cue) and (item.speaker in self._officials or _has_office(item.speaker))

    def _opens(self, number: int) -> bool:
        sentences = self._analysis.sentences
        return number == 0 or sentences[number - 1].paragraph != sentences[number].paragraph


def _has_office(words: str) -> bool:
    """Whether the words are an office that is held: “Mayor”, “a spokesman for the guild”, not “the former mayor”."""
    lows = lower(words)
    return counts(lows)["in office"] > 0 and _PAST_OFFICE.isdisjoint(lows)


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if len(word) > _SHORT)
