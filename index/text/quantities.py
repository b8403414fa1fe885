"""Figures in news prose: how much of what, exactly or about, and by how much it changed.

What counts as a figure follows the conventions of CQE (Almasian et al., EMNLP 2023): measures, money, shares and
counts, in digits or words; not dates, clock times, scores, or numbers that belong to a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.model import Quantity
from index.text.changes import change, cue_start
from index.text.intervals import intervals, shared
from index.text.measures import Measure, measures
from index.text.nouns import function_words
from index.text.numbers import HINT, HYPHENS, Number
from index.text.tokens import Tokens, pieces


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of `text` in order. A figure begins with its bound ("over", "at least"), if it has one."""
    found: list[Quantity] = []
    for start, end in pieces(text):
        if HINT.search(text, start, end):
            found += _of_piece(Tokens(text, start, end))
    return tuple(found)


def _of_piece(tokens: Tokens) -> Iterator[Quantity]:
    for measure in shared(tokens, intervals(tokens, list(measures(tokens)))):
        if _counts(tokens, measure):
            yield _quantity(tokens, measure)


def _counts(tokens: Tokens, measure: Measure) -> bool:
    """A number without unit and noun is a figure only when it is written or spoken of as one."""
    if _scored(tokens, measure):
        return False
    if measure.unit or measure.noun:
        return True
    found, written = measure.number, tokens.lower[measure.number.first]
    if measure.low != measure.high or found.scale > 1 or "." in written or "," in written:
        return True
    if found.low < 1:
        return not found.spelled or tokens.low(found.last) == "of"
    return _compound(tokens, found) or change(tokens, measure.first, measure.last) != "="


def _compound(tokens: Tokens, found: Number) -> bool:
    """ "the 11 member agreement": a count before a noun in the singular."""
    word = tokens.word(found.last)
    return found.low > 1 and word.islower() and word[0].isalpha() and tokens.lower[found.last] not in function_words()


def _scored(tokens: Tokens, measure: Measure) -> bool:
    """ "won 2-1": digits on the other side of a hyphen."""
    if measure.unit or measure.low != measure.high:
        return False
    first, last = measure.number.first, measure.number.last
    left = tokens.word(first - 1) in HYPHENS and tokens.glued(first) and tokens.word(first - 2)[:1].isdecimal()
    right = tokens.word(last) in HYPHENS and tokens.glued(last) and tokens.word(last + 1)[:1].isdecimal()
    return left or right


def _quantity(tokens: Tokens, measure: Measure) -> Quantity:
    return Quantity(
        tokens.starts[cue_start(tokens, measure.first)],
        tokens.ends[measure.last - 1],
        measure.low,
        measure.high,
        measure.unit,
        measure.noun,
        change(tokens, measure.first, measure.last),
        measure.per,
    )
