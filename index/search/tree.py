"""What a query means, apart from how it is typed (`query`) and how it is answered (`engine`).

A field of "" stands for title, lead and body together. Text in a node is as typed; engines fold and stem it
with `index.text.words`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

TextField = Literal["", "title", "claim", "quoted", "author"]
KeywordField = Literal["source", "lang", "has"]


class Sort(StrEnum):
    """The order of results; RECENT is relevance with newer articles nudged up."""

    RELEVANCE = "relevance"
    RECENT = "recent"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Every:
    """Matches every article."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Matches no article."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word in any inflection."""

    text: str
    field: TextField = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin like this; also the word being typed."""

    text: str
    field: TextField = ""


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words of this shape: `*` any run of characters, `?` one."""

    pattern: str
    field: TextField = ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most `distance` edits away (1 or 2), an edit being a letter put in, left out or replaced."""

    text: str
    distance: int
    field: TextField = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order with nothing between. With `open_end` the last is still being typed: the others are
    the phrase, and a word that begins like the last stands anywhere."""

    words: tuple[str, ...]
    field: TextField = ""
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two words in either order, 1 to `distance` positions apart; each is one word."""

    left: str
    right: str
    distance: int
    field: TextField = ""


@dataclass(frozen=True, slots=True)
class Keyword:
    """An exact value, compared without case; `source` also matches when it holds all words of `value`, unless that is
    meant as the `whole` name, whose quotation marks don't count.

    With `open_end` the value is still being typed: it matches values that begin so, and of a source's words
    the last word of `value` need only be a beginning.
    """

    field: KeywordField
    value: str
    open_end: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """Published in `first` <= t < `end` (aware UTC; None is open). Undated articles never match."""

    first: datetime | None
    end: datetime | None


@dataclass(frozen=True, slots=True)
class State:
    """The reader's own marks, `is:unread` or `tag:budget`; resolved to `Ids` before an engine sees it."""

    kind: Literal["is", "tag"]
    value: str


@dataclass(frozen=True, slots=True)
class Ids:
    """Exactly these articles."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All articles but these."""

    part: Node


Node = (
    Every | Nothing | Term | Prefix | Wildcard | Fuzzy | Phrase | Near | Keyword | Dates | State | Ids | And | Or | Not
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query as read: its tree, and the order asked for in it (None: not said)."""

    text: str
    tree: Node
    sort: Sort | None = None


def mapped(tree: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with every node that is no And, Or or Not changed."""
    match tree:
        case And(parts):
            return And(tuple(mapped(part, change) for part in parts))
        case Or(parts):
            return Or(tuple(mapped(part, change) for part in parts))
        case Not(part):
            return Not(mapped(part, change))
        case _:
            return change(tree)


def terms(tree: Node) -> tuple[Node, ...]:
    """The nodes of a tree that look for words, outside any Not, in tree order: what to highlight or score."""
    match tree:
        case And(parts) | Or(parts):
            return tuple(found for part in parts for found in terms(part))
        case Term() | Prefix() | Wildcard() | Fuzzy() | Phrase() | Near():
            return (tree,)
        case _:
            return ()
