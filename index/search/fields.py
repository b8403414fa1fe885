"""Reads the value of a field that does not look for words in the text: outlets, dates, marks and so on."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from index.search import moments
from index.search.language import FIELDS, SYNONYMS, VALUES
from index.search.lexer import QUOTES
from index.search.tree import Dates, Keyword, KeywordField, Node, Sort, State

_DATES = {"date": moments.span, "newer": moments.newer, "older": moments.older}
_EXAMPLES = {
    "date": "date:2025-10-31, date:2025-10, date:..yesterday or date:2025-10-01..2025-10-31",
    "newer": "newer:2w (h, d, w, m or y) or newer:2025-10-01",
    "older": "older:1y (h, d, w, m or y) or older:2025-10-01",
}
_UNQUOTED = dict.fromkeys(map(ord, QUOTES))
_SLIPS = 2  # letters that may be wrong in a field's name for it still to be suggested


def condition(field: str, value: str, now: datetime, *, typing: bool, quoted: bool = False) -> Node | None:
    """What `field:value` asks for; None while nothing can be made of it yet. A `quoted` source is a whole name.

    Raises `ValueError` with a sentence where the value is wrong for the field.
    """
    value = value.strip() if quoted else value.strip().rstrip(",;")
    if field in _DATES:
        return _dates(field, value, now, typing=typing)
    if field == "is":
        return State("is", choice(field, value))
    if field == "has":
        return Keyword("has", choice(field, value))
    if not value:
        return None
    if field == "tag":
        return State("tag", value)
    if quoted:
        return Keyword(cast(KeywordField, field), value, typing, whole=field == "source")
    return Keyword(cast(KeywordField, field), value.rstrip("*"), typing or value.endswith("*"))


def bare(name: str) -> str:
    """A name as whole names are compared: without case and quotation marks, which no value of a query can hold."""
    return name.translate(_UNQUOTED).casefold().strip()


def order(value: str) -> Sort:
    """The order that `sort:value` asks for. Raises `ValueError` with a sentence."""
    return Sort(choice("sort", value))


def choice(field: str, value: str) -> str:
    """The value of a fixed set that begins as written. Raises `ValueError` with a sentence."""
    wanted = value.casefold().removesuffix("s")
    for each in VALUES[field]:
        if wanted and each.startswith(wanted):
            return each
    *firsts, last = VALUES[field]
    raise ValueError(f"{field}: is one of {', '.join(firsts)} and {last}.")


def nearest_field(name: str) -> str:
    """The field somebody probably meant, or ""."""
    if name in SYNONYMS:
        return SYNONYMS[name]
    from rapidfuzz.distance import DamerauLevenshtein  # only mistakes pay for its import

    slips = {field: DamerauLevenshtein.distance(name, field) for field in FIELDS}
    best = min(slips, key=lambda field: slips[field])
    return best if slips[best] <= min(_SLIPS, len(name) // 2) else ""


def _dates(field: str, value: str, now: datetime, *, typing: bool) -> Dates:
    """While `typing`, the longest beginning that is a date: 2025-1- and 2025-0 are on their way to one."""
    shortest = min(len(value), len("2025")) if typing else len(value)
    for end in range(len(value), shortest - 1, -1):
        if found := _DATES[field](value[:end], now):
            return found
    raise ValueError(f"There is no such date; write {_EXAMPLES[field]}.")
