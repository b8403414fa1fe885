"""The claim matrix: the main statements of the story, and how each article treats them."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.passages import Subject
from index.model import MatrixRow, Row, Span

MOST = 20  # claims listed where the caller names none


def matrix(
    rows: Sequence[Row], subjects: Sequence[Subject], claims: Sequence[Sequence[Span]] | None
) -> tuple[MatrixRow, ...]:
    """One line a claim. `claims` has, for each article, the spans of its key claims, best first; without it
    the rows that most articles carry, that state figures and that stand early count most."""
    chosen = _ranked(rows, subjects)[:MOST] if claims is None else _named(rows, claims)
    return tuple(_line(row, subjects) for row in chosen)


def _ranked(rows: Sequence[Row], subjects: Sequence[Subject]) -> list[Row]:
    return sorted(rows, key=lambda row: -_salience(row, subjects))


def _salience(row: Row, subjects: Sequence[Subject]) -> float:
    cells = [(n, cell) for n, cell in enumerate(row.cells) if cell is not None]
    early = max(1 - cell.sentence / max(1, len(subjects[n].sentences)) for n, cell in cells)
    weight = max(subjects[n].prepared[cell.sentence].total for n, cell in cells)
    return 2.0 * (len(cells) - 1) + early + min(1.0, weight / 60) + len(row.differences)


def _named(rows: Sequence[Row], claims: Sequence[Sequence[Span]]) -> list[Row]:
    """The rows that a claim falls in, best claims of every article first."""
    chosen: dict[int, Row] = {}
    for rank in range(max(map(len, claims), default=0)):
        for n, spans in enumerate(claims):
            row = _row_at(rows, n, spans[rank]) if rank < len(spans) else None
            if row is not None:
                chosen.setdefault(id(row), row)
    return list(chosen.values())


def _row_at(rows: Sequence[Row], article: int, span: Span) -> Row | None:
    for row in rows:
        cell = row.cells[article]
        if cell is not None and cell.start <= span.start < cell.end:
            return row
    return None


def _line(row: Row, subjects: Sequence[Subject]) -> MatrixRow:
    differing = {n for difference in row.differences for n, span in enumerate(difference.spans) if span is not None}
    texts = [subjects[n].text[cell.start : cell.end] for n, cell in enumerate(row.cells) if cell is not None]
    return MatrixRow(
        text=min(texts, key=lambda text: (len(text), text)),
        cells=row.cells,
        states=tuple(
            "absent" if cell is None else "differs" if n in differing else "present" for n, cell in enumerate(row.cells)
        ),
    )
