"""The quotation table: who is quoted by whom, and whose quotation is cut."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.passages import Subject
from index.model import Quotation, Quoted
from index.text.words import stem, words

ALIKE = 0.6  # share of the shorter quotation's words that the longer one must have
CUT = 0.7  # a quotation that has fewer of the longer one's words than this has been cut
BRIEF = 3  # shorter direct quotations are scare quotes or names


def statements(subjects: Sequence[Subject]) -> tuple[Quoted, ...]:
    """Every direct quotation once, with all articles that carry it; those that several carry first."""
    rows: list[dict[int, Quotation]] = []
    for n, subject in enumerate(subjects):
        for quotation in subject.analysis.quotations:
            if quotation.direct and len(words(_content(subject, quotation))) >= BRIEF:
                _file(rows, n, quotation, subjects)
    quoted = [_quoted(row, subjects) for row in rows]
    return tuple(sorted(quoted, key=lambda q: -sum(cell is not None for cell in q.cells)))


def _file(rows: list[dict[int, Quotation]], n: int, quotation: Quotation, subjects: Sequence[Subject]) -> None:
    mine = _stems(subjects[n], quotation)
    for row in rows:
        if n not in row and any(_overlap(mine, _stems(subjects[m], other)) >= ALIKE for m, other in row.items()):
            row[n] = quotation
            return
    rows.append({n: quotation})


def _quoted(row: dict[int, Quotation], subjects: Sequence[Subject]) -> Quoted:
    sizes = [len(_stems(subjects[n], quotation)) for n, quotation in row.items()]
    speakers = [quotation.speaker for quotation in row.values() if quotation.speaker]
    return Quoted(
        speaker=max(speakers, key=len, default=""),
        cells=tuple(row.get(n) for n in range(len(subjects))),
        cut=min(sizes) < CUT * max(sizes),
    )


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _stems(subject: Subject, quotation: Quotation) -> frozenset[str]:
    return frozenset(stem(word) for word in words(_content(subject, quotation)))


def _content(subject: Subject, quotation: Quotation) -> str:
    return subject.text[quotation.start : quotation.end]
