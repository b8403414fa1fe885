"""Finds out whether a frame is mostly the last one moved up or down, so that the terminal can move it itself.

Rows are matched by their text, like the hunks of a diff, and the best move is taken if it saves bytes. Only whole
rows move: left and right margins (DECSLRM) are too rare to build on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import is_not, itemgetter, ne

from tui.terminal.grid import Grid, Row

_EDGE = 2  # columns at each side that a cursor mark or a scroll bar may change without breaking a match
_LEAST_MATCHES = 2
_COST = 30  # bytes: setting the region, moving, and resetting it


@dataclass(frozen=True, slots=True)
class Scroll:
    """Rows `top`..`bottom` (inclusive) move down by `lines`, or up where it is negative."""

    top: int
    bottom: int
    lines: int


def plan(shown: Grid, wanted: Grid, changed: Sequence[int]) -> Scroll | None:
    """The move that saves most, or None. `changed` are the numbers of the rows that differ, ascending."""
    if len(changed) <= _LEAST_MATCHES:
        return None
    savings = [(_saving(shown, wanted, move), move) for move in _moves(shown, wanted, changed)]
    saving, best = max(savings, key=itemgetter(0), default=(0, None))
    return best if saving > _COST else None


def _moves(shown: Grid, wanted: Grid, changed: Sequence[int]) -> list[Scroll]:
    """Up to two candidates, by the number of rows that agree on how far they moved."""
    places: dict[str, int] = {}
    for y, row in enumerate(shown.rows):
        key = _key(row)
        places[key] = y if key not in places else -1
    matches = [(y, y - places[key]) for y in changed if places.get(key := _key(wanted.rows[y]), -1) >= 0 and key]
    distances = Counter(distance for _, distance in matches if distance)
    moves = []
    for distance, count in distances.most_common(2):
        if count >= _LEAST_MATCHES:
            rows = [y for y, d in matches if d == distance]
            rows += [y - distance for y in rows]
            moves.append(Scroll(min(rows), max(rows), distance))
    return moves


def _key(row: Row) -> str:
    return "".join(row.text[_EDGE:-_EDGE]).strip()


def _saving(shown: Grid, wanted: Grid, move: Scroll) -> int:
    """Cells that need not be sent, thanks to the move."""
    blank = Row.filled(wanted.width)
    saved = 0
    for y in range(move.top, move.bottom + 1):
        source = y - move.lines
        moved = shown.rows[source] if move.top <= source <= move.bottom else blank
        saved += _distance(wanted.rows[y], shown.rows[y]) - _distance(wanted.rows[y], moved)
    return saved


def _distance(one: Row, other: Row) -> int:
    """About how many cells differ."""
    if one == other:
        return 0
    texts: int = sum(map(ne, one.text, other.text))
    return max(texts, sum(map(is_not, one.pens, other.pens)))
