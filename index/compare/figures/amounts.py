"""What a figure of a passage is: an amount, a number that tells one thing from others ("Chapter 11"), or neither."""

from __future__ import annotations

import re

from index.compare.figures.measures import is_money
from index.model import Quantity
from index.text.words import stem

BEFORE = 40  # characters before a figure that tell

_NUMBERED = re.compile(
    r"\b((?i:no|number|page|chapter|section|article|week|day|game|round|channel|flight|highway|route|room|type|version|"
    r"volume)|[A-Z]{2,4}|[A-Z](?=-))\.?[\s-]$"
)  # "Chapter 11", "AK-47", "F-16"
_NAMED = re.compile(r"\b([A-Z][\w’'-]*)\s$")  # "Apollo 11", where nothing is counted
_GOES_ON = re.compile(r"\d(?:[\s-]|\s?/\s?)$")  # a telephone number, a fraction
_GOES_ON_AFTER = re.compile(r"[\s-]\d|\s?[/:]\s?\d|\s(?:[ap]\.?\s?m\b|o['’]clock)")
_HOUR = re.compile(r"\b0\d$")  # "about 09"
_CONVERTED = re.compile(r"\d[^()\d]{0,25}\((?:or|about|some|around|roughly|nearly)?\s?$")


def numbered(quantity: Quantity, text: str) -> str | None:
    """The stem of what a figure of an article's `text` numbers, "" where it states an amount.

    None for what is neither: a part of a telephone number, a time of day, money in brackets behind the same money
    in another currency.
    """
    before = text[max(0, quantity.start - BEFORE) : quantity.start]
    bare = not (quantity.unit or quantity.noun)
    if bare and (
        _HOUR.search(text, quantity.start, quantity.end)
        or _GOES_ON.search(before)
        or _GOES_ON_AFTER.match(text, quantity.end)
    ):
        return None
    if is_money(quantity.unit) and _CONVERTED.search(before):
        return None
    named = _NUMBERED.search(before) or (_NAMED.search(before) if bare else None)
    return stem(named[1]) if named else ""
