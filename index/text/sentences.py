"""Sentences of news prose, with exact offsets, in time linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model import Sentence
from index.text.paragraphs import paragraphs
from index.text.stops import STOP, ends

FILLED = re.compile(r"\S")
CREDIT = re.compile(r"(?<=\S)\s++(?=(?:Image|Photo)s?: )")  # of a picture: a sentence also without a stop before


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; together they cover all of it that is not white space."""
    cased = text.lower() != text
    return tuple(
        Sentence(first, last, number)
        for number, (start, end) in enumerate(paragraphs(text))
        for whole in _split(text, start, end, cased=cased)
        for first, last in _credited(text, *whole)
    )


def _split(text: str, start: int, end: int, *, cased: bool) -> Iterator[tuple[int, int]]:
    first = start
    for mark in STOP.finditer(text, start, end):
        if mark.start() >= first and ends(text, first, mark, end, cased=cased):
            yield first, mark.end()
            following = FILLED.search(text, mark.end(), end)
            first = following.start() if following else end
    if first < end:
        yield first, end


def _credited(text: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    for credit in CREDIT.finditer(text, first, end):
        yield first, credit.start()
        first = credit.end()
    yield first, end
