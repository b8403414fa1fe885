"""What a figure is of, in the words of an article: the thing counted, or the words around the figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from index.compare.passages import Subject
from index.model import Quantity
from index.text.lists import sections
from index.text.units import TIMES

BEFORE, AFTER = 4, 4  # words shown around a figure that has no noun
FEWEST = 2  # words that say something
AGE = "year of age"

_FUNCTION = frozenset(sections("function_words")["function words"])
_CLAUSE = re.compile(r",(?!\d)|[;:()“”\"–—]|[.?!](?=\s|$)")
_WORD = re.compile(r"[$£€¥]?[\w’'-]+(?:[.,]\w+)*")
# No things that are counted.
_ORDINAL = frozenset(("first", "second", "third", "last", "next", "thirds", "quarters", "fifths", "tenths"))


def label(cells: Sequence[Quantity | None], subjects: Sequence[Subject]) -> str:
    """What is counted, in the words of the fullest cell; "…" stands for the figure in what surrounds it."""
    nouns = [noun for n, cell in enumerate(cells) if cell is not None and (noun := _noun(cell, subjects[n]))]
    if nouns:
        return max(nouns, key=len)
    around = [_around(cell, subjects[n]) for n, cell in enumerate(cells) if cell is not None]
    return max(around, key=lambda text: len(text.split()), default="")


def _noun(quantity: Quantity, subject: Subject) -> str:
    """The thing counted; "12 tonnes of wheat and 25 tonnes" counts wheat twice. A time has none."""
    if quantity.unit in TIMES:
        return ""
    if quantity.noun and quantity.noun not in _ORDINAL:
        return quantity.noun
    sentence = subject.sentence_of(quantity)
    before = [
        q for q in subject.analysis.quantities if sentence.start <= q.start < quantity.start and q.unit == quantity.unit
    ]
    return before[-1].noun if before and quantity.unit and quantity.unit != "percentage" else ""


def _around(quantity: Quantity, subject: Subject) -> str:
    """The words of the clause on either side of a figure; if these say nothing, and for an age, also what stands
    before the clause."""
    sentence = subject.sentence_of(quantity)
    left = subject.text[sentence.start : quantity.start]
    right = subject.text[quantity.end : sentence.end]
    before = _trimmed(_WORD.findall(_CLAUSE.split(left)[-1])[-BEFORE:])
    after = _trimmed(_WORD.findall(_CLAUSE.split(right)[0])[AFTER - 1 :: -1])[::-1]
    if quantity.unit == AGE or len(before) + len(after) < FEWEST:
        before = _trimmed(_WORD.findall(left)[-BEFORE:])
    return " ".join((*before, "…", *after)) if before or after else quantity.unit


def _trimmed(words: Sequence[str]) -> list[str]:
    """The words from the first that is no function word."""
    return list(dropwhile(lambda word: word.lower() in _FUNCTION, words))
