"""Keeps the screen a session ends with, for `boot` to show when the next one begins."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path

from tui.terminal import boot
from tui.terminal.capabilities import Capabilities
from tui.terminal.grid import Grid
from tui.terminal.painter import Painter


def keep(grid: Grid, can: Capabilities) -> None:
    """Write the screen to the user's state folder, readable by the user only.

    Two forms are kept: as few bytes as can be, for the terminal, and cell by cell, for the driver to know what
    the terminal shows. Raises OSError where the file cannot be written.
    """
    painted = Painter(can, grid.width, grid.height).paint(grid, range(grid.height))
    head = boot.key(boot.arguments(), grid.width, grid.height)
    path = Path(boot.path())
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", newline="") as file:
        file.write(boot.SEPARATOR.join([head, painted, as_frame(grid)]))
    new.replace(path)


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
