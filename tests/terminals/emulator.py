"""A terminal emulator to check screens against: pyte, with the sequences it lacks and clusters in one cell."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyte
from pyte.graphics import FG_BG_256
from rich.cells import cell_len, split_graphemes

# Private modes and mode queries pyte would print or stumble over.
_UNREADABLE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|[mu])")


class Cell(NamedTuple):
    """What can be seen of a cell; a blank's foreground cannot."""

    text: str
    fg: str
    bg: str
    attributes: tuple[bool, ...]


class _Screen(pyte.Screen):
    """pyte's screen with REP, and with the current background on lines that scroll in, as xterm has it."""

    def index(self) -> None:
        with self._coloured():
            super().index()

    def reverse_index(self) -> None:
        with self._coloured():
            super().reverse_index()

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        """pyte erases only the cells that were written to before."""
        for line in (self.buffer[y] for y in range(self.lines)):
            line.update({x: line[x] for x in range(self.columns)})
        super().erase_in_display(how, *args, **kwargs)

    def insert_lines(self, count: int | None = None) -> None:
        with self._coloured():
            super().insert_lines(count)

    def delete_lines(self, count: int | None = None) -> None:
        with self._coloured():
            super().delete_lines(count)

    @contextlib.contextmanager
    def _coloured(self) -> Iterator[None]:
        """Give every line that was dropped from the buffer meanwhile, and so is new, the current background."""
        for y in range(self.lines):
            self.buffer[y]
        yield
        blank = self.default_char._replace(bg=self.cursor.attrs.bg)
        for y in range(self.lines):
            if y not in self.buffer:
                self.buffer[y].update(dict.fromkeys(range(self.columns), blank))

    def draw(self, data: str) -> None:
        """Draw clusters as wide as Textual takes them to be; pyte alone gives every code point a place."""
        if data.isascii():
            super().draw(data)
            return
        for start, end, width in split_graphemes(data)[0]:
            if width > 0:
                super().draw("界" if width == 2 else "x")
                line, x = self.buffer[self.cursor.y], self.cursor.x - width
                line[x] = line[x]._replace(data=data[start:end])

    def repeat(self, count: int = 1) -> None:
        last = self.buffer[self.cursor.y][max(self.cursor.x - 1, 0)].data
        self.draw(last * (count or 1))


class _Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat"}  # noqa: RUF012 - declared by pyte
    events = frozenset([*pyte.ByteStream.events, "repeat"])


class Emulator:
    """Takes a program's output and shows what a terminal would."""

    def __init__(self, width: int, height: int) -> None:
        self._screen = _Screen(width, height)
        self._stream = _Stream(self._screen)

    def feed(self, data: bytes) -> None:
        """Interpret output."""
        self._stream.feed(_UNREADABLE.sub(b"", data))

    def resize(self, width: int, height: int) -> None:
        """The window changed its size."""
        self._screen.resize(height, width)

    @property
    def lines(self) -> list[str]:
        """The rows as text."""
        return ["".join(cell.text for cell in row) for row in self.cells]

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.lines)

    @property
    def cells(self) -> list[list[Cell]]:
        """Every cell as it is seen."""
        return [self.row(y) for y in range(self._screen.lines)]

    def row(self, y: int) -> list[Cell]:
        """The cells of one row; half of a wide character whose other half is written over is blank."""
        line = self._screen.buffer[y]
        cells = [_seen(line[x]) for x in range(self._screen.columns)]
        if all(cell.text.isascii() and cell.text for cell in cells):
            return cells
        for x, cell in enumerate(cells):
            whole = cell_len(cell.text) != 2 or (x + 1 < len(cells) and cells[x + 1].text == "")
            if not whole or (cell.text == "" and (x == 0 or cell_len(cells[x - 1].text) != 2)):
                cells[x] = _blank(line[x])
        return cells

    def take_touched(self) -> set[int]:
        """The rows written to since the last call."""
        touched = {y for y in self._screen.dirty if y < self._screen.lines}
        self._screen.dirty.clear()
        return touched

    @property
    def cursor_hidden(self) -> bool:
        """Whether the cursor is switched off."""
        return bool(self._screen.cursor.hidden)

    @property
    def modes(self) -> set[int]:
        """The private modes that are set, by their DEC numbers."""
        return {mode >> 5 for mode in self._screen.mode if mode >= 32}


def _seen(char: Any) -> Cell:
    if not char.data.strip() and char.data:
        return _blank(char)
    lines = (char.underscore, char.strikethrough, char.reverse)
    return Cell(char.data, char.fg, char.bg, (*lines, char.bold, char.italics, char.blink))


def _blank(char: Any) -> Cell:
    lines = (char.underscore, char.strikethrough, char.reverse)
    return Cell(" ", char.fg if any(lines) else "", char.bg, lines)


_NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
_ATTRIBUTES = ("4", "9", "7", "1", "3", "5")  # in the order of Cell.attributes


def sequence(row: list[Cell], few_colours: bool = False) -> str:
    """A row as text with SGR sequences, as a program that colours its output would write it.

    The background that the row ends with is taken for that of the terminal.
    """
    ground = row[-1].bg
    row = [cell._replace(bg="default" if cell.bg == ground else cell.bg) for cell in row]
    out: list[str] = []
    pen = ""
    for cell in row:
        wanted = _pen(cell, few_colours)
        if wanted != pen:
            out.append(f"\x1b[0;{wanted}m" if wanted else "\x1b[0m")
            pen = wanted
        out.append(cell.text)
    return "".join(out).rstrip() + ("\x1b[0m" if pen else "")


def _pen(cell: Cell, few_colours: bool) -> str:
    codes = [code for code, on in zip(_ATTRIBUTES, cell.attributes, strict=False) if on]
    for colour, base in ((cell.fg, 30), (cell.bg, 40)):
        if colour in _NAMES:
            codes.append(str(base + _NAMES.index(colour)))
        elif len(colour) == 6:
            codes.append(f"{base + 8};{_colour(colour, few_colours)}")
    return ";".join(codes)


def _colour(colour: str, few_colours: bool) -> str:
    if few_colours:
        return f"5;{FG_BG_256.index(colour)}"
    return "2;" + ";".join(str(int(colour[at : at + 2], 16)) for at in (0, 2, 4))
