"""Web archives: WARC and ARC, packed or not. Each record is an item; pages go on to the reader of their kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.http_message import Response, response
from index.ingest.limits import MAX_DOCUMENT, MIB
from index.ingest.warc_records import Record, records

_PAGES = (
    "text/html", "text/plain", "text/xml", "text/markdown", "application/xhtml", "application/xml", "application/rss",
    "application/atom", "application/json", "application/rdf", "application/feed", "unk", "no-type",
)  # fmt: skip
_NOT_CONTENT = {
    "warcinfo": "It describes the archive.",
    "request": "It is what was asked for, not an answer.",
    "metadata": "It describes another record.",
    "revisit": "It is an unchanged repeat of an earlier record.",
    "conversion": "It is a converted copy of another record.",
    "continuation": "It continues a record of another file.",
}


def read(blob: Blob) -> Iterator[Part]:
    """The pages of responses and resources as members, every other record with its reason."""
    with blob.open() as stream:
        for number, record in enumerate(records(stream), 1):
            item = f"record {number}" + (f" ({record.url[:200]})" if record.url else "")
            try:
                yield _page(blob, record, item)
            except UnreadableError as error:
                yield Skip(item, error)
            else:
                if record.damage:
                    reason = f"The record is damaged: {record.damage} What there is of it was read."
                    yield Skip(f"{item}, the rest", UnreadableError(reason))


def _page(blob: Blob, record: Record, item: str) -> Blob:
    """The page in a record.

    Raises:
        UnreadableError: the record is damaged, or holds no page.
    """
    if record.damage and not record.block:
        raise UnreadableError(f"The record is damaged: {record.damage}")
    if record.kind not in ("response", "resource"):
        reason = _NOT_CONTENT.get(
            record.kind, f"It is a record of type {record.kind or 'unknown'}, which holds no page."
        )
        raise UnreadableError(reason, fault=False)
    if record.block is None:
        raise UnreadableError(f"The record is larger than {MAX_DOCUMENT // MIB} MiB.")
    answer = _answer(record)
    media_type = answer.media_type
    if media_type and not media_type.startswith(_PAGES):
        raise UnreadableError(f"It is of type {media_type}, not a page.", fault=False)
    name = record.url.partition("?")[0].rstrip("/").rpartition("/")[2]
    opener = partial(BytesIO, answer.body)
    return blob.member(item, name, opener, media_type=media_type, charset=answer.charset, url=record.url)


def _answer(record: Record) -> Response:
    block = record.block or b""
    if record.kind == "resource" or not block.startswith(b"HTTP/"):
        media_type = record.content_type.partition(";")[0].strip().lower()
        return Response(200, media_type, record.content_type.partition("charset=")[2].strip("\"' "), block)
    answer = response(block)
    if answer.status != 200:
        raise UnreadableError(f"The site answered with status {answer.status}, not with a page.", fault=False)
    return answer
