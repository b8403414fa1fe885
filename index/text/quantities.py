"""Figures in news prose: how much of what, exactly or about, and by how much it changed.

What counts as a figure follows the conventions of CQE (Almasian et al., EMNLP 2023): measures, money, shares and
counts, in digits or words; not dates, clock times, scores, or numbers that belong to a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.model import Quantity
from index.text import figures, units
from index.text.changes import change
from index.text.nouns import counted, function_words, plural
from index.text.numbers import HINT, HYPHENS, Number, number
from index.text.tokens import Tokens, pieces


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of `text` in order."""
    found: list[Quantity] = []
    for start, end in pieces(text):
        if HINT.search(text, start, end):
            found += _of_piece(Tokens(text, start, end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number with its currency, unit, rate and noun; it takes the tokens `first`..`last`."""

    number: Number
    first: int
    last: int
    low: float
    high: float
    unit: str = ""
    per: str = ""
    noun: str = ""


def _of_piece(tokens: Tokens) -> Iterator[Quantity]:
    for reading in _ranges(tokens, _inherited(tokens, list(_readings(tokens)))):
        if _counts(tokens, reading):
            yield _quantity(tokens, reading)


def _readings(tokens: Tokens) -> Iterator[_Reading]:
    at = 0
    while at < len(tokens):
        money = units.before(tokens, at) if tokens.words[at][0].isdecimal() else None
        found = number(tokens, at, money=money is not None)
        if found is None:
            at += 1
            continue
        reading = _reading(tokens, found, money)
        if reading:
            yield reading
        at = found.last


def _reading(tokens: Tokens, found: Number, money: tuple[str, int] | None) -> _Reading | None:
    first, last = found.first, found.last
    unit, noun = "", ""
    if money:
        unit, first = money
    behind = units.after(tokens, last)
    if behind and (not unit or behind[0].endswith("dollar") or behind[0] == unit):
        unit, last = behind if not money else (unit, behind[1])
    if not unit:
        unit, last = _apart(tokens, last)
    if not unit:
        noun, last = _noun(tokens, found)
    if figures.no_figure(tokens, found, unit=bool(unit), noun=noun) or (not unit and figures.idle_one(tokens, found)):
        return None
    rate = units.per(tokens, last)
    per, last = rate or ("", last)
    sign = -1 if _negative(tokens, found.first) else 1
    first -= sign < 0 and first == found.first
    return _Reading(found, first, last, sign * found.low, sign * found.high, unit, per, noun)


def _apart(tokens: Tokens, at: int) -> tuple[str, int]:
    """A unit in the plural one word further on: "517 rushing yards"."""
    if not tokens.word(at).islower() or tokens.low(at + 1) in HYPHENS:
        return "", at
    behind = units.after(tokens, at + 1)
    if behind and plural(tokens.low(behind[1] - 1)) and tokens.low(at) not in function_words():
        return behind
    return "", at


def _noun(tokens: Tokens, found: Number) -> tuple[str, int]:
    at = found.last
    if tokens.low(at) == "of":
        at += 2 if tokens.low(at + 1) in ("the", "its", "his", "her", "their", "our", "my", "these", "those") else 1
        one = False
    else:
        one = found.low == found.high == 1 or tokens.word(at) in HYPHENS
    noun, last = counted(tokens, at, one=one)
    return (noun, last) if noun else ("", found.last)


def _negative(tokens: Tokens, first: int) -> bool:
    before = tokens.low(first - 1)
    if before in HYPHENS or before == "−":
        if tokens.low(first - 2) in ("minus", "negative"):
            return True
        return tokens.glued(first) and not (tokens.glued(first - 1) and tokens.word(first - 2)[-1].isalnum())
    return before in ("minus", "negative")


def _inherited(tokens: Tokens, readings: list[_Reading]) -> list[_Reading]:
    """Units and nouns given to the numbers of a list that have none: "four-, five- and six-cylinder"."""
    for place in range(len(readings) - 2, -1, -1):
        one, following = readings[place], readings[place + 1]
        if one.unit or one.noun or not (following.unit or following.noun):
            continue
        gap = tokens.lower[one.last : following.first]
        if 0 < len(gap) <= 3 and set(gap) <= LIST_MARKS:
            readings[place] = replace(one, unit=following.unit, noun=following.noun)
    return readings


LIST_MARKS = frozenset({",", "and", "or", "to", *HYPHENS})


def _ranges(tokens: Tokens, readings: list[_Reading]) -> list[_Reading]:
    """Neighbours joined to intervals: "1 to 1.5 degrees", "between 5% and 6%", "from 240 to 273"."""
    joined: list[_Reading] = []
    for reading in readings:
        range_ = _range(tokens, joined[-1], reading) if joined else None
        if range_:
            joined[-1] = range_
        else:
            joined.append(reading)
    return joined


def _range(tokens: Tokens, one: _Reading, other: _Reading) -> _Reading | None:
    gap = tokens.lower[one.last : other.first]
    if one.low != one.high or other.low != other.high or not _alike(one, other) or not gap or len(gap) > 4:
        return None
    one = _scaled(one, other)
    if not _connected(tokens, one, other, gap):
        return None
    low, high = sorted((one.low, other.low))
    return replace(other, first=one.first, low=low, high=high, unit=other.unit or one.unit, noun=other.noun or one.noun)


def _alike(one: _Reading, other: _Reading) -> bool:
    return one.unit == other.unit or not one.unit or not (other.unit or other.noun)


def _scaled(one: _Reading, other: _Reading) -> _Reading:
    """ "1 to 2 thousand": the first number takes the scale of the second."""
    scale = other.number.scale
    if one.number.scale == 1 and scale >= 1e3 and one.low < other.low / scale:
        return replace(one, low=one.low * scale, high=one.high * scale)
    return one


def _connected(tokens: Tokens, one: _Reading, other: _Reading, gap: list[str]) -> bool:
    before = tokens.lower[max(0, one.first - 3) : one.first]
    if gap[-1] == "to" and "from" in before:
        return True
    if gap == ["and"]:
        return "between" in before
    if one.low >= other.low or len(gap) > 1:
        return False
    if gap[0] in HYPHENS:
        return bool(other.unit or other.noun)
    if gap == ["or"]:
        return other.low == one.low + 1 and not one.number.scale > 1
    return gap == ["to"] and change(tokens, one.first, one.last) not in ("up", "down")


def _counts(tokens: Tokens, reading: _Reading) -> bool:
    """A number without unit and noun is a figure only when it is written or spoken of as one."""
    if reading.unit or reading.noun:
        return not _scored(tokens, reading)
    found = reading.number
    if reading.low != reading.high or found.scale > 1:
        return True
    written = tokens.words[found.first]
    if "." in written or "," in written:
        return True
    return change(tokens, reading.first, reading.last) != "="


def _scored(tokens: Tokens, reading: _Reading) -> bool:
    """ "won 2-1": digits on the other side of a hyphen."""
    if reading.unit or reading.low != reading.high:
        return False
    first, last = reading.number.first, reading.number.last
    left = tokens.word(first - 1) in HYPHENS and tokens.glued(first) and tokens.word(first - 2)[:1].isdecimal()
    right = tokens.word(last) in HYPHENS and tokens.glued(last) and tokens.word(last + 1)[:1].isdecimal()
    return left or right


def _quantity(tokens: Tokens, reading: _Reading) -> Quantity:
    return Quantity(
        tokens.starts[reading.first],
        tokens.ends[reading.last - 1],
        reading.low,
        reading.high,
        reading.unit,
        reading.noun,
        change(tokens, reading.first, reading.last),
        reading.per,
    )
