"""Files that are checked as they are read: a page's checksum is compared when the page is first touched."""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from whoosh.codec.whoosh3 import W3Segment

from index.errors import DamagedError
from index.search.whoosh.numeric import np

PAGE = 1 << 16  # bytes; a checksum of one takes about ten microseconds


def write(file: BinaryIO, pieces: Iterable[bytes]) -> tuple[int, bytes]:
    """Write a file and return its seal: its length, and the CRC-32 of each page as 4 bytes."""
    sums = array("I", [0])
    length = 0
    for piece in pieces:
        file.write(piece)
        rest = memoryview(piece)
        while rest:
            room = PAGE - length % PAGE
            sums[-1] = crc32(rest[:room], sums[-1])
            length += len(rest[:room])
            rest = rest[room:]
            if length % PAGE == 0:
                sums.append(0)
    return length, sums.tobytes()


def seal(segment: W3Segment, sealed: tuple[int, bytes]) -> None:
    """Note the seal of a segment's file in what the table of contents keeps of it."""
    segment.seal = sealed


def seal_of(segment: W3Segment) -> tuple[int, bytes]:
    """The seal of a segment's file. Raises `DamagedError` if it has none."""
    try:
        sealed: tuple[int, bytes] = segment.seal
    except AttributeError:
        raise DamagedError(f"The segment {segment.segment_id()} was not written by lateral.") from None
    return sealed


class CheckedFile:
    """A file in memory as long as this object lives, whatever becomes of it in its folder."""

    def __init__(self, path: Path, sealed: tuple[int, bytes]) -> None:
        """Raises `FileNotFoundError`, and `DamagedError` where the length is not that of the seal."""
        self._path = path
        length, sums = sealed
        with path.open("rb") as file:
            if file.seek(0, 2) != length:
                raise self._damaged()
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)
        self._sums = np.frombuffer(sums, np.uint32).tolist()
        self._unread = bytearray(b"\1" * len(self._sums))

    def __len__(self) -> int:
        return len(self._view)

    def view(self, start: int, end: int) -> memoryview:
        """These bytes. Raises `DamagedError` where a page is not what was written."""
        first, last = start // PAGE, (end - 1) // PAGE
        if self._unread.find(1, first, last + 1) >= 0:
            self._read(first, last)
        return self._view[start:end]

    def _read(self, first: int, last: int) -> None:
        for page in range(first, last + 1):
            if crc32(self._view[page * PAGE : (page + 1) * PAGE]) != self._sums[page]:
                raise self._damaged()
            self._unread[page] = 0

    def _damaged(self) -> DamagedError:
        return DamagedError(f"{self._path} is not as it was written. Rebuild the index: lateral index rebuild.")
