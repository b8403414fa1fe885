"""One segment: its compound file, written in one go and read in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from pickle import dumps, loads
from struct import Struct

from whoosh.codec.whoosh3 import W3Codec, W3Segment

from index.search.whoosh import codec, columns
from index.search.whoosh.checked import CheckedFile, seal_of
from index.search.whoosh.columns import Columns
from index.search.whoosh.dictionary import Dictionary, DictionaryWriter
from index.search.whoosh.postings import Field, Postings
from index.search.whoosh.schema import INDEXED

_HEAD = Struct("!qi")  # place and length of the directory
_TERMS = W3Codec.TERMS_EXT
_POSTINGS = W3Codec.POSTS_EXT
_COLUMN = W3Codec.COLUMN_EXT
_SCORED = "text"
_JOINED = 1 << 10  # pieces written at a time


@dataclass(frozen=True, slots=True)
class Content:
    """What a segment is made of: the documents' columns, and every field in the order of `INDEXED`."""

    columns: Columns
    fields: Iterable[tuple[str, Iterable[Field]]]


def pieces(segment: W3Segment, content: Content) -> Iterator[bytes]:
    """The bytes of the compound file of a segment, in pieces."""
    files = _files(content)
    directory: dict[str, dict[str, float]] = {}
    offset = _HEAD.size
    for extension, parts in files.items():
        length = sum(map(len, parts))
        directory[segment.make_filename(extension)] = {"offset": offset, "length": length, "modified": 0.0}
        offset += length
    tail = dumps(directory, 2) + dumps({}, 2)
    yield _HEAD.pack(offset, len(tail))
    for parts in files.values():
        for start in range(0, len(parts), _JOINED):
            yield b"".join(parts[start : start + _JOINED])
    yield tail


def _files(content: Content) -> dict[str, list[bytes]]:
    """The files of a segment by extension, in pieces."""
    terms = DictionaryWriter(INDEXED)
    blocks: list[bytes] = []
    offset = 0
    for name, parts in content.fields:
        lengths = content.columns.lengths if name == _SCORED else None
        for part in parts:
            for term, (entry, block) in zip(part.terms, codec.encode(part, lengths, offset), strict=True):
                terms.add(name, term, entry)
                offset += len(block)
                if block:
                    blocks.append(block)
    files = {f".{name}{_COLUMN}": data for name, data in columns.files(content.columns).items()}
    return {_TERMS: terms.finished(), _POSTINGS: blocks, **files}


class Segment:
    """An open segment, to be read from any thread; its file may be deleted meanwhile.

    Raises `DamagedError` at the first use of bytes that are not those that were written.
    """

    def __init__(self, folder: Path, about: W3Segment) -> None:
        self.about = about
        self.name: str = about.segment_id()
        self._bytes = CheckedFile(folder / about.make_filename(about.COMPOUND_EXT), seal_of(about))
        self._places = self._directory()

    def __len__(self) -> int:
        return int(self.about.doc_count_all())

    def again(self, about: W3Segment) -> Segment:
        """The same segment with what a newer table of contents says of its deletions."""
        other = copy(self)
        other.about = about
        return other

    @property
    def deleted(self) -> list[int]:
        """The numbers of the documents that no longer count."""
        return sorted(self.about.deleted_docs())

    @cached_property
    def terms(self) -> Dictionary:
        """The dictionary of all fields."""
        return Dictionary(self._file(_TERMS))

    @cached_property
    def columns(self) -> Columns:
        """The documents' values."""
        names = columns.NAMES
        return columns.read({name: self._file(f".{name}{_COLUMN}") for name in names}, len(self))

    def postings(self, entry: bytes) -> Postings:
        """What a dictionary entry leads to."""
        place = codec.extent(entry)
        if place is None:
            return codec.decode(entry, b"")
        start = self._places[_POSTINGS][0] + place[0]
        return codec.decode(entry, self._bytes.view(start, start + place[1]))

    def words(self, field: str, shortest: int, longest: int) -> list[str]:
        """The terms of a field with so many bytes; where letters take several, up to four times as many."""
        found = self.terms.sized(field, shortest, 4 * longest)
        return [term.decode("utf-8", "surrogatepass") for term in found]

    def verify(self) -> None:
        """Read all bytes once. Raises `DamagedError`."""
        self._bytes.view(0, len(self._bytes))

    def _directory(self) -> dict[str, tuple[int, int]]:
        start, length = _HEAD.unpack(self._bytes.view(0, _HEAD.size))
        listed = loads(self._bytes.view(start, start + length))  # noqa: S301 - under checksums
        strip = len(self.name)
        return {name[strip:]: (place["offset"], place["length"]) for name, place in listed.items()}

    def _file(self, extension: str) -> memoryview:
        start, length = self._places[extension]
        return self._bytes.view(start, start + length)
