"""RIS, the references that libraries and reference managers exchange; the abstract or note is the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.formats.records import plain

# A tag, two spaces, a dash and a space; writers are careless with the spaces.
_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$")
# The relative that Web of Science exports: no dashes, PT for the type, further values indented.
_WOS_LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*))?$")
_WOS_TAGS = {"PT": "TY", "TI": "TI", "AF": "AU", "SO": "T2", "DI": "DO", "UT": "ID"}
Record = list[tuple[str, str]]


def read(blob: Blob) -> Iterator[Draft]:
    """An article a reference; where it has no text, its title is that."""
    for number, record in enumerate(records(decode(blob.bytes(), blob.charset)), 1):
        yield _draft(record, f"record {number}")


def records(text: str) -> Iterator[Record]:
    """The references of a RIS text, each as its tags and values in order, without TY's closing ER.

    Lines that belong to no tag continue the value before them; what stands outside of references is left out.
    """
    is_wos = text.lstrip("\ufeff").startswith("FN ")
    record: Record | None = None
    for line in text.lstrip("\ufeff").splitlines():
        tag, value = _wos_tag(line) if is_wos else _tag(line)
        if tag == "TY":
            if record:
                yield record
            record = [("TY", value)]
        elif record is None:
            continue
        elif tag == "ER":
            yield record
            record = None
        elif tag:
            record.append((tag, value))
        elif line.strip():
            _continue(record, line.strip(), is_wos)
    if record:
        yield record


def _tag(line: str) -> tuple[str, str]:
    match = _LINE.match(line.rstrip())
    return (match[1], match[2] or "") if match else ("", "")


def _wos_tag(line: str) -> tuple[str, str]:
    match = _WOS_LINE.match(line.rstrip())
    return (_WOS_TAGS.get(match[1], match[1]), match[2] or "") if match else ("", "")


def _continue(record: Record, line: str, is_wos: bool) -> None:
    """A line without a tag goes on with the value before it, or is one more author of Web of Science."""
    tag, value = record[-1]
    if is_wos and tag == "AU":
        record.append((tag, line))
    else:
        record[-1] = (tag, f"{value}\n{line}")


def dump(references: Iterable[Record]) -> str:
    """References as RIS text; `records` of it gives them again."""
    lines: list[str] = []
    for record in references:
        lines += [f"{tag}  - {value}".rstrip() for tag, value in record]
        lines += ["ER  -", ""]
    return "\n".join(lines)


def _draft(record: Record, item: str) -> Draft:
    title = _first(record, "T1", "TI", "CT", "BT", "T2")
    doi = _first(record, "DO").removeprefix("https://doi.org/").removeprefix("http://doi.org/")
    url = re.split(r";\s*(?=https?:)", _first(record, "UR", "L2", "LK"))[0]
    return Draft(
        item=item,
        text=plain(_first(record, "AB", "N2", "N1")) or title,
        title=title,
        source=_first(record, "T2", "JF", "JO", "JA", "PB"),
        authors=tuple(_name(value) for tag, value in record if tag in ("AU", "A1")),
        published=_date(_first(record, "DA", "PY", "Y1")),
        url=url or (f"https://doi.org/{doi}" if doi else ""),
        message_id=_first(record, "ID", "AN"),
        language=_first(record, "LA"),
    )


def _name(author: str) -> str:
    """ "Last, First, Suffix" as it is spoken."""
    parts = [part.strip() for part in author.split(",")]
    return " ".join([*parts[1:2], parts[0], *parts[2:]])


def _first(record: Record, *tags: str) -> str:
    """The value of the first of the tags that says something."""
    return next((value for tag in tags for name, value in record if name == tag and value.strip()), "")


def _date(value: str) -> str | None:
    """2025/10/30/other information, of which the end may be missing."""
    numbers = [part.zfill(2) for part in value.split("/")[:3] if part.isdigit()]
    return "-".join(numbers) or value or None
