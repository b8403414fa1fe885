"""Reads a frame as Textual writes it into a grid.

A frame is text, SGR, cursor positions, line feeds and OSC 8 links, and nothing else is recognised in one: any other
sequence, wherever it comes from, is dropped here and has no way to the terminal.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.terminal.cells import cells
from tui.terminal.grid import Grid
from tui.terminal.sgr import Pen, read

_TOKEN = re.compile(
    r"\x1b\[(?P<sgr>[0-9;]*)m"
    r"|\x1b\[(?P<row>\d{0,5});(?P<column>\d{0,5})H"
    r"|\x1b\]8;(?P<id>[^;\x1b\x07]*);(?P<address>[^\x1b\x07]*)\x1b\\"
    r"|(?P<text>[^\x1b\n]+)"
    r"|(?P<feed>\n)"
    r"|(?P<other>\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_][^\x1b\x07]*(?:\x07|\x1b\\)?|.)?)",
    re.DOTALL,
)
_BLANKS = re.compile(r" {2,}|^ | $")
_SAFE_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_SAFE_ID = re.compile(r"(?:id=[\w.-]+)?", re.ASCII)


class FrameReader:
    """Applies frames to `grid`, and collects the numbers of the rows they touched in `touched`.

    `cursor` is where the last frame left the cursor, as (column, row). `outside` tells whether some of a frame lay
    outside the grid, as in one that was made for a larger window.
    """

    def __init__(self, grid: Grid, *, links: bool = True) -> None:
        self.grid = grid
        self._links = links
        self.touched: set[int] = set()
        self.outside = False
        self.cursor = (0, 0)

    def feed(self, frame: str) -> None:
        """Apply one frame; unreadable parts are dropped."""
        x, y = self.cursor
        sgr = link = ""
        for token in _TOKEN.finditer(frame):
            kind = token.lastgroup
            if kind == "text":
                x = self._write(x, y, token["text"], sgr, link)
            elif kind == "sgr":
                sgr = "" if token["sgr"] == "0" else token["sgr"]
            elif kind == "column":
                x, y = max(int(token["column"] or 1) - 1, 0), max(int(token["row"] or 1) - 1, 0)
            elif kind == "feed":
                x, y = 0, y + 1
            elif kind == "address":
                link = _link(token["id"], token["address"]) if self._links else ""
        self.cursor = (x, y)

    def _write(self, x: int, y: int, text: str, sgr: str, link: str) -> int:
        if not 0 <= y < self.grid.height:
            self.outside = True
            return x
        self.touched.add(y)
        fragment, pens = _fragment(text, read(sgr, link))
        end = self.grid.rows[y].put(x, fragment, pens)
        self.outside = self.outside or end < x + len(fragment)
        return end


@lru_cache(maxsize=8192)
def _fragment(text: str, pen: Pen) -> tuple[tuple[str, ...], tuple[Pen, ...]]:
    """Cells and their pens. Runs of blanks get the pen that keeps only what shows on a blank."""
    fragment = cells(text)
    pens = [pen] * len(fragment)
    if pen.blank is not pen and " " in text and "".join(fragment) == text and len(fragment) == len(text):
        for run in _BLANKS.finditer(text):
            pens[run.start() : run.end()] = [pen.blank] * (run.end() - run.start())
    return fragment, tuple(pens)


def _link(link_id: str, address: str) -> str:
    """An OSC 8 parameter and address that cannot end the sequence early; "" for anything else."""
    if not _SAFE_ADDRESS.fullmatch(address) or not _SAFE_ID.fullmatch(link_id):
        return ""
    return f"{link_id};{address}"
