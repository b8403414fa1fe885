"""What the words around a figure make of it: exact, about, over, at most, up or down by that much."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from index.text.lists import sections
from index.text.tokens import Tokens

Change = Literal["=", "~", "<", ">", "up", "down"]
FILLERS = frozenset(
    "by only just another further additional extra a an the of as much many least its his her their".split()
)
LONGEST_CUE = 4  # words
BOUNDS = frozenset({"~", "<", ">"})


@cache
def _cues() -> dict[str, Change]:
    return {cue: cast(Change, sign) for sign, cues in sections("changes").items() for cue in cues}


def change(tokens: Tokens, first: int, last: int) -> Change:
    """The change of the figure that takes the tokens `first`..`last` (half open), its currency and unit with it."""
    return _before(tokens, first) or _after(tokens, last) or "="


def _before(tokens: Tokens, first: int) -> Change | None:
    at = first
    if tokens.word(at - 1) in ("+", "↑", "▲"):
        return "up"
    if tokens.word(at - 1) in ("~", "≈", "c") or (tokens.word(at - 1) == "." and tokens.low(at - 2) == "c"):
        return "~"
    if tokens.word(at - 1) in ("<", "≤", ">", "≥"):
        return "<" if tokens.word(at - 1) in "<≤" else ">"
    for _ in range(3):
        found = _cue(tokens, at)
        if found:
            return found
        if tokens.low(at - 1) not in FILLERS:
            return None
        at -= 1
    return None


def _cue(tokens: Tokens, at: int) -> Change | None:
    """The longest cue that ends right before token `at`."""
    for length in range(min(LONGEST_CUE, at), 0, -1):
        found = _cues().get(" ".join(tokens.lower[at - length : at]))
        if found:
            return found
    return None


def _after(tokens: Tokens, last: int) -> Change | None:
    pair = tokens.low(last), tokens.low(last + 1)
    if pair in (("or", "more"), ("and", "over"), ("and", "above"), ("or", "higher"), ("and", "up")) or pair[0] in (
        "+",
        "plus",
    ):
        return ">"
    if pair in (("or", "less"), ("or", "fewer"), ("and", "under"), ("or", "lower"), ("at", "most")):
        return "<"
    if pair in (("or", "so"), ("on", "average")):
        return "~"
    if pair == ("at", "least"):
        return ">"
    return None
