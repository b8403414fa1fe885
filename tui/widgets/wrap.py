"""Breaking text into lines of a given width in terminal cells, by offsets, so that marks stay in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from index.model import Span

_CHUNK = re.compile(r"[^ ]+")
# Characters that take one cell each: nearly every news text has no others.
_SINGLE = re.compile(r"[ -~\xa1-\xac\xae-\u02ff\u2010-\u2014\u2018-\u201d\u2022\u2026]*")


def wrap(text: str, start: int, end: int, width: int) -> list[Span]:
    """Spans of `text[start:end]`, one a line, each at most `width` cells and without the space it broke at.

    Breaks at spaces; a word longer than a line is cut, and text in wide characters may break anywhere. A newline
    always breaks. The spans of an empty stretch are one empty line.
    """
    lines: list[Span] = []
    while True:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        narrow = _SINGLE.fullmatch(text, start, stop)
        lines.extend(_narrow(text, start, stop, width) if narrow else _wide(text, start, stop, width))
        if newline < 0:
            return lines
        start = newline + 1


def _narrow(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Lines of text in which every character takes one cell."""
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        cut = space if space > start else start + width
        yield Span(start, cut)
        start = cut + 1 if space > start else cut
    yield Span(start, end)


def _wide(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Lines of any text, measured word by word."""
    begin, used, last = start, 0, start
    for chunk in _CHUNK.finditer(text, start, end):
        cells = cell_len(chunk.group())
        gap = chunk.start() - last
        room = width - used - gap
        if cells > room and begin < chunk.start() and not _may_start(chunk.group(), cells, room):
            if last > begin:
                yield Span(begin, last)
            begin, used, gap = chunk.start(), 0, 0
        at = chunk.start()
        while used + gap + cells > width:
            cut = _fitting(text, at, chunk.end(), width - used - gap)
            yield Span(begin, cut)
            begin = at = cut
            used, gap, cells = 0, 0, cell_len(text[cut : chunk.end()])
        used, last = used + gap + cells, chunk.end()
    yield Span(begin, last)


def _may_start(word: str, cells: int, room: int) -> bool:
    """Whether a word too long for the rest of a line may begin there: one in wide characters, as in scripts
    without spaces."""
    return room > 1 and cells > len(word)


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """Where the longest piece of `text[start:end]` of at most `width` cells ends, at least one character on."""
    at, cells = start, 0
    while at < end:
        cells += cell_len(text[at])
        if cells > width:
            break
        at += 1
    while start < at < end and cell_len(text[at]) == 0:
        at -= 1
    return max(at, start + 1)


def ellipsis(text: str, width: int) -> str:
    """`text` if it fits in `width` cells, else its beginning with … at the end, cut at a word where one is near."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    cut = _fitting(text, 0, len(text), width - 1)
    space = text.rfind(" ", max(cut // 2, cut - 12), cut + 1)
    return text[: space if space > 0 else cut].rstrip() + "…"


def ending(text: str, width: int) -> str:
    """`text` if it fits in `width` cells, else … and its end, for paths; "" where there is no room at all."""
    if width < 1:
        return ""
    if cell_len(text) <= width:
        return text
    start = max(0, len(text) - max(0, width - 1))
    while cell_len(text[start:]) > width - 1:
        start += 1
    return "…" + text[start:]


def shares(wanted: Iterable[int], room: int) -> list[int]:
    """The cells that each of several texts gets of `room`: what it wants where it is short, else as much as the
    others that are long."""
    wishes = list(wanted)
    given = [0] * len(wishes)
    for position, index in enumerate(sorted(range(len(wishes)), key=wishes.__getitem__)):
        given[index] = max(0, min(wishes[index], room // (len(wishes) - position)))
        room -= given[index]
    return given
