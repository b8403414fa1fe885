"""Where a row changed, and where its look does, found without a loop over its cells.

A screen has thousands of cells, and a key is to be answered in milliseconds: cells are compared by `map`, one byte
each, and the bytes are searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from operator import is_not, ne, or_

from tui.terminal.cells import is_doubtful
from tui.terminal.grid import Row
from tui.terminal.sgr import PLAIN

_GAP = 4  # equal cells between two changed ones that cost less to send again than to skip
_SET, _STRETCH, _TWO_CUTS = re.compile(b"\x01"), re.compile(b"\x01+"), re.compile(b"\x01(?=\x01)")


def changes(new: Row, old: Row) -> bytes:
    """One byte a column, 1 where the cells differ."""
    return bytes(map(or_, map(ne, new.text, old.text), map(is_not, new.pens, old.pens)))


def tail(row: Row) -> int:
    """The column from which on every cell is a blank in the pen of the last one."""
    text = "".join(row.text)
    start = len(row.text) - len(text) + len(text.rstrip(" "))
    return start + bytes(map(is_not, row.pens[start:], repeat(row.pens[-1]))).rfind(1) + 1


def pieces(row: Row, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The columns `start`..`end` cut wherever the pen changes."""
    begin = start
    for cut in _SET.finditer(_cuts(row, start, end)):
        yield begin, start + cut.end()
        begin = start + cut.end()
    yield begin, end


def lonely(row: Row) -> Iterator[int]:
    """The columns of signs with another pen than their neighbours on both sides."""
    for cut in _TWO_CUTS.finditer(_cuts(row, 0, len(row.pens))):
        if row.text[cut.end()].strip():
            yield cut.end()


def _cuts(row: Row, start: int, end: int) -> bytes:
    """1 where a cell is followed by one with another pen."""
    return bytes(map(is_not, row.pens[start : end - 1], row.pens[start + 1 : end]))


def runs(changed: bytes, row: Row) -> Iterator[tuple[int, int]]:
    """The changed columns as runs that begin and end with whole characters, small gaps closed."""
    start = end = -1
    for stretch in _STRETCH.finditer(changed):
        if start >= 0 and stretch.start() - end <= _GAP and _looks_on(row, end, stretch.start()):
            end = stretch.end()
            continue
        if start >= 0:
            yield _whole(row, start, end)
        start, end = stretch.span()
    if start >= 0:
        yield _whole(row, start, end)


def _looks_on(row: Row, start: int, end: int) -> bool:
    """Whether the cells `start`..`end` can be written with the pen of the one before them."""
    pen = row.pens[start - 1]
    return all(
        row.pens[x] is pen or (row.text[x] == " " and pen.blank is row.pens[x].blank is row.pens[x])
        for x in range(start, end)
    )


def _whole(row: Row, start: int, end: int) -> tuple[int, int]:
    while start > 0 and row.text[start] == "":
        start -= 1
    while end < len(row.text) and row.text[end] == "":
        end += 1
    return start, end


def stretches(row: Row) -> Iterator[tuple[int, int]]:
    """The row, its blank tail left out, cut where doubtful clusters end and the column has to be named again."""
    width = len(row.text)
    while width and row.text[width - 1] == " " and row.pens[width - 1] is PLAIN:
        width -= 1
    doubts = [is_doubtful(cell) or (cell == "" and is_doubtful(row.text[x - 1])) for x, cell in enumerate(row.text)]
    cuts = [x for x in range(1, width) if doubts[x - 1] and not doubts[x]]
    yield from zip([0, *cuts], [*cuts, width], strict=True)
