"""Finds the words of a text that made it match a query."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

from index.search.shapes import Test, initials, normal, tests
from index.search.tree import Near, Node, terms
from index.text.words import WORD

_CUT = re.compile(f"({WORD.pattern})")  # splits into gap, word, gap, word … gap


class Found(NamedTuple):
    """A match at `start`..`end` of the text, and which part of the query (counted from 0) it answers.

    A named tuple for speed: a page of results makes thousands.
    """

    start: int
    end: int
    part: int


@lru_cache(maxsize=4)  # each remembers the words of all texts that it has seen
def finder(tree: Node) -> Finder:
    """The finder for a tree, kept from one result to the next."""
    return Finder(tree)


class Finder:
    """Finds the matches of one query in any text; authors' names are not looked for there.

    Each test of each part has a bit. What a word passes is worked out once, and then a text is a row of bits
    in which phrases and neighbours are found by looking at places.
    """

    def __init__(self, tree: Node) -> None:
        wanted = [part for node in terms(tree) for part in terms(normal(node)) if _is_in_text(part)]
        self._parts: list[tuple[Node, list[int]]] = []
        every: list[Test] = []
        for node in wanted:
            found = tests(node)
            self._parts.append((node, [1 << (len(every) + n) for n in range(len(found))]))
            every.extend(found)
        self._passed = _Passed(every, _initials(wanted))

    def find(self, text: str) -> list[Found]:
        """The matches in text order; those of different parts may overlap."""
        if not self._parts:
            return []
        pieces = _CUT.split(text)
        passed = list(map(self._passed.__getitem__, pieces[1::2]))
        places = list(compress(count(), passed))
        if not places:
            return []
        ends = list(accumulate(map(len, pieces)))
        return sorted(
            Found(ends[2 * first], ends[2 * last + 1], part)
            for part, (node, bits) in enumerate(self._parts)
            for first, last in _runs(node, bits, passed, places)
        )


def _is_in_text(node: Node) -> bool:
    return getattr(node, "field", "") != "author"


def _initials(parts: Sequence[Node]) -> str:
    """With what a word can begin that passes a test of one of the parts; "" where that may be anything."""
    found = [initials(part) for part in parts]
    return "".join(found) if all(found) else ""


class _Passed(dict[str, int]):
    """For each word met so far, the bits of the tests that it passes.

    Nine words in ten are told by their first letter; one that is not ASCII may fold into any.
    """

    def __init__(self, tests: Sequence[Test], initials: str) -> None:
        super().__init__()
        self._tests = tests
        self._initials = initials

    def __missing__(self, word: str) -> int:
        first = word[0]
        bits = 0
        if not self._initials or first.lower() in self._initials or not first.isascii():
            bits = sum(1 << n for n, test in enumerate(self._tests) if test(word))
        self[word] = bits
        return bits


def _runs(node: Node, bits: list[int], passed: list[int], places: list[int]) -> Iterable[tuple[int, int]]:
    """The first and last place of each match of a node."""
    if isinstance(node, Near):
        return _neighbours(node.distance, bits, passed, places)
    if len(bits) == 1:
        return [(place, place) for place in places if passed[place] & bits[0]]
    return [(place, place + len(bits) - 1) for place in places if _follow(bits, passed[place : place + len(bits)])]


def _follow(bits: list[int], row: list[int]) -> bool:
    return len(row) == len(bits) and all(map(int.__and__, row, bits))


def _neighbours(distance: int, bits: list[int], passed: list[int], places: list[int]) -> set[tuple[int, int]]:
    left, right = bits
    found: set[tuple[int, int]] = set()
    for place in places:
        if passed[place] & left:
            near = range(max(0, place - distance), min(len(passed), place + distance + 1))
            others = [other for other in near if other != place and passed[other] & right]
            found.update((each, each) for each in (place, *others) if others)
    return found
