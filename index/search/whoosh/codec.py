"""Postings to bytes and back, as blocks of Whoosh's W3 codec that stock Whoosh reads.

A W3 block is a pickled description followed by a pickled triple of document deltas, weights and values. Stock
Whoosh only iterates over the first and indexes the second, so both are bytes where their numbers fit; and it
never looks at the third in a field without positions of its own kind, which is where ours lie, packed. One block
holds all postings of a term; few postings go into the term's entry, as the codec provides.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pickle import dumps, loads
from typing import Any, Union

from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from index.search.whoosh.numeric import Array, np
from index.search.whoosh.postings import Field, Places, Postings, offsets

ENTRY = struct.Struct("!BfIBBfII")  # inline?, weight, documents, shortest, longest, heaviest, first and last document
EXTENT = struct.Struct("!qi")  # offset and length of the block
_LENGTH = struct.Struct("!i")  # negative: the last block of the term
# The pickle of (documents, last document, heaviest, compression, shortest, longest), at a fixed width.
_DESCRIPTION = struct.Struct("<3s c i c i c i c B c B c B 2s")
_HEADER = len(WHOOSH3_HEADER_MAGIC) + _LENGTH.size + _DESCRIPTION.size
_MAGIC: bytes = WHOOSH3_HEADER_MAGIC
_PROTOCOL = 3  # the first pickle protocol that has bytes
_FEW = 8  # postings that go into the entry; a block would cost them 50 bytes more
_SHORT = 48  # wide numbers up to which they are pickled one by one; an array takes 50 bytes by itself
_NARROW = ord("B")
_TYPES: dict[int, np.dtype[Any]] = {_NARROW: np.dtype("u1"), ord("H"): np.dtype("<u2"), ord("I"): np.dtype("<u4")}

PlainPostings = tuple[Sequence[int], Iterable[int] | None, Iterable[int] | None, Iterable[int]]
_Packed = Union[bytes, "array[int]", tuple[int, ...], float, None]  # no array[int] at run time before 3.12


def encode(field: Field, lengths: Array | None, offset: int) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary entry and the block (empty where it is inline) of each term of a field.

    `lengths` are the length bytes of the documents (None: the field is not scored), `offset` is the place in
    the file at which the first block will lie.
    """
    if not field.terms:
        return
    encoder = _Encoder(field, lengths)
    for term, (start, end) in enumerate(pairwise(field.starts.tolist())):
        entry, block = encoder.term(term, start, end, offset)
        offset += len(block)
        yield entry, block


def extent(entry: bytes) -> tuple[int, int] | None:
    """Offset and length of the block of an entry in the file of blocks, or None where it is inline."""
    return None if entry[0] else EXTENT.unpack_from(entry, ENTRY.size)


def decode(entry: bytes, block: memoryview | bytes) -> Postings:
    """The postings of a dictionary entry and its block."""
    if entry[0]:
        docs, weights, places = loads(entry[ENTRY.size :])  # noqa: S301 - Whoosh's own format, under checksums
        return Postings(np.array(docs, np.int64), _weights(weights, len(docs)), _places(places))
    deltas, weights, places = loads(block[_HEADER:])  # noqa: S301 - as above
    docs = np.cumsum(_numbers(deltas), dtype=np.int64)
    return Postings(docs, _weights(weights, len(docs)), _places(places))


def plain(entry: bytes, block: bytes) -> PlainPostings:
    """The same in plain numbers, which is faster for few of them: documents; weights or None where all are 1; the
    counts or None, and the distances, of `Places`."""
    numbers, weights, places = loads(entry[ENTRY.size :] if entry[0] else block[_HEADER:])  # noqa: S301 - as above
    docs = numbers if entry[0] else list(accumulate(numbers))
    if isinstance(weights, float):
        weights = [int(weights)] * len(docs)
    counts, distances = places or (None, b"B")
    return docs, weights, None if counts is None else _plain(counts), _plain(distances)


def size(entry: bytes) -> int:
    """How many documents the term of an entry has."""
    return int(ENTRY.unpack_from(entry)[2])


class _Numbers:
    """Non-negative numbers, cut into stretches of bytes at the narrowest width that holds a stretch."""

    def __init__(self, numbers: Array) -> None:
        self._wide = numbers.astype("<u4").tobytes()
        self._half = numbers.astype("<u2").tobytes()
        self._narrow = numbers.astype("u1").tobytes()

    def packed(self, start: int, end: int, largest: int) -> bytes:
        """A typecode and the numbers, for our own eyes."""
        if largest < 1 << 8:
            return b"B" + self._narrow[start:end]
        if largest < 1 << 16:
            return b"H" + self._half[2 * start : 2 * end]
        return b"I" + self._wide[4 * start : 4 * end]

    def plain(self, start: int, end: int, largest: int) -> _Packed:
        """Something that yields the numbers when stock Whoosh iterates over it."""
        if largest < 1 << 8:
            return self._narrow[start:end]
        half = largest < 1 << 16
        wide = array("H", self._half[2 * start : 2 * end]) if half else array("I", self._wide[4 * start : 4 * end])
        return tuple(wide) if end - start <= _SHORT else wide


