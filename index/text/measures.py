"""One number with all that belongs to it: currency, sign, unit, rate, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.text import exclusions, units
from index.text.lists import sections
from index.text.nouns import counted, function_words, plural
from index.text.numbers import HYPHENS, Number, begins_number, number
from index.text.tokens import Tokens

MINUS = frozenset({*HYPHENS, "−"})
AGE = "year of age"
AGES = range(1, 121)  # years
_LISTS = {title: frozenset(words) for title, words in sections("figures").items()}
_BE = frozenset({"is", "was", "be", "am", "are", "were"})
_PERSONS = frozenset({"he", "she", "who", "i", "they", "will", "would", "now", "just", "only", "already"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and its surroundings, which take the tokens `first`..`last` (half open).

    `unit`, `per` and `noun` are as in `index.model.Quantity`.
    """

    number: Number
    first: int
    last: int
    low: float
    high: float
    unit: str = ""
    per: str = ""
    noun: str = ""


def measures(tokens: Tokens) -> Iterator[Measure]:
    """The numbers of the tokens that may be figures, from left to right."""
    taken = 0
    for at, word in enumerate(tokens.lower):
        if at < taken or not begins_number(word):
            continue
        money = units.before(tokens, at) if word[0].isdecimal() else None
        found = number(tokens, at, scaled=money is not None or _counts_millions(tokens, at + 1))
        if found is None:
            continue
        taken = found.last
        measure = _money(tokens, found, *money) if money else _other(tokens, found)
        if measure:
            yield measure


def _counts_millions(tokens: Tokens, at: int) -> bool:
    """ "1.5m people": a short scale at token `at`, for it is followed by what is counted."""
    return tokens.word(at) in ("m", "b") and tokens.glued(at) and plural(counted(tokens, at + 1)[0].lower())


def _money(tokens: Tokens, found: Number, unit: str, first: int) -> Measure | None:
    """ "$5", "US$ 5.2bn", "$-3", "$75 U.S. per barrel"."""
    last = units.country(tokens, found.last)
    behind = units.after(tokens, last)
    if behind and behind[0] == unit:
        last = behind[1]
    if exclusions.attached(tokens, first, last):
        return None
    return _measure(tokens, found, first, last, unit)


def _other(tokens: Tokens, found: Number) -> Measure | None:
    if exclusions.clock(tokens, found.last):
        return None
    unit, last = units.after(tokens, found.last) or _behind_of(tokens, found) or _apart(tokens, found.last)
    noun = ""
    if not unit:
        noun, last = _noun(tokens, found)
    if exclusions.attached(tokens, found.first, last if unit else found.last):
        return None
    if not unit and not noun and _age(tokens, found):
        unit = AGE
    if exclusions.no_measure(tokens, found, unit) if unit else exclusions.no_figure(tokens, found, noun):
        return None
    if unit == "pound-mass" and found.scale >= 1e6 and tokens.low(last) != "of":
        unit = "pound sterling"
    return _measure(tokens, found, found.first, last, unit, noun)


def _measure(tokens: Tokens, found: Number, first: int, last: int, unit: str, noun: str = "") -> Measure:
    per, last = units.per(tokens, last) or ("", last)
    sign = -1 if _negative(tokens, found.first) else 1
    if sign < 0 and first == found.first:
        first -= 1
    if unit and not per:
        noun = _thing(tokens, last)
    return Measure(found, first, last, sign * found.low, sign * found.high, unit, per, noun)


def _behind_of(tokens: Tokens, found: Number) -> tuple[str, int] | None:
    """ "millions of dollars", "a quarter of a mile"."""
    if not found.spelled or tokens.low(found.last) != "of" or (found.low >= 1 and found.low == found.high):
        return None
    return units.after(tokens, found.last + 1 + (tokens.low(found.last + 1) in ("a", "an")))


def _apart(tokens: Tokens, at: int) -> tuple[str, int]:
    """A unit in the plural one word further on: "517 rushing yards"."""
    if not tokens.word(at).islower() or tokens.low(at) in function_words() or tokens.low(at + 1) in HYPHENS:
        return "", at
    behind = units.after(tokens, at + 1)
    return behind if behind and plural(tokens.low(behind[1] - 1)) else ("", at)


def _noun(tokens: Tokens, found: Number) -> tuple[str, int]:
    at = found.last
    if tokens.low(at) == "of":
        noun, last = counted(tokens, _undetermined(tokens, at + 1))
    elif tokens.word(at) in HYPHENS and tokens.glued(at) and tokens.glued(at + 1):
        noun, last = counted(tokens, at + 1, most=1)
    else:
        noun, last = counted(tokens, at, one=found.low == found.high == 1)
    return (noun, last) if noun else ("", at)


def _undetermined(tokens: Tokens, at: int) -> int:
    return at + (tokens.low(at) in _LISTS["determiners"])


def _thing(tokens: Tokens, at: int) -> str:
    """What a measure is of: "12 million tonnes of soybeans"."""
    if tokens.low(at) != "of":
        return ""
    thing, _ = counted(tokens, _undetermined(tokens, at + 1), bare=True, most=3)
    return thing if len(thing) > 1 else ""


def _age(tokens: Tokens, found: Number) -> bool:
    """ "aged 25", "she is 25"."""
    if found.low not in AGES or found.spelled or found.scale > 1:
        return False
    before = tokens.low(found.first - 1)
    if before in _LISTS["ages"] or (before == "of" and tokens.low(found.first - 2) in ("age", "ages")):
        return True
    if before == "," and tokens.low(found.last) == ",":
        return tokens.word(found.first - 2)[:1].isupper()
    if before == "," and tokens.low(found.last) in _LISTS["behind an age"]:
        return all(tokens.word(found.first - n)[:1].isupper() for n in (2, 3))
    return before in _BE and tokens.low(found.first - 2) in _PERSONS


def _negative(tokens: Tokens, first: int) -> bool:
    before, beyond = tokens.low(first - 1), tokens.word(first - 2)
    if before in ("minus", "negative"):
        return beyond != "or"  # "plus or minus"
    if before not in MINUS:
        return False
    if beyond.lower() in ("minus", "negative"):
        return True
    return (tokens.glued(first) and not beyond[-1:].isalnum()) or (not tokens.glued(first - 1) and beyond.islower())
