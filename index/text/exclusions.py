"""Numbers that are no figures: dates, clock times, scores, labels, parts of names."""

from __future__ import annotations

from functools import cache

from index.text.lists import sections
from index.text.nouns import function_words, plural
from index.text.numbers import HYPHENS, SLASHES, Number
from index.text.tokens import Tokens

EMERGENCY = frozenset({"911", "999"})
UNSPACED = "\u2e80"  # from here on, scripts that put no space between a number and a word
YEARS = range(1500, 2100)
_LISTS = {title: frozenset(words) for title, words in sections("figures").items()}
_DATES = sections("dates")
_MONTHS = frozenset({*_DATES["months"], *_DATES["short months"], "sept"})
_DAYS = _MONTHS | frozenset(_DATES["weekdays"])


@cache
def _no_names() -> frozenset[str]:
    """Words that are capitalised for their place only."""
    return function_words() | _LISTS["approximate"] | frozenset(sections("starters")["starters"])


def clock(tokens: Tokens, end: int) -> bool:
    """ "5 p.m.", "5pm", "5 o'clock": whether the token `end`, right behind a number, makes it a time."""
    following = tokens.low(end)
    if following in ("am", "pm", "o'clock", "o’clock"):
        return True
    return following in ("a", "p") and tokens.word(end + 1) == "." and tokens.low(end + 2) == "m"


def attached(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens `first`..`last` are written as one with other letters or digits.

    "G20", "COVID-19", "21st", "4:39", "9/11", "1.2.3" are; "minus-130" is not.
    """
    if tokens.glued(first) and _attaches(tokens.word(first - 1), _beside(tokens, first - 1, first - 2)):
        return True
    if tokens.glued(first) and tokens.word(first - 1) in HYPHENS and tokens.glued(first - 1):
        word = tokens.low(first - 2)
        if word[-1:].isalpha() and word not in _LISTS["signs"]:
            return True
    return tokens.glued(last) and _attaches(tokens.word(last), _beside(tokens, last + 1, last + 1))


def _beside(tokens: Tokens, glued: int, at: int) -> str:
    """The token `at`, if token `glued` follows the one before it at once."""
    return tokens.word(at) if tokens.glued(glued) else ""


def _attaches(mark: str, beyond: str) -> bool:
    """Whether a mark beside a number makes one thing of it and of what stands beyond."""
    if (mark[0].isalpha() and mark[0] < UNSPACED) or mark in "#@_×":
        return True
    return (mark in ":." or mark in SLASHES) and beyond[:1].isdecimal()


def no_figure(tokens: Tokens, number: Number, noun: str) -> bool:
    """Whether a number without a unit, behind which a `noun` was found or not (""), says no quantity."""
    if _labelled(tokens, number.first):
        return True
    if number.scale > 1:
        return False
    if _dated(tokens, number) or _year(tokens, number, noun) or _idle_one(tokens, number):
        return True
    return _named(tokens, number, noun) or _listed(tokens, number) or _period(tokens, number)


def _labelled(tokens: Tokens, first: int) -> bool:
    """ "category 4", "No. 5", "page 12"."""
    before = tokens.low(first - 1)
    if before == ".":
        return tokens.low(first - 2) in _LISTS["short labels"]
    return before in _LISTS["labels"]


def no_measure(tokens: Tokens, number: Number, unit: str) -> bool:
    """Whether a number with a unit says no quantity: "game 3 minutes later", "one day", "zero-day"."""
    if _labelled(tokens, number.first):
        return True
    if unit != "day" or not number.spelled or number.scale > 1:
        return False
    hyphened = tokens.word(number.last) in HYPHENS
    return hyphened if number.low == 0 else number.low == 1 and not hyphened


def _dated(tokens: Tokens, number: Number) -> bool:
    """ "December 2", "Oct. 31", "2 December"."""
    if number.spelled or number.low > 31 or number.low != int(number.low):
        return False
    before = tokens.low(number.first - 1)
    if before == ".":
        before = tokens.low(number.first - 2)
    return before in _DAYS or (tokens.low(number.last) in _MONTHS and tokens.words[number.last][0].isupper())


def _year(tokens: Tokens, number: Number, noun: str) -> bool:
    digits = tokens.words[number.first]
    if number.last - number.first > 1 or not _like_year(digits):
        return False
    before = tokens.low(number.first - 1)
    if before in _LISTS["before a year"] or (before == "and" and _like_year(tokens.word(number.first - 2))):
        return True
    if before in _LISTS["approximate"] and noun:
        return False
    return not (_several(noun) and int(digits) % 100 == 0)


def _like_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and int(digits) in YEARS


def _several(noun: str) -> bool:
    return bool(noun) and plural(noun.split()[-1].lower())


def _named(tokens: Tokens, number: Number, noun: str) -> bool:
    """ "iPhone 11", "Big 12", "Formula One", "787 Dreamliner", "10 Downing Street"."""
    if number.spelled and tokens.words[number.first].islower():
        return False
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    follows = _capitalised(before) and not before.endswith(("'s", "’s")) and before.lower() not in _no_names()
    if _several(noun):
        return follows and _capitalised(after)
    if after in HYPHENS and not number.spelled:
        return _capitalised(tokens.word(number.last + 1))
    return follows or (not number.spelled and _capitalised(after) and not noun)


def _capitalised(word: str) -> bool:
    return word[:1].isalpha() and any(letter.isupper() for letter in word[:2])


def _listed(tokens: Tokens, number: Number) -> bool:
    """ "1." at the start of a line, "(2)", or the number to call for help."""
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    if tokens.words[number.first] in EMERGENCY:
        return True
    return (not before and after in (".", ")")) or (before == "(" and after == ")")


def _period(tokens: Tokens, number: Number) -> bool:
    """ "the first half of 2003", and "the two" who were named before."""
    before = tokens.low(number.first - 1)
    if tokens.lower[number.first] == "half":
        return before in _LISTS["ordinals"]
    return before == "the" and number.spelled and tokens.word(number.last).endswith("ed")


def _idle_one(tokens: Tokens, number: Number) -> bool:
    """Whether a "one" is a pronoun ("no one", "one of them", "one day") and counts nothing."""
    if not number.spelled or number.low != 1 or number.last - number.first > 1:
        return False
    before, after = tokens.low(number.first - 1), tokens.low(number.last)
    if after in HYPHENS:
        return tokens.low(number.last + 1) in _LISTS["behind one and a hyphen"]
    if after == "of":
        return tokens.low(number.last + 1) not in _LISTS["determiners"]
    if after in _LISTS["after one"] or before in _LISTS["before one"]:
        return True
    return not after[:1].isalpha() or after in function_words()
