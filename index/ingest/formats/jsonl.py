"""JSON Lines: one article a line, as `lateral` itself documents it or in the field names of common exports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft, Part, Skip
from index.ingest.encoding import decode
from index.ingest.limits import MAX_JSON_DEPTH, MAX_LINE, MIB

# Field names of common exports and datasets, best first.
_TEXT = ("text", "body", "content", "article", "maintext", "full_text", "fulltext", "articleBody", "body_text")
_TITLE = ("title", "headline", "name")
_SOURCE = ("source", "outlet", "publisher", "publication", "site", "site_name", "source_name")
_AUTHORS = ("author", "authors", "byline", "creator")
_PUBLISHED = (
    "published",
    "published_at",
    "date",
    "datePublished",
    "date_published",
    "date_publish",
    "publishedAt",
    "pubDate",
    "timestamp",
)
_URL = ("url", "link", "canonical_url", "source_url")
_LANGUAGE = ("language", "lang", "inLanguage")


def read(blob: Blob) -> Iterator[Part]:
    """An article a line; a bad line is skipped by itself."""
    with blob.open() as stream:
        for number, line in enumerate(_lines(stream), 1):
            item = f"line {number}"
            if not line.strip():
                continue
            try:
                yield from_record(load(line), item)
            except UnreadableError as error:
                yield Skip(item, error)


def load(data: bytes | str) -> object:
    """The value of a JSON text.

    Raises:
        UnreadableError: it is not JSON, or is nested too deep.
    """
    text = data if isinstance(data, str) else decode(data)
    if _depth(text) > MAX_JSON_DEPTH:
        raise UnreadableError(f"Its JSON is nested more than {MAX_JSON_DEPTH} deep.")
    try:
        return json.loads(text.lstrip("\ufeff"), parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"It is not valid JSON: {error}.") from error


def from_record(record: object, item: str) -> Draft:
    """The draft that an object with the usual field names gives.

    Raises:
        UnreadableError: it is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise UnreadableError('It is not an object with a field "text".')
    text = _string(record, _TEXT)
    if not text.strip():
        raise UnreadableError('It has no field "text", or an empty one.')
    return Draft(
        item=item,
        text=_spaced(text),
        title=_string(record, _TITLE),
        source=_string(record, _SOURCE),
        authors=_strings(record, _AUTHORS),
        published=_string(record, _PUBLISHED) or None,
        url=_string(record, _URL),
        message_id=_string(record, ("message_id", "guid", "uri")),
        language=_string(record, _LANGUAGE),
        links=_strings(record, ("links",)),
    )


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; one beyond the limit gives a stub that is no JSON, without being held in memory."""
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while (more := stream.readline(MIB)) and not more.endswith(b"\n"):
                pass
            line = b"(a line of more than %d MiB)" % (MAX_LINE // MIB)
        yield line


def _depth(text: str) -> int:
    """How deep brackets nest at most, counting those inside strings too: only worth a look where there are many."""
    if text.count("[") + text.count("{") <= MAX_JSON_DEPTH:
        return 0
    deepest = depth = 0
    for char in text:
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _integer(digits: str) -> int | str:
    """Numbers of absurd length stay text: converting them takes quadratic time."""
    return int(digits) if len(digits) < 20 else digits


def _spaced(text: str) -> str:
    """Where no blank line separates paragraphs, line ends do."""
    return text if "\n\n" in text or "\r\n\r\n" in text else text.replace("\n", "\n\n")


def _string(record: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next(iter(_strings(record, names)), "")


def _strings(record: Mapping[str, object], names: tuple[str, ...]) -> tuple[str, ...]:
    """The first of the fields that says something, as one or more strings."""
    for name in names:
        value = record.get(name)
        found = [_scalar(one) for one in (value if isinstance(value, list) else [value])]
        if any(found):
            return tuple(filter(None, found))
    return ()


def _scalar(value: object) -> str:
    if isinstance(value, Mapping):  # schema.org: {"@type": "Person", "name": …}
        value = value.get("name")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
