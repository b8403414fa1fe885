"""Compares the wire with Textual's own output, cell for cell, over tours through the whole reader at four sizes.

`python -m tests.benchmarks.equality [--library DIR] [--size 80x24]`: over the sample library with the hostile articles
of the tests in it, or over another one. Every action of the reader is done once at each size, and the window changes
its size on the way. Prints the bytes of both ways and every cell that differs; exits with 1 if one does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from index import samples
from index.library import Library
from tests.hostile import articles
from tests.terminals.recording import Verdict, compare
from tests.terminals.session import Session
from tests.terminals.tours import Tour, go_home, tours

Size = tuple[int, int]

SIZES: tuple[Size, ...] = ((80, 24), (120, 40), (200, 60), (61, 15))
_RESIZED_EVERY = 5  # tours
_SHOWN = 5  # differences printed a size


def stock(folder: Path) -> tuple[Path, Path]:
    """A library in `folder` with texts that show every feature and every attack; also a file that can be imported."""
    hostile = folder / "hostile.jsonl"
    articles.write(hostile)
    library = Library.create(folder / "library", state=folder / "state")
    library.add([*samples.paths(), hostile])
    library.close()
    return folder / "library", hostile


def verdict(library: Path, size: Size, chosen: Iterable[Tour]) -> Verdict:
    """Walk some tours, recorded, and compare. Raises AssertionError where the reader does not come home."""
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder) / "recording"
        command: list[str | Path] = [sys.executable, "-m", "tests.terminals.recording", recording, library, folder]
        with Session(command, *size) as session:
            session.wait_for("results")
            for number, tour in enumerate(chosen):
                tour.walk(session)
                if number % _RESIZED_EVERY == 0:
                    _resize(session, size)
            go_home(session)
            session.type("\x11")
            session.ended()
        return compare(recording)


def _resize(session: Session, size: Size) -> None:
    """Make the window smaller, and as it was."""
    for width, height in ((size[0] - 7, size[1] - 3), size):
        session.resize(width, height)
        session.settle(quiet=0.1)


def main() -> int:
    """Run the sizes and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, help="compare over this library, which is not changed")
    parser.add_argument("--size", help="this size only, as in 80x24")
    options = parser.parse_args()
    sizes = [tuple(map(int, options.size.split("x")))] if options.size else SIZES
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        library, file = stock(Path(folder))
        for width, height in sizes:
            result = verdict(options.library or library, (width, height), tours(file))
            failed |= bool(result.differences) or not result.steps
            print(
                f"{width}x{height}: {result.steps} painted frames, stock {result.stock_bytes} bytes, "
                f"wire {result.wire_bytes}, cells that differ: {len(result.differences)}",
                flush=True,
            )
            for each in result.differences[:_SHOWN]:
                print(f"  frame {each.step}, column {each.x}, row {each.y}: stock {each.stock}, wire {each.wire}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
