"""Compares the wire with Textual's own output, cell for cell, over a scripted session at four sizes.

`python -m tests.benchmarks.equality [--library DIR]`: without a library, over the demo app of the tests. Prints the
bytes of both ways and every cell that differs; exits with 1 if one does.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.terminals.recording import Verdict, compare
from tests.terminals.session import Session

SIZES = ((80, 24), (120, 40), (200, 60), (41, 11))
DOWN, UP, PAGE_DOWN, PAGE_UP = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~"
STEPS = 200
# What a reader does, by how often: move, page, open, compare, search, ask for help, go back, redraw.
_MOVES = [DOWN] * 8 + [UP] * 3 + [PAGE_DOWN] * 3 + [PAGE_UP] * 2
_ACTS = ["\r", "c", "?", "/ab\r", "q", "\x0c", "jjjj"]


def script(seed: int, steps: int = STEPS) -> list[str]:
    """Keys of a session that never leaves: each screen that was opened is closed before the next is."""
    chance = random.Random(seed)
    keys: list[str] = []
    opened = False
    while len(keys) < steps:
        keys += chance.choices(_MOVES, k=chance.randint(2, 6))
        act = "q" if opened else chance.choice([act for act in _ACTS if act != "q"])
        opened = act in ("\r", "c", "?")
        keys.append(act)
    return [*keys, *(["q"] if opened else [])]


def verdict(size: tuple[int, int], keys: list[str], app: list[str]) -> Verdict:
    """Run one scripted session and compare."""
    with tempfile.TemporaryDirectory() as folder:
        recording = Path(folder) / "recording"
        command: list[str | Path] = [sys.executable, "-m", "tests.terminals.recording", recording, *app]
        with Session(command, *size) as session:
            session.read(0.5, until=lambda session: len(session.output) > 500)
            for key in keys:
                session.press(key, 0.03)
            session.read(0.3)
        return compare(recording)


def main() -> int:
    """Run every size and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", help="compare over the reader with this library")
    library = parser.parse_args().library
    app = ["lateral", library] if library else ["demo"]
    failed = False
    for seed, size in enumerate(SIZES):
        result = verdict(size, script(seed), app)
        failed |= bool(result.differences) or not result.steps
        print(
            f"{size[0]}x{size[1]}: {result.steps} painted frames, stock {result.stock_bytes} bytes, "
            f"wire {result.wire_bytes}, cells that differ: {len(result.differences)}"
        )
        for each in result.differences[:5]:
            print(f"  frame {each.step}, column {each.x}, row {each.y}: stock {each.stock}, wire {each.wire}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
