"""JSON Lines: one article a line."""

from __future__ import annotations

from collections.abc import Iterator

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.formats.json_document import parts
from index.ingest.formats.records import load
from index.ingest.limits import MAX_LINE, MIB
from index.ingest.lines import lines


def read(blob: Blob) -> Iterator[Part]:
    """An article a line; a bad line is skipped by itself."""
    with blob.open() as stream:
        for number, line in enumerate(lines(stream), 1):
            item = f"line {number}"
            if line is None:
                yield Skip(item, UnreadableError(f"The line is longer than {MAX_LINE // MIB} MiB."))
            elif line.strip():
                yield from _line(line, item)


def _line(line: bytes, item: str) -> Iterator[Part]:
    try:
        yield from parts(load(line), item)
    except UnreadableError as error:
        yield Skip(item, error)
