"""Files that are checked as they are read: a page's checksum is compared when the page is first touched.

The checksums of the pages lie behind the content, where Whoosh does not look. What has to be kept elsewhere is the
seal: the length of the content and the checksum of the checksums.
"""

from __future__ import annotations

import mmap
import os
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from weakref import finalize
from zlib import crc32

from index.errors import DamagedIndexError

PAGE = 1 << 13  # bytes; checking one takes about two microseconds

Seal = tuple[int, int]


class SealedWriter:
    """Writes a file piece by piece, the head last."""

    def __init__(self, file: BinaryIO, head: int) -> None:
        self._file = file
        self._first = bytearray()
        self._sums = array("I", [0])
        self.length = 0
        self.write(bytes(head))

    def write(self, piece: bytes) -> None:
        """Append a piece."""
        self._file.write(piece)
        if len(self._first) < PAGE:
            self._first += piece[: PAGE - len(self._first)]
        rest = memoryview(piece)
        while rest:
            room = PAGE - self.length % PAGE
            self._sums[-1] = crc32(rest[:room], self._sums[-1])
            self.length += len(rest[:room])
            rest = rest[room:]
            if self.length % PAGE == 0:
                self._sums.append(0)

    def finish(self, head: bytes) -> Seal:
        """Write the head into its place, bring everything to disk, and return the seal."""
        self._first[: len(head)] = head
        self._sums[0] = crc32(self._first)
        sums = self._sums.tobytes()
        self._file.write(sums)
        self._file.seek(0)
        self._file.write(head)
        self._file.flush()
        os.fsync(self._file.fileno())
        return self.length, crc32(sums)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a checked file, mapped into memory; offsets count from its beginning."""

    file: CheckedFile
    start: int
    length: int

    def view(self, start: int, end: int) -> memoryview:
        """These bytes, in place. Raises `DamagedIndexError`."""
        return self.file.view(self.start + start, self.start + end)

    def read(self, start: int, end: int) -> bytes:
        """A copy of these bytes, read from the file. Raises `DamagedIndexError`."""
        return self.file.read(self.start + start, self.start + end)

    def whole(self) -> bytes:
        """A copy of the region. Raises `DamagedIndexError`."""
        return self.read(0, self.length)


class CheckedFile:
    """An open file, whatever becomes of its name in the folder.

    Large pieces are better read than mapped: what has been mapped counts as memory of the process.
    """

    def __init__(self, path: Path, seal: Seal) -> None:
        """Raises `FileNotFoundError`, and `DamagedIndexError` where the length is not that of the seal."""
        self._path = path
        self._length, check = seal
        self._handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        finalize(self, os.close, self._handle)
        pages = self._length // PAGE + 1
        sums = os.pread(self._handle, 4 * pages, self._length)
        if len(sums) != 4 * pages or crc32(sums) != check:
            raise self._damaged()
        self._sums = memoryview(sums).cast("I")
        self._unread = bytearray(b"\1" * pages)
        self._map = mmap.mmap(self._handle, self._length, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)

    def view(self, start: int, end: int) -> memoryview:
        """These bytes, in place. Raises `DamagedIndexError` where a page is not what was written."""
        first, last = start // PAGE, (end - 1) // PAGE
        if self._unread.find(1, first, last + 1) >= 0:
            self._check(self._view[first * PAGE : (last + 1) * PAGE], first)
        return self._view[start:end]

    def read(self, start: int, end: int) -> bytes:
        """A copy of these bytes. Raises `DamagedIndexError` where a page is not what was written."""
        first, last = start // PAGE, (end - 1) // PAGE
        if self._unread.find(1, first, last + 1) < 0:
            return os.pread(self._handle, end - start, start)
        begin = first * PAGE
        content = os.pread(self._handle, min((last + 1) * PAGE, self._length) - begin, begin)
        self._check(memoryview(content), first)
        return content[start - begin : end - begin]

    def forget(self) -> None:
        """Let go of the memory that views have taken; what is viewed again is read again."""
        self._map.madvise(mmap.MADV_DONTNEED)

    def verify(self) -> None:
        """Read all of it. Raises `DamagedIndexError`."""
        step = PAGE << 7
        self._unread[:] = b"\1" * len(self._unread)
        for start in range(0, self._length, step):
            self.read(start, min(start + step, self._length))

    def _check(self, content: memoryview, page: int) -> None:
        for start in range(0, len(content), PAGE):
            if crc32(content[start : start + PAGE]) != self._sums[page]:
                raise self._damaged()
            self._unread[page] = 0
            page += 1

    def _damaged(self) -> DamagedIndexError:
        return DamagedIndexError(f"{self._path} is not as it was written. Rebuild the index: lateral index rebuild.")
