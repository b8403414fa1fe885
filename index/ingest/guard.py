"""Unpacking with limits, so that a small file cannot become an endless one."""

from __future__ import annotations

import zlib
from io import RawIOBase
from typing import BinaryIO, cast
from zipfile import BadZipFile

from index.errors import UnreadableError
from index.ingest.limits import MAX_RATIO, MAX_UNPACKED, MIB, RATIO_FLOOR


class Budget:
    """How much may still come out of one archive, all members together, given its packed size in bytes."""

    def __init__(self, packed: int) -> None:
        self._left = min(MAX_UNPACKED, max(RATIO_FLOOR, MAX_RATIO * packed))

    def take(self, size: int) -> None:
        """Count `size` bytes.

        Raises:
            UnreadableError: that is more than is left.
        """
        self._left -= size
        if self._left < 0:
            raise UnreadableError(
                f"It unpacks to more than {MAX_RATIO} times its size, or {MAX_UNPACKED // MIB} MiB; the rest is left."
            )


class Guarded(RawIOBase):
    """A stream that counts what is read from another one against a budget."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """As the stream's own.

        Raises:
            UnreadableError: the budget is used up, or the packed data is damaged.
        """
        try:
            data = self._stream.read(len(buffer))
        except (zlib.error, BadZipFile, EOFError, OSError, NotImplementedError) as error:
            raise UnreadableError(f"The packed data is damaged: {error}.") from error
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream beneath, too."""
        self._stream.close()
        super().close()


def guarded(stream: BinaryIO, budget: Budget) -> BinaryIO:
    """`stream`, read against `budget`."""
    return cast("BinaryIO", Guarded(stream, budget))


def size(stream: BinaryIO) -> int:
    """The bytes of a seekable stream, whose position stays."""
    here = stream.tell()
    end = stream.seek(0, 2)
    stream.seek(here)
    return end
