"""Numbers in digits or words: "1,200", "2.5 million", "twenty-five", "half a dozen", "two-thirds", "1/16"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text.lists import sections
from index.text.tokens import Tokens

ONES = {word: value for value, word in enumerate(sections("numbers")["ones"])}
TENS = {word: 10 * value for value, word in enumerate(sections("numbers")["tens"], 2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
}
SHORT_SCALES = {  # behind digits only
    "k": 1e3,
    "K": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mm": 1e6,
    "m": 1e6,
    "M": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "B": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "T": 1e12,
}
SURE_SCALES = frozenset({"k", "K", "mn", "mln", "M", "bn", "bln", "tn", "trn"})  # the others may be units
MANY = {
    "dozens": 12.0,
    "tens": 1e1,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
GLYPHS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅕": 1 / 5,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
DENOMINATORS = frozenset({"2", "3", "4", "5", "6", "8", "10", "16", "32", "64", "100", "128"})
SPELLED = frozenset({*ONES, *TENS, *MANY, *GLYPHS, "a", "an", "half"})
SPANS = frozenset(sections("numbers")["spans"])
HYPHENS = frozenset("-‐‑–")
SLASHES = frozenset("/⁄∕")
LARGEST = 1e12  # a scale word behind more than that is not part of the number
LONGEST_DIGITS = 18  # digits; a longer row is a key, not a count
HINT = re.compile(r"\d|[½¼¾⅓⅔]|\b(?:" + "|".join([*ONES, *TENS, *MANY, *SCALES, *PARTS]) + r")", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `first`..`last` (half open) say `low`, or an interval up to `high`.

    `scale` is the factor of a scale word or suffix at its end (1 without), `spelled` tells words from digits.
    """

    first: int
    last: int
    low: float
    high: float
    scale: float = 1.0
    spelled: bool = False


def begins_number(word: str) -> bool:
    """Whether a token in lower case may begin a number."""
    return word in SPELLED or word[0].isdecimal() or (word[0] == "." and len(word) > 1)


def number(tokens: Tokens, at: int, *, scaled: bool = False) -> Number | None:
    """The number that begins with token `at`, if one does; where it is `scaled`, "m" and "b" are no units."""
    word = tokens.lower[at]
    if not begins_number(word):
        return None
    if word not in SPELLED:
        return _share(tokens, at) or _digits(tokens, at, scaled=scaled)
    return _words(tokens, at, word)


def _digits(tokens: Tokens, at: int, *, scaled: bool) -> Number | None:
    digits = tokens.words[at]
    if len(digits) > LONGEST_DIGITS:
        return None
    value, end = _value(digits), at + 1
    if tokens.word(end) in GLYPHS:
        value, end = value + GLYPHS[tokens.words[end]], end + 1
    elif fraction := _fraction(tokens, at):
        value, end = fraction
    elif fraction := _fraction(tokens, end):
        value, end = value + fraction[0], fraction[1]
    elif _and_a_half(tokens, end):
        value, end = value + 0.5, end + 3
    scale, end = _scale(tokens, end, scaled=scaled)
    return Number(at, end, value * scale, value * scale, scale)


def _value(digits: str) -> float:
    """The value of digits with points and commas, whichever of them parts thousands."""
    whole, comma, part = digits.rpartition(",")
    if comma and len(part) < 3 and "." not in part:
        return float(f"{whole.replace(',', '')}.{part}")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return float(digits.replace(",", ""))


