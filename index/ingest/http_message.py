"""An HTTP response as archives keep it: status, headers and a body in its transfer and content encodings."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from index.errors import UnreadableError
from index.ingest.limits import MAX_DOCUMENT, MIB

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """A response with its body decoded; `charset` and `media_type` are "" where not declared."""

    status: int
    media_type: str
    charset: str
    body: bytes


def response(message: bytes) -> Response:
    """The response in `message`.

    Raises:
        UnreadableError: it is no HTTP response, or its body cannot be unpacked.
    """
    status = _STATUS.match(message)
    end = _HEAD_END.search(message)
    if status is None or end is None:
        raise UnreadableError("It is not an HTTP response.")
    headers = _headers(message[: end.start()])
    body = message[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = dechunked(body)
    kind = headers.get("content-type", "")
    charset = kind.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    return Response(
        int(status[1]),
        kind.partition(";")[0].strip().lower(),
        charset,
        unpacked(body, headers.get("content-encoding", "")),
    )


def dechunked(body: bytes) -> bytes:
    """A chunked body put together; as it is where it is not chunked after all, as some archivers leave it."""
    parts: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        parts.append(body[match.end() : match.end() + size])
        at = match.end() + size
    return b"".join(parts) if parts and at >= len(body) else body


def unpacked(body: bytes, encoding: str) -> bytes:
    """A body without its content encoding; as it is where the archiver has unpacked it already.

    Raises:
        UnreadableError: the encoding is unknown, the data is damaged, or grows beyond the limit for documents.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity") or (encoding in ("gzip", "x-gzip") and not body.startswith(b"\x1f\x8b")):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableError(f"Its content encoding {encoding} is not known here.")
    for window in (
        47,
        -15,
    ):  # 47: zlib tells gzip from zlib itself; -15: deflate without a header, as some servers send
        try:
            found = zlib.decompressobj(window).decompress(body, MAX_DOCUMENT + 1)
        except zlib.error:
            continue
        if len(found) > MAX_DOCUMENT:
            raise UnreadableError(f"It unpacks to more than {MAX_DOCUMENT // MIB} MiB.")
        return found
    raise UnreadableError(f"Its {encoding} data is damaged.")


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").splitlines()[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
