"""What the words around a figure make of it: exact, about, over, at most, up or down by that much."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from index.text.lists import sections
from index.text.tokens import Tokens

Change = Literal["=", "~", "<", ">", "up", "down"]
SINGLE = frozenset({"by", "only", "just", "another", "further", "even"})  # between a cue and its figure
DOUBLE = frozenset({"a further", "an additional", "an extra", "as much", "as many", "a record", "a total of"})
LONGEST_CUE = 4  # words
REACH = 4  # words between a verb and its "by": "raise the price of bread by"
BOUNDS = frozenset({"~", "<", ">"})
SIGNS: dict[str, Change] = {"+": "up", "↑": "up", "▲": "up", "▼": "down", "↓": "down", "~": "~", "≈": "~"}
SIGNS |= {"<": "<", "≤": "<", ">": ">", "≥": ">"}


@cache
def _cues() -> dict[str, Change]:
    signs = sections("changes")
    return {cue: sign for sign in get_args(Change) for cue in signs.get(sign, ())}


@cache
def _verbs() -> dict[str, Change]:
    """The verbs that raise or lower something by an amount."""
    rising: dict[str, Change] = dict.fromkeys(sections("changes")["up with by"], "up")
    falling: dict[str, Change] = dict.fromkeys(sections("changes")["down with by"], "down")
    return {cue: sign for cue, sign in _cues().items() if sign in ("up", "down")} | rising | falling


def change(tokens: Tokens, first: int, last: int) -> Change:
    """The change of the figure that takes the tokens `first`..`last` (half open), its currency and unit with it."""
    before = _before(tokens, first)
    return (before[0] if before else None) or _after(tokens, last) or "="


def cue_start(tokens: Tokens, first: int) -> int:
    """Where a figure begins with the bound before it ("over", "at least"); `first` where there is none."""
    before = _before(tokens, first)
    return before[1] if before and before[0] in BOUNDS else first


def _before(tokens: Tokens, first: int) -> tuple[Change, int] | None:
    """The cue before a token, and the position where it begins."""
    sign = SIGNS.get(tokens.word(first - 1))
    if sign:
        return sign, first - 1
    at = first
    while True:
        found = _cue(tokens, at)
        if found:
            return found
        if tokens.low(at - 1) == "by":
            return _verb(tokens, at - 1)
        if tokens.low(at - 1) in SINGLE:
            at -= 1
        elif " ".join(tokens.lower[max(0, at - 2) : at]) in DOUBLE:
            at -= 2
        else:
            return None


def _cue(tokens: Tokens, at: int) -> tuple[Change, int] | None:
    """The longest cue that ends right before token `at`, and where it begins."""
    for length in range(min(LONGEST_CUE, at), 0, -1):
        found = _cues().get(" ".join(tokens.lower[at - length : at]))
        if found:
            return found, at - length
    return None


def _verb(tokens: Tokens, by: int) -> tuple[Change, int] | None:
    """A rise or fall a few words before its "by"."""
    for at in range(by - 1, max(-1, by - REACH - 2), -1):
        found = _verbs().get(tokens.lower[at])
        if found:
            return found, at
    return None


def _after(tokens: Tokens, last: int) -> Change | None:
    one, two = tokens.low(last), tokens.low(last + 1)
    if one in ("+", "plus"):
        return ">"
    return BEHIND.get(f"{one} {two}")


BEHIND: dict[str, Change] = {
    "or more": ">",
    "or higher": ">",
    "and over": ">",
    "and above": ">",
    "and up": ">",
    "at least": ">",
    "or less": "<",
    "or fewer": "<",
    "or lower": "<",
    "and under": "<",
    "at most": "<",
    "or so": "~",
}
