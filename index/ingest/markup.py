"""HTML and XML parsed safely, and HTML as plain paragraphs. The only module that imports lxml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree, html

from index.errors import UnreadableError
from index.ingest.limits import MAX_LINKS

Element: TypeAlias = Any  # lxml comes without types

# Parts of a page that are never text.
_DROPPED = {
    "script",
    "style",
    "head",
    "template",
    "noscript",
    "iframe",
    "svg",
    "math",
    "select",
    "button",
    "form",
}
# Elements that end a line of text before and after them (HTML, 15.3.3 "flow content").
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "block", "hl1", "hl2", "paragraph",
    "subheadline",
}  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]\w+);")


@dataclass(slots=True)
class _Text:
    """Paragraphs and links as they are met."""

    lines: list[list[str]] = field(default_factory=lambda: [[]])
    links: dict[str, None] = field(default_factory=dict)

    def end_line(self) -> None:
        if self.lines[-1]:
            self.lines.append([])


def parse_xml(data: bytes) -> Element:
    """The root of an XML document, damaged ones repaired, entities neither expanded nor fetched.

    Raises:
        UnreadableError: there is no root, or elements nest too deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"It is not XML: {error}.") from error
    if root is None:
        raise UnreadableError("It is not XML.")
    return root


def is_html(text: str) -> bool:
    """Whether `text` has tags or entities that a browser would interpret."""
    return _TAG.search(text) is not None


def paragraphs(source: str) -> tuple[str, tuple[str, ...]]:
    """The text of a piece of HTML, paragraphs separated by blank lines, and the addresses that it links to.

    Everything that a browser shows is kept; finding the article on a whole page is the HTML reader's work.

    >>> paragraphs("<p>One<br>two</p><p><a href='https://example.org/'>Three</a></p>")
    ('One\\n\\ntwo\\n\\nThree', ('https://example.org/',))
    """
    if not source.strip():
        return "", ()
    try:
        root = html.fromstring(f"<div>{source}</div>", parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return _TAG.sub(" ", source), ()
    return paragraphs_of(root)


def paragraphs_of(root: Element) -> tuple[str, tuple[str, ...]]:
    """As `paragraphs`, of a parsed tree."""
    found = _Text()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            _leave(element, found)
        elif _is_dropped(element):
            _drop(element)
        else:
            _enter(element, found)
    lines = (" ".join("".join(pieces).split()) for pieces in found.lines)
    return "\n\n".join(line for line in lines if line), tuple(list(found.links)[:MAX_LINKS])


def _enter(element: Element, found: _Text) -> None:
    name = local_name(element)
    if name in _BLOCKS or name == "br":
        found.end_line()
    if name == "li":
        found.lines[-1].append("- ")
    if name == "a" and (address := element.get("href")):
        found.links.setdefault(address.strip())
    if element.text:
        found.lines[-1].append(element.text)


def _leave(element: Element, found: _Text) -> None:
    if local_name(element) in _BLOCKS:
        found.end_line()
    if element.tail:
        found.lines[-1].append(element.tail)


def _is_dropped(element: Element) -> bool:
    hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
    return not isinstance(element.tag, str) or local_name(element) in _DROPPED or bool(hidden)


def _drop(element: Element) -> None:
    """Empty the element, so that the walk finds nothing in it; its tail stays."""
    tail = element.tail
    element.clear()
    element.tail = tail


def without(tree: Element, names: Iterable[str]) -> None:
    """Take all elements of those names out of a tree; what follows them stays."""
    etree.strip_elements(tree, *names, with_tail=False)


def local_name(element: Element) -> str:
    """The element's name without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
