"""OPML: a list of feeds in categories, read even where it is not well-formed, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from xml.sax.saxutils import quoteattr

from index.errors import UnreadableError
from index.ingest.draft import Blob, Skip
from index.ingest.encoding import decode
from index.text.sanitise import clean_line, safe_url

# Lists are often pasted together by hand: "&" is not escaped, elements are not closed. Reading tag by tag needs
# neither, where an XML parser gives up at the first fault or drops what follows it.
_TAG = re.compile(r"""<(/?)(outline|title)\b((?:[^<>"']|"[^"]*"|'[^']*')*?)(/?)>""", re.IGNORECASE)
_BROKEN_TAG = re.compile(r"<(/?)(outline|title)\b([^<]*?)(/?)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')""")
_CATEGORY_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of a list; `categories` lead from the outermost to the one it stands in."""

    title: str
    url: str
    page: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()


def read(blob: Blob) -> Iterator[Skip]:
    """A list of feeds holds no articles: it is named with what it is good for.

    Raises:
        UnreadableError: it lists no feeds.
    """
    found = list(feeds(decode(blob.bytes(), blob.charset)))
    if not found:
        raise UnreadableError("The list names no feeds.", fault=False)
    for number, feed in enumerate(found, 1):
        reason = (
            f"{feed.title or feed.url} is a feed, not an article; “lateral fetch” with this file gets its articles."
        )
        yield Skip(f"feed {number}", UnreadableError(reason, fault=False))


def feeds(text: str) -> Iterator[Feed]:
    """The feeds of an OPML text, in order, whatever is wrong with its XML."""
    categories: list[str] = []
    for closing, name, attributes, empty in _tags(text):
        if name != "outline":
            continue
        if closing:
            del categories[-1:]
            continue
        fields = {key.lower(): _value(value) for key, value in _ATTRIBUTE.findall(attributes)}
        title = fields.get("title") or fields.get("text", "")
        if address := fields.get("xmlurl"):
            shown = tuple(filter(None, categories))
            yield Feed(
                title, safe_url(address) or address, fields.get("htmlurl", ""), fields.get("description", ""), shown
            )
        if not empty and len(categories) < _CATEGORY_DEPTH:
            categories.append("" if address else title)


def dump(listed: Iterable[Feed], title: str = "Feeds") -> str:
    """Feeds as OPML 2.0; `feeds` of it gives them again."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"  <head><title>{_text(title)}</title></head>", "  <body>"]
    open_now: tuple[str, ...] = ()
    for feed in listed:
        lines += _turn(open_now, feed.categories)
        open_now = feed.categories
        lines.append("  " * (2 + len(open_now)) + _outline(feed))
    lines += [*_turn(open_now, ()), "  </body>", "</opml>"]
    return "\n".join(lines) + "\n"


def _tags(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Closing mark, name, attributes and empty mark of each tag, quoted ">" allowed for where quotes are paired."""
    body = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    at = 0
    while match := _TAG.search(body, at) or _BROKEN_TAG.search(body, at):
        yield match[1], match[2].lower(), match[3], match[4]
        at = match.end()


def _value(quoted: str) -> str:
    return clean_line(unescape(quoted[1:-1]))


def _turn(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    """The lines that close the categories of one feed and open those of the next."""
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    closing = ["  " * (2 + depth) + "</outline>" for depth in reversed(range(shared, len(before)))]
    opening = [
        "  " * (2 + depth) + f"<outline text={quoteattr(after[depth])} title={quoteattr(after[depth])}>"
        for depth in range(shared, len(after))
    ]
    return closing + opening


def _outline(feed: Feed) -> str:
    fields = {
        "type": "rss",
        "text": feed.title,
        "title": feed.title,
        "description": feed.description,
        "xmlUrl": feed.url,
        "htmlUrl": feed.page,
    }
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in fields.items() if value)
    return f"<outline {written}/>"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
