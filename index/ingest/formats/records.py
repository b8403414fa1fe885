"""Articles as objects with named fields: JSON, JSON Lines, CSV."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from index.errors import UnreadableError
from index.ingest.draft import Draft
from index.ingest.encoding import decode
from index.ingest.limits import MAX_JSON_DEPTH
from index.ingest.markup import is_html, paragraphs

# Field names of common exports and datasets, best first.
TEXT = ("text", "body", "content", "article", "maintext", "full_text", "fulltext", "articleBody", "body_text")
_TITLE = ("title", "headline", "name")
_SOURCE = ("source", "outlet", "publisher", "publication", "site", "site_name", "source_name")
_AUTHORS = ("author", "authors", "byline", "creator")
_PUBLISHED = (
    "published", "published_at", "date", "datePublished", "date_published", "date_publish", "publishedAt", "pubDate",
    "timestamp",
)  # fmt: skip
_URL = ("url", "link", "canonical_url", "source_url")
_LANGUAGE = ("language", "lang", "inLanguage")
_MESSAGE_ID = ("message_id", "guid", "uri")
# Markup, beyond a stray "<" or "&" in plain text.
_MARKUP = re.compile(r"</(?:p|div|br|a|b|i|em|strong|span|li|h\d)>|<(?:p|br|div)\b", re.IGNORECASE)


def load(data: bytes | str) -> object:
    """The value of a JSON text.

    Raises:
        UnreadableError: it is not JSON, or is nested too deep.
    """
    text = (data if isinstance(data, str) else decode(data)).lstrip("\ufeff")
    if _depth(text) > MAX_JSON_DEPTH:
        raise UnreadableError(f"Its JSON is nested more than {MAX_JSON_DEPTH} deep.")
    try:
        return json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"It is not valid JSON: {error}.") from error


def from_record(record: object, item: str) -> Draft:
    """The draft that an object with the usual field names gives.

    Raises:
        UnreadableError: it is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise UnreadableError('It is not an object with a field "text".')
    text = next((value for name in TEXT if isinstance(value := record.get(name), str) and value.strip()), "")
    if not text.strip():
        raise UnreadableError('It has no field "text", or an empty one.')
    return Draft(
        item=item,
        text=paragraphs(text)[0] if _MARKUP.search(text) else spaced(text),
        title=string(record, *_TITLE),
        source=string(record, *_SOURCE),
        authors=strings(record, *_AUTHORS),
        published=string(record, *_PUBLISHED) or None,
        url=string(record, *_URL),
        message_id=string(record, *_MESSAGE_ID),
        language=string(record, *_LANGUAGE),
        links=strings(record, "links"),
    )


def is_article(record: Mapping[str, object]) -> bool:
    """Whether an object has a field that says it is meant as an article."""
    return any(name in record for name in (*TEXT, *_PUBLISHED, *_AUTHORS))


def spaced(text: str) -> str:
    """`text` with its paragraphs separated by blank lines; where there are none, every line is a paragraph."""
    return text if "\n\n" in text or "\r\n\r\n" in text else text.replace("\n", "\n\n")


def plain(text: str) -> str:
    """`text` as paragraphs, whether it is marked up or not."""
    return paragraphs(text)[0] if is_html(text) else spaced(text)


def string(record: Mapping[str, object], *names: str) -> str:
    """What the first of the fields that says something says, "" if none does."""
    return next(iter(strings(record, *names)), "")


def strings(record: Mapping[str, object], *names: str) -> tuple[str, ...]:
    """The values of the first of the fields that says something."""
    for name in names:
        value = record.get(name)
        found = [_scalar(one) for one in (value if isinstance(value, list) else [value])]
        if any(found):
            return tuple(filter(None, found))
    return ()


def _scalar(value: object) -> str:
    if isinstance(value, Mapping):  # {"@type": "Person", "name": …}
        value = value.get("name")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _depth(text: str) -> int:
    """How deep brackets nest at most, those inside strings included: counted only where there are many."""
    if text.count("[") + text.count("{") <= MAX_JSON_DEPTH:
        return 0
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _integer(digits: str) -> int | str:
    """Numbers of absurd length stay text: converting them takes quadratic time."""
    return int(digits) if len(digits) < 20 else digits
