"""Numbers that are no figures: dates, clock times, scores, labels, parts of names."""

from __future__ import annotations

from index.text.lists import sections
from index.text.nouns import function_words, plural
from index.text.numbers import HYPHENS, SLASHES, Number
from index.text.tokens import Tokens

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
YEARS = range(1500, 2100)
LABELS = frozenset(
    "category no number nos type phase level section sections chapter page pages article articles room flight route "
    "grade title series version figure table act stage tier gate step volume part rule paragraph clause line channel "
    "platform highway interstate bus apartment apt suite unit box building exit mile-marker schedule appendix annex "
    "generation gen season episode game games week round lap heat lane seed ranked rank ranking proposition question "
    "issue class division district ward precinct zone area form size model block rated fortune".split()
)
APPROXIMATE = frozenset(
    "about around some nearly almost over under than least most roughly approximately only to".split()
)
NOT_NAMES = frozenset("about around approximately roughly nearly almost some over under only just another".split())
AFTER_ONE = frozenset("another day thing way side hand time more such who that can could would off".split())
BEFORE_ONE = frozenset("no any every some each this that which another number not day the square only loved".split())


def no_figure(tokens: Tokens, number: Number, *, unit: bool, noun: str) -> bool:
    """Whether the number, behind which a `unit` or a counted `noun` was found or not, says no quantity."""
    if _clock(tokens, number.last) or _glued(tokens, number) or _label(tokens, number.first, unit=unit):
        return True
    if unit or number.scale > 1:
        return False
    if _dated(tokens, number) or _year(tokens, number, noun):
        return True
    return _named(tokens, number, noun) or _listed(tokens, number)


def _clock(tokens: Tokens, end: int) -> bool:
    """ "5 p.m.", "5pm", "5 o'clock"."""
    following = tokens.low(end)
    if following in ("am", "pm", "o'clock", "o’clock"):
        return True
    return following in ("a", "p") and tokens.word(end + 1) == "." and tokens.low(end + 2) == "m"


def _glued(tokens: Tokens, number: Number) -> bool:
    """ "G20", "COVID-19", "21st", "4:39", "9/11", "1.2.3": written as one with other letters or digits."""
    first, last = number.first, number.last
    if tokens.glued(first) and _joins(tokens, first - 1, first - 2, step=-1):
        return True
    return tokens.glued(last) and _joins(tokens, last, last + 1, step=1)


def _joins(tokens: Tokens, mark: int, beyond: int, *, step: int) -> bool:
    """Whether the token at `mark` makes one thing of the number and the token `beyond` it."""
    sign, other = tokens.word(mark), tokens.word(beyond)
    if sign[0].isalpha():
        return True
    if sign[0] in "#@_":
        return step < 0
    if not other or not tokens.glued(max(mark, beyond)):
        return False
    if sign == ":" or sign in SLASHES:
        return other[0].isdecimal()
    if sign == ".":
        return other[0].isdecimal()
    return step < 0 and sign in HYPHENS and other[-1].isalpha() and other.lower() not in ("minus", "negative", "plus")


def _label(tokens: Tokens, first: int, *, unit: bool) -> bool:
    """ "category 4", "No. 5", "page 12"."""
    before = tokens.low(first - 1)
    if before == ".":
        before = tokens.low(first - 2)
        return before in ("no", "nos", "vol", "p", "pp", "art", "sec", "fig", "ch")
    return before in LABELS and not unit


def _dated(tokens: Tokens, number: Number) -> bool:
    """ "December 2", "Oct. 31", "2 December"."""
    if number.spelled or number.low > 31 or number.low != int(number.low):
        return False
    before = tokens.low(number.first - 1)
    if before == ".":
        before = tokens.low(number.first - 2)
    after = tokens.low(number.last)
    return before in MONTHS or before in WEEKDAYS or (after in MONTHS and tokens.word(number.last)[0].isupper())


def _year(tokens: Tokens, number: Number, noun: str) -> bool:
    digits = tokens.words[number.first]
    if number.last - number.first > 1 or len(digits) != 4 or not digits.isdecimal() or int(digits) not in YEARS:
        return False
    if tokens.low(number.first - 1) in APPROXIMATE and noun:
        return False
    return not (noun and plural(noun.split()[-1].lower()) and int(digits) % 100 == 0)


def _named(tokens: Tokens, number: Number, noun: str) -> bool:
    """ "iPhone 11", "Big 12", "Formula One", "787 Dreamliner", "10 Downing Street"."""
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    if number.spelled and tokens.words[number.first].islower():
        return False
    if noun and plural(noun.split()[-1].lower()):
        return False
    if _capitalised(before) and not before.endswith(("'s", "’s")) and before.lower() not in _plain_words():
        return True
    return bool(not number.spelled and _capitalised(after) and not noun)


def _capitalised(word: str) -> bool:
    return word[:1].isalpha() and not word.islower() and any(letter.isupper() for letter in word[:2])


def _plain_words() -> frozenset[str]:
    return function_words() | NOT_NAMES | frozenset(sections("starters")["starters"])


def _listed(tokens: Tokens, number: Number) -> bool:
    """ "1." at the start of a line, or "(2)"."""
    before, after = tokens.word(number.first - 1), tokens.word(number.last)
    return (not before and after in (".", ")")) or (before == "(" and after == ")")


def idle_one(tokens: Tokens, number: Number) -> bool:
    """Whether a "one" is a pronoun ("no one", "one of them", "one day") and counts nothing."""
    if not number.spelled or number.low != 1 or number.scale > 1 or number.last - number.first > 1:
        return False
    before, after = tokens.low(number.first - 1), tokens.low(number.last)
    if after in HYPHENS:
        return tokens.low(number.last + 1) in ("on", "off", "time", "sided", "way", "stop", "one")
    if after == "of":
        return tokens.low(number.last + 1) not in ("the", "its", "his", "her", "their", "our", "my", "your")
    if after in AFTER_ONE or before in BEFORE_ONE:
        return True
    return not after[:1].isalpha() or after in function_words()
