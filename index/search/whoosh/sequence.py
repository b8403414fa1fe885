"""Phrases and nearness: comparing places, document and position in one number each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from index.search.whoosh.numeric import Array, Docs, Mask, np
from index.search.whoosh.postings import Postings
from index.search.whoosh.segment import Segment
from index.search.whoosh.snapshot import Snapshot

_SHIFT = 32
_MARGIN = 1 << 20  # added to positions, so that looking a little before the first stays in the document

_Check = Callable[[list[Array]], Array]


def phrase(snapshot: Snapshot, zone: str, stems: Sequence[bytes]) -> Mask:
    """The documents in which these stems follow one another."""

    def check(places: list[Array]) -> Array:
        shifted = sorted((part - number for number, part in enumerate(places)), key=len)
        return reduce(_common, shifted)

    return _matching(snapshot, zone, stems, check)


def near(snapshot: Snapshot, zone: str, left: bytes, right: bytes, distance: int) -> Mask:
    """The documents in which the two stems stand at different places at most `distance` apart."""
    reach = min(distance, _MARGIN // 2)

    def check(places: list[Array]) -> Array:
        first = np.searchsorted(places[1], places[0] - reach)
        end = np.searchsorted(places[1], places[0] + reach, side="right")
        return places[0][end - first > (left == right)]

    return _matching(snapshot, zone, (left, right), check)


def _matching(snapshot: Snapshot, zone: str, stems: Sequence[bytes], check: _Check) -> Mask:
    matching = np.zeros(len(snapshot), np.bool_)
    for segment, base in snapshot.based():
        if found := _postings(segment, zone, stems):
            docs = reduce(_common, sorted((part.docs for part in found), key=len))
            places = check([_places(part, docs) for part in found])
            matching[(places >> _SHIFT) + base] = True
    return matching


def _postings(segment: Segment, zone: str, stems: Sequence[bytes]) -> list[Postings]:
    """The postings of all stems, or nothing where one is missing."""
    entries = [segment.terms.get(zone, stem) for stem in stems]
    return [segment.postings(entry) for entry in entries if entry] if all(entries) else []


def _places(postings: Postings, docs: Docs) -> Array:
    """Every place of a term in these documents, which all hold it, ascending."""
    assert postings.places is not None
    positions, counts = postings.places.at(np.searchsorted(postings.docs, docs))
    return (np.repeat(docs, counts) << _SHIFT) + positions + _MARGIN


def _common(few: Array, many: Array) -> Array:
    """The numbers of `few` that are in `many`; both ascend."""
    if not len(many):
        return many
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    common: Array = few[many[at] == few]
    return common
