"""The quotation table: who is quoted by whom, and whose quotation is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.compare.passages import Subject
from index.compare.prepared import CONTENT
from index.model import Quotation, Quoted
from index.text.rarity import rarity
from index.text.words import stem, words

ALIKE = 0.6  # share of the shorter quotation's words that the longer one must have
CUT = 0.7  # a quotation that has fewer of the longer one's words than this has been cut
BRIEF = 3  # shorter direct quotations are scare quotes or names


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with the article that has it and the stems of its content words, or of all if it has none."""

    article: int
    quotation: Quotation
    stems: frozenset[str]


def statements(subjects: Sequence[Subject]) -> tuple[Quoted, ...]:
    """Every direct quotation once, with all articles that carry it; those that several carry first."""
    rows: list[list[_Said]] = []
    for n, subject in enumerate(subjects):
        for said in _said(n, subject):
            _file(rows, said)
    quoted = [_quoted(row, len(subjects)) for row in rows]
    return tuple(sorted(quoted, key=lambda q: -sum(cell is not None for cell in q.cells)))


def _said(n: int, subject: Subject) -> Iterator[_Said]:
    for quotation in subject.listed([q for q in subject.analysis.quotations if q.direct]):
        found = words(subject.text[quotation.start : quotation.end])
        if len(found) >= BRIEF:
            stems = frozenset(map(stem, found))
            yield _Said(n, quotation, frozenset(one for one in stems if rarity(one) >= CONTENT) or stems)


def _file(rows: list[list[_Said]], said: _Said) -> None:
    """Put it with the row that has it from other articles, or into one of its own."""
    for row in rows:
        others = {other.article for other in row}
        if said.article not in others and any(_overlap(said.stems, other.stems) >= ALIKE for other in row):
            row.append(said)
            return
    rows.append([said])


def _quoted(row: Sequence[_Said], articles: int) -> Quoted:
    sizes = [len(said.stems) for said in row]
    by_article = {said.article: said.quotation for said in row}
    return Quoted(
        speaker=max((said.quotation.speaker for said in row), key=len),
        cells=tuple(by_article.get(n) for n in range(articles)),
        cut=min(sizes) < CUT * max(sizes),
    )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
