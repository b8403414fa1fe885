"""Rows of cells side by side or stacked, each wrapped by words: which line holds what. Pure, no screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from index.model import Span
from tui.widgets.ink import Ink
from tui.widgets.wrap import wrap

Kind = Literal["same", "related", "differs", "only", "plain", "heading", "fold"]

STACKED = 100  # columns below which cells stand one below another
GUTTER = 4  # cursor, relation, two spaces
GAP = 3  # between columns
_SQUEEZED = 10  # columns that a cell keeps on a screen where others would be stacked


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A source at the head of its column."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A text with its inks (offsets into `text`), and the place in the article of its column that it stands for."""

    text: str
    inks: tuple[Ink, ...] = ()
    at: int | None = None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A cell a column, None where a source has nothing; `label` stands before them, `note` explains the row."""

    kind: Kind
    cells: tuple[GridCell | None, ...] = ()
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows. `least` is the width below which a column is not shown any more but shifted out of sight,
    `label` the share of the width that row labels take, and `stacks` says whether narrow screens stack the cells.
    """

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    least: int = 34
    label: float = 0.0
    stacks: bool = True
    empty: str = ""


@dataclass(frozen=True, slots=True)
class _Block:
    """A row laid out: the wrapped label, and the wrapped text of each column that is shown.

    `height` counts the empty line below; it is 0 for what only a source out of sight has.
    """

    label: list[Span]
    cells: list[list[Span]]
    height: int


@dataclass(slots=True)
class Layout:
    """A table at a width, showing `shown` columns from `first` on."""

    table: Table
    width: int
    first: int = 0
    stacked: bool = field(init=False)
    squeezed: bool = field(init=False)
    shown: int = field(init=False)
    label_width: int = field(init=False)
    column_width: int = field(init=False)
    blocks: list[_Block] = field(init=False)
    tops: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.stacked = self.table.stacks and self.width < STACKED
        self.squeezed = not self.table.stacks and self.width < STACKED
        room = max(20, self.width - GUTTER - 1)
        self.label_width = 0 if self.stacked else int(room * self.table.label)
        room -= self.label_width + (GAP if self.label_width else 0)
        columns = len(self.table.columns)
        least = min(self.table.least, _SQUEEZED) if self.squeezed else self.table.least
        fitting = max(1, (room + GAP) // (least + GAP))
        self.shown = columns if self.stacked else min(columns, fitting)
        self.column_width = room - 3 if self.stacked else (room + GAP) // max(1, self.shown) - GAP
        self.first = max(0, min(self.first, columns - self.shown))
        self.blocks = [self._block(row) for row in self.table.rows]
        self.tops = list(accumulate((block.height for block in self.blocks), initial=0))

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self.tops[-1]

    @property
    def visible(self) -> range:
        """The columns that are shown."""
        return range(self.first, self.first + self.shown)

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return max(0, min(bisect_right(self.tops, line) - 1, len(self.blocks) - 1))

    def line_of(self, row: int) -> int:
        """The first line of a row."""
        return self.tops[row]

    def cell_at(self, line: int) -> tuple[int, int, int]:
        """For a line of a stacked layout: its row, its column (-1: none), and the line within that cell."""
        row = self.row_at(line)
        rest = line - self.tops[row] - len(self.blocks[row].label)
        for column, lines in enumerate(self.blocks[row].cells):
            if 0 <= rest < len(lines):
                return row, column, rest
            rest -= len(lines)
        return row, -1, 0

    def line_of_cell(self, row: int, column: int) -> int:
        """The first line of a cell in a stacked layout."""
        block = self.blocks[row]
        return self.tops[row] + len(block.label) + sum(map(len, block.cells[:column]))

    def _block(self, row: GridRow) -> _Block:
        if row.kind in ("heading", "fold"):
            label = _wrapped(row.label, self.width - GUTTER - 1)
            return _Block(label, [], len(label) + 1)
        cells = [self._lines(row.cells[column]) for column in self.visible]
        if row.kind == "only" and not any(row.cells[column] for column in self.visible):
            return _Block([], cells, 0)
        if self.stacked:
            label = _wrapped(row.label, self.column_width + 3) if row.label else []
            cells = [lines if cell is not None else [] for lines, cell in zip(cells, row.cells, strict=True)]
            return _Block(label, cells, len(label) + sum(map(len, cells)) + 1)
        label = _wrapped(row.label, self.label_width) if self.label_width else []
        return _Block(label, cells, max(1, len(label), *map(len, cells)) + 1)

    def _lines(self, cell: GridCell | None) -> list[Span]:
        return _wrapped(cell.text, self.column_width) if cell is not None else []


def folded(rows: Sequence[GridRow], kinds: frozenset[Kind]) -> tuple[GridRow, ...]:
    """The rows with each run of rows of these kinds replaced by one that says how many there are."""
    kept: list[GridRow] = []
    hidden = 0
    for row in rows:
        if row.kind in kinds:
            hidden += 1
            continue
        kept += _fold(hidden)
        hidden = 0
        kept.append(row)
    return (*kept, *_fold(hidden))


def _fold(hidden: int) -> list[GridRow]:
    return [GridRow("fold", label=f"{hidden} {'row' if hidden == 1 else 'rows'} folded")] if hidden else []


def _wrapped(text: str, width: int) -> list[Span]:
    return wrap(text, 0, len(text), max(4, width))
