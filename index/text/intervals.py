"""Neighbouring measures joined: "1 to 1.5 degrees", "between 5% and 6%", "four-, five- and six-cylinder"."""

from __future__ import annotations

from dataclasses import replace

from index.text.changes import change
from index.text.measures import Measure
from index.text.numbers import HYPHENS
from index.text.tokens import Tokens

MOST_BETWEEN = 4  # tokens between the two ends of an interval
LIST_MARKS = frozenset({",", "and", "or", "to", *HYPHENS})


def shared(tokens: Tokens, measures: list[Measure]) -> list[Measure]:
    """The measures, those of a list that have no unit and no noun given those of the next one.

    So are those of a part of a whole: "fifteen of the 19 members".
    """
    given = measures[-1:]
    for one in reversed(measures[:-1]):
        following = given[-1]
        gap = tokens.lower[one.last : following.first]
        if not (one.unit or one.noun) and 0 < len(gap) <= 3 and (LIST_MARKS.issuperset(gap) or gap[0] == "of"):
            one = replace(one, unit=following.unit, noun=following.noun)
        given.append(one)
    return given[::-1]


def intervals(tokens: Tokens, measures: list[Measure]) -> list[Measure]:
    """The measures, neighbours that bound one interval joined."""
    joined: list[Measure] = []
    for measure in measures:
        interval = _interval(tokens, joined[-1], measure) if joined else None
        if interval:
            joined[-1] = interval
        else:
            joined.append(measure)
    return joined


def _interval(tokens: Tokens, one: Measure, other: Measure) -> Measure | None:
    gap = tokens.lower[one.last : other.first]
    if one.low != one.high or other.low != other.high or not 0 < len(gap) <= MOST_BETWEEN:
        return None
    one = _scaled(one, other)
    if not _alike(one, other) or not _connected(tokens, one, other, gap):
        return None
    low, high = sorted((one.low, other.low))
    unit, noun, per = other.unit or one.unit, other.noun or one.noun, other.per or one.per
    return replace(other, first=one.first, low=low, high=high, unit=unit, noun=noun, per=per)


def _alike(one: Measure, other: Measure) -> bool:
    return one.unit == other.unit or not one.unit or not (other.unit or other.noun)


def _scaled(one: Measure, other: Measure) -> Measure:
    """ "1 to 2 thousand": the first number takes the scale of the second."""
    scale = other.number.scale
    if one.number.scale == 1 and scale >= 1e3 and one.low < other.low / scale:
        return replace(one, low=one.low * scale, high=one.high * scale)
    return one


def _connected(tokens: Tokens, one: Measure, other: Measure, gap: list[str]) -> bool:
    """Whether the words before and between the two make an interval of them."""
    before = tokens.lower[max(0, one.first - 3) : one.first]
    if gap[-1] == "to" and "from" in before:
        return True
    if gap == ["and"]:
        return "between" in before
    if one.low >= other.low or len(gap) > 1:
        return False
    if gap[0] in HYPHENS:
        return bool(one.unit or other.unit or other.noun)
    if gap == ["or"]:
        return other.low == one.low + 1 and one.number.scale == 1
    return gap == ["to"] and (not one.unit or change(tokens, one.first, one.last) not in ("up", "down"))
