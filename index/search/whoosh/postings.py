"""Postings in memory: which articles hold a term, how heavily, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from index.search.whoosh.numeric import Array, Docs, Floats, np


class Places(NamedTuple):
    """Where a term stands: `counts[i]` positions in the i-th document (None: one in each), kept as distances
    from the one before, the first of a document from 0."""

    counts: Array | None
    distances: Array

    def at(self, which: Array) -> tuple[Array, Array]:
        """The positions in these documents one after another, and how many each has."""
        if self.counts is None:
            return self.distances[which].astype(np.int64), np.ones(len(which), np.int64)
        ends = offsets(self.counts)
        counts = ends[which + 1] - ends[which]
        sums = np.cumsum(self.distances[runs(ends[which], counts)], dtype=np.int64)
        before = np.concatenate(([0], sums[np.cumsum(counts[:-1]) - 1]))[: len(counts)]
        return sums - np.repeat(before, counts), counts

    def only(self, which: Array) -> Places:
        """The places in these documents alone."""
        if self.counts is None:
            return Places(None, self.distances[which])
        ends = offsets(self.counts)
        counts = self.counts[which]
        return Places(counts, self.distances[runs(ends[which], counts)])


class Postings(NamedTuple):
    """The documents that hold a term; `weights` is None where all are 1. (Merging makes these by the million, and a
    frozen dataclass takes three times as long to make.)"""

    docs: Docs
    weights: Array | None = None
    places: Places | None = None

    def heaviness(self) -> Floats:
        """The weight of each document."""
        return np.ones(len(self.docs)) if self.weights is None else self.weights.astype(np.float64)

    def only(self, which: Array, numbers: Docs) -> Postings:
        """The postings at these places alone, their documents renumbered as in `numbers`."""
        weights = None if self.weights is None else self.weights[which]
        places = None if self.places is None else self.places.only(which)
        return Postings(numbers[which], weights, places)


@dataclass(frozen=True, slots=True)
class Field:
    """All postings of one field: those of `terms[i]` lie at `starts[i]:starts[i + 1]` of the flat arrays.

    Terms are unique and ascending, documents ascend within a term. `counts[i]` of the `distances` belong to
    posting i (see `Places`).
    """

    terms: list[bytes]
    starts: Array
    docs: Docs
    weights: Array | None = None
    counts: Array | None = None
    distances: Array | None = None


def split(field: Field, size: int) -> Iterator[Field]:
    """A field in parts of about `size` postings, cut between terms; one term is never cut."""
    places = None if field.counts is None else offsets(field.counts)
    for first, end in pairwise(cuts(field.starts, size)):
        yield _part(field, first, end, places)


def cuts(starts: Array, size: int) -> list[int]:
    """Where to cut between terms that begin at `starts`, the last of which is the end, for parts of about `size`."""
    wanted = np.arange(0, starts[-1] + 1, size)
    firsts = np.searchsorted(starts[:-1], wanted).tolist()
    return sorted({*firsts, len(starts) - 1})


def _part(field: Field, first: int, end: int, places: Array | None) -> Field:
    starts = field.starts[first : end + 1]
    of_part = slice(starts[0], starts[-1])
    weights = None if field.weights is None else field.weights[of_part]
    if field.counts is None or field.distances is None or places is None:
        return Field(field.terms[first:end], starts - starts[0], field.docs[of_part], weights)
    distances = field.distances[places[starts[0]] : places[starts[-1]]]
    return Field(
        field.terms[first:end], starts - starts[0], field.docs[of_part], weights, field.counts[of_part], distances
    )


def group(keys: Array, count: int) -> tuple[Array, Array]:
    """Starts and documents from unique ascending keys `term << 32 | document` over `count` terms."""
    starts = np.searchsorted(keys, np.arange(count + 1) << 32)
    return starts, keys.astype(np.uint32).astype(np.int32)


def distinct(keys: Array) -> Array:
    """The different keys, ascending; sorts `keys`. Ten times as fast as `np.unique` on keys nearly in order."""
    keys.sort()
    return keys[changes(keys)]


def changes(keys: Array) -> Array:
    """Where each run of equal keys begins."""
    if not len(keys):
        return np.empty(0, np.int64)
    return np.concatenate(([0], np.flatnonzero(keys[1:] != keys[:-1]) + 1))


def offsets(counts: Array) -> Array:
    """Where each of the runs of these lengths begins, and where the last one ends."""
    ends = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=ends[1:])
    return ends


def runs(starts: Array, lengths: Array) -> Array:
    """The indices of many stretches one after another: start, start + 1, … for each start and length."""
    ends = offsets(lengths)
    indices: Array = np.arange(ends[-1]) + np.repeat(starts - ends[:-1], lengths)
    return indices
