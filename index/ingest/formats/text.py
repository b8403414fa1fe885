"""Plain text: with or without a title line, header lines, byline, hard line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from index.ingest import dates
from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.furniture import is_bullet, is_furniture, is_sentence
from index.text.sanitise import clean

# A title line has at most this many words; the longest headline of common newspapers has about 25.
_TITLE_WORDS = 30
# Prose has at least this many; shorter lines before it are the head of the article.
_PROSE_WORDS = 9
# The head: title, standfirst, byline, date, and the labels around them.
_HEAD = 8
# Hard-wrapped lines are at most this wide, and those within a paragraph reach at least this share of it.
_WRAP, _WRAP_SHARE = 100, 0.7

_HEADER = re.compile(
    r"(title|headline|source|outlet|publisher|authors?|byline|date|published|url|link|language)\s*:\s+(\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:(?i:written|reported|story|edited) )?(?i:by):? (?=[^\W\d_a-z])")
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+|,?\s+(?=(?:published|updated|posted)\b)", re.IGNORECASE)
_SITE = re.compile(
    r"\b(?:on|at|visit|from|with|to)\s+(?:www\.)?((?:[A-Za-z0-9-]+\.)+(?:com|org|net|news|info|tv|co\.[a-z]{2}|com\.[a-z]{2}|[a-z]{2}))\b"
)
_URL = re.compile(r"https?://\S+")
_DATELINE = re.compile(r"^[A-Z][^.!?()]{0,60}\(([A-Z][\w .'-]{1,30})\)\s*[-–—:]")


def read(blob: Blob) -> Iterator[Draft]:
    """The one article of a text file."""
    yield draft(decode(blob.bytes(), blob.charset))


def draft(text: str) -> Draft:
    """What the lines of a text say of title, byline, date and source, and the paragraphs that remain."""
    stated, lines = _headers(paragraphs(text))
    title = stated.title
    if not title and _is_title(lines):
        title, lines = lines[0], lines[1:]
    url, lines = _address(lines)
    authors, published, body = _head(lines)
    return replace(
        stated,
        title=title,
        url=stated.url or url,
        text="\n\n".join(body),
        source=stated.source or _source(body),
        authors=stated.authors or authors,
        published=stated.published or published,
    )


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: blocks between blank lines, with hard-wrapped lines joined.

    Where lines are not hard-wrapped, each is a paragraph.
    """
    text = clean(text)
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines))
    if width > _WRAP or not _is_wrapped(lines, width):
        return [line.strip() for line in lines if line.strip()]
    found: list[str] = []
    before = ""
    for line in lines:
        if line and before and not _starts_paragraph(line, before, width):
            found[-1] += " " + line.strip()
        elif line:
            found.append(line.strip())
        before = line
    return found


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Most lines that another one follows directly fill the width, and most of those end within a sentence."""
    inner = [line for line, after in pairwise(lines) if line and after]
    full = [line for line in inner if len(line) >= _WRAP_SHARE * width]
    ended = sum(map(is_sentence, full))
    return len(inner) > 1 and width >= 50 and len(full) * 3 >= len(inner) * 2 and ended * 2 < len(full)


def _starts_paragraph(line: str, before: str, width: int) -> bool:
    ended = is_sentence(before) and len(before) < _WRAP_SHARE * width
    return (
        ended
        or is_bullet(line)
        or _URL.fullmatch(line.strip()) is not None
        or (line[0].isspace() and not before[0].isspace())
    )


def _headers(lines: list[str]) -> tuple[Draft, list[str]]:
    """Lines such as "Source: The Herald" at the top, which people add when they save an article."""
    found: dict[str, str] = {}
    count = 0
    for line in lines[:_HEAD]:
        match = _HEADER.fullmatch(line)
        if match is None:
            break
        found[match[1].lower()] = match[2]
        count += 1
    return from_fields(found), lines[count:]


def from_fields(fields: dict[str, str]) -> Draft:
    """A draft with what named header fields state, and no text."""

    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    author = first("author", "authors", "byline")
    return Draft(
        text="",
        title=first("title", "headline"),
        source=first("source", "outlet", "publisher"),
        authors=(author,) if author else (),
        published=first("published", "date") or None,
        url=first("url", "link"),
        language=first("language"),
    )


def _is_title(lines: list[str]) -> bool:
    """A short line that is no sentence, with something longer after it."""
    if len(lines) < 2 or is_bullet(lines[0]):
        return False
    first = lines[0]
    is_statement = first.endswith((".", ";", ",", ":"))
    return len(first.split()) <= _TITLE_WORDS and not is_statement and any(len(line) > len(first) for line in lines[1:])


def _address(lines: list[str]) -> tuple[str, list[str]]:
    """The address of the page, pasted above or below the text on a line of its own, and the other lines."""
    ends = {*range(min(len(lines), _HEAD)), len(lines) - 1}
    at = next((at for at in sorted(ends) if at >= 0 and _URL.fullmatch(lines[at])), None)
    return ("", lines) if at is None or len(lines) == 1 else (lines[at], lines[:at] + lines[at + 1 :])


def _head(lines: list[str]) -> tuple[tuple[str, ...], str | None, list[str]]:
    """Authors and date from the lines between title and first prose, and all lines but those."""
    authors: tuple[str, ...] = ()
    published: str | None = None
    kept: list[str] = []
    at = 0
    while at < min(len(lines), _HEAD) and not _is_prose(lines[at]):
        pieces = [piece for piece in _SEPARATOR.split(lines[at]) if piece]
        bylines = tuple(piece[match.end() :] for piece in pieces if (match := _BYLINE.match(piece)))
        moments = [piece for piece in pieces if dates.parse(piece)[0]]
        if not bylines and not moments and not _is_label(lines[at]):
            kept.append(lines[at])
        authors = authors or bylines
        published = published or (moments[0] if moments else None)
        at += 1
    return authors, published, kept + lines[at:]


def _is_prose(line: str) -> bool:
    return is_sentence(line) and not is_bullet(line) and len(line.split()) >= _PROSE_WORDS


def _is_label(line: str) -> bool:
    """ "· Photos": a piece of a page's head that a separator led in."""
    return line[0] in "·|•" and len(line.split()) <= 4


def _source(lines: list[str]) -> str:
    """The outlet, where a line of furniture ("on Herald.example") or an agency's dateline gives it away."""
    for line in lines:
        if is_furniture(line) and (site := _SITE.search(line)):
            return site[1]
    return next((match[1] for line in lines[:3] if (match := _DATELINE.match(line))), "")
