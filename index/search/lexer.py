"""Cuts a query into tokens, each with its place in what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

QUOTES = '"“”„«»'


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()  # text between quotation marks, without them
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    FIELD = auto()  # a name and its colon


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `start`..`end` is its place in the query, `distance` belongs to NEAR.

    `unfinished` is true where the query ends inside the token, so that more of it may come: a word with
    nothing behind it, a phrase whose second quotation mark is missing.
    """

    kind: Kind
    text: str
    start: int
    end: int
    unfinished: bool = False
    distance: int = 0


_NEAR_DISTANCE = 5  # where none is given
MAX_NEAR = 50  # below the gap that engines leave between title and text

_TOKEN = re.compile(
    rf"""
      [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closing>[{QUOTES}]?)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<near>NEAR(?:/(?P<distance>\d*))?)(?![^\s(){QUOTES}])
    | (?P<operator>AND|OR|NOT)(?![^\s(){QUOTES}])
    | (?P<minus>-+)(?=[^\s)-])
    | (?P<field>[A-Za-z]+):(?!//)
    | (?P<word>[^\s(){QUOTES}]+)
    """,
    re.VERBOSE,
)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query in order; white space only parts them."""
    for match in _TOKEN.finditer(text):
        yield _token(match, len(text))


def _token(match: re.Match[str], length: int) -> Token:
    start, end = match.span()
    last = end == length
    match match.lastgroup:
        case "closing":
            return Token(Kind.PHRASE, match["phrase"], start, end, unfinished=not match["closing"])
        case "open" | "close":
            return Token(Kind.OPEN if match["open"] else Kind.CLOSE, match[0], start, end)
        case "near":
            return Token(Kind.NEAR, match[0], start, end, last, _distance(match["distance"]))
        case "operator":
            return Token(Kind[match[0]], match[0], start, end, last)
        case "minus":
            return Token(Kind.NOT, match[0], start, end)
        case "field":
            return Token(Kind.FIELD, match["field"], start, end)
        case _:
            return Token(Kind.WORD, match[0], start, end, last)


def _distance(digits: str | None) -> int:
    return min(int(digits), MAX_NEAR) if digits and int(digits) else _NEAR_DISTANCE
