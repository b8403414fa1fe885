"""Where two passages name someone or somewhere different in the same slot."""

from __future__ import annotations

from functools import cache

from index.compare.context import agreement
from index.compare.facts import Facts
from index.model import Name, Span
from index.text.lists import sections
from index.text.words import stem, words

ENOUGH = 1.3  # agreement of the words around two names; more than for figures, since names come and go


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of names of one kind in the same slot, where neither article knows the other's name at all."""
    mine = [name for name in a.passage.names if not _known(name, b)]
    theirs = [name for name in b.passage.names if not _known(name, a)]
    scored = [
        (agreement(one, a.words, other, b.words), one, other)
        for one in mine
        for other in theirs
        if _alike_in_kind(one, other)
    ]
    found: list[tuple[Span, Span]] = []
    for score, one, other in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if score >= ENOUGH and not any(one is used or other is used for pair in found for used in pair):
            found.append((one, other))
    return found


def _known(name: Name, other: Facts) -> bool:
    """Whether the other article has a word of the name, or the name under another form."""
    if any(stem(word) in other.vocabulary for word in words(name.canonical)):
        return True
    return any(name.canonical == theirs.canonical for theirs in other.names)


def _alike_in_kind(a: Name, b: Name) -> bool:
    if "place" in (a.kind, b.kind):
        return a.kind == b.kind and _level(a) == _level(b)
    return a.kind == b.kind or "other" in (a.kind, b.kind)


def _level(name: Name) -> str:
    """Which list of places has the name: a city and its country don't contradict each other."""
    return _levels().get(name.canonical, "")


@cache
def _levels() -> dict[str, str]:
    lists = sections("places")
    return {place: level for level in ("cities", "states", "regions", "countries") for place in lists[level]}
