"""How many a text counts as killed, hurt or arrested: "two people were killed and another wounded"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from index.model import Quantity

Harm = Literal["dead", "hurt", "held"]

_HARMS: dict[str, Harm] = {
    "kill": "dead", "dead": "dead", "died": "dead", "injur": "hurt", "wound": "hurt", "hurt": "hurt",
    "arrest": "held", "detain": "held",
}  # fmt: skip
_STEMS = r"(?:kill|injur|wound|hurt|arrest|detain)"
_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"(?<!\bno )(?P<count>\d+(?:,\d{{3}})*|{'|'.join(_NUMERALS)}|another)"
_ALL = r"(?:\s(?:other|more|further)\b)?(?:\s(?:others|people|persons|more))?"
_SOME = r"(?:[a-z]+s|men|women|children)"
_HARMED = re.compile(
    rf"\b{_COUNT}{_ALL}(?P<part>\s{_SOME})??\s(?:(?:are|is|was|were|have|has|had)\s(?:been\s)?)?(?P<degree>\w+ly\s)?"
    rf"(?P<harm>killed|dead|died|injured|wounded|hurt|arrested|detained)\b(?!\s(?:by|of|for)\b)",
    re.IGNORECASE,
)
_HARMING = re.compile(
    rf"\b(?P<harm>{_STEMS})(?:ed|ing|s)?\s"
    rf"(?:(?:at least|about|some|around|nearly|almost|more than|over|up to|another|other|a further)\s){{0,2}}"
    rf"{_COUNT}{_ALL}(?P<part>\s{_SOME})??(?P<degree>)"
    r"(?=\s*[.,;:)—–]|\s(?:and|in|on|at|when|after|as|before|near|while)\b|\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Toll:
    """What harm was done to how many; `figure` has its span in the article.

    `part`: not to so many people, but to so many of some kind ("two Danes", "two seriously").
    """

    harm: Harm
    figure: Quantity
    part: bool = False


def tolls(text: str, quantities: Sequence[Quantity]) -> tuple[Toll, ...]:
    """The tolls of an article's text in its order; `quantities` are the figures that were found in it."""
    by_place = {offset: quantity for quantity in quantities for offset in range(quantity.start, quantity.end)}
    return tuple(sorted(_found(text, by_place), key=lambda toll: toll.figure.start))


def _found(text: str, by_place: dict[int, Quantity]) -> Iterator[Toll]:
    for pattern in (_HARMED, _HARMING):
        for match in pattern.finditer(text):
            harm = next(harm for stem, harm in _HARMS.items() if match["harm"].lower().startswith(stem))
            place, value = match.span("count"), _value(match["count"])
            figure = by_place.get(place[0]) or Quantity(*place, value, value)
            yield Toll(harm, figure, part=bool(match["part"] or match["degree"]))


def _value(count: str) -> float:
    """What a numeral says; "another" is one more."""
    if count.isalpha():
        return float(_NUMERALS.index(count.lower()) + 1) if count.lower() in _NUMERALS else 1.0
    return float(count.replace(",", ""))
