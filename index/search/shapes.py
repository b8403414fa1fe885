"""Which words of a text a node of a query looks for, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.search.tree import Fuzzy, Near, Node, Nothing, Phrase, Prefix, Term, Wildcard
from index.text.words import fold, stem, words

Test = Callable[[str], bool]  # of a word as it stands in the text

_ANY = {"*": ".*", "?": "."}


def normal(node: Term | Phrase) -> Node:
    """The node as the words of the index see it: a word that is several becomes a phrase, none nothing."""
    texts = node.words if isinstance(node, Phrase) else (node.text,)
    found = tuple(part for text in texts for part in words(text))
    open_end = isinstance(node, Phrase) and node.open_end
    if len(found) > 1 or (found and open_end):
        return Phrase(found, node.field, open_end)
    return Term(found[0], node.field) if found else Nothing()


@lru_cache(maxsize=1024)
def tests(node: Node) -> tuple[Test, ...]:
    """A test for each word that a node looks for, in its order; none for nodes that look for no words."""
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
        case Phrase(found, open_end=open_end):
            *firsts, last = found
            return (*map(_inflected, firsts), _beginning(last) if open_end else _inflected(last))
        case _:
            return ()


def _shaped(pattern: str) -> Test:
    parts = [_ANY.get(each) or re.escape(each) for each in fold(pattern)]
    matcher = re.compile("".join(parts), re.DOTALL).fullmatch
    return lambda surface: matcher(fold(surface)) is not None


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
