"""One attribution: who says what, as ranges of tokens of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from index.model import Stance
from index.text.phrases import Token
from index.text.syntax import DASHES, Range, Syntax

_LEADING = frozenset(("but", "and", "still", ","))

_DATELINE = 14
"""Tokens before a dash that may be a dateline: “LENWICK, April 30 (Agency) –”."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its speaker (None where nobody is named) and its content, as ranges of tokens."""

    cue: Range
    stance: Stance
    speaker: Range | None
    content: tuple[Range, ...]


def from_beginning(syntax: Syntax, end: int) -> Range:
    """Content before a cue: back to the beginning of the sentence, past its dateline and a leading conjunction."""
    start = _past_dateline(syntax, end)
    while start < end and syntax.low[start] in _LEADING:
        start += 1
    return start, end


def _past_dateline(syntax: Syntax, end: int) -> int:
    """Past the only dash, if nothing but names, numbers and marks stands before it; else the beginning."""
    dash = syntax.first(DASHES, 0, min(end, _DATELINE))
    if dash == min(end, _DATELINE) or syntax.first(DASHES, dash + 1, end) < end:
        return 0
    return 0 if any(map(_ordinary, syntax.tokens[:dash])) else dash + 1


def _ordinary(token: Token) -> bool:
    """Whether a token is none that a dateline may have: neither a name nor a number nor a mark."""
    return token.quote is not None or (token.low.isalpha() and not token.capital)
