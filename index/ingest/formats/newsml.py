"""NITF and NewsML-G2, the news agencies' XML (IPTC)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.errors import UnreadableError
from index.ingest.draft import Blob, Draft, Part, Skip
from index.ingest.markup import Element, local_name, paragraphs_of, parse_xml
from index.text.sanitise import clean_line


def read(blob: Blob) -> Iterator[Part]:
    """An article a NITF document or news item; items without a text are named.

    Raises:
        UnreadableError: it is no XML, or holds no news item.
    """
    root = parse_xml(blob.bytes())
    if local_name(root) == "nitf":
        yield nitf(root, "")
        return
    items = [element for element in root.iter() if local_name(element) in ("newsitem", "packageitem")]
    if not items:
        raise UnreadableError("The message holds no news items.", fault=False)
    for number, item in enumerate(items, 1):
        yield _item(item, f"item {number}" if len(items) > 1 else "")


def nitf(root: Element, item: str) -> Draft:
    """The article of a NITF document."""
    body = _first(root, "body.content", "body")
    text, links = paragraphs_of(body) if body is not None else ("", ())
    issued = _first(root, "date.issue")
    moment = _first(root, "story.date")
    document = _first(root, "doc-id")
    return Draft(
        item=item,
        text=text,
        title=_text(root, "hl1") or _text(root, "hedline") or _text(root, "title"),
        source=_attribute(document, "regsrc") or _text(root, "distributor") or _text(root, "org.source"),
        authors=tuple(filter(None, [_text(root, "person") if not _text(root, "byline") else _text(root, "byline")])),
        published=_attribute(issued, "norm") or _attribute(moment, "norm") or None,
        url=_attribute(_first(root, "pubdata"), "ex-ref"),
        message_id=_attribute(document, "id-string"),
        language=_language(root),
        links=links,
    )


def _item(item: Element, name: str) -> Draft | Skip:
    """One item of NewsML-G2; its body is NITF, XHTML or plain text inside it."""
    inner = next((one for one in item.iter() if local_name(one) == "nitf"), None)
    content = _first(item, "inlinexml", "contentset")
    if content is None:
        return Skip(name, UnreadableError("The news item has no text of its own.", fault=False))
    wrapped = _first(content, "body.content", "body")
    text, links = paragraphs_of(content if wrapped is None else wrapped)
    fallback = nitf(inner, name) if inner is not None else Draft(text="")
    return Draft(
        item=name,
        text=text,
        title=_text(item, "headline") or fallback.title or _text(item, "title"),
        source=_provider(item) or fallback.source,
        authors=_authors(item) or fallback.authors,
        published=_text(item, "contentcreated") or _text(item, "versioncreated") or fallback.published,
        url=_text(item, "canonical") or fallback.url,
        message_id=_attribute(item, "guid") or fallback.message_id,
        language=_attribute(_first(item, "language"), "tag") or _language(item),
        links=links,
    )


def _provider(item: Element) -> str:
    """The agency's name: of the info source or provider, or the literal after the scheme of its code."""
    for name in ("infosource", "provider", "copyrightholder"):
        found = _first(item, name)
        if found is not None:
            stated = _text(found, "name") or clean_line(found.text or "") or _attribute(found, "literal")
            return stated or _attribute(found, "qcode").rpartition(":")[2]
    return ""


def _authors(item: Element) -> tuple[str, ...]:
    byline = _text(item, "by")
    if byline:
        return (byline,)
    creators = (_text(one, "name") or _attribute(one, "literal") for one in item.iter() if local_name(one) == "creator")
    return tuple(filter(None, creators))


def _first(root: Element, *names: str) -> Element | None:
    """The first element of the first name that there is."""
    return next((one for name in names for one in _elements(root) if local_name(one) == name), None)


def _elements(root: Element) -> Iterable[Element]:
    return root.iter() if root is not None else ()


def _text(root: Element, name: str) -> str:
    """The text of the first element of that name that has any."""
    found = (clean_line(" ".join(one.itertext())) for one in _elements(root) if local_name(one) == name)
    return next(filter(None, found), "")


def _attribute(element: Element | None, name: str) -> str:
    return "" if element is None else clean_line(element.get(name) or "")


def _language(root: Element) -> str:
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    return next((one.get(xml_lang) for one in root.iter() if one.get(xml_lang)), "")
