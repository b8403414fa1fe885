"""A table of texts to read across: columns scroll together, the row under the cursor is linked."""

from __future__ import annotations

from rich.cells import cell_len
from textual.events import Resize

from index.model import Span
from tui.widgets.cursor_view import CursorView
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.grid import GAP, GUTTER, GridCell, GridRow, Layout, Table
from tui.widgets.ink import Line, Run, fit, painted, width
from tui.widgets.phrasing import briefly
from tui.widgets.wrap import ellipsis, shares

_EMPTY = Table((), ())
_HEADS = 3  # lines above the rows: names, dates and headlines, a rule
_STACKED_HEADS = 2  # the same without dates and headlines


class GridView(CursorView):
    """Shows a `Table`; `column` is the source the cursor is in."""

    sticky = _HEADS

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._signs = {"same": glyphs.same, "related": glyphs.related, "differs": glyphs.differs, "only": glyphs.only}
        self._layout = Layout(_EMPTY, 80)
        self.column = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        return max(1, self._layout.count)

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._layout.table

    @property
    def index(self) -> int:
        """The position of the row under the cursor."""
        return self._layout.row_at(self.cursor)

    @property
    def current(self) -> GridRow | None:
        """The row under the cursor."""
        rows = self.table.rows
        return rows[self.index] if rows else None

    @property
    def cell(self) -> tuple[int, GridCell] | None:
        """The column and cell under the cursor, else the row's first one that says something."""
        row = self.current
        if row is None or not row.cells:
            return None
        order = [self.column, *range(len(row.cells))]
        return next(((column, cell) for column in order if (cell := row.cells[column]) is not None), None)

    @property
    def hidden(self) -> tuple[int, int]:
        """How many columns are out of sight on the left and on the right."""
        visible = self._layout.visible
        return visible.start, len(self.table.columns) - visible.stop

    def show(self, table: Table, *, row: int = 0) -> None:
        """Show another table with the cursor on a row."""
        self._lay_out(table)
        self.column = max(0, min(self.column, len(table.columns) - 1))
        self.cursor = self._layout.line_of(max(0, min(row, len(table.rows) - 1))) if table.rows else 0
        self._note_column()
        self.top = self._follow(self.cursor - self.window // 3)
        self.refresh()
        self.post_message(self.Moved(self))

    def go(self, row: int) -> None:
        """Put the cursor on a row, a third of the way down if it was out of sight."""
        line = self._layout.line_of(row)
        hidden = not self.top <= line < self.top + self.window - 2
        self.move(line, top=line - self.window // 3 if hidden else None)

    def pick(self, column: int) -> None:
        """Put the cursor on a column, shifting columns until it is in sight; in a stacked layout on the next cell."""
        column = max(0, min(column, len(self.table.columns) - 1))
        if self._layout.stacked:
            self._pick_stacked(column)
            return
        self.column = column
        if self.column not in self._layout.visible:
            row = self.index
            first = self.column if self.column < self._layout.first else self.column - self._layout.shown + 1
            self._lay_out(self.table, first)
            self.cursor = self._layout.line_of(row)
            self.top = self._follow(self.top)
        self.refresh()
        self.post_message(self.Moved(self))

    def reveal(self) -> None:
        """Bring a column into sight in which something differs in the row under the cursor."""
        row = self.current
        cells = enumerate(row.cells) if row else ()
        differing = [n for n, cell in cells if cell and any(ink.name == "differs" for ink in cell.inks)]
        hidden = [column for column in differing if column not in self._layout.visible]
        if hidden:
            self.pick(hidden[0])

    def move(self, to: int, *, top: int | None = None) -> None:
        """Move the cursor; in a stacked layout it is in the column whose cell it is on."""
        before = self.column
        super().move(to, top=top)
        self._note_column()
        if self.column != before:
            self.repaint(0)

    def _pick_stacked(self, column: int) -> None:
        row = self.current
        cells = row.cells if row is not None else ()
        ahead = range(column, len(cells)) if column > self.column else range(column, -1, -1)
        found = next((each for each in ahead if cells and cells[each] is not None), None)
        if found is not None:
            self.move(self._layout.line_of_cell(self.index, found))

    def _note_column(self) -> None:
        if self._layout.stacked and self.table.rows:
            column = self._layout.cell_at(self.cursor)[1]
            self.column = column if column >= 0 else self.column

    def on_resize(self, _event: Resize) -> None:
        """Lay out anew, keeping the row."""
        row = self.index
        self._lay_out(self.table)
        self.cursor = self._layout.line_of(row) if self.table.rows else 0

    def line(self, y: int, width: int) -> Line:
        """A line of the heads or of a row."""
        if y < self.sticky:
            return self._head(y, width)
        number = self.top + y - self.sticky
        if not self.table.rows:
            return [(" " * GUTTER, ()), (self.table.empty, ("dim",))] if y == self.sticky + 1 else ()
        if number >= self._layout.count:
            return ()
        return fit(self._row_line(number), width)

    def _repaint_moved(self, before: int, after: int) -> None:
        """The whole rows, whose link changes with the cursor."""
        left, right = self._layout.row_at(before), self._layout.row_at(after)
        if left == right and not self._layout.stacked:
            super()._repaint_moved(before, after)
            return
        for row in {left, right}:
            first = self._layout.line_of(row) - self.top + self.sticky
            self.repaint(max(self.sticky, first), first + self._layout.blocks[row].height - 1)

    # Heads

    def _head(self, y: int, width: int) -> Line:
        if y == self.sticky - 1:
            return self._rule(width - 2)
        if self._layout.stacked or (self._layout.squeezed and y == 0):
            return fit([(" " * GUTTER, ()), *self._legend(width - GUTTER - 1)], width)
        line = self._numbers() if self._layout.squeezed else self._column_heads(y)
        return fit([(" " * GUTTER, ()), *line], width)

    def _column_heads(self, y: int) -> list[Run]:
        label = self._layout.label_width
        line: list[Run] = [(" " * (label + GAP), ())] if label else []
        names = self._names((self._layout.column_width + GAP) * len(self.table.columns) - GAP)
        for position, column in enumerate(self._layout.visible):
            text = f"{column + 1} {names[column]}" if y == 0 else f"  {self.table.columns[column].detail}"
            ink = ("active" if column == self.column else "heading") if y == 0 else "dim"
            line += [(" " * GAP if position else "", ()), *self._padded([(text, (ink,))])]
        return line

    def _numbers(self) -> list[Run]:
        """What stands above columns too narrow for names."""
        line: list[Run] = [(" " * (self._layout.label_width + GAP), ())]
        for position, column in enumerate(self._layout.visible):
            ink = "active" if column == self.column else "heading"
            line += [(" " * GAP if position else "", ()), *self._padded([(f"{column + 1}", (ink,))])]
        return line

    def _legend(self, room: int) -> list[Run]:
        """All sources by number, long names cut so that every one has its place."""
        names = self._names(room)
        taken = sum(len(f"{column + 1} ") for column in range(len(names))) + GAP * (len(names) - 1)
        line: list[Run] = []
        for column, (name, share) in enumerate(zip(names, shares(map(cell_len, names), room - taken), strict=True)):
            ink = "active" if column == self.column else "heading"
            line += [(" " * GAP if column else "", ()), (f"{column + 1} {ellipsis(name, share)}", (ink,))]
        return line

    def _names(self, room: int) -> list[str]:
        """The names of the sources, short ones where all of them do not fit."""
        names = [head.name for head in self.table.columns]
        whole = sum(cell_len(f"{column + 1} {name}") for column, name in enumerate(names)) + GAP * (len(names) - 1)
        return names if whole <= room else briefly(names)

    def _rule(self, room: int) -> list[Run]:
        """The rule below the heads, which tells of columns out of sight on either side."""
        before, after = self.hidden
        left = f" ← {before} more on the left " if before else ""
        right = f" {after} more on the right → " if after else ""
        ends = 2 * self._glyphs.across
        middle = self._glyphs.across * max(0, room - len(left) - len(right) - 2 * len(ends))
        return [(f" {ends}", ("rule",)), (left, ("key",)), (middle, ("rule",)), (right, ("key",)), (ends, ("rule",))]

    # Rows

    def _row_line(self, number: int) -> Line:
        index = self._layout.row_at(number)
        row, offset = self.table.rows[index], number - self._layout.line_of(index)
        block = self._layout.blocks[index]
        edge = self._edge(row, number, offset)
        if offset == block.height - 1:
            return edge[:1]
        if row.kind in ("heading", "fold"):
            span = block.label[offset]
            return [*edge, (row.label[span.start : span.end], ("heading" if row.kind == "heading" else "dim",))]
        if self._layout.stacked:
            return [*edge, *self._stacked(number, row, offset, index == self.index)]
        return [*edge, *self._label(row, block.label, offset), *self._across(row, index, offset)]

    def _edge(self, row: GridRow, number: int, offset: int) -> list[Run]:
        pointer = self._glyphs.cursor if number == self.cursor else " "
        sign = self._signs.get(row.kind, " ") if offset == 0 else " "
        ink = "problem" if row.kind == "differs" else row.kind
        return [(pointer, ("active",)), (sign, (ink,) if sign != " " else ()), ("  ", ())]

    def _label(self, row: GridRow, lines: list[Span], offset: int) -> list[Run]:
        if not self._layout.label_width:
            return []
        text = row.label[lines[offset].start : lines[offset].end] if offset < len(lines) else ""
        gap = self._layout.label_width - width([(text, ())]) + GAP
        return [(text, ("label",)), (" " * gap, ())]

    def _across(self, row: GridRow, index: int, offset: int) -> list[Run]:
        linked = index == self.index
        bar = self._glyphs.linked if linked else self._glyphs.line
        runs: list[Run] = []
        for position, column in enumerate(self._layout.visible):
            if position:
                runs.append((f" {bar} ", ("active",) if linked else ("rule",)))
            cell, lines = row.cells[column], self._layout.blocks[index].cells[position]
            if cell is None:
                absent = self._glyphs.none if offset == 0 else ""
                runs += self._padded([(absent, ("dim",))])
            else:
                runs += self._padded(_cell_line(cell, lines, offset))
        return runs

    def _stacked(self, number: int, row: GridRow, offset: int, linked: bool) -> list[Run]:
        index, column, line = self._layout.cell_at(number)
        block = self._layout.blocks[index]
        if column < 0:
            span = block.label[offset] if offset < len(block.label) else Span(0, 0)
            return [(row.label[span.start : span.end], ("label",))]
        cell = row.cells[column]
        if cell is None:
            return []
        tag = f"{column + 1}" if line == 0 else " "
        bar = self._glyphs.linked if linked else self._glyphs.line
        bar_ink = ("active",) if linked else ("rule",)
        return [(tag, ("heading",)), (bar, bar_ink), (" ", ()), *_cell_line(cell, block.cells[column], line)]

    def _padded(self, line: Line) -> list[Run]:
        kept = fit(line, self._layout.column_width)
        return [*kept, (" " * (self._layout.column_width - width(kept)), ())]

    def _lay_out(self, table: Table, first: int | None = None) -> None:
        self._layout = Layout(table, self.size.width or 80, self._layout.first if first is None else first)
        self.sticky = _STACKED_HEADS if self._layout.stacked else _HEADS


def _cell_line(cell: GridCell, lines: list[Span], offset: int) -> list[Run]:
    if offset >= len(lines):
        return []
    return painted(cell.text, lines[offset].start, lines[offset].end, cell.inks)
