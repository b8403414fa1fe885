"""A saved web page: its article found by trafilatura, between two sweeps that take out what isn't of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import htmldate
import trafilatura

from index.errors import UnreadableError
from index.ingest import page
from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.markup import Element, paragraphs_of, without

# What it has to say of damaged pages would land on the reader's screen; the ledger says it already.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_CHARSET_WITHIN = 8192  # browsers look at the first 1024 bytes, some pages are later
_LINKED_BLOCKS = "(//p | //li | //h2 | //h3 | //h4 | //h5 | //h6 | //blockquote | //td)[.//a[@href]]"
# Never shown; the finder would take these out itself, but only after copying and searching the tree several times.
_NOISE = ("script", "style", "svg", "template", "iframe", "link", "meta", "input", "select", "noscript")
# A block is a way to other pages if nearly all its letters are in links. Measured with the html part of
# tests/external: 0.9 gave body F1 +0.003 over none; 0.8 and 1.0 less.
_LINK_SHARE = 0.9
# The title is repeated at most this far down.
_TOP = 4
# Below this many characters the finder has missed the article; then everything on the page is taken.
_LEAST = 80


def read(blob: Blob) -> Iterator[Draft]:
    """The one article of a page.

    Raises:
        UnreadableError: it has no markup that could be read.
    """
    data = blob.bytes()
    yield draft(decode(data, blob.charset or declared_charset(data)), blob.url)


def draft(source: str, address: str = "") -> Draft:
    """The article of a page, with what the page says of it; `address` is where the page was found, if known.

    Raises:
        UnreadableError: it has no markup that could be read.
    """
    tree = trafilatura.load_html(source)
    if tree is None:
        raise UnreadableError("It has no HTML that could be read.")
    stated = page.statements(tree, address)
    without(tree, _NOISE)
    _drop_link_blocks(tree)
    lines = (trafilatura.extract(tree, fast=True, include_comments=False) or "").split("\n")
    text = "\n\n".join(_without_title(lines, stated.titles))
    if len(text) < _LEAST:
        text = max(text, paragraphs_of(trafilatura.load_html(source))[0], key=len)
    return Draft(
        text=text,
        title=stated.title,
        source=stated.site,
        authors=stated.authors,
        published=stated.published or _visible_date(source),
        url=stated.url,
        language=stated.language,
    )


def declared_charset(data: bytes) -> str:
    """The encoding that the page itself declares, or ""."""
    match = _CHARSET.search(data[:_CHARSET_WITHIN])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _visible_date(source: str) -> str | None:
    """The day that the page shows where it states none for machines."""
    tree = trafilatura.load_html(source)
    return None if tree is None else htmldate.find_date(tree, extensive_search=False, original_date=True)


def _drop_link_blocks(tree: Element) -> None:
    """Take out paragraphs, items and subheadings that only lead elsewhere."""
    for block in tree.xpath(_LINKED_BLOCKS):
        letters = _letters(block)
        linked = sum(_letters(link) for link in block.iter("a") if link.get("href"))
        parent = block.getparent()
        if letters and linked >= _LINK_SHARE * letters and parent is not None:
            block.clear(keep_tail=True)


def _letters(element: Element) -> int:
    return len("".join(element.text_content().split()))


def _without_title(lines: list[str], titles: frozenset[str]) -> list[str]:
    """The lines without the headline above them, which is stored as the title."""
    top = [line for line in lines[:_TOP] if not _is_title(page.fold(line), titles)]
    return top + lines[_TOP:]


def _is_title(line: str, titles: frozenset[str]) -> bool:
    """The headline, or the headline before a site's name in a longer title."""
    return line in titles or (len(line) > 20 and any(title.startswith(f"{line} ") for title in titles))
