"""A list of rows of equal height, any number of them, of which only the visible ones are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from tui.widgets.cursor_view import CursorView
from tui.widgets.ink import Line
from tui.widgets.wrap import wrap

T = TypeVar("T")


class RowList(CursorView, Generic[T]):
    """Subclasses draw a row in `row`; lines here are those rows' lines, and the cursor steps by rows."""

    margin = 0

    def __init__(self, *, row_height: int = 1, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.row_height = row_height
        self.rows: Sequence[T] = ()
        self._instead: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def window(self) -> int:
        """How many rows fit whole."""
        return max(1, self.size.height // self.row_height)

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: Sequence[T], *, cursor: int = 0, row_height: int | None = None) -> None:
        """Show other rows, from the top unless told where the cursor is to be."""
        self.row_height = self.row_height if row_height is None else row_height
        self._take(rows, cursor)
        self.refresh()

    def replace(self, rows: Sequence[T], *, cursor: int = 0) -> None:
        """The same where each row is drawn from itself alone: those that stay as they are are not painted again."""
        before, place = self.rows, (self.cursor, self.top)
        self._take(rows, cursor)
        if place != (self.cursor, self.top) or bool(before) != bool(rows):
            self.refresh()
            return
        for index in range(self.top, self.top + self.window + 1):
            if before[index : index + 1] != rows[index : index + 1]:
                self._repaint_row(index)

    def _take(self, rows: Sequence[T], cursor: int) -> None:
        self.rows = rows
        self.cursor = max(0, min(cursor, len(rows) - 1))
        self.top = self._follow(self.top if cursor else 0)
        self.post_message(self.Moved(self))

    def explain(self, *sentences: str) -> None:
        """What to say where there is no row."""
        if sentences != self._instead:
            self._instead = sentences
            self.refresh()

    def row(self, row: T, line: int, width: int, selected: bool) -> Line:
        """The runs of line `line` of a row."""
        raise NotImplementedError

    def line_at(self, y: int) -> int:
        """The row shown at a height of the widget."""
        return self.top + y // self.row_height

    def line(self, y: int, width: int) -> Line:
        """The runs of a visible line."""
        if not self.rows:
            return self._explanation(y, width)
        index, line = divmod(y, self.row_height)
        index += self.top
        if index >= len(self.rows):
            return ()
        return self.row(self.rows[index], line, width, index == self.cursor)

    def _explanation(self, y: int, width: int) -> Line:
        lines = _wrapped(self._instead, width - 5)
        return [("    ", ()), (lines[y - 1], ("dim",))] if 0 < y <= len(lines) else ()

    def _repaint_moved(self, before: int, after: int) -> None:
        for index in (before, after):
            self._repaint_row(index)

    def _repaint_row(self, index: int) -> None:
        first = (index - self.top) * self.row_height
        self.repaint(first, first + self.row_height - 1)


@lru_cache(maxsize=2)  # asked for by every line of a list
def _wrapped(sentences: tuple[str, ...], width: int) -> list[str]:
    return [text[each.start : each.end] for text in sentences for each in wrap(text, 0, len(text), width)]
