"""CSV and its relatives, with a header line that names the columns as JSON Lines names its fields."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.encoding import detect
from index.ingest.formats.records import TEXT, from_record
from index.ingest.limits import MAX_LINE
from index.ingest.lines import lines

_DELIMITERS = ",;\t|"


def read(blob: Blob) -> Iterator[Part]:
    """An article a row.

    Raises:
        UnreadableError: there is no column with a text.
    """
    csv.field_size_limit(MAX_LINE)
    with blob.open() as stream:
        rows = _rows(_texts(lines(stream), detect(blob.head(), blob.charset)))
        columns = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
        known = {name.lower(): name for name in TEXT}
        names = [known.get(name.lower(), name.lower()) for name in columns]
        if not set(names) & set(TEXT):
            raise UnreadableError(f'It is a table without a column "text"; its columns are {", ".join(columns)[:200]}.')
        for number, row in enumerate(rows, 1):
            if row:
                yield _part(dict(zip(names, row, strict=False)), f"row {number}")


def _part(record: dict[str, str], item: str) -> Part:
    try:
        return from_record(record, item)
    except UnreadableError as error:
        return Skip(item, error)


def _rows(texts: Iterator[str]) -> Iterator[list[str]]:
    first = next(texts, "")
    delimiter = max(_DELIMITERS, key=first.count)

    def all_lines() -> Iterator[str]:
        yield first
        yield from texts

    try:
        yield from csv.reader(all_lines(), delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableError(f"The table breaks off: {error}.") from error


def _texts(found: Iterable[bytes | None], codec: str) -> Iterator[str]:
    """Each line decoded; a line beyond the limit reads as an empty one."""
    for line in found:
        yield line.decode(codec, "replace").replace("\0", "") if line is not None else "\n"
