"""The file of terms: Whoosh's ordered hash file, written and read in bulk.

The bytes are those of `whoosh.filedb.filetables.OrderedHashWriter`: the entries one after another in the order
of their keys, 256 hash tables of (hash, place), a directory of the tables, a pickle, the places in order. It is
written here because the stock writer takes longer over an entry than the rest of the indexing together.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from pickle import dumps, load
from zlib import crc32

from index.search.whoosh.checked import Region
from index.search.whoosh.numeric import Array, np
from index.search.whoosh.postings import offsets

_MAGIC = b"HSH3"
_CRC = 1  # the number of the hash function
_HEAD = struct.Struct("!4sBii")
_LENGTHS = struct.Struct("!ii")
_INT = struct.Struct("!i")
_FIELD = struct.Struct("!H")
_SLOT = np.dtype([("hash", ">u4"), ("place", ">i8")])
_TABLE = np.dtype([("place", ">i8"), ("slots", ">i4")])
_POINTER = struct.Struct("!Iq")
_PLACES = {"i": ">i4", "q": ">i8"}
_TABLES = 256
_CHUNK = 4096  # records read at a time
_EXTRAS = 1 << 13  # bytes, more than the pickle of field names takes


class DictionaryWriter:
    """Collects the terms of a segment; fields and terms come in ascending order."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._numbers = {name: number for number, name in enumerate(fields)}
        self._records = bytearray()
        self._lengths = array("I")
        self._hashes = array("I")

    def add(self, field: str, term: bytes, value: bytes) -> None:
        """Take in a term with its entry."""
        key = _FIELD.pack(self._numbers[field]) + term
        record = _LENGTHS.pack(len(key), len(value)) + key + value
        self._hashes.append(crc32(key))
        self._lengths.append(len(record))
        self._records += record

    def finished(self) -> list[bytes | bytearray]:
        """The file, as pieces to be joined."""
        lengths = np.array(self._lengths)
        places = offsets(lengths) + _HEAD.size
        tables, directory = _hash_tables(np.array(self._hashes, np.int64), places[:-1], int(places[-1]))
        width = "i" if places[-1] < 1 << 31 else "q"
        extras = dumps({"fieldmap": self._numbers, "indextype": width, "indexlen": len(lengths)}, 2)
        ordered = places[:-1].astype(_PLACES[width]).tobytes()
        tail = [tables.tobytes(), directory.tobytes(), extras, ordered, _INT.pack(len(extras) + len(ordered))]
        return [_HEAD.pack(_MAGIC, _CRC, 0, 0), self._records, *tail]


def _hash_tables(hashes: Array, places: Array, start: int) -> tuple[Array, Array]:
    """All tables, the first of them at `start` in the file, and their directory.

    A table has half as many slots again as entries; an entry whose slot is taken moves on to the next free one.
    """
    table_of = (hashes & (_TABLES - 1)).astype(np.uint8)
    entries = np.argsort(table_of, kind="stable").astype(np.int32)
    counts = np.bincount(table_of, minlength=_TABLES)
    slots = counts + counts // 2 + 1
    tables = zip(np.split(entries, np.cumsum(counts)[:-1]), slots.tolist(), strict=True)
    owners = np.concatenate([_owners(hashes, some, size) for some, size in tables])
    directory = _directory(offsets(slots)[:-1] * _SLOT.itemsize + start, slots)
    return _filled(owners, hashes, places), directory


def _owners(hashes: Array, entries: Array, size: int) -> Array:
    """The entry in each slot of a table of this size, or -1; one table at a time, since a list takes much memory."""
    owners = [-1] * size
    for entry, wanted in zip(entries.tolist(), ((hashes[entries] >> 8) % size).tolist(), strict=True):
        slot = wanted
        while owners[slot] >= 0:
            slot = (slot + 1) % size
        owners[slot] = entry
    return np.array(owners, np.int32)


def _filled(owners: Array, hashes: Array, places: Array) -> Array:
    filled = np.zeros(len(owners), _SLOT)
    used = owners >= 0
    filled["hash"][used] = hashes[owners[used]]
    filled["place"][used] = places[owners[used]]
    return filled


