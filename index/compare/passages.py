"""An article cut into its sentences, each with the mentions that stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar

from index.compare.figures.numerals import figures
from index.compare.figures.tolls import Toll, tolls
from index.compare.figures.values import Values
from index.compare.likeness.articles import Bag
from index.compare.likeness.context import Word, content
from index.compare.likeness.prepared import LONGEST, Prepared, prepare
from index.compare.likeness.substance import Substance, substance
from index.model import Analysis, Cell, DateMention, Name, Quantity, Sentence, Span

LIMIT = 1000  # sentences of one article that are compared
RUN = 3  # sentences of a passage at most
CROWDED = 30  # mentions of one kind in a passage that are compared; with more it is a table or a list
LISTED = 100  # figures, and quotations, of one article that a table has at most
LEADING = 20_000  # characters by which articles are likened

Mention = TypeVar("Mention", bound=Span)


@dataclass(frozen=True, slots=True)
class Passage:
    """Adjoining sentences of one article with their content words and what they mention; `text` is cut where it goes
    on and on."""

    text: str
    words: tuple[Word, ...]
    cell: Cell
    figures: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    names: tuple[Name, ...]


class Subject:
    """One article under comparison: its first sentences, prepared once.

    `vocabulary` (stems), `values`, `dates` and `names` are what the whole of it has, each once.
    """

    def __init__(self, analysis: Analysis, limit: int = LIMIT) -> None:
        self.analysis = analysis
        self.text = analysis.article.text
        self.sentences = analysis.sentences[:limit]
        self.bag = Bag.of(f"{analysis.article.title}\n{self.text}"[:LEADING])
        self.prepared: tuple[Prepared, ...] = tuple(prepare(self.text[s.start : s.end]) for s in self.sentences)
        self.vocabulary = frozenset(stem for one in self.prepared for stem in one.distinct)
        self.figures = figures(analysis)
        self.values = Values(self.figures)
        self.dates = tuple({(self._surface(d), d.first, d.last): d for d in analysis.dates}.values())
        self.names = tuple({name.canonical: name for name in analysis.names}.values())
        self._figures = _by_sentence(self.figures, self.sentences)
        self._dates = _by_sentence(analysis.dates, self.sentences)
        self._names = _by_sentence(analysis.names, self.sentences)
        self.tolls = tolls(self.text, analysis.quantities)
        self._words: dict[int, tuple[Word, ...]] = {}
        self._substance: dict[int, Substance] = {}

    def passage(self, run: Sequence[int]) -> Passage:
        """The adjoining sentences at the positions `run` (at least one)."""
        start, end = self.sentences[run[0]].start, self.sentences[run[-1]].end
        told = min(end, start + RUN * LONGEST)
        return Passage(
            text=self.text[start:told],
            words=tuple(word for n in run for word in self.words(n) if word.end <= told),
            cell=Cell(start, end, run[0]),
            figures=_of(run, self._figures),
            dates=_of(run, self._dates),
            names=_of(run, self._names),
        )

    def read(self, run: Sequence[int]) -> Prepared:
        """The same, read as one sentence."""
        return self.prepared[run[0]] if len(run) == 1 else prepare(self.passage(run).text)

    def words(self, n: int) -> tuple[Word, ...]:
        """The content words of the sentence at position `n`; found when first asked for."""
        if n not in self._words:
            start, end = self.sentences[n].start, self.sentences[n].end
            self._words[n] = content(self.text[start:end], start)
        return self._words[n]

    def substance(self, n: int) -> Substance:
        """What the sentence at position `n` says, apart from who says it; made when first asked for."""
        if n not in self._substance:
            sentence, quotations = self.sentences[n], self.analysis.quotations
            first = bisect_left(quotations, sentence.start, key=lambda quotation: quotation.end)
            inside = takewhile(lambda quotation: quotation.start < sentence.end, quotations[first:])
            self._substance[n] = substance(self.text, sentence, self._names[n], inside)
        return self._substance[n]

    def tolls_by_sentence(self) -> list[tuple[int, list[Toll]]]:
        """The sentences that give a toll, by their positions, with what they count."""
        found: dict[int, list[Toll]] = {}
        end = self.sentences[-1].end if self.sentences else 0
        for toll in self.tolls:
            if toll.figure.end <= end:
                found.setdefault(self._position(toll.figure), []).append(toll)
        return [(place, found[place]) for place in sorted(found)]

    def sentence_of(self, mention: Span) -> Sentence:
        """The sentence that a mention begins in; it must be one of those under comparison."""
        return self.sentences[self._position(mention)]

    def words_around(self, mention: Span) -> tuple[Word, ...]:
        """The content words of the sentence that a mention begins in; it must be one of those under comparison."""
        return self.words(self._position(mention))

    def _position(self, mention: Span) -> int:
        return bisect_right(self.sentences, mention.start, key=lambda one: one.start) - 1

    def listed(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions that a table lists: those in the sentences under comparison, the first hundred."""
        end = self.sentences[-1].end if self.sentences else 0
        return tuple(mention for mention in mentions if mention.end <= end)[:LISTED]

    def _surface(self, span: Span) -> str:
        return self.text[span.start : span.end].lower()


def _of(run: Sequence[int], mentions: Sequence[Sequence[Mention]]) -> tuple[Mention, ...]:
    """The mentions of the sentences in `run`, as many as a passage of prose may have."""
    return tuple(mention for n in run for mention in mentions[n])[:CROWDED]


def _by_sentence(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[list[Mention]]:
    """The mentions by the sentence that they begin in."""
    found: list[list[Mention]] = [[] for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    for mention in mentions:
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.start < sentences[place].end:
            found[place].append(mention)
    return found