class _Encoder:
    """One field with everything computed for all its terms at once, so that a term is little more than slices."""

    def __init__(self, field: Field, lengths: Array | None) -> None:
        starts = field.starts[:-1]
        self._docs: list[int] = field.docs.tolist()
        deltas = np.diff(field.docs, prepend=0)
        deltas[starts] = field.docs[starts]
        self._deltas = _Numbers(deltas)
        self._widest = np.maximum.reduceat(deltas, starts).tolist()
        weights = np.ones(len(field.docs), np.int64) if field.weights is None else field.weights
        self._weights = _Numbers(weights)
        self._lightest = np.minimum.reduceat(weights, starts).tolist()
        self._heaviest = np.maximum.reduceat(weights, starts).tolist()
        self._totals = np.add.reduceat(weights, starts).tolist()
        self._lengths(field, lengths)
        self._places = None if field.counts is None or field.distances is None else _PlacesEncoder(field)

    def _lengths(self, field: Field, lengths: Array | None) -> None:
        starts = field.starts[:-1]
        if lengths is None:
            self._shortest = self._longest = [0] * len(starts)
            return
        of_postings = lengths[field.docs]
        self._shortest = np.minimum.reduceat(of_postings, starts).tolist()
        self._longest = np.maximum.reduceat(of_postings, starts).tolist()

    def term(self, term: int, start: int, end: int, offset: int) -> tuple[bytes, bytes]:
        first, last = self._docs[start], self._docs[end - 1]
        shortest, longest, heaviest = self._shortest[term], self._longest[term], self._heaviest[term]
        inline = end - start <= _FEW
        entry = ENTRY.pack(inline, self._totals[term], end - start, shortest, longest, heaviest, first, last)
        places = None if self._places is None else self._places.term(term, start, end)
        weights = None if heaviest == 1 else self._weights.plain(start, end, heaviest)
        if inline:
            return entry + dumps((tuple(self._docs[start:end]), weights, places), _PROTOCOL), b""
        if heaviest == self._lightest[term] != 1:
            weights = float(heaviest)
        data = dumps((self._deltas.plain(start, end, self._widest[term]), weights, places), _PROTOCOL)
        block = _framed(_description(end - start, last, heaviest, shortest, longest), data)
        return entry + EXTENT.pack(offset, len(block)), block


class _PlacesEncoder:
    """The positions of a field: how many a posting, then the distances within each document."""

    def __init__(self, field: Field) -> None:
        assert field.counts is not None
        assert field.distances is not None
        starts = field.starts[:-1]
        self._most = np.maximum.reduceat(field.counts, starts).tolist()
        self._counts = _Numbers(field.counts)
        of_term = offsets(field.counts)[field.starts]
        self._starts = of_term.tolist()
        self._furthest = np.maximum.reduceat(field.distances, of_term[:-1]).tolist()
        self._distances = _Numbers(field.distances)

    def term(self, term: int, start: int, end: int) -> tuple[bytes | None, bytes]:
        most = self._most[term]
        counts = None if most == 1 else self._counts.packed(start, end, most)
        return counts, self._distances.packed(self._starts[term], self._starts[term + 1], self._furthest[term])


def _description(count: int, last: int, heaviest: int, shortest: int, longest: int) -> bytes:
    return _DESCRIPTION.pack(
        b"\x80\x02(", b"J", count, b"J", last, b"J", heaviest, b"K", 0, b"K", shortest, b"K", longest, b"t."
    )  # fmt: skip


def _framed(description: bytes, data: bytes) -> bytes:
    return _MAGIC + _LENGTH.pack(-len(description) - len(data)) + description + data


def _numbers(plain: _Packed) -> Array:
    if isinstance(plain, bytes):
        return np.frombuffer(plain, np.uint8)
    return np.array(plain, np.int64)


def _weights(plain: _Packed | float | None, count: int) -> Array | None:
    if plain is None:
        return None
    if isinstance(plain, float):
        return np.full(count, plain)
    return _numbers(plain)


def _places(packed: tuple[bytes | None, bytes] | None) -> Places | None:
    if packed is None:
        return None
    counts, distances = packed
    return Places(None if counts is None else _unpacked(counts), _unpacked(distances))


def _plain(packed: bytes) -> Iterable[int]:
    return packed[1:] if packed[0] == _NARROW else _unpacked(packed).tolist()


def _unpacked(packed: bytes) -> Array:
    numbers: Array = np.frombuffer(packed, _TYPES[packed[0]], offset=1)
    return numbers
