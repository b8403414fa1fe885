"""Line filters: the last look at every line of every widget before it becomes a frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, NoColor

from index.text.sanitise import clean, safe_url
from tui.terminal.ascii import to_ascii
from tui.terminal.capabilities import Capabilities


class Sanitise(LineFilter):
    """Nothing a terminal acts on gets past, in any widget; the line keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the contract
        """Clean each segment's text and link."""
        return [_sanitised(segment) for segment in segments]


class Ascii(LineFilter):
    """For a locale that is not UTF-8: every character becomes an ASCII one of the same width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the contract
        """Put plain forms for signs, letters without their accents, and "?" for the rest."""
        return [segment if segment.text.isascii() else _replaced(segment, to_ascii) for segment in segments]


def line_filters(can: Capabilities) -> list[LineFilter]:
    """What a terminal of these capabilities needs, in order, after Textual's own filters."""
    filters: list[LineFilter] = [Sanitise()]
    if not can.utf8:
        filters.append(Ascii())
    if can.colours == 0:
        filters.append(NoColor())
    return filters


def _sanitised(segment: Segment) -> Segment:
    text, style, _ = segment
    if style is not None and style.link and safe_url(style.link) != style.link:
        segment = Segment(text, style.update_link(None))
    if text.isascii() and text.isprintable():
        return segment
    return _replaced(segment, _harmless)


def _replaced(segment: Segment, change: Callable[[str], str]) -> Segment:
    text, style, _ = segment
    return Segment(_kept_wide(text, change(text)), style)


def _kept_wide(before: str, after: str) -> str:
    """`after` cut or padded to the width of `before`, so that what follows stays in its column."""
    return after if before == after else set_cell_size(after, cell_len(before))


@lru_cache(maxsize=4096)
def _harmless(text: str) -> str:
    return clean(text).replace("\n", " ")
