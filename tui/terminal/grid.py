"""The screen as rows of cells: what the app wants shown, or what the terminal shows."""

from __future__ import annotations

from collections.abc import Sequence

from tui.terminal.cells import is_doubtful
from tui.terminal.sgr import PLAIN, Pen

UNKNOWN = "\x00"  # a cell whose content is not known; never equal to one that is wanted


class Row:
    """One row: `text` has a grapheme a cell ("" for the second half of a wide one), `pens` its look."""

    __slots__ = ("pens", "text")

    def __init__(self, text: list[str], pens: list[Pen]) -> None:
        self.text = text
        self.pens = pens

    @classmethod
    def filled(cls, width: int, cell: str = " ", pen: Pen = PLAIN) -> Row:
        """A row of `width` equal cells."""
        return cls([cell] * width, [pen] * width)

    def copy(self) -> Row:
        """A row of its own with the same cells."""
        return Row(self.text.copy(), self.pens.copy())

    def put(self, x: int, cells: Sequence[str], pens: Sequence[Pen]) -> int:
        """Write cells from column `x` on, cut at the right edge; returns the column after them.

        As on a terminal, half of a wide character that is written over takes the other half with it.
        """
        end = min(x + len(cells), len(self.text))
        if end <= x:
            return x
        if end - x < len(cells):
            cells, pens = cells[: end - x], pens[: end - x]
        if x and self.text[x] == "":
            self.text[x - 1] = " "
        self.text[x:end] = cells
        self.pens[x:end] = pens
        if end < len(self.text) and self.text[end] == "":
            self.text[end] = " "
        return end

    @property
    def doubtful(self) -> bool:
        """Whether terminals may disagree on where this row's cells are."""
        return is_doubtful("".join(self.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and self.text == other.text and self.pens == other.pens

    __hash__ = None  # type: ignore[assignment]


class Grid:
    """`height` rows of `width` cells."""

    __slots__ = ("height", "rows", "width")

    def __init__(self, width: int, height: int, cell: str = " ") -> None:
        self.width = width
        self.height = height
        self.rows = [Row.filled(width, cell) for _ in range(height)]

    @classmethod
    def unknown(cls, width: int, height: int) -> Grid:
        """A grid about which nothing is known."""
        return cls(width, height, UNKNOWN)

    def shift(self, top: int, bottom: int, lines: int, filler: Row) -> None:
        """Move the rows `top`..`bottom` (inclusive) down by `lines`, up where negative; `filler` comes in."""
        band = self.rows[top : bottom + 1]
        fresh = [filler.copy() for _ in range(min(abs(lines), len(band)))]
        self.rows[top : bottom + 1] = fresh + band[:-lines] if lines > 0 else band[-lines:] + fresh
