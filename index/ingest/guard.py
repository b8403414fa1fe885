"""Unpacking with limits, so that a small file cannot become an endless one."""

from __future__ import annotations

import zlib
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast
from zipfile import BadZipFile

from index.errors import UnreadableError
from index.ingest.limits import MAX_RATIO, MAX_UNPACKED, MIB, RATIO_FLOOR


class Budget:
    """How much may still come out of one archive, all members together.

    It grows with the packed bytes that go in: those known beforehand (`packed`), or as they are read (`earn`).
    """

    def __init__(self, packed: int = 0) -> None:
        self._taken = 0
        self._allowed = RATIO_FLOOR + MAX_RATIO * packed

    def earn(self, packed: int) -> None:
        """Count `packed` bytes that went in."""
        self._allowed += MAX_RATIO * packed

    def take(self, size: int) -> None:
        """Count `size` bytes that came out.

        Raises:
            UnreadableError: that is more than is allowed.
        """
        self._taken += size
        if self._taken > min(self._allowed, MAX_UNPACKED):
            raise UnreadableError(
                f"It unpacks to more than {MAX_RATIO} times its size, or {MAX_UNPACKED // MIB} MiB; the rest is left."
            )


class Earning(RawIOBase):
    """A packed stream whose bytes earn a budget as they are read; closing it closes the stream."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As the stream's own."""
        data = self._stream.read(len(buffer))
        self._budget.earn(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream, too."""
        self._stream.close()
        super().close()


class Guarded(RawIOBase):
    """An unpacked stream that is counted against a budget; closing it closes the streams beneath."""

    def __init__(self, *streams: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._streams = streams
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As the first stream's own.

        Raises:
            UnreadableError: the budget is used up, or the packed data is damaged.
        """
        try:
            data = self._streams[0].read(len(buffer))
        except (zlib.error, BadZipFile, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableError(f"The packed data is damaged: {error}.") from error
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the streams, the outermost first."""
        for stream in self._streams:
            stream.close()
        super().close()


def guarded(*streams: BinaryIO, budget: Budget) -> BinaryIO:
    """The first of `streams`, buffered and read against `budget`; closing it closes all of them in turn."""
    return cast("BinaryIO", BufferedReader(Guarded(*streams, budget=budget)))


def size(stream: BinaryIO) -> int:
    """The bytes of a seekable stream, whose position stays."""
    here = stream.tell()
    end = stream.seek(0, 2)
    stream.seek(here)
    return end
