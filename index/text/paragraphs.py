"""The paragraphs of a text: its lines, but hard-wrapped lines read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

LINE = re.compile(r"[^\s][^\n]*(?<!\s)")
BULLET = re.compile(r"(?<!\s)[^\S\n]++(?=[•▪◦‣●]\s)")  # a list that has lost its line breaks
WRAP = range(40, 101)  # widths, in characters, at which text is hard-wrapped
LONGEST_WORD = 40  # characters of the next line's first word that count

Lines = list[tuple[int, int]]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without white space around it."""
    block: Lines = []
    for line in LINE.finditer(text):
        if block and "\n" in text[block[-1][1] + 1 : line.start()]:
            yield from _of_block(text, block)
            block = []
        block.append(line.span())
    yield from _of_block(text, block)


def _of_block(text: str, block: Lines) -> Iterator[tuple[int, int]]:
    if len(block) > 1 and _wrapped(text, block):
        yield block[0][0], block[-1][1]
        return
    for start, end in block:
        for bullet in BULLET.finditer(text, start, end):
            yield start, bullet.start()
            start = bullet.end()
        yield start, end


def _wrapped(text: str, block: Lines) -> bool:
    """Whether every line is so long that the first word of the next would not have fitted on it."""
    width = max(end - start for start, end in block)
    if width not in WRAP:
        return False
    return all(
        end - start + 1 + _first_word(text, following) > width for (start, end), (following, _) in pairwise(block)
    )


def _first_word(text: str, start: int) -> int:
    return len(text[start : start + LONGEST_WORD].split(None, 1)[0])
