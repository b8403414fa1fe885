"""Where two passages name someone or somewhere different in the same slot."""

from __future__ import annotations

import math
import re
from functools import cache

from rapidfuzz import fuzz

from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.model import Name, Span
from index.text.lists import sections
from index.text.words import stem, words

# Agreement of the words around two names from which they fill one slot, by their kinds; other pairs of kinds
# (an organisation and its spokesman, a place and its people) stand for one another too often.
ENOUGH = {("person", "person"): 0.5, ("place", "place"): 0.7, ("other", "other"): 1.2, ("other", "person"): 1.6}
LEVELS = ("countries", "regions", "states", "cities")
_STREET = re.compile(r"\b(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Highway|Square)$")
SPELLING = 66.0  # similarity (0..100) of names that are one name spelled in two ways


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of names of one kind in the same slot, where neither article knows the other's name at all."""
    mine = [name for name in a.passage.names if not (_compound(name) or _unit(name, a) or _known(name, b))]
    theirs = [name for name in b.passage.names if not (_compound(name) or _unit(name, b) or _known(name, a))]
    scored = [
        (agreement(one, a.words, other, b.words), one, other)
        for one in mine
        for other in theirs
        if not _one_name(one, other) and _street(one) == _street(other)
    ]
    found: list[tuple[Span, Span]] = []
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if score >= _enough(one, other) and not any(one is used or other is used for pair in found for used in pair):
            found.append((one, other))
    return found


def _street(name: Name) -> bool:
    return bool(_STREET.search(name.canonical))


def _compound(name: Name) -> bool:
    """Whether it only describes: "New York-based", "pro-Russian"."""
    return any(word.islower() for word in name.canonical.split("-")[1:])


def _unit(name: Name, facts: Facts) -> bool:
    """Whether it belongs to a figure: "100 degrees Celsius"."""
    return any(name.start < figure.end and figure.start < name.end for figure in facts.passage.figures)


def _known(name: Name, other: Facts) -> bool:
    """Whether the other article has the name, a part of it that could stand for it, or another form of it."""
    parts = [stem(word) in other.vocabulary for word in words(name.canonical) if len(word) > 1]
    if (all if name.kind == "place" else any)(parts[-1:] if name.kind == "person" else parts):
        return True
    return any(name.canonical == theirs.canonical or _one_name(name, theirs) for theirs in other.names)


def _enough(a: Name, b: Name) -> float:
    if a.kind == b.kind == "place" and not _levels(a) & _levels(b):
        return math.inf
    first, second = sorted((a.kind, b.kind))
    return ENOUGH.get((first, second), math.inf)


def _one_name(a: Name, b: Name) -> bool:
    """Whether two names may be spellings of one, or one the other's initials."""
    if all(any(name.canonical in places for places in _places().values()) for name in (a, b)):
        return a.canonical == b.canonical
    short, long = sorted((a.canonical, b.canonical), key=len)
    initials = "".join(word[0] for word in words(long) if word[0].isupper())
    return short == initials or fuzz.ratio(short.lower(), long.lower()) >= SPELLING or long.startswith(short)


def _levels(name: Name) -> frozenset[str]:
    """The lists of places that have the name: a city and its country don't contradict each other."""
    return frozenset(level for level, places in _places().items() if name.canonical in places) or frozenset(LEVELS)


@cache
def _places() -> dict[str, frozenset[str]]:
    lists = sections("places")
    return {level: frozenset(lists[level]) for level in LEVELS}