def _fraction(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """ "1/16" at a token: its value and the position behind it."""
    above, below = tokens.word(at), tokens.word(at + 2)
    if tokens.word(at + 1) not in SLASHES or below not in DENOMINATORS or not above.isdecimal():
        return None
    if len(above) > 3 or int(above) >= int(below) or not (tokens.glued(at + 1) and tokens.glued(at + 2)):
        return None
    if tokens.word(at + 3) in SLASHES:
        return None
    return int(above) / int(below), at + 3


def _and_a_half(tokens: Tokens, at: int) -> bool:
    return tokens.low(at) == "and" and tokens.low(at + 1) == "a" and tokens.low(at + 2) == "half"


def _scale(tokens: Tokens, at: int, *, scaled: bool = False) -> tuple[float, int]:
    """The product of the scale words at a token ("hundred thousand") and the position behind them."""
    word = tokens.word(at)
    if word in SHORT_SCALES and (tokens.glued(at) or len(word) > 1) and (scaled or word in SURE_SCALES):
        return SHORT_SCALES[word], at + 1
    scale = 1.0
    if tokens.word(at) in HYPHENS and tokens.low(at + 1) in SCALES:
        at += 1
    for _ in range(2):
        if tokens.low(at) in SCALES:
            scale, at = scale * SCALES[tokens.lower[at]], at + 1
    return scale, at


def _words(tokens: Tokens, at: int, word: str) -> Number | None:
    if word in MANY:
        return _many(tokens, at)
    if word in GLYPHS:
        return Number(at, at + 1, GLYPHS[word], GLYPHS[word])
    if word == "half" or word in ("a", "an"):
        return _article(tokens, at, word)
    return _part(tokens, at) or _share(tokens, at) or _counted(tokens, at)


def _many(tokens: Tokens, at: int) -> Number | None:
    """ "hundreds of thousands": from one of it to ten, read as an interval."""
    low, end = MANY[tokens.lower[at]], at + 1
    if tokens.low(end) == "of" and tokens.low(end + 1) in MANY:
        low, end = low * MANY[tokens.lower[end + 1]], end + 2
    elif low == 10:
        return None
    return Number(at, end, low, 10 * low, spelled=True)


def _article(tokens: Tokens, at: int, word: str) -> Number | None:
    """ "a million", "half a dozen", "a third of", "half of"."""
    following = tokens.low(at + 1)
    if word == "half":
        if following in ("a", "an") and tokens.low(at + 2) in SCALES:
            scale, end = _scale(tokens, at + 2)
            return Number(at, end, scale / 2, scale / 2, spelled=True)
        if following in ("a", "an"):
            return Number(at, at + 2, 0.5, 0.5, spelled=True)
        return Number(at, at + 1, 0.5, 0.5, spelled=True) if following == "of" else None
    if following in SCALES:
        scale, end = _scale(tokens, at + 1)
        return Number(at, end, scale, scale, spelled=True)
    if following in ("third", "quarter", "fifth") and tokens.low(at + 2) == "of":
        return Number(at, at + 2, 1 / PARTS[following], 1 / PARTS[following], spelled=True)
    return None


def _part(tokens: Tokens, at: int) -> Number | None:
    """ "two-thirds", "three quarters of", "one third"."""
    above = ONES.get(tokens.lower[at])
    hyphen = tokens.word(at + 1) in HYPHENS
    end = at + 2 if hyphen else at + 1
    part = tokens.low(end)
    below = PARTS.get(part) or PARTS.get(part.removesuffix("s"))
    if above is None or below is None or above >= below:
        return None
    if below == 2 or not (hyphen or tokens.low(end + 1) == "of"):
        return None
    return Number(at, end + 1, above / below, above / below, spelled=True)


def _share(tokens: Tokens, at: int) -> Number | None:
    """ "one in five", "about 9 in 10", "three out of four"; not "two in three days"."""
    end = at + 2 if tokens.low(at + 1) == "in" else at + 3
    if end == at + 3 and (tokens.low(at + 1), tokens.low(at + 2)) != ("out", "of"):
        return None
    above, below = _small(tokens.low(at)), _small(tokens.low(end))
    if not 0 < above < below or tokens.low(end + 1) in (*SCALES, *SPANS):
        return None
    return Number(at, end + 1, above / below, above / below, spelled=True)


def _small(word: str) -> int:
    """The value of a cardinal in one word or in up to three digits, or 0."""
    return int(word) if word.isdecimal() and len(word) < 4 else ONES.get(word, 0)


def _counted(tokens: Tokens, at: int) -> Number | None:
    """Cardinals in words, with hyphens and "and" where English puts them."""
    total, current, end = 0.0, 0.0, at
    while True:
        step = _step(tokens, end, current, begun=end > at)
        if step is None:
            break
        end, total, current = step[0], total + step[1], step[2]
    if end == at:
        return None
    value = total + current
    if _and_a_half(tokens, end):
        value, end = value + 0.5, end + 3
        scale, end = _scale(tokens, end)
        value *= scale
    return Number(at, end, value, value, spelled=True)


def _step(tokens: Tokens, at: int, current: float, *, begun: bool) -> tuple[int, float, float] | None:
    """One more word of a cardinal: the position behind it, what it closes, and what is still open."""
    if begun and (tokens.word(at) in HYPHENS or (tokens.low(at) == "and" and current % 100 == 0)):
        at += 1
        if tokens.low(at) not in ONES and tokens.low(at) not in TENS and tokens.low(at) not in SCALES:
            return None
    word = tokens.low(at)
    if word in SCALES and begun and current < LARGEST:
        scale = SCALES[word]
        return (at + 1, 0.0, current * scale) if scale <= 100 else (at + 1, current * scale, 0.0)
    if word in TENS and current % 100 == 0:
        return at + 1, 0.0, current + TENS[word]
    if word in ONES and (current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and ONES[word] < 10)):
        return at + 1, 0.0, current + ONES[word]
    return None
