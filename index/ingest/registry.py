"""Which reader reads what: told by the content first, by the name and the declared type where that is not enough."""

from __future__ import annotations

import re
import zlib
from importlib import import_module
from typing import cast

from index.errors import UnreadableError
from index.ingest.draft import Blob, Reader
from index.ingest.encoding import decode

# A kind of content and the module of `index.ingest.formats` that reads it; imported when the first such file is met,
# so that nobody waits for a parser he doesn't use.
READERS = {
    "csv": "table",
    "feed": "feed",
    "gzip": "compressed",
    "html": "html",
    "json": "json_document",
    "jsonl": "jsonl",
    "mail": "mail",
    "markdown": "markdown",
    "mbox": "mbox",
    "newsml": "newsml",
    "opml": "opml",
    "ris": "ris",
    "tar": "tar",
    "text": "text",
    "warc": "warc",
    "zip": "zip",
}

# Kinds told by their first bytes.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
    (b"filedesc://", "warc"),
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
)
_XML_ROOTS = {
    "rss": "feed", "feed": "feed", "rdf": "feed", "channel": "feed", "opml": "opml", "html": "html",
    "nitf": "newsml", "newsitem": "newsml", "newsmessage": "newsml", "packageitem": "newsml",
}  # fmt: skip
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?[^>]*>)", re.IGNORECASE | re.DOTALL)
_ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h[1-6]|table|span|br|script)[\s>/]",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|"
    r"content-transfer-encoding|reply-to|sender|x-[\w-]+|list-[\w-]+|dkim-signature|organization|in-reply-to|references)\s*:",
    re.IGNORECASE,
)
_RIS = re.compile(r"^TY {1,2}- ?\w*\s*\n[A-Z][A-Z0-9] {1,2}- ?", re.MULTILINE)
_FIELD = re.compile(r"[\x21-\x39\x3b-\x7e]+[ \t]*:")
_COLUMNS = re.compile(
    r"(?:^|[,;\t|])\s*\"?(?:text|body|content|article|full_?text|maintext)\"?\s*(?:$|[,;\t|])", re.IGNORECASE
)
_ENDINGS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".md": "markdown", ".markdown": "markdown", ".csv": "csv",
    ".tsv": "csv", ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".xml": "feed", ".rss": "feed",
    ".atom": "feed", ".rdf": "feed", ".opml": "opml", ".eml": "mail", ".mbox": "mbox", ".ris": "ris", ".tar": "tar",
    ".warc": "warc", ".arc": "warc", ".txt": "text", ".text": "text",
}  # fmt: skip
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "text", "text/markdown": "markdown",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/feed+json": "json", "application/json": "json", "message/rfc822": "mail", "text/csv": "csv",
}  # fmt: skip


def reader(blob: Blob) -> Reader:
    """The reader for `blob`.

    Raises:
        UnreadableError: it is empty, binary, of a kind that holds no articles, or cannot be opened.
    """
    found = kind(blob.head(), blob.name, blob.media_type)
    return cast("Reader", import_module(f"index.ingest.formats.{READERS[found]}").read)


def kind(head: bytes, name: str = "", media_type: str = "") -> str:
    """What the first bytes show, with the name or the declared type deciding where they leave it open.

    Raises:
        UnreadableError: it is empty, binary, or of a kind that holds no articles.
    """
    if not head.strip(b"\0 \t\r\n"):
        raise UnreadableError("It is empty.", fault=False)
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return "warc" if found == "gzip" and _packs_warc(head) else found
    if head[257:262] == b"ustar":
        return "tar"
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableError(f"It is {what}, not something lateral reads.", fault=False)
    text = decode(head).lstrip("\ufeff \t\r\n")
    named = _ENDINGS.get(_ending(name)) or _TYPES.get(media_type.partition(";")[0].strip().lower(), "")
    found = _markup(text) or _mail(text) or _records(text, named)
    if not found and _is_binary(text):
        raise UnreadableError("It is a binary file of an unknown kind.", fault=False)
    return found or (named if named in ("markdown", "csv", "html", "feed", "opml", "mail", "ris") else "text")


def _markup(text: str) -> str:
    """By the first element; a document type alone proves nothing, feeds are found with that of HTML."""
    if not text.startswith("<"):
        return ""
    rest = text
    while prologue := _PROLOGUE.match(rest):
        rest = rest[prologue.end() :]
    root = _ROOT.match(rest)
    if root and (found := _XML_ROOTS.get(root[1].lower())):
        return found
    return "html" if _HTML.search(text) else ""


def _mail(text: str) -> str:
    """A message begins with header fields, most of them known; a mailbox with a "From " line before them."""
    lines = text.splitlines()
    if text.startswith("From ") and len(lines) > 1 and _FIELD.match(lines[1]):
        return "mbox"
    fields = known = 0
    for line in lines:
        if not line or not (line[0] in " \t" or _FIELD.match(line)):
            break
        fields += line[0] not in " \t"
        known += _MAIL.match(line) is not None
    return "mail" if known >= 2 and known * 2 > fields else ""


def _records(text: str, named: str) -> str:
    if _RIS.search(text) or text.startswith("FN Clarivate"):
        return "ris"
    if text[0] in "{[":
        first, _, rest = text.partition("\n")
        several = first.rstrip().endswith("}") and rest.lstrip().startswith("{")
        whole_document = named == "json" or text[0] == "[" or not several
        return "jsonl" if named == "jsonl" or not whole_document else "json"
    return "csv" if _COLUMNS.search(text.partition("\n")[0]) else ""


def _packs_warc(head: bytes) -> bool:
    """A web archive is packed record by record, which its own reader can use."""
    try:
        start = zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return False
    return start.startswith((b"WARC/", b"filedesc://"))


def _is_binary(text: str) -> bool:
    """Control characters and undecodable bytes make up a tenth of it."""
    odd = sum(char == "\ufffd" or (char < " " and char not in "\t\n\r\f\x1b") for char in text)
    return odd * 10 > len(text)


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""
