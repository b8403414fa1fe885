"""Fewer segments: which ones to join, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter

from whoosh.codec.whoosh3 import W3Segment

from index.search.whoosh.codec import PlainPostings, size
from index.search.whoosh.columns import Columns, labels
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.postings import Field, Places, Postings, distinct, offsets
from index.search.whoosh.schema import INDEXED, ZONES, prefixes_of, words_of
from index.search.whoosh.segment import Content, Segment

FEWEST = 4  # segments of about one size that are joined; each document is rewritten once for every factor of that
LARGEST = 50_000  # documents of a segment: what a merge holds up and holds in memory stays bounded
_WASTE = 0.2  # share of deleted documents from which a segment is rewritten alone
_POSTINGS = 150_000  # of one field, in memory at a time, at about 100 bytes each
_FEW = 64  # postings up to which lists are faster than arrays
_OVERHEAD = 30  # postings that would take as much memory as the arrays of one term in one segment do by themselves

_Part = tuple[int, Postings | PlainPostings]  # the number to add to the documents, and the postings
_Source = tuple[bytes, int, bytes]  # a term, the number of the segment, its entry there


def worth_merging(segments: Sequence[W3Segment]) -> Iterator[list[W3Segment]]:
    """The groups of segments to be joined next; none where all is well."""
    rest = list(segments)
    while chosen := _group(rest):
        yield chosen
        rest = [segment for segment in rest if segment not in chosen]


def _group(segments: Sequence[W3Segment]) -> list[W3Segment]:
    """One of them. The smallest of a size first: large ones that may grow no more must not keep them apart."""
    tiers = defaultdict(list)
    for segment in segments:
        if segment.deleted_count() > _WASTE * segment.doc_count_all():
            return [segment]
        tiers[max(segment.doc_count(), 1).bit_length() // FEWEST.bit_length()].append(segment)
    for _, tier in sorted(tiers.items()):
        chosen = sorted(tier, key=W3Segment.doc_count)[:FEWEST]
        if len(chosen) == FEWEST and sum(segment.doc_count() for segment in chosen) <= LARGEST:
            return chosen
    return []


def merged(segments: Sequence[Segment]) -> Content:
    """The live documents of several segments as the content of one."""
    return _Merge(segments).content()


def renumbered(segments: Sequence[Segment]) -> list[Array]:
    """The number in the merged segment of each document of each segment, -1 where it is deleted."""
    numbers = []
    base = 0
    for segment in segments:
        alive = np.ones(len(segment), np.bool_)
        alive[segment.deleted] = False
        numbers.append(np.where(alive, np.cumsum(alive) - 1 + base, -1))
        base += int(alive.sum())
    return numbers


class _Merge:
    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._numbers = renumbered(segments)
        self._shifts = [None if numbers.min() < 0 else int(numbers[0]) for numbers in self._numbers]

    def content(self) -> Content:
        """Columns at once, fields piece by piece as they are asked for."""
        prefixes = {prefixes_of(zone): words_of(zone) for zone in ZONES}
        fields = ((name, self._parts(name, prefixes.get(name))) for name in INDEXED)
        return Content(self._columns(), fields)

    def _columns(self) -> Columns:
        columns = [segment.columns for segment in self._segments]
        kept = [numbers >= 0 for numbers in self._numbers]

        def joined(name: str) -> Array:
            return np.concatenate([getattr(part, name)[keep] for part, keep in zip(columns, kept, strict=True)])

        def texts(name: str) -> list[str]:
            parts = zip((getattr(part, name) for part in columns), kept, strict=True)
            return [part.values[number] for part, keep in parts for number in part.numbers[keep].tolist()]

        return Columns(
            joined("ids"),
            joined("published"),
            joined("folds"),
            joined("lengths"),
            labels(texts("source")),
            labels(texts("language")),
        )

    def _parts(self, name: str, words: str | None) -> Iterator[Field]:
        """A field in pieces of a bounded number of postings, cut between terms."""
        for piece in self._pieces(name, words):
            yield piece
            for segment in self._segments:
                segment.forget()

    def _pieces(self, name: str, words: str | None) -> Iterator[Field]:
        collected = _Collector()
        for term, sources in groupby(self._sources(name), itemgetter(0)):
            collected.add(term, self._term(sources, term, words))
            if collected.size >= _POSTINGS:
                yield collected.field()
                collected = _Collector()
        yield collected.field()

    def _sources(self, name: str) -> Iterator[_Source]:
        def of(number: int, segment: Segment) -> Iterator[_Source]:
            return ((term, number, entry) for term, entry in segment.terms.beginning(name, b""))

        return merge(*(of(number, segment) for number, segment in enumerate(self._segments)))

    def _term(self, sources: Iterable[_Source], term: bytes, words: str | None) -> Iterator[_Part]:
        """The live postings of a term, segment by segment, with the number to add to their documents.

        A beginning that has no list of its own in one of the segments gets one from its words there: they are few.
        """
        entries = {number: entry for _, number, entry in sources}
        for number, segment in enumerate(self._segments):
            if entry := entries.get(number):
                yield self._entry(number, segment, entry)
            elif words and (few := [segment.postings(each).docs for _, each in segment.terms.beginning(words, term)]):
                yield self._live(number, Postings(distinct(np.concatenate(few))))

    def _entry(self, number: int, segment: Segment, entry: bytes) -> _Part:
        shift = self._shifts[number]
        if shift is not None and size(entry) <= _FEW:
            return shift, segment.plain(entry)
        return self._live(number, segment.postings(entry))

    def _live(self, number: int, postings: Postings) -> _Part:
        if (shift := self._shifts[number]) is not None:
            return shift, postings
        docs = self._numbers[number][postings.docs]
        return 0, postings.only(np.flatnonzero(docs >= 0), docs)


class _Collector:
    """Postings on their way into a `Field`."""

    def __init__(self) -> None:
        self.size = 0
        self._terms: list[bytes] = []
        self._lengths: list[int] = []
        self._parts: list[Postings] = []
        self._shifts: list[int] = []
        self._few = _Few()

    def add(self, term: bytes, parts: Iterable[_Part]) -> None:
        """Take in a term, unless none of its postings is left."""
        length = 0
        for shift, part in parts:
            if not isinstance(part, Postings):
                length += len(part[0])
                self._few.add(shift, part)
            elif len(part.docs):
                length += len(part.docs)
                self._keep(shift, part)
        if length:
            self._terms.append(term)
            self._lengths.append(length)
            self.size += length

    def _keep(self, shift: int, part: Postings) -> None:
        self._gather()
        self._parts.append(part)
        self._shifts.append(shift)
        self.size += _OVERHEAD

    def _gather(self) -> None:
        if self._few.docs:
            self._parts.append(self._few.postings())
            self._shifts.append(0)
            self._few = _Few()

    def field(self) -> Field:
        """Everything taken in."""
        self._gather()
        starts = offsets(np.array(self._lengths, np.int64))
        if not self._parts:
            return Field([], starts, np.empty(0, np.int64))
        docs = np.concatenate([part.docs for part in self._parts])
        docs += np.repeat(self._shifts, [len(part.docs) for part in self._parts])
        weights = None
        if any(part.weights is not None for part in self._parts):
            weights = np.concatenate([part.heaviness() for part in self._parts]).astype(np.int64)
        places = [part.places for part in self._parts if part.places is not None]
        if not places:
            return Field(self._terms, starts, docs, weights)
        counts = np.concatenate([_counts(part) for part in places])
        return Field(self._terms, starts, docs, weights, counts, np.concatenate([part.distances for part in places]))


class _Few:
    """Postings of rare terms, gathered in lists: making arrays of a few numbers each would take most of the time."""

    def __init__(self) -> None:
        self.docs: list[int] = []
        self._weights: list[int] = []
        self._counts: list[int] = []
        self._distances: list[int] = []

    def add(self, shift: int, part: PlainPostings) -> None:
        """Take in the postings of a term in a segment."""
        docs, weights, counts, distances = part
        for ones, values in ((self._weights, weights), (self._counts, counts)):
            if values is not None:
                ones += [1] * (len(self.docs) - len(ones))
                ones += values
        self.docs += [doc + shift for doc in docs]
        self._distances += distances

    def postings(self) -> Postings:
        """All of them, as if they were those of one term."""
        weights, counts = map(self._filled, (self._weights, self._counts))
        places = Places(counts, np.array(self._distances, np.uint32)) if self._distances else None
        return Postings(np.array(self.docs, np.int64), weights, places)

    def _filled(self, values: list[int]) -> Array | None:
        return np.array(values + [1] * (len(self.docs) - len(values)), np.uint32) if values else None


def _counts(places: Places) -> Array:
    return np.ones(len(places.distances), np.uint8) if places.counts is None else places.counts
