"""Shows why an article was found: the stretch of its text that holds most of what was looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index.model import Snippet, Span
from index.search.highlight import Found, finder
from index.search.tree import Node

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[“\"‘(]?[A-Z0-9])|\n+")
_SPACES = re.compile(r"\s{2,}|[^\S ]")
_DOTS = "…"
_ROOM = 4  # characters of the width kept for the dots and spaces at either end


def matches(text: str, tree: Node) -> tuple[Span, ...]:
    """The stretches of `text` that answer the query, in text order, those that overlap as one."""
    return _merged(finder(tree).find(text))


def snippet(text: str, tree: Node, width: int = 240) -> Snippet:
    """At most `width` characters of `text`: the stretch in which most of the query is found, else the beginning.

    It is cut between words, begins with a sentence where that leaves room, and shows cuts as "…".
    """
    found = finder(tree).find(text)
    room = max(width - _ROOM, 1)
    best = _densest(found, room)
    start, end = _stretch(text, best, room)
    inside = _merged(each for each in found if each.end > start and each.start < end)
    return _shown(text, start, end, inside)


def _merged(found: Iterable[Found]) -> tuple[Span, ...]:
    spans: list[list[int]] = []
    for start, end, _ in found:
        if spans and start < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
        else:
            spans.append([start, end])
    return tuple(Span(start, end) for start, end in spans)


def _densest(found: Sequence[Found], room: int) -> Span:
    """From the first to the last match of the stretch with most parts of the query, then most matches."""
    best, most, first, parts = (0, 0), (0, 0), 0, 0
    inside = [0] * (1 + max((match.part for match in found), default=0))
    for last, (_, end, part) in enumerate(found):
        parts += not inside[part]
        inside[part] += 1
        while first < last and end - found[first].start > room:
            inside[found[first].part] -= 1
            parts -= not inside[found[first].part]
            first += 1
        if (parts, last - first) > most:
            best, most = (first, last), (parts, last - first)
    return Span(found[best[0]].start, found[best[1]].end) if found else Span(0, 0)


def _stretch(text: str, best: Span, room: int) -> tuple[int, int]:
    """Widen the matches to the room there is."""
    if len(text) <= room:
        return 0, len(text)
    start = _begin(text, max(0, best.end - room), best.start, room)
    end = min(len(text), start + room)
    if end < len(text):
        end = max(_cut_before(text, end, start), min(best.end, end))
    return start, end


def _begin(text: str, earliest: int, match: int, room: int) -> int:
    """The beginning of the sentence of a match at `match`, or of a word well before it; not before `earliest`."""
    sentences = [each.end() for each in _SENTENCE.finditer(text, earliest, match + 1) if each.end() <= match]
    if sentences:
        return sentences[-1]
    if earliest == 0:
        return 0
    begin = max(earliest, match - room // 3)
    space = text.find(" ", begin, match)
    return space + 1 if space >= 0 else min(begin, match)


def _cut_before(text: str, end: int, start: int) -> int:
    """The end of the last whole word that ends by `end`; `end` itself inside a monstrous word."""
    if text[end].isspace():
        return end
    cut = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return cut if cut > start else end


def _shown(text: str, start: int, end: int, inside: Sequence[Span]) -> Snippet:
    """The stretch as one line, with dots where it was cut."""
    piece = text[start:end]
    lead = f"{_DOTS} " if start and not _begins_sentence(text, start) else ""
    tail = f" {_DOTS}" if end < len(text) else ""
    shift = _Shift(piece, len(lead))
    spans = (Span(max(each.start - start, 0), min(each.end - start, len(piece))) for each in inside)
    shown = lead + _SPACES.sub(" ", piece).rstrip() + tail
    return Snippet(shown, tuple(Span(shift(each.start), shift(each.end)) for each in spans))


def _begins_sentence(text: str, start: int) -> bool:
    return text[start - 1] == "\n" or bool(re.search(r"[.!?][”\"’)]*\s*$", text[max(0, start - 6) : start]))


class _Shift:
    """Where an offset goes when runs of white space become one space and `lead` characters are put before."""

    def __init__(self, piece: str, lead: int) -> None:
        self._lead = lead
        self._runs = [(run.end(), run.end() - run.start() - 1) for run in _SPACES.finditer(piece)]

    def __call__(self, offset: int) -> int:
        return offset + self._lead - sum(lost for end, lost in self._runs if end <= offset)
