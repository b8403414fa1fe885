"""The records of a WARC (ISO 28500) or ARC file, with damaged ones named and everything after them still found.

The usual library gives up at the first bad record and writes its complaints to standard error, which the reader's
screen can't have; the framing is simple enough to do it here.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from index.errors import UnreadableError
from index.ingest.guard import Budget, Earning
from index.ingest.limits import MAX_DOCUMENT, MIB

_GZIP = b"\x1f\x8b\x08"
_BLOCK = 4096  # small, because at a damaged place the block around it is lost
_MAX_HEADER = 1 << 16
_MAX_ARC_HEADER = 4096
# Each record with a wrong length may make its whole block be read again.
_MAX_REWOUND = 1 << 30
_WARC = re.compile(rb"WARC/\d\.\d+\s*$")
# URL, IP address, date, type and length; URLs may have spaces. A later version of ARC has ten fields.
_ARC = re.compile(rb"([a-z][a-z0-9+.-]*:\S.*?) (\S+) (\d{8,17}) (.*?) ?(-?\w+)\s*$")
_NEXT = re.compile(rb"\n(?=WARC/\d\.\d+\r?\n)")


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `block` is None where it is larger than a document may be, `damage` what is wrong or ""."""

    kind: str
    url: str = ""
    content_type: str = ""
    block: bytes | None = b""
    damage: str = ""


def records(stream: BinaryIO) -> Iterator[Record]:
    """The records in order. Bytes that belong to none are one damaged record.

    Raises:
        UnreadableError: the file is too damaged, or unpacks to too much, to be read on.
    """
    source = _Source(_plain(stream))
    lost = False
    while line := source.line():
        if not line.strip():
            continue
        if _WARC.match(line):
            yield _warc(source)
        elif match := _arc_header(line):
            yield _arc(source, match)
        elif not lost:
            yield Record("", damage="There are bytes that belong to no record.")
        lost = not _starts_record(line)


def _starts_record(line: bytes) -> bool:
    return _WARC.match(line) is not None or _arc_header(line) is not None


def _arc_header(line: bytes) -> re.Match[bytes] | None:
    return _ARC.match(line) if len(line) <= _MAX_ARC_HEADER else None


class _Source:
    """Lines and blocks of a stream, with bytes put back where a length turned out wrong."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._back = b""
        self._at = 0
        self._rewound = 0

    def line(self) -> bytes:
        end = self._back.find(b"\n", self._at) + 1
        if end:
            line, self._at = self._back[self._at : end], end
            return line
        rest, self._back, self._at = self._back[self._at :], b"", 0
        return rest + self._stream.readline(_MAX_HEADER)

    def read(self, count: int) -> bytes:
        data = self._back[self._at : self._at + count]
        self._at += len(data)
        return data + self._stream.read(count - len(data)) if len(data) < count else data

    def skip(self, count: int) -> int:
        """How many of `count` bytes could be skipped."""
        left = count
        while left and (data := self.read(min(left, MIB))):
            left -= len(data)
        return count - left

    def put_back(self, data: bytes) -> None:
        """Have `data`, the last bytes read, read again.

        Raises:
            UnreadableError: that has happened too often for a file that is merely damaged.
        """
        self._rewound += len(data)
        if self._rewound > _MAX_REWOUND:
            raise UnreadableError("Too many of its records have a wrong length; the rest is left.")
        start = self._at - len(data)
        if start >= 0 and self._back[start : self._at] == data:
            self._at = start
        else:
            self._back, self._at = data + self._back[self._at :], 0


def _warc(source: _Source) -> Record:
    headers = _headers(source)
    kind = headers.get("warc-type", "").lower()
    url = headers.get("warc-target-uri", "").strip("<> ")
    length = headers.get("content-length", "")
    if not length.isdecimal():
        return Record(kind, url, damage="Its length is not stated.")
    block, damage = _block(source, int(length))
    return Record(kind, url, headers.get("content-type", ""), block, damage)


def _arc(source: _Source, match: re.Match[bytes]) -> Record:
    url, kind, length = (match[group].decode("latin-1") for group in (1, 4, 5))
    record_type = "warcinfo" if url.startswith("filedesc:") else "response"
    if not length.isdecimal():
        return Record(record_type, url, damage=f"Its length is {length!r}, which is no number of bytes.")
    block, damage = _block(source, int(length))
    return Record(record_type, url, kind.split(" ")[0], block, damage)


def _block(source: _Source, length: int) -> tuple[bytes | None, str]:
    """A record's block of `length` bytes, and what is wrong with it.

    After it comes an empty line or the next record. If not, the length may be wrong: where the next record turns up
    inside the block, it is put back.
    """
    if length > MAX_DOCUMENT:
        return None, "" if source.skip(length) == length else "It is cut off."
    block = source.read(length)
    after = source.line()
    if after.strip():
        source.put_back(after)
    if len(block) == length and (not after.strip() or _starts_record(after)):
        return block, ""
    if inner := _NEXT.search(block):
        source.put_back(block[inner.end() :])
        return block[: inner.start()], "Its length is wrong: it runs into the next record."
    return block, "It is cut off." if len(block) < length else ""


def _headers(source: _Source) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""
    total = 0
    while (line := source.line()).strip() and total < _MAX_HEADER:
        total += len(line)
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[0] in " \t" and name:
            found[name] += f" {text.strip()}"
        else:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            found[name] = value.strip()
    return found


def _plain(stream: BinaryIO) -> BinaryIO:
    """The stream unpacked, if it is packed."""
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream))
    if not buffered.peek(2).startswith(_GZIP[:2]):
        return buffered
    budget = Budget()
    return cast("BinaryIO", BufferedReader(_Members(cast("BinaryIO", Earning(buffered, budget)), budget)))


class _Members(RawIOBase):
    """All members of a gzip file one after the other; from a damaged one it goes on at the next."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget
        self._data = b""
        self._unpacker = zlib.decompressobj(wbits=31)
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        out = b""
        while not out and not self._ended:
            out = self._step(len(buffer))
        self._budget.take(len(out))
        buffer[: len(out)] = out
        return len(out)

    def _step(self, count: int) -> bytes:
        if not self._data:
            self._data = self._stream.read(_BLOCK)
            self._ended = not self._data
        try:
            out = self._unpacker.decompress(self._data, count)
        except zlib.error:
            self._next_member(1)
            return b""
        if self._unpacker.eof:
            self._data = self._unpacker.unused_data
            self._next_member(0)
        else:
            self._data = self._unpacker.unconsumed_tail
        return out

    def _next_member(self, start: int) -> None:
        """Find where the next member begins, from `start` in what was read last."""
        self._unpacker = zlib.decompressobj(wbits=31)
        at = self._data.find(_GZIP, start)
        while at < 0 and (more := self._stream.read(_BLOCK)):
            self._data = self._data[-2:] + more
            at = self._data.find(_GZIP)
        self._data = self._data[at:] if at >= 0 else b""
