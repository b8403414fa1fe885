"""The figures table: each thing counted or measured, and what each article says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.compare.figures.amounts import numbered
from index.compare.figures.measures import comparable, compatible, is_money, measure
from index.compare.likeness.context import agreement
from index.compare.passages import Subject
from index.compare.tables.labels import AGE, label
from index.model import Figure, Quantity

FEW = 2  # counts up to here, without a unit, are no figures
STRIKING = 1000  # an amount from here on, an odd one or one of money is no coincidence
NEAR = 0.06  # share by which "under three hours" and "two hours and fifty minutes" may be apart
PARTS = {("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("foot", "inch"): 12}

_NEARLY = re.compile(r"(?:nearly|almost|close to)\b", re.IGNORECASE)
_CORRECTION = re.compile(r"\b(?:earlier|previous|original) version\b|\bCorrection:", re.IGNORECASE)
_JOIN = re.compile(r",?\s(?:and\s)?")


def figures(subjects: Sequence[Subject], differing: Sequence[tuple[Quantity | None, ...]]) -> tuple[Figure, ...]:
    """All figures: those that differ first, then the shared ones, then those of a single article.

    `differing` has the figures that the rows of the comparison found to disagree.
    """
    used = {(n, q) for cells in differing for n, q in enumerate(cells) if q is not None}
    listed = [_listed(subject, {q for m, q in used if m == n}) for n, subject in enumerate(subjects)]
    used |= {(n, q) for n, one in used for q in _repeats(one, listed[n])}
    found = [Figure(label(cells, subjects), "differs", cells) for cells in differing]
    shared: list[Figure] = []
    single: list[Figure] = []
    for n, quantities in enumerate(listed):
        for quantity in quantities:
            if (n, quantity) not in used and _telling(quantity, subjects[n]):
                cells = _agreeing(quantity, n, listed, used, subjects)
                used |= {(m, q) for m, cell in enumerate(cells) if cell for q in _repeats(cell, listed[m])}
                many = sum(cell is not None for cell in cells) > 1
                (shared if many else single).append(Figure(label(cells, subjects), "same" if many else "only", cells))
    return (*found, *(figure for figure in shared + single if figure.label))


def _listed(subject: Subject, used: set[Quantity]) -> tuple[Quantity, ...]:
    """The quantities of an article, those of two parts ("two hours and ten minutes") as one."""
    quantities = subject.listed(subject.analysis.quantities)
    return tuple(_joined(quantities, subject.text, used))


def _joined(quantities: Sequence[Quantity], text: str, used: set[Quantity]) -> Iterator[Quantity]:
    second = None
    for one, other in pairwise((*quantities, None)):
        if one is None or one is second:
            continue
        size = PARTS.get((one.unit, other.unit)) if other is not None else None
        if size and other and not {one, other} & used and _JOIN.fullmatch(text, one.end, other.start):
            second = other
            low, high = one.low * size + other.low, one.high * size + other.high
            yield replace(one, end=other.end, low=low, high=high, unit=other.unit, noun=other.noun)
        else:
            yield one


def _telling(quantity: Quantity, subject: Subject) -> bool:
    """Whether it counts more than the two of "both countries", though two dead count.

    Times of day, parts of names and what a correction takes back don't.
    """
    name = numbered(quantity, subject.text)
    if name is None or (name and quantity.noun) or _taken_back(quantity, subject):
        return False
    return bool(quantity.unit) or quantity.high > FEW or any(toll.figure == quantity for toll in subject.tolls)


def _taken_back(quantity: Quantity, subject: Subject) -> bool:
    sentence = subject.sentence_of(quantity)
    return bool(_CORRECTION.search(subject.text, sentence.start, sentence.end))


def _repeats(quantity: Quantity, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantity itself and where the article says the same again."""
    return [q for q in quantities if _said(q) == _said(quantity)]


def _said(quantity: Quantity) -> tuple[object, ...]:
    return quantity.low, quantity.high, quantity.unit, quantity.noun, quantity.change, quantity.per


def _agreeing(
    quantity: Quantity,
    place: int,
    listed: Sequence[Sequence[Quantity]],
    used: set[tuple[int, Quantity]],
    subjects: Sequence[Subject],
) -> tuple[Quantity | None, ...]:
    cells: list[Quantity | None] = []
    for n, quantities in enumerate(listed):
        fitting = (
            q
            for q in quantities
            if (n, q) not in used
            and comparable(q, quantity)
            and compatible(q, quantity)
            and _one_thing(quantity, subjects[place], q, subjects[n])
        )
        cells.append(quantity if n == place else next(fitting, None))
    return tuple(cells)


def _one_thing(a: Quantity, mine: Subject, b: Quantity, theirs: Subject) -> bool:
    """Whether two figures that agree are likely of one thing.

    They are where a conversion made them meet, where the same is counted or the value is striking, or where the
    words around them agree; "at most 26" and "24" only look as if they agreed.
    """
    if a.unit != b.unit:
        return True
    if _apart(a, b, theirs) or _apart(b, a, mine):
        return False
    if a.change != b.change and not (_near(a.low, b.low) or _near(a.high, b.high)):
        return False
    if (a.noun and measure(a).noun == measure(b).noun) or (_striking(a) and _striking(b)):
        return True
    return agreement(a, mine.words_around(a), b, theirs.words_around(b)) > 0


def _apart(over: Quantity, under: Quantity, subject: Subject) -> bool:
    """Whether one is said to be more than the other is said not to reach: "over a hundred", "nearly 100"."""
    nearly = under.change == "<" or _NEARLY.match(subject.text, under.start, under.end)
    return over.change == ">" and bool(nearly) and over.low >= under.high


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= NEAR * max(abs(a), abs(b))


def _striking(quantity: Quantity) -> bool:
    """Whether two articles will hardly have the value by chance: an age, money, a large or an odd amount."""
    return is_money(quantity.unit) or quantity.unit == AGE or quantity.high >= STRIKING or quantity.low % 1 != 0