def _directory(places: Array, slots: Array) -> Array:
    directory = np.zeros(_TABLES, _TABLE)
    directory["place"] = places
    directory["slots"] = slots
    return directory


class Dictionary:
    """The terms of a segment, looked up in its file without reading it as a whole."""

    def __init__(self, file: Region) -> None:
        self._file = file
        (tail,) = _INT.unpack(file.view(file.length - _INT.size, file.length))
        start = file.length - _INT.size - tail
        stream = BytesIO(file.read(start, start + _EXTRAS))
        extras = load(stream)  # noqa: S301 - Whoosh's own format, under checksums
        tables = file.read(start - _TABLES * _TABLE.itemsize, start)
        self._tables = np.frombuffer(tables, _TABLE).tolist()
        width = np.dtype(_PLACES[extras["indextype"]])
        first = start + stream.tell()
        self._places = np.frombuffer(file.view(first, first + extras["indexlen"] * width.itemsize), width)
        self._numbers: dict[str, int] = extras["fieldmap"]

    def __len__(self) -> int:
        return len(self._places)

    def get(self, field: str, term: bytes) -> bytes | None:
        """The entry of a term, or None."""
        key = self._key(field, term)
        hashed = crc32(key)
        start, slots = self._tables[hashed & 255]
        if not slots:
            return None
        slot = (hashed >> 8) % slots
        while True:
            at = start + slot * _POINTER.size
            found, place = _POINTER.unpack(self._file.view(at, at + _POINTER.size))
            if not place:
                return None
            if found == hashed:
                other, value = self._record(place)
                if other == key:
                    return value
            slot = (slot + 1) % slots

    def beginning(self, field: str, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Terms of a field that begin with `prefix`, ascending, with their entries."""
        key = self._key(field, prefix)
        first, end = self._first(key), self._first(_after(key))
        for start in range(first, end, _CHUNK):
            yield from self._stretch(start, min(start + _CHUNK, end))

    def sized(self, field: str, shortest: int, longest: int) -> list[bytes]:
        """The terms of a field whose lengths in bytes lie in this range, ascending."""
        key = self._key(field, b"")
        first, end = self._first(key), self._first(_after(key))
        if first == end:
            return []
        records, places = self._records(first, end)
        content = np.frombuffer(records, np.uint8)
        lengths = content[places + 2].astype(np.int64) * 256 + content[places + 3] - _FIELD.size
        chosen = (lengths >= shortest) & (lengths <= longest)
        starts = places[chosen] + _LENGTHS.size + _FIELD.size
        ranges = zip(starts.tolist(), (starts + lengths[chosen]).tolist(), strict=True)
        return [records[start:end] for start, end in ranges]

    def _stretch(self, first: int, end: int) -> Iterator[tuple[bytes, bytes]]:
        """The terms and entries at these numbers."""
        records, places = self._records(first, end)
        for place in places.tolist():
            keys, values = _LENGTHS.unpack_from(records, place)
            start = place + _LENGTHS.size
            value = start + keys
            yield records[start + _FIELD.size : value], records[value : value + values]

    def _records(self, first: int, end: int) -> tuple[bytes, Array]:
        """The bytes of these records, and where each of them begins there."""
        begin = int(self._places[first])
        stop = int(self._places[end]) if end < len(self) else self._tables[0][0]
        return self._file.read(begin, stop), self._places[first:end].astype(np.int64) - begin

    def _key(self, field: str, term: bytes) -> bytes:
        return _FIELD.pack(self._numbers.get(field, 0xFFFE)) + term

    def _first(self, key: bytes) -> int:
        low, high = 0, len(self._places)
        while low < high:
            middle = (low + high) // 2
            if self._record(int(self._places[middle]))[0] < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _record(self, place: int) -> tuple[bytes, bytes]:
        """The key and the value at a place."""
        start = place + _LENGTHS.size
        keys, values = _LENGTHS.unpack(self._file.view(place, start))
        record = bytes(self._file.view(start, start + keys + values))
        return record[:keys], record[keys:]


def _after(key: bytes) -> bytes:
    """The first key after all that begin with `key`, which begins with a field's number."""
    *firsts, last = key.rstrip(b"\xff")
    return bytes((*firsts, last + 1))
