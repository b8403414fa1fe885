"""Figures made comparable: units converted, and the room that rounding and "at least" leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from index.model import Quantity
from index.text.words import stem

ABOUT = 0.1  # share by which "about" may be off
OPEN = 1.5  # "at least 20" is said of 20 to 30, "at most 30" of 20 to 30
ROUNDED = 0.05  # share by which a round number may be off
CONVERTED = 0.02  # share by which a conversion may be off
MONEY = frozenset({"dollar", "pound", "euro", "yen", "yuan", "rupee", "ruble", "won", "peso", "franc", "real", "rand"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity in the base unit of its dimension: "length", "dollar", or "" for a bare count.

    `low` and `high` bound what it may stand for; `noun` is the stem of the thing counted; `direction` is
    "up", "down" or "".
    """

    dimension: str
    low: float
    high: float
    noun: str
    per: str
    direction: str


def measure(quantity: Quantity) -> Measure:
    """What a quantity says, in base units."""
    return _measure(quantity.low, quantity.high, quantity.unit, quantity.noun, quantity.change, quantity.per)


@lru_cache(maxsize=1 << 14)
def _measure(low: float, high: float, unit: str, noun: str, change: str, per: str) -> Measure:
    dimension, size = _units().get(unit, (unit, 1.0))
    low, high = sorted((_celsius(low, unit) * size, _celsius(high, unit) * size))
    if change == "~":
        low, high = low - ABOUT * abs(low), high + ABOUT * abs(high)
    elif change == ">":
        high = max(high, low * OPEN)
    elif change == "<":
        low = min(low, high / OPEN)
    return Measure(dimension, low, high, _head(noun), per, change if change in ("up", "down") else "")


def is_exact(quantity: Quantity) -> bool:
    """Whether it is a figure to hold someone to: "dozens" is none, and "one study" doesn't count studies."""
    return not (quantity.unit == "" and quantity.low == 1) and quantity.high <= 2 * abs(quantity.low)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two figures measure the same kind of thing: one dimension, or the same noun counted."""
    mine, theirs = measure(a), measure(b)
    if mine.per != theirs.per:
        return False
    if mine.dimension or theirs.dimension:
        return mine.dimension == theirs.dimension or _mistaken_money(a, b)
    return mine.noun == theirs.noun or not (mine.noun and theirs.noun)


def same_measure(a: Quantity, b: Quantity) -> bool:
    """Whether two figures have one dimension, or both are counts of whatever."""
    return measure(a).dimension == measure(b).dimension and measure(a).per == measure(b).per


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, whoever's: "Australian dollar"."""
    return any(word in MONEY for word in unit.split(" "))


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether two comparable figures can both be true of one thing."""
    mine, theirs = measure(a), measure(b)
    if a.unit == b.unit and a.change == b.change and a.change in "<>":
        return a.low == b.low or _rounds(a.low, b.low) or _rounds(b.low, a.low)
    if mine.dimension != theirs.dimension or {mine.direction, theirs.direction} == {"up", "down"}:
        return False
    if mine.low <= theirs.high and theirs.low <= mine.high:
        return True
    if a.unit != b.unit and _near(mine.low, theirs.low, CONVERTED):
        return True
    return _rounds(a.low, b.low) or _rounds(b.low, a.low) if a.unit == b.unit else False


def _mistaken_money(a: Quantity, b: Quantity) -> bool:
    """The same amount in two currencies: one of them must be wrong, since amounts change when converted."""
    return a.unit != b.unit and a.low == b.low and is_money(a.unit) and is_money(b.unit)


def _rounds(exact: float, rounded: float) -> bool:
    """Whether `rounded` is a rounder form of `exact`: 12 for 12.4, 1200 for 1247."""
    if not _near(exact, rounded, ROUNDED):
        return False
    if rounded == int(rounded) != exact and exact != int(exact):
        return abs(exact - rounded) < 1
    digits = len(str(int(abs(rounded))))
    return any(round(exact, -places) == rounded for places in range(1, digits)) and abs(rounded) >= 100


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


def _celsius(value: float, unit: str) -> float:
    return (value - 32) / 1.8 if unit == "fahrenheit" else value


def _head(noun: str) -> str:
    """The stem of the counted thing itself: "officers" for "police officers", "tonnes" for "tonnes of wheat"."""
    words = noun.split(" of ")[0].split(" ")
    return stem(words[-1])


@cache
def _units() -> dict[str, tuple[str, float]]:
    """Dimension and size by the name of a unit."""
    units = {"fahrenheit": ("celsius", 1.0)}
    for line in (files("index.compare.figures") / "conversions.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            dimension, members = line.split(": ")
            for member in members.split(", "):
                name, size = member.rsplit(" ", 1)
                units[name] = dimension, float(size)
    return units
