"""CSL-JSON, the references that Zotero and its kind exchange; the abstract or note is the text."""

from __future__ import annotations

from collections.abc import Mapping

from index.ingest.draft import Draft
from index.ingest.formats.records import plain, string


def fits(record: Mapping[str, object]) -> bool:
    """Whether an object is a CSL item."""
    return (
        "type" in record
        and "title" in record
        and bool(record.keys() & {"issued", "container-title", "DOI", "abstract", "accessed"})
    )


def draft(record: Mapping[str, object], item: str) -> Draft:
    """The article of a reference; where it has no text, its title is that."""
    title = string(record, "title")
    doi = string(record, "DOI")
    return Draft(
        item=item,
        text=plain(string(record, "abstract", "note")) or title,
        title=title,
        source=string(record, "container-title", "publisher"),
        authors=_authors(record.get("author")),
        published=_issued(record.get("issued")),
        url=string(record, "URL") or (f"https://doi.org/{doi}" if doi else ""),
        message_id=string(record, "id"),
        language=string(record, "language"),
    )


def _authors(listed: object) -> tuple[str, ...]:
    people = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    names = (
        " ".join(filter(None, (string(one, "given"), string(one, "family")))) or string(one, "literal")
        for one in people
    )
    return tuple(filter(None, names))


def _issued(value: object) -> str | None:
    """{"date-parts": [[2025, 10, 30]]}, or a text under "raw" or "literal"."""
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part).zfill(2) for part in first[:3] if isinstance(part, int | str)]
    return "-".join(numbers) or string(value, "raw", "literal") or None
