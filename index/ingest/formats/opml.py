"""OPML: a list of feeds in categories, read even where it is not well-formed, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from xml.sax.saxutils import quoteattr

from index.errors import UnreadableError
from index.ingest.draft import Blob
from index.ingest.encoding import decode
from index.model import Feed
from index.text.sanitise import clean_line, safe_url

# Lists are often pasted together by hand: "&" and quotes are not escaped, elements not closed, descriptions full of
# tags. Reading outline by outline needs none of that, where an XML parser gives up or drops what follows a fault.
_OUTLINE = re.compile(r"<(/?)outline\b", re.IGNORECASE)
_END = re.compile(r"</(?:body|opml)\s*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# A quote ends a value only where another attribute or the end of the tag follows.
_ATTRIBUTE = re.compile(
    r"""(?<![^\s"'])([\w:.-]+)\s*=\s*(?:"(.*?)"|'(.*?)')(?=\s+[\w:.-]+\s*=|\s*/?>|\s*$)""", re.DOTALL
)
# Attributes of one outline; descriptions of podcasts reach 4000 characters.
_MAX_OUTLINE = 20_000
_CATEGORY_DEPTH = 20


def read(blob: Blob) -> Iterator[Feed]:
    """The feeds of a list.

    Raises:
        UnreadableError: it lists none.
    """
    found = list(feeds(decode(blob.bytes(), blob.charset)))
    if not found:
        raise UnreadableError("The list names no feeds.", fault=False)
    yield from found


def feeds(text: str) -> Iterator[Feed]:
    """The feeds of an OPML text, in order, whatever is wrong with its XML."""
    categories: list[str] = []
    for closing, inside in _outlines(text):
        if closing:
            del categories[-1:]
            continue
        fields = {name.lower(): clean_line(unescape(one or other)) for name, one, other in _ATTRIBUTE.findall(inside)}
        title = fields.get("title") or fields.get("text", "")
        if address := fields.get("xmlurl"):
            shown = tuple(filter(None, categories[:_CATEGORY_DEPTH]))
            yield Feed(
                title, safe_url(address) or address, fields.get("htmlurl", ""), fields.get("description", ""), shown
            )
        if not inside.rstrip().endswith("/>"):
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


def _outlines(text: str) -> Iterator[tuple[bool, str]]:
    """For each outline tag whether it closes one, and what stands between its name and the next outline tag."""
    body = _END.split(_COMMENT.sub("", text))[0]
    tags = list(_OUTLINE.finditer(body))
    for number, tag in enumerate(tags, 1):
        end = tags[number].start() if number < len(tags) else len(body)
        yield bool(tag[1]), body[tag.end() : min(end, tag.end() + _MAX_OUTLINE)]


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
    written = " ".join(f"{name}={quoteattr(clean_line(value))}" for name, value in fields.items() if value)
    return f"<outline {written}/>"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
