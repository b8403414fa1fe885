"""The lines of a stream, none of them larger than memory allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from index.ingest.limits import MAX_LINE, MIB


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line with its end, or None in place of one that is longer than `MAX_LINE`.

    The rest of such a line is read past, not held.
    """
    while line := stream.readline(MAX_LINE + 1):
        if len(line) <= MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(MIB)) and not rest.endswith(b"\n"):
            pass
        yield None
