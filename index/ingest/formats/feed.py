"""RSS, Atom, RDF and CDF feeds, well-formed or not, by feedparser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import feedparser

from index.errors import UnreadableError
from index.ingest import dates, urls
from index.ingest.draft import Blob, Draft
from index.ingest.limits import MAX_FEED
from index.ingest.markup import is_html, paragraphs

# feedparser's own sanitiser and address resolver are not needed: texts are reduced to plain paragraphs here.
_OPTIONS = {"sanitize_html": False, "resolve_relative_uris": True}
_DATES = ("published", "created", "updated")


def read(blob: Blob) -> Iterator[Draft]:
    """An article an entry; an entry of which only the headline is known has that as its text."""
    headers = {"content-type": f"application/xml; charset={blob.charset}"} if blob.charset else {}
    headers |= {"content-location": blob.url} if blob.url else {}
    parsed = feedparser.parse(BytesIO(blob.bytes(MAX_FEED)), response_headers=headers, **_OPTIONS)
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableError("It is XML, but no feed that could be read.", fault=False)
    if not parsed.entries:
        raise UnreadableError("The feed has no entries.", fault=False)
    for number, entry in enumerate(parsed.entries, 1):
        yield _draft(entry, parsed.feed, f"entry {number}")


def _draft(entry: Mapping[str, Any], feed: Mapping[str, Any], item: str) -> Draft:
    title = plain(_string(entry.get("title")), _kind(entry.get("title_detail")))[0].replace("\n\n", " ")
    text, links = _body(entry)
    return Draft(
        item=item,
        text=text or title,
        title=title,
        source=_source(entry, feed),
        authors=_authors(entry, feed),
        published=_published(entry),
        url=_link(entry),
        message_id=_string(entry.get("id")),
        language=_string(_detail(entry, "content").get("language") or feed.get("language")),
        links=links,
    )


def plain(text: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """A feed's text as paragraphs with its links, whether it came as HTML, as escaped HTML or as plain text."""
    if kind != "text/plain" or is_html(text):
        return paragraphs(text)
    return text.strip(), ()


def _body(entry: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The longest text that the entry offers: full content where there is any, else the summary."""
    candidates = [*_list(entry.get("content")), entry.get("summary_detail") or {"value": entry.get("summary")}]
    found = [plain(_string(one.get("value")), _kind(one)) for one in candidates if isinstance(one, Mapping)]
    return max(found, key=lambda text: len(text[0]), default=("", ()))


def _link(entry: Mapping[str, Any]) -> str:
    """The entry's page: the link that says so, else a permanent id."""
    pages = [one.get("href") for one in _list(entry.get("links")) if one.get("rel") == "alternate"]
    stated = [*_list(entry.get("feedburner_origlink")), entry.get("link"), *pages, entry.get("id")]
    return next((url for url in map(_string, stated) if urls.canonical(url)), "")


def _published(entry: Mapping[str, Any]) -> str | None:
    """The first date that can be read; asked past feedparser's own mapping, which gives one date for another."""
    stated = dict(entry)
    return next((text for name in _DATES if dates.parse(text := _string(stated.get(name)))[0]), None)


def _source(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str:
    """The outlet: of the entry, in a feed that gathers several, else of the feed."""
    own = entry.get("source")
    stated = own.get("title") if isinstance(own, Mapping) else own
    return _string(stated) or plain(_string(feed.get("title")), _kind(feed.get("title_detail")))[0]


def _authors(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> tuple[str, ...]:
    named = [_string(one.get("name")) for one in _list(entry.get("authors")) if isinstance(one, Mapping)]
    return tuple(filter(None, named)) or tuple(filter(None, [_string(entry.get("author") or feed.get("author"))]))


def _detail(entry: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = _list(entry.get(name))
    return found[0] if found and isinstance(found[0], Mapping) else {}


def _kind(detail: object) -> str:
    return _string(detail.get("type")) if isinstance(detail, Mapping) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
