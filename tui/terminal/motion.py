"""The shortest way to move a terminal's cursor."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def motion(from_x: int | None, from_y: int | None, x: int, y: int) -> str:
    """The shortest sequence from one cell to another; None where the cursor's column or row is not known.

    A line feed moves straight down (the driver turns the terminal's output processing off). Coordinates count
    from 0.
    """
    if (from_x, from_y) == (x, y):
        return ""
    ways = [absolute(x, y)]
    if from_y is not None:
        vertical = _vertical(y - from_y)
        ways.append("\r" + vertical + _horizontal(x))
        if from_x is not None:
            ways.append(vertical + _horizontal(x - from_x))
    return min(ways, key=len)


def absolute(x: int, y: int) -> str:
    """CUP to a cell, in its shortest form."""
    if x == 0:
        return f"\x1b[{y + 1}H" if y else "\x1b[H"
    return f"\x1b[{y + 1};{x + 1}H"


def _vertical(rows: int) -> str:
    if 0 <= rows <= 3:
        return "\n" * rows
    return f"\x1b[{rows}B" if rows > 0 else _counted(-rows, "A")


def _horizontal(columns: int) -> str:
    if -3 <= columns <= 0:
        return "\b" * -columns
    return _counted(columns, "C") if columns > 0 else f"\x1b[{-columns}D"


def _counted(count: int, final: str) -> str:
    return f"\x1b[{count}{final}" if count > 1 else f"\x1b[{final}"
