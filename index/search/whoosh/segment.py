"""One segment: its compound file, written in one go and read in place."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from pickle import dumps, loads
from struct import Struct
from typing import BinaryIO

from whoosh.codec.whoosh3 import W3Codec, W3Segment

from index.errors import DamagedIndexError
from index.search.whoosh import codec, columns
from index.search.whoosh.checked import CheckedFile, Region, Seal, SealedWriter
from index.search.whoosh.columns import Columns
from index.search.whoosh.dictionary import Dictionary, DictionaryWriter
from index.search.whoosh.numeric import Array
from index.search.whoosh.postings import Field, Postings
from index.search.whoosh.schema import INDEXED

_HEAD = Struct("!qi")  # place and length of the directory
_TERMS = W3Codec.TERMS_EXT
_POSTINGS = W3Codec.POSTS_EXT
_COLUMN = W3Codec.COLUMN_EXT
_SCORED = "text"
_BUFFER = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """What a segment is made of: the documents' columns, and every field in the order of `INDEXED`, in parts."""

    columns: Columns
    fields: Iterable[tuple[str, Iterable[Field]]]


def write(file: BinaryIO, segment: W3Segment, content: Content) -> None:
    """Write the compound file of a segment to disk, and note in the segment what it takes to check it."""
    out = SealedWriter(file, _HEAD.size)
    directory: dict[str, dict[str, float]] = {}
    for extension, pieces in _files(content):
        start = out.length
        for piece in pieces:
            out.write(piece)
        directory[segment.make_filename(extension)] = {"offset": start, "length": out.length - start, "modified": 0.0}
    place = out.length
    out.write(dumps(directory, 2) + dumps({}, 2))
    segment.seal = out.finish(_HEAD.pack(place, out.length - place))


def _files(content: Content) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of a segment in pieces; the postings as they are made."""
    terms = DictionaryWriter(INDEXED)
    yield _POSTINGS, _joined(_blocks(content, terms))
    yield _TERMS, _joined(terms.finished())
    for name, pieces in columns.files(content.columns).items():
        yield f".{name}{_COLUMN}", pieces


def _blocks(content: Content, terms: DictionaryWriter) -> Iterator[bytes]:
    offset = 0
    for name, parts in content.fields:
        offset = yield from _field(name, parts, content.columns.lengths if name == _SCORED else None, terms, offset)
        del parts  # while the next field is made, nothing holds on to this one


def _field(
    name: str, parts: Iterable[Field], lengths: Array | None, terms: DictionaryWriter, offset: int
) -> Generator[bytes, None, int]:
    """The blocks of a field, the first of them at `offset`; returns where the last one ends."""
    for part in parts:
        for term, (entry, block) in zip(part.terms, codec.encode(part, lengths, offset), strict=True):
            terms.add(name, term, entry)
            offset += len(block)
            yield block
    return offset


def _joined(pieces: Iterable[bytes | bytearray]) -> Iterator[bytes]:
    """The same bytes in fewer pieces."""
    buffer = bytearray()
    for piece in pieces:
        buffer += piece
        if len(buffer) >= _BUFFER:
            yield bytes(buffer)
            buffer.clear()
    yield bytes(buffer)


class Segment:
    """An open segment, to be read from any thread; its file may be deleted meanwhile.

    Raises `DamagedIndexError` at the first use of bytes that are not those that were written.
    """

    def __init__(self, folder: Path, about: W3Segment) -> None:
        self.about = about
        self.name: str = about.segment_id()
        self._file = CheckedFile(folder / about.make_filename(about.COMPOUND_EXT), _seal(about))
        self._regions = self._directory()

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
        return Dictionary(self._regions[_TERMS])

    @cached_property
    def columns(self) -> Columns:
        """The documents' values."""
        files = {name: self._regions[f".{name}{_COLUMN}"].whole() for name in columns.NAMES}
        return columns.read(files, len(self))

    def postings(self, entry: bytes) -> Postings:
        """What a dictionary entry leads to."""
        return codec.decode(entry, self._block(entry))

    def plain(self, entry: bytes) -> codec.PlainPostings:
        """The same in plain numbers."""
        return codec.plain(entry, self._block(entry))

    def _block(self, entry: bytes) -> bytes:
        place = codec.extent(entry)
        return self._regions[_POSTINGS].read(place[0], place[0] + place[1]) if place else b""

    def words(self, field: str, shortest: int, longest: int) -> list[str]:
        """The terms of a field with so many bytes; where letters take several, up to four times as many."""
        found = self.terms.sized(field, shortest, 4 * longest)
        return [term.decode("utf-8", "surrogatepass") for term in found]

    def forget(self) -> None:
        """Let go of the memory that reading has taken."""
        self._file.forget()

    def verify(self) -> None:
        """Read all bytes once more. Raises `DamagedIndexError`."""
        self._file.verify()

    def _directory(self) -> dict[str, Region]:
        start, length = _HEAD.unpack(self._file.read(0, _HEAD.size))
        listed = loads(self._file.read(start, start + length))  # noqa: S301 - under checksums
        strip = len(self.name)
        return {name[strip:]: Region(self._file, place["offset"], place["length"]) for name, place in listed.items()}


def _seal(segment: W3Segment) -> Seal:
    try:
        seal: Seal = segment.seal
    except AttributeError:
        raise DamagedIndexError(
            f"{segment.segment_id()} was not written by lateral. Rebuild the index: lateral index rebuild."
        ) from None
    return seal
