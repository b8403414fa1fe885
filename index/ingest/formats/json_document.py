"""A JSON document: told by its shape as a feed, agency item, list of references, or one or more plain records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft, Part, Skip
from index.ingest.formats import csl, json_feed, ninjs
from index.ingest.formats.records import from_record, is_article, load, string

# Where exports and web services put their list of articles.
_LISTS = ("articles", "items", "results", "data", "records", "entries", "docs", "news")


def read(blob: Blob) -> Iterator[Part]:
    """The articles of a JSON document.

    Raises:
        UnreadableError: it is not JSON, or holds nothing that looks like an article.
    """
    yield from parts(load(blob.bytes()), "")


def parts(value: object, item: str) -> Iterator[Part]:
    """The articles that a JSON value holds.

    Raises:
        UnreadableError: nothing in it looks like an article.
    """
    if isinstance(value, list):
        for number, record in enumerate(value, 1):
            yield _one(record, f"{item} > record {number}" if item else f"record {number}")
    elif not isinstance(value, Mapping):
        raise UnreadableError("It is JSON, but holds no articles.", fault=False)
    elif json_feed.fits(value):
        yield from json_feed.drafts(value)
    elif found := next(
        (value[name] for name in _LISTS if isinstance(value.get(name), list) and not string(value, "text")), None
    ):
        yield from parts(found, item)
    else:
        yield draft(value, item)


def _one(record: object, item: str) -> Draft | Skip:
    try:
        return draft(record, item)
    except UnreadableError as error:
        return Skip(item, error)


def draft(record: object, item: str) -> Draft:
    """One object, by its shape.

    Raises:
        UnreadableError: it does not look like an article.
    """
    if isinstance(record, Mapping) and not isinstance(record.get("text"), str):
        if ninjs.fits(record):
            return ninjs.draft(record, item)
        if csl.fits(record):
            return csl.draft(record, item)
        if not is_article(record):
            raise UnreadableError("It is JSON, but nothing in it looks like an article.", fault=False)
    return from_record(record, item)
