"""Text with named inks: what stands where in a line, before any colour is chosen.

A `Run` is a piece of text with the names of its inks, later names painting over earlier ones. The look of each
name is a component class in `styles/ink.tcss`, so a theme decides about colour and the monochrome one does
without.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len

from index.model import Span
from tui.widgets.wrap import ellipsis

Run = tuple[str, tuple[str, ...]]
Line = Sequence[Run]

INKS: tuple[str, ...] = (
    "title", "dim", "accent", "heading", "key", "rule", "match", "selected", "active", "unread", "claim-1", "claim-2",
    "claim-3", "claim-mark", "figure", "quote", "marked", "same", "differs", "alone", "related", "only", "problem",
    "bar", "chosen", "label",
)  # fmt: skip


def component(name: str) -> str:
    """The component class of an ink."""
    return f"ink--{name}"


COMPONENTS = frozenset(map(component, INKS))
"""What an app that paints in inks has for its component classes: once for all its widgets, for each costs time."""


@dataclass(frozen=True, slots=True)
class Ink(Span):
    """A stretch of text to be painted in the ink `name`."""

    name: str


def painted(text: str, start: int, end: int, inks: Sequence[Ink], base: tuple[str, ...] = ()) -> list[Run]:
    """`text[start:end]` cut into runs wherever an ink begins or ends."""
    over = [ink for ink in inks if ink.start < end and ink.end > start]
    if not over:
        return [(text[start:end], base)] if end > start else []
    cuts = {start, end}
    for ink in over:
        cuts.add(max(ink.start, start))
        cuts.add(min(ink.end, end))
    places = sorted(cuts)
    return [
        (text[left:right], base + tuple(ink.name for ink in over if ink.start <= left and ink.end >= right))
        for left, right in pairwise(places)
    ]


def shifted(spans: Iterable[Span], by: int, name: str) -> tuple[Ink, ...]:
    """Spans as inks, moved to the right by `by` characters."""
    return tuple(Ink(span.start + by, span.end + by, name) for span in spans)


def width(line: Line) -> int:
    """The cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def fit(line: Line, cells: int) -> list[Run]:
    """A line cut to `cells`, with … where something was cut off."""
    kept: list[Run] = []
    left = cells
    for position, (text, inks) in enumerate(line):
        size = cell_len(text)
        more = any(rest for rest, _ in line[position + 1 :])
        if size > left or (size == left and more):
            short = ellipsis(text, left) if size > left else ellipsis(text + " ", left)
            return [*kept, (short, inks)]
        kept.append((text, inks))
        left -= size
    return kept


def spread(left: Line, right: Line, cells: int) -> list[Run]:
    """Two ends of one line with a gap between; the right end stays whole while the left one is cut."""
    room = cells - width(right) - (1 if right else 0)
    if room < 1:
        return fit(left, cells)
    begin = fit(left, room)
    gap = cells - width(begin) - width(right)
    return [*begin, (" " * gap, ()), *right]


class InkMap:
    """Inks sorted by place, to find quickly those that touch a line."""

    def __init__(self, inks: Iterable[Ink]) -> None:
        self._inks = sorted(inks, key=lambda ink: ink.start)
        self._starts = [ink.start for ink in self._inks]
        self._longest = max((ink.end - ink.start for ink in self._inks), default=0)

    def touching(self, start: int, end: int) -> list[Ink]:
        """The inks that overlap `start`..`end`, in text order."""
        return list(self._touching(start, end))

    def _touching(self, start: int, end: int) -> Iterator[Ink]:
        first = bisect_left(self._starts, start - self._longest)
        for position in range(first, bisect_left(self._starts, end)):
            if self._inks[position].end > start:
                yield self._inks[position]
