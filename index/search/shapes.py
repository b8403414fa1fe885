"""Which words of a text a node of a query looks for, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.search.tree import And, Fuzzy, Near, Node, Nothing, Phrase, Prefix, Term, TextField, Wildcard
from index.text.words import fold, stem, words

Test = Callable[[str], bool]  # of a word as it stands in the text


def normal(node: Node) -> Node:
    """The node as the words of the index see it.

    A text that is several words there becomes a phrase, one that is none nothing, and a phrase with an open
    end its finished words and, wherever that stands, a beginning (see `index.search.ranking`).
    """
    if not isinstance(node, Term | Phrase):
        return node
    texts = node.words if isinstance(node, Phrase) else (node.text,)
    found = tuple(part for text in texts for part in words(text))
    if found and isinstance(node, Phrase) and node.open_end:
        finished = [_whole(found[:-1], node.field)] if found[1:] else []
        return And((*finished, Prefix(found[-1], node.field)))
    return _whole(found, node.field)


def _whole(found: tuple[str, ...], field: TextField) -> Node:
    if len(found) > 1:
        return Phrase(found, field)
    return Term(found[0], field) if found else Nothing()


@lru_cache(maxsize=1024)
def tests(node: Node) -> tuple[Test, ...]:
    """A test for each word that a `normal` node looks for, in its order; none for one that looks for no words."""
    match node:
        case Term(text):
            return (_inflected(text),)
        case Prefix(text):
            return (_beginning(text),)
        case Wildcard(pattern):
            return (_shaped(pattern),)
        case Fuzzy(text, distance):
            return (_similar(text, distance),)
        case Near(left, right):
            return (_inflected(left), _inflected(right))
        case Phrase(found):
            return tuple(map(_inflected, found))
        case _:
            return ()


def initials(node: Node) -> str:
    """The letters or digits with which a word, folded, has to begin to pass a test of a `normal` node; "" where any
    may do. A stem begins as its word does."""
    match node:
        case Term(text) | Prefix(text):
            return fold(text)[:1]
        case Near(left, right):
            return fold(left)[:1] + fold(right)[:1]
        case Phrase(found):
            return "".join(fold(text)[:1] for text in found)
        case _:
            return ""


def shape(pattern: str) -> re.Pattern[str]:
    """An expression for the whole of a folded word: `*` is any run, `?` one character.

    What comes between two stars is looked for once, where it stands first (an atomic group), since that leaves most to
    the rest: else the time would be multiplied with every star.
    """
    first, *others = (
        "".join("." if each == "?" else re.escape(each) for each in part) for part in fold(pattern).split("*")
    )
    between = "".join(f"(?>.*?{each})" for each in others[:-1])
    return re.compile(first + between + "".join(f".*{each}" for each in others[-1:]), re.DOTALL)


def _shaped(pattern: str) -> Test:
    matches = shape(pattern).fullmatch
    return lambda surface: matches(fold(surface)) is not None


def _inflected(text: str) -> Test:
    wanted = stem(text)
    return lambda surface: stem(surface) == wanted


def _beginning(text: str) -> Test:
    wanted = fold(text)
    return lambda surface: fold(surface).startswith(wanted)


def _similar(text: str, distance: int) -> Test:
    from rapidfuzz.distance import Levenshtein  # only fuzzy queries pay for its import

    wanted = fold(text)
    return lambda surface: Levenshtein.distance(fold(surface), wanted, score_cutoff=distance) <= distance
