"""Records what the reader wanted painted and what the wire sent for it, and compares both in an emulator.

`python -m tests.terminals.recording FILE LIBRARY STATE` runs the reader with a recording driver; STATE is the folder
for the user's own marks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.terminals.emulator import Cell, Emulator
from tui.terminal import environment

if __name__ == "__main__":
    environment.prepare()

from index.library import Library
from tui.app import LateralApp
from tui.terminal.driver import WireDriver
from tui.terminal.seam import is_frame


class RecordingDriver(WireDriver):
    """Writes down every size, frame and painted frame, a JSON list a line."""

    file: IO[str]

    def _note(self, kind: str, value: object) -> None:
        self.file.write(json.dumps([kind, value]) + "\n")
        self.file.flush()

    def _fitted(self, width: int, height: int) -> None:
        super()._fitted(width, height)
        self._note("size", [width, height])

    def write(self, data: str) -> None:
        if is_frame(data):
            self._note("frame", data)
        super().write(data)

    def send(self, data: str) -> None:
        self._note("sent", data)
        super().send(data)


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that does not look the same after painted frame number `step`."""

    step: int
    x: int
    y: int
    stock: Cell
    wire: Cell


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many painted frames were compared, the bytes of both ways, and what differed."""

    steps: int
    stock_bytes: int
    wire_bytes: int
    differences: tuple[Difference, ...]


def compare(recording: Path) -> Verdict:
    """Replay a recording as stock output and as sent, and compare every cell after every painted frame."""
    differences: list[Difference] = []
    steps = stock_bytes = wire_bytes = 0
    stock = wire = Emulator(1, 1)
    size: list[int] = []
    pending = False
    for kind, value in map(json.loads, recording.read_text().splitlines()):
        if kind == "size":
            stock, wire, pending = stock if value == size else Emulator(*value), Emulator(*value), False
            size = value
        elif kind == "frame":
            stock.feed(value.encode(errors="replace"))
            stock_bytes += len(value.encode(errors="replace"))
            pending = True
        else:
            wire.feed(value.encode(errors="replace"))
            wire_bytes += len(value.encode(errors="replace"))
            if pending:
                steps, pending = steps + 1, False
                differences += _differing(steps, stock, wire)
    return Verdict(steps, stock_bytes, wire_bytes, tuple(differences))


def _differing(step: int, stock: Emulator, wire: Emulator) -> Iterator[Difference]:
    for y in sorted(stock.take_touched() | wire.take_touched()):
        for x, (one, other) in enumerate(zip(stock.row(y), wire.row(y), strict=True)):
            if one != other:
                yield Difference(step, x, y, one, other)


def main() -> int:
    """Run the reader, recorded."""
    file, library, state = map(Path, sys.argv[1:])
    with file.open("w") as RecordingDriver.file, closing(Library.open(library, state=state)) as opened:
        app = LateralApp(opened)
        app.driver_class = RecordingDriver
        app.run(mouse=False)
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
