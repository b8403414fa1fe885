"""Cursor motion: always arrives, never longer than naming the cell."""

import random

from tests.terminals.emulator import Emulator
from tui.terminal.motion import absolute, motion


def arrival(way: str, x: int, y: int) -> tuple[int, int]:
    """Where a way leads to from a cell, seen by where a letter lands."""
    emulator = Emulator(90, 40)
    emulator.feed(f"{absolute(x, y)}{way}X".encode())
    return next((line.index("X"), row) for row, line in enumerate(emulator.lines) if "X" in line)


def test_every_way_arrives_and_is_no_longer_than_the_absolute_one() -> None:
    chance = random.Random(7)
    for _ in range(400):
        x, y, to_x, to_y = (chance.randrange(limit) for limit in (85, 38, 85, 38))
        way = motion(x, y, to_x, to_y)
        assert arrival(way, x, y) == (to_x, to_y)
        assert len(way) <= len(absolute(to_x, to_y))


def test_from_an_unknown_column_the_row_is_still_of_use() -> None:
    assert motion(None, 4, 0, 5) == "\r\n"
    assert motion(None, 4, 0, 4) == "\r"


def test_from_nowhere_the_cell_is_named() -> None:
    assert motion(None, None, 0, 0) == "\x1b[H"
    assert motion(None, None, 3, 2) == "\x1b[3;4H"


def test_staying_costs_nothing() -> None:
    assert motion(5, 5, 5, 5) == ""
