"""A passage as the checks see it: its words and mentions, and what the rest of its article says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from index.compare.figures.tolls import Toll
from index.compare.figures.values import Values
from index.compare.likeness.context import Word
from index.compare.passages import Passage, Subject
from index.model import DateMention, Name


@dataclass(frozen=True, slots=True)
class Facts:
    """`values` (figures), `dates`, `names`, `tolls`, `vocabulary` (stems): those of the whole article."""

    passage: Passage
    values: Values
    dates: tuple[DateMention, ...]
    names: tuple[Name, ...]
    vocabulary: frozenset[str]
    published: datetime | None
    article: str
    tolls: tuple[Toll, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """The content words of the passage."""
        return self.passage.words

    @property
    def passage_tolls(self) -> list[Toll]:
        """The tolls that the passage gives."""
        cell = self.passage.cell
        return [toll for toll in self.tolls if cell.start <= toll.figure.start < cell.end]


def facts(passage: Passage, subject: Subject) -> Facts:
    """The passage in its article."""
    analysis = subject.analysis
    return Facts(
        passage=passage,
        values=subject.values,
        dates=subject.dates,
        names=subject.names,
        vocabulary=subject.vocabulary,
        published=analysis.article.published,
        article=subject.text,
        tolls=subject.tolls,
    )
