"""Units of measure and money: the forms of `lists/units.txt` found around a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.text.lists import sections
from index.text.nouns import adjective
from index.text.numbers import HYPHENS
from index.text.tokens import Tokens

WORD_END = r"(?![^\W_])"
MOST_WORDS = 4  # in one spelled unit
SPACED = frozenset("mWVpLg")  # one-letter units that are also read after a space
_NO_RATE = frozenset(sections("figures")["no rate"])
PERIODS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
ARTICLES = ("a", "an")
BY_ARTICLE = frozenset(sections("figures")["by article"])
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Normal names by spelled form (words joined by a space), by short form, and by sign of money."""

    spelled: dict[str, str]
    short: dict[str, str]
    money: dict[str, str]
    symbol: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The units, read once."""
    spelled: dict[str, str] = {}
    short: dict[str, str] = {}
    money: dict[str, str] = {}
    for section, lines in sections("units", separator="\n").items():
        for line in lines:
            name, forms = map(str.strip, line.split("=", 1))
            long, brief = forms.rsplit("|", 1)
            spelled |= {_plain(form): name for form in long.split(",") if form.strip()}
            (money if section == "currency signs" else short).update(
                {form.strip(): name for form in brief.split(",") if form.strip()}
            )
    return Lexicon(spelled, short, money, _alternatives([*short, *money]))


def _plain(form: str) -> str:
    return " ".join(form.lower().replace("-", " ").split())


def _alternatives(forms: list[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) + WORD_END * form[-1].isalnum() for form in longest_first))


def before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands before token `at`, and the position where it begins."""
    if at and tokens.words[at - 1] in HYPHENS and tokens.glued(at):
        at -= 1
    for first in range(max(0, at - 3), at):
        name = _sign(tokens, first, at)
        if name:
            return name, first
    return None


def _sign(tokens: Tokens, first: int, at: int) -> str | None:
    written = tokens.text[tokens.starts[first] : tokens.ends[at - 1]]
    if len(tokens.words[first]) == 1 and " " in written:
        return None  # "a $5 bill" is not Australian
    sign = written.replace(" ", "")
    name = lexicon().money.get(sign)
    if name is None or (tokens.glued(first) and tokens.words[first - 1][-1].isalpha()):
        return None
    if sign.isalpha() and sign in ("PS", "TRY", "kn") and not tokens.glued(at):
        return None
    return name


def country(tokens: Tokens, at: int) -> int:
    """The position behind a "U.S." that stands behind an amount of dollars."""
    if tokens.word(at) == "US":
        return at + 1
    return at + 4 if tokens.words[at : at + 4] == ["U", ".", "S", "."] else at


def after(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The unit that begins at token `at` and the position behind it; a hyphen before it is passed over."""
    if tokens.word(at) in HYPHENS and at + 1 < len(tokens) and (tokens.glued(at) or tokens.word(at + 1) != "-"):
        at += 1
    return _long(tokens, at) or _short(tokens, at)


def _long(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The longest spelled form at a token."""
    spelled, found, parts, end = lexicon().spelled, None, "", at
    while end < len(tokens) and end < at + 2 * MOST_WORDS:
        if end > at and tokens.words[end] in HYPHENS and tokens.glued(end):
            end += 1
            continue
        word = tokens.lower[end]
        if not (word[0].isalpha() or (word == "." and tokens.glued(end))):
            break
        parts = parts + word if word == "." else f"{parts} {word}".strip()
        end += 1
        if parts in spelled:
            found = spelled[parts], end
    return found


def _short(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A short form at a token: "km/h", "°C", "kW", "%"."""
    if at >= len(tokens):
        return None
    match = lexicon().symbol.match(tokens.text, tokens.starts[at], tokens.ends[-1])
    if match is None:
        return None
    form = match.group()
    if len(form) == 1 and form.isalpha() and not tokens.glued(at) and form not in SPACED:
        return None
    end = at
    while end < len(tokens) and tokens.ends[end] <= match.end():
        end += 1
    return lexicon().short.get(form) or lexicon().money[form], end


def per(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """What a rate is counted by, where token `at` begins "per day", "a barrel", "/month" or "annually"."""
    word = tokens.low(at)
    if word in PERIODS:
        return PERIODS[word], at + 1
    if word in HYPHENS and tokens.low(at + 1) in ("per", *ARTICLES):
        at, word = at + 1, tokens.low(at + 1)
    if word in ("per", "/"):
        return after(tokens, at + 1) or _share(tokens, at + 1)
    return _by_article(tokens, at + 1) if word in (*ARTICLES, "each", "every") else None


def _share(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "per employee", "per diluted share"."""
    word = tokens.low(at)
    if (adjective(word) or word.endswith("ed")) and tokens.low(at + 1).isalpha():
        word, at = tokens.low(at + 1), at + 1
    return (word, at + 1) if word.isalpha() else None


def _by_article(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """ "a year", but not "a year earlier"; "a share"."""
    unit = after(tokens, at) or (tokens.low(at), at + 1)
    if unit[0] in TIMES:
        return None if tokens.low(unit[1]) in _NO_RATE else unit
    return unit if unit[0] in BY_ARTICLE else None
