"""Keeps the screen a session ends with, for the command to show when the next one begins."""

from __future__ import annotations

import os
import time
from itertools import groupby
from pathlib import Path

from tui.terminal import boot
from tui.terminal.capabilities import Capabilities
from tui.terminal.frame import FrameReader
from tui.terminal.grid import UNKNOWN, Grid
from tui.terminal.painter import Painter
from tui.terminal.sgr import PLAIN


def keep(grid: Grid, can: Capabilities) -> None:
    """Write the screen to the user's state folder, readable by the user only.

    Two forms are kept: as few bytes as can be, for the command to show, and cell by cell, for the driver to know what
    the terminal shows. Raises OSError where the file cannot be written.
    """
    head = boot.head(grid.width, grid.height)
    if head is None:
        return
    shown = _shown(grid, can).encode(errors="replace")
    path = Path(boot.path())
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(os.fsencode(f"{head}\n{len(shown)}\n{time.time_ns()}\n") + shown)
        file.write(as_frame(grid).encode(errors="replace"))
    new.replace(path)


def kept(width: int, height: int, written: str) -> Grid | None:
    """The screen that `keep` wrote at `written`, for the driver to go on from; None if it is another one by now."""
    grid = Grid(width, height)
    try:
        *head, length, when, rest = Path(boot.path()).read_bytes().split(b"\n", 5)
        if os.fsdecode(b"\n".join(head)) != boot.head(width, height) or when != os.fsencode(written):
            return None
        FrameReader(grid).feed(rest[int(length) :].decode())
    except (OSError, ValueError):
        return None
    grid.rows[-1].put(_mark_at(width), UNKNOWN * len(boot.MARK), (PLAIN,) * len(boot.MARK))
    return grid


def _shown(grid: Grid, can: Capabilities) -> str:
    """What the command shows: the screen without a cursor, and the mark that says it is not live yet."""
    painted = Painter(can, grid.width, grid.height).paint(grid, range(grid.height))
    mark = f"\x1b[{grid.height};{_mark_at(grid.width) + 1}H\x1b[;7m{boot.MARK}\x1b[m"
    alternate = "\x1b[?1049h" if can.alternate_screen else ""
    return f"{alternate}\x1b[?25l\x1b[?7l{painted}{mark}"


def _mark_at(width: int) -> int:
    return max(width - len(boot.MARK) - 1, 0)


def as_frame(grid: Grid) -> str:
    """The grid in the form in which Textual writes frames."""
    return "".join(_row_frame(y, grid) for y in range(grid.height))


def _row_frame(y: int, grid: Grid) -> str:
    row = grid.rows[y]
    parts = [f"\x1b[{y + 1};1H"]
    for pen, group in groupby(zip(row.pens, row.text, strict=True), key=lambda cell: cell[0]):
        text = "".join(cell for _, cell in group)
        parts.append(f"\x1b[{pen.sequence}m{text}\x1b[0m" if pen.sequence else text)
    return "".join(parts)
