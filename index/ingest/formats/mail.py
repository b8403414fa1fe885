"""One e-mail message: a newsletter or a forwarded article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from index.errors import UnreadableError
from index.ingest import urls
from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.formats.text import paragraphs as text_paragraphs
from index.ingest.limits import MAX_MIME_DEPTH, MAX_MIME_PARTS
from index.ingest.markup import paragraphs
from index.text.sanitise import clean_line

# The HTML part is the message where the plain one is only a stub ("Your program cannot show this").
_STUB = 0.5
_LINK = re.compile(r"https?://[^\s<>\"')\]]+")
_REPLY = re.compile(r"^(?:(?:re|fwd?|fw|aw|wg)\s*:\s*)+", re.IGNORECASE)


def read(blob: Blob) -> Iterator[Draft]:
    """The one article of a message; a digest stays one article with its links.

    Raises:
        UnreadableError: it has no text, or is nested too deep.
    """
    try:
        message = message_from_bytes(blob.bytes())
    except RecursionError as error:
        raise UnreadableError("Its parts are nested too deep.") from error
    text, links = _body(message)
    if not text.strip():
        raise UnreadableError("The message has no text of its own, only attachments or nothing.", fault=False)
    name, address = parseaddr(_header(message, "from"))
    yield Draft(
        text=text,
        title=_REPLY.sub("", _header(message, "subject")),
        source=name or address.rpartition("@")[2],
        published=_header(message, "date") or None,
        url=_header(message, "archived-at").strip("<> "),
        message_id=_header(message, "message-id"),
        language=_header(message, "content-language").partition(",")[0],
        links=links,
    )


def _header(message: Message, name: str) -> str:
    """A header field as text, its encoded words decoded, whatever is wrong with it."""
    value = next((value for key, value in message.raw_items() if key.lower() == name), "")
    raw = str(value).encode("utf-8", "surrogateescape")
    try:
        pieces = decode_header(decode(raw))
    except (HeaderParseError, ValueError):
        return clean_line(decode(raw))
    return clean_line(
        "".join(decode(text, charset or "") if isinstance(text, bytes) else text for text, charset in pieces)
    )


def _body(message: Message) -> tuple[str, tuple[str, ...]]:
    """The text of a message and the addresses it links to.

    Raises:
        UnreadableError: there are too many parts, or they are nested too deep.
    """
    plain: list[str] = []
    marked: list[str] = []
    attached: list[str] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.is_multipart():
            continue
        if part.get_content_disposition() == "attachment":
            attached += [_text(part)] if kind == "text/plain" else []
        else:
            (plain if kind == "text/plain" else marked).append(_text(part))
    return _choose("\n\n".join(plain or attached), "\n".join(marked))


def _choose(plain: str, marked: str) -> tuple[str, tuple[str, ...]]:
    """The plain text unless it is a stub of the HTML; links of both."""
    wrapped = "\n\n".join(text_paragraphs(plain)) if plain.strip() else ""
    rendered, links = paragraphs(marked)
    text = rendered if len(wrapped) < _STUB * len(rendered) else wrapped
    return text, tuple(filter(urls.canonical, dict.fromkeys([*links, *_LINK.findall(plain)])))


def _parts(message: Message) -> Iterator[Message]:
    waiting = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop(0)
        count += 1
        if depth > MAX_MIME_DEPTH or count > MAX_MIME_PARTS:
            raise UnreadableError("It has too many parts, or parts nested too deep, for a message.")
        yield part
        payload = part.get_payload()
        if isinstance(payload, list):
            waiting[:0] = [(one, depth + 1) for one in payload if isinstance(one, Message)]


def _text(part: Message) -> str:
    try:
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset() or ""
    except (ValueError, LookupError, AssertionError, TypeError, AttributeError):  # damaged encodings and parameters
        payload, charset = str(part.get_payload()).encode("utf-8", "surrogateescape"), ""
    return decode(payload, charset) if isinstance(payload, bytes) else ""
