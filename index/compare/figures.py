"""The figures table: each thing counted or measured, and what each article says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from index.compare.measures import comparable, compatible
from index.compare.passages import Subject
from index.model import Figure, Quantity

FEW = 2  # counts up to here, without a unit, are no figures

Status = Literal["same", "differs", "only"]


def figures(subjects: Sequence[Subject], differing: Sequence[tuple[Quantity | None, ...]]) -> tuple[Figure, ...]:
    """All figures: those that differ first, then the shared ones, then those of a single article.

    `differing` has the figures that the rows of the comparison found to disagree.
    """
    used = {(n, q) for cells in differing for n, q in enumerate(cells) if q is not None}
    listed = [subject.listed(subject.analysis.quantities) for subject in subjects]
    found = [Figure(_label(cells), "differs", cells) for cells in differing]
    shared: list[Figure] = []
    single: list[Figure] = []
    for n, quantities in enumerate(listed):
        for quantity in filter(_telling, quantities):
            if (n, quantity) not in used:
                cells = _agreeing(quantity, n, listed, used)
                used |= {(m, q) for m, cell in enumerate(cells) if cell for q in _repeats(cell, listed[m])}
                many = sum(cell is not None for cell in cells) > 1
                (shared if many else single).append(Figure(_label(cells), "same" if many else "only", cells))
    return tuple(found + shared + single)


def _telling(quantity: Quantity) -> bool:
    """Whether it counts more than the two of "both countries"."""
    return bool(quantity.unit) or quantity.high > FEW


def _repeats(quantity: Quantity, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantity itself and where the article says the same again."""
    return [q for q in quantities if replace(q, start=quantity.start, end=quantity.end) == quantity]


def _agreeing(
    quantity: Quantity, place: int, listed: Sequence[Sequence[Quantity]], used: set[tuple[int, Quantity]]
) -> tuple[Quantity | None, ...]:
    cells: list[Quantity | None] = []
    for n, quantities in enumerate(listed):
        fitting = (q for q in quantities if (n, q) not in used and comparable(q, quantity) and compatible(q, quantity))
        cells.append(quantity if n == place else next(fitting, None))
    return tuple(cells)


def _label(cells: Sequence[Quantity | None]) -> str:
    """What is counted, in the words of the fullest cell."""
    nouns = [cell.noun for cell in cells if cell is not None and cell.noun]
    units = [cell.unit for cell in cells if cell is not None and cell.unit]
    return max(nouns, key=len) if nouns else next(iter(units), "")
