"""JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index.errors import UnreadableError
from index.ingest.draft import Draft, Part, Skip
from index.ingest.formats.records import spaced, string, strings
from index.ingest.markup import paragraphs


def fits(value: Mapping[str, object]) -> bool:
    """Whether an object is a JSON Feed."""
    return "jsonfeed.org/version" in string(value, "version") or ("home_page_url" in value and "items" in value)


def drafts(feed: Mapping[str, object]) -> Iterator[Part]:
    """An article an item.

    Raises:
        UnreadableError: the feed has no items.
    """
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise UnreadableError("The feed has no entries.", fault=False)
    for number, item in enumerate(items, 1):
        if isinstance(item, Mapping):
            yield _draft(item, feed, f"entry {number}")
        else:
            yield Skip(f"entry {number}", UnreadableError("The entry is no object."))


def _draft(item: Mapping[str, object], feed: Mapping[str, object], name: str) -> Draft:
    title = string(item, "title")
    text, links = paragraphs(string(item, "content_html"))
    text = text or spaced(string(item, "content_text", "summary")) or title
    return Draft(
        item=name,
        text=text,
        title=title,
        source=string(feed, "title"),
        authors=strings(item, "authors", "author") or strings(feed, "authors", "author"),
        published=string(item, "date_published", "date_modified") or None,
        url=string(item, "url", "external_url"),
        message_id=string(item, "id"),
        language=string(item, "language") or string(feed, "language"),
        links=links,
    )
