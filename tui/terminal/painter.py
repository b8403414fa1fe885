"""Turns the difference between what a terminal shows and what it should show into the fewest bytes.

Like the screen update of curses (Arnold and Amir's cursor optimisation), over cells: only changed runs are sent, blank
tails are erased, moved rows are scrolled by the terminal, the cursor takes the shortest way and pens change by
what differs. A row on whose widths terminals may disagree is sent whole, and its columns are pinned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.terminal import scroll
from tui.terminal.capabilities import Capabilities
from tui.terminal.cells import is_doubtful
from tui.terminal.grid import Grid, Row
from tui.terminal.motion import absolute, motion
from tui.terminal.sgr import PLAIN, Pen, change, shortest_to_blank
from tui.terminal.stretches import changes, lonely, pieces, runs, stretches, tail

_ERASE_TAIL = 4  # changed blanks at the end of a row from which EL is shorter
_ERASE_RUN = 12  # blanks inside a row from which ECH and a cursor motion are shorter
_REPEAT_RUN = 8  # equal characters from which REP is shorter
_SPARSE = 40  # bytes a changed row below which erasing all of them first may be shorter; with text it never was
_SYNC_FROM = 4096  # bytes of a frame from which a terminal, reading so many at once, might show a part of it
_COLUMN = 3  # signs below each other from which it is shorter to send them one after the other
SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class Painter:
    """Knows what the terminal shows, where its cursor is (None: unknown) and which pen it holds."""

    def __init__(self, capabilities: Capabilities, width: int, height: int) -> None:
        self._can = capabilities
        self._out: list[str] = []
        self._x: int | None = None
        self._y: int | None = None
        self._pen: Pen | None = None
        self._link = ""
        self._placed: tuple[int, int] | None = None
        self.shown = Grid.unknown(width, height)
        self._clear_first = True

    def forget(self, width: int, height: int) -> None:
        """Take nothing on the screen for granted: the next frame clears it and is painted in full."""
        self.__init__(self._can, width, height)  # type: ignore[misc]

    def assume(self, shown: Grid) -> None:
        """Trust that the terminal shows this grid, as painted by someone else; cursor and pen stay unknown."""
        self.forget(shown.width, shown.height)
        self.shown = shown
        self._clear_first = False

    def paint(self, wanted: Grid, touched: Iterable[int], cursor: tuple[int, int] | None = None) -> str:
        """The bytes that make the terminal show `wanted`, of which at most the rows `touched` changed.

        `cursor` is where an input method should follow; it is sent only when it moved.
        """
        self._out = []
        if self._clear_first:
            touched = range(wanted.height)
            self._clear(wanted)
        changed = [y for y in sorted(touched) if wanted.rows[y] != self.shown.rows[y]]
        if changed:
            if move := scroll.plan(self.shown, wanted, changed):
                self._scroll(move, wanted)
                changed = sorted({*changed, *range(move.top, move.bottom + 1)})
            if len(changed) > wanted.height // 2 and move is None:
                self._paint_much(wanted, changed)
            else:
                self._paint_rows(wanted, changed)
        if cursor is not None and cursor != self._placed:
            self._move(*cursor)
            self._placed = cursor
        return self._finished()

    def _finished(self) -> str:
        output = "".join(self._out)
        self._out = []
        return f"{SYNC_START}{output}{SYNC_END}" if len(output) >= _SYNC_FROM and self._can.erase_run else output

    def _clear(self, wanted: Grid) -> None:
        self._clear_first = False
        self._out.append("\x1b[m\x1b[H\x1b[2J")
        self._pen, self._x, self._y = PLAIN, 0, 0
        self.shown = Grid(wanted.width, wanted.height)

    def _paint_much(self, wanted: Grid, changed: list[int]) -> None:
        """Where little is left of a full screen it may be shorter to erase everything first; try both."""
        begun, before = self._out, self._state()
        self._out = []
        self._paint_rows(wanted, changed)
        over, after = self._out, self._state()
        if (length := sum(map(len, over))) < _SPARSE * len(changed):
            self._restore(before)
            self._out = []
            self._erase_and_paint(wanted, changed)
            if length <= sum(map(len, self._out)):
                self._out = over
                self._restore(after)
        self._out = begun + self._out

    def _erase_and_paint(self, wanted: Grid, changed: list[int]) -> None:
        """Erase from the first changed row that ends in the ground's colour."""
        ground = self._ground(wanted)
        top = next((y for y in changed if wanted.rows[y].pens[-1] is ground), changed[0])
        self._paint_rows(wanted, [y for y in changed if y < top])
        self._erase_from(top, wanted, ground)
        self._paint_rows(wanted, range(top, wanted.height))

    def _ground(self, wanted: Grid) -> Pen:
        """The commonest look of a row's end, or of an erased cell where the terminal erases without colour."""
        pen = _commonest([row.pens[-1].blank for row in wanted.rows])
        return pen if self._erasable(pen) else PLAIN

    def _erase_from(self, top: int, wanted: Grid, ground: Pen) -> None:
        self._move(0, top)
        self._use_on_blanks(ground)
        self._out.append("\x1b[J")
        self.shown.rows[top:] = [Row.filled(wanted.width, pen=ground) for _ in range(top, wanted.height)]

    def _state(self) -> tuple[list[Row], int | None, int | None, Pen | None, str]:
        """What the terminal is known to show and to be set to."""
        return self.shown.rows.copy(), self._x, self._y, self._pen, self._link

    def _restore(self, state: tuple[list[Row], int | None, int | None, Pen | None, str]) -> None:
        rows, self._x, self._y, self._pen, self._link = state
        self.shown.rows = rows.copy()

    # Rows

    def _paint_rows(self, wanted: Grid, numbers: Sequence[int]) -> None:
        if len(numbers) >= _COLUMN:
            self._paint_columns(wanted, numbers)
        for y in numbers:
            self._paint_row(y, wanted.rows[y])

    def _paint_columns(self, wanted: Grid, numbers: Sequence[int]) -> None:
        """Send signs that stand below each other in a pen of their own, as in a margin or between two texts.

        Within its row each of them would change the pen twice.
        """
        columns: dict[tuple[int, Pen], list[int]] = {}
        for y in numbers:
            new, old = wanted.rows[y], self.shown.rows[y]
            for x in lonely(new):
                if new.text[x] != old.text[x] and not new.doubtful and not old.doubtful:
                    columns.setdefault((x, new.pens[x]), []).append(y)
        for (x, pen), rows in columns.items():
            if len(rows) >= _COLUMN:
                for y in rows:
                    self._paint_sign(x, y, wanted.rows[y].text[x], pen)

    def _paint_sign(self, x: int, y: int, sign: str, pen: Pen) -> None:
        row = self.shown.rows[y] = self.shown.rows[y].copy()
        row.put(x, [sign], [pen])
        self._move(x, y)
        self._write_run(row, y, x, x + 1)

    def _paint_row(self, y: int, new: Row) -> None:
        old = self.shown.rows[y]
        if new == old:
            return
        if is_doubtful("".join(new.text)) or is_doubtful("".join(old.text)):
            self._paint_whole_row(y, new)
        else:
            self._paint_changes(y, new, old)
        self.shown.rows[y] = new.copy()

    def _paint_whole_row(self, y: int, row: Row) -> None:
        """Erase the row and send it cluster by cluster, naming the column again after each doubtful one."""
        self._move(0, y)
        self._use(PLAIN)
        self._out.append("\x1b[K")
        for start, end in stretches(row):
            self._move(start, y)
            self._write_run(row, y, start, end)
            self._x = None

    def _paint_changes(self, y: int, new: Row, old: Row) -> None:
        changed = changes(new, old)
        rest = self._erasable_tail(new)
        if changed.count(1, rest) < _ERASE_TAIL:
            rest = len(changed)
        for start, end in runs(changed[:rest], new):
            self._move(start, y)
            self._write_run(new, y, start, end)
        if rest < len(changed):
            self._move(rest, y)
            self._use_on_blanks(new.pens[rest])
            self._out.append("\x1b[K")

    def _erasable_tail(self, row: Row) -> int:
        """The column from which on the row is blank and can be had by erasing."""
        return tail(row) if self._erasable(row.pens[-1]) else len(row.pens)

    def _erasable(self, pen: Pen) -> bool:
        return pen.blank is pen and not pen.shows_on_blanks and (not pen.bg or self._can.erase_coloured)

    def _write_run(self, row: Row, y: int, start: int, end: int) -> None:
        """Send the cells `start`..`end`, the cursor being on the first."""
        for begin, stop in pieces(row, start, end):
            self._move(begin, y)
            self._write_cells(row.text[begin:stop], row.pens[begin])
        if end >= len(row.text):
            self._x = None  # at the right edge terminals differ on where the cursor is

    def _write_cells(self, cells: list[str], pen: Pen) -> None:
        length = len(cells)
        text = "".join(cells)
        if text.isspace():
            self._use_on_blanks(pen)
            if length >= _ERASE_RUN and self._can.erase_run and self._erasable(pen) and self._erases_as(pen):
                self._out.append(f"\x1b[{length}X")
                return
        else:
            self._use(pen)
            if length >= _REPEAT_RUN and self._can.repeat and text == text[0] * length:
                text = f"{text[0]}\x1b[{length - 1}b"
        self._out.append(text)
        if self._x is not None:
            self._x += length

    def _erases_as(self, pen: Pen) -> bool:
        """Whether erasing now leaves cells that look like `pen`."""
        return self._pen is not None and self._pen.bg == pen.bg

    # Scrolling

    def _scroll(self, move: scroll.Scroll, wanted: Grid) -> None:
        entering = _commonest(wanted.rows[move.bottom if move.lines < 0 else move.top].pens).blank
        pen = entering if self._erasable(entering) else PLAIN
        self._use_on_blanks(pen)
        top, bottom, lines = move.top, move.bottom, abs(move.lines)
        region = (top, bottom) != (0, wanted.height - 1)
        if region:
            self._out.append(f"\x1b[{top + 1};{bottom + 1}r")
        if move.lines < 0:
            self._out.append(self._scroll_up(top, bottom, lines))
        else:
            self._out.append(self._scroll_down(top, lines))
        if region:
            self._out.append("\x1b[r")
        self._x = self._y = None
        self.shown.shift(top, bottom, move.lines, Row.filled(wanted.width, pen=pen))

    def _scroll_up(self, top: int, bottom: int, lines: int) -> str:
        if lines > 3 and self._can.insert_lines:
            return f"{absolute(0, top)}\x1b[{lines}M"
        return absolute(0, bottom) + "\n" * lines

    def _scroll_down(self, top: int, lines: int) -> str:
        if lines > 1 and self._can.insert_lines:
            return f"{absolute(0, top)}\x1b[{lines}L"
        return absolute(0, top) + "\x1bM" * lines

    # Cursor and pen

    def _move(self, x: int, y: int) -> None:
        self._out.append(motion(self._x, self._y, x, y))
        self._x, self._y = x, y

    def _use(self, pen: Pen) -> None:
        if pen.link != self._link:
            self._out.append(f"\x1b]8;{pen.link or ';'}\x1b\\")
            self._link = pen.link
        self._out.append(change(self._pen, pen))
        self._pen = pen

    def _use_on_blanks(self, pen: Pen) -> None:
        """Make blanks look like `pen`; what a blank does not show may stay as it is."""
        if self._pen is None or self._pen.blank is not pen:
            self._use(shortest_to_blank(self._pen, pen))


def _commonest(pens: list[Pen]) -> Pen:
    return Counter(pens).most_common(1)[0][0]
