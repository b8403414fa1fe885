"""ninjs, the news agencies' JSON (IPTC), versions 1 to 3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.errors import UnreadableError
from index.ingest.draft import Draft
from index.ingest.formats.records import spaced, string
from index.ingest.markup import paragraphs

_BODY = re.compile(r"body_?(?:xhtml|html|text)?", re.IGNORECASE)


def fits(record: Mapping[str, object]) -> bool:
    """Whether an object is a ninjs item."""
    names = {name.lower() for name in record}
    if "uri" not in names:
        return False
    typical = {"headline", "headlines", "bodies", "body_text", "body_xhtml", "body_html", "versioncreated", "pubstatus"}
    return bool(names & typical) or "ninjs" in str(record.get("standard", record.get("$standard", "")))


def draft(record: Mapping[str, object], item: str) -> Draft:
    """The article of a text item; of a picture, sound or film its description is the text.

    Raises:
        UnreadableError: the item has no text.
    """
    fields = {name.lower(): value for name, value in record.items()}
    text = _text(fields)
    if not text:
        kind = string(fields, "type") or "ninjs"
        raise UnreadableError(f"The {kind} item has no text.", fault=False)
    uri = string(fields, "uri")
    byline = string(fields, "byline", "by")
    return Draft(
        item=item,
        text=text,
        title=next(_values(fields, "headlines", "main"), "") or string(fields, "headline", "title"),
        source=string(fields, "copyrightholder", "infosource", "infosources", "provider") or _agency(fields),
        authors=(byline,) if byline else (),
        published=string(fields, "firstcreated", "contentcreated", "versioncreated") or None,
        url=string(fields, "url", "canonical") or uri,
        message_id=uri,
        language=string(fields, "language"),
    )


def _text(fields: Mapping[str, object]) -> str:
    """The body with its paragraphs, else the plain body, else the description."""
    for name in ("body_xhtml", "body_html"):
        if body := string(fields, name):
            return paragraphs(body)[0]
    bodies = [*_values(fields, "bodies", "xhtml"), *_values(fields, "bodies", "html"), *_values(fields, "bodies")]
    bodies += [string(fields, "body_text"), *_values(fields, "descriptions"), string(fields, "description_text")]
    found = next((body for body in bodies if body.strip()), "")
    return paragraphs(found)[0] if re.search(r"</\w", found) else spaced(found)


def _values(fields: Mapping[str, object], name: str, role: str = "") -> Iterator[str]:
    """The values of a list of {"role", "value"}, those of `role` or all."""
    listed = fields.get(name)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("value"), str) and role in (one.get("role"), ""):
            yield one["value"]


def _agency(fields: Mapping[str, object]) -> str:
    """The holder that a notice of copyright names: "Copyright 2019, dpa (www.dpa.example). All …"."""
    notice = re.match(
        r"(?:copyright|©|\(c\))\s*(?:\d{4})?,?\s*([^,.(]{2,60})", string(fields, "copyrightnotice"), re.IGNORECASE
    )
    return notice[1].strip() if notice else ""
