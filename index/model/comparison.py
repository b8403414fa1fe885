"""Articles side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.model.text import Quantity, Quotation, Span

Relation = Literal["same", "related", "only"]
DifferenceKind = Literal["number", "date", "name", "negation", "attribution"]


@dataclass(frozen=True, slots=True)
class Cell(Span):
    """One article's part of a row: one sentence, or several adjoining ones beginning with `sentence`.

    In a row that says the same, `alone` has the clauses that no other article has.
    """

    sentence: int
    alone: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the cells of a row disagree: one text and one span (None: says nothing) an article, in order."""

    kind: DifferenceKind
    values: tuple[str, ...]
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison, a cell an article (None where it has nothing)."""

    cells: tuple[Cell | None, ...]
    relation: Relation
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing counted or measured, with what each article says of it (None where it says nothing)."""

    label: str
    status: Literal["same", "differs", "only"]
    cells: tuple[Quantity | None, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement with the quotation of each article that carries it; `cut` where one has only part."""

    speaker: str
    cells: tuple[Quotation | None, ...]
    cut: bool = False


Treatment = Literal["present", "absent", "differs", "related"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim of the story, in the words of the article at `home`, and how each article treats it.

    "related" is another statement on the same matter, which doesn't carry the claim. `values` has what each
    article says where they differ in a figure, a date or a name, else "".
    """

    text: str
    cells: tuple[Cell | None, ...]
    states: tuple[Treatment, ...]
    values: tuple[str, ...] = ()
    home: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """Words one article chooses and the others don't: in the headline, as cues, as loaded adjectives."""

    headline: tuple[str, ...]
    cues: tuple[str, ...]
    loaded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more articles side by side; every per-article tuple is in the order of `articles`."""

    articles: tuple[str, ...]
    rows: tuple[Row, ...]
    figures: tuple[Figure, ...]
    quotations: tuple[Quoted, ...]
    matrix: tuple[MatrixRow, ...]
    wording: tuple[Wording, ...]
    notes: tuple[str, ...] = ()

    @property
    def shared(self) -> int:
        """Rows that at least two articles carry."""
        return sum(row.relation != "only" for row in self.rows)

    def only(self, position: int) -> int:
        """Rows that only the article at `position` carries."""
        return sum(row.relation == "only" and row.cells[position] is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change between two versions of an article, `substance` naming what it touches ("number", "negation",
    "quotation", "attribution", "name"; empty for style). `before` and `after` are spans in the old and the new text."""

    before: Span | None
    after: Span | None
    substance: tuple[str, ...]
