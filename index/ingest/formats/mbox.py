"""A mailbox file: the messages between its "From " lines (RFC 4155), one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import BinaryIO

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.limits import MAX_DOCUMENT, MIB
from index.ingest.lines import lines


def read(blob: Blob) -> Iterator[Part]:
    """Each message as a member, for the mail reader."""
    with blob.open() as stream:
        for number, message in enumerate(_messages(stream), 1):
            item = f"message {number}"
            if message is None:
                yield Skip(item, UnreadableError(f"The message is larger than {MAX_DOCUMENT // MIB} MiB."))
            else:
                yield blob.member(item, "message.eml", partial(BytesIO, message), media_type="message/rfc822")


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """The bytes of each message, or None for one that is too large."""
    collected: list[bytes] = []
    size = 0
    after_blank = True
    for line in lines(stream):
        if line is None:
            size = MAX_DOCUMENT + 1
        elif after_blank and line.startswith(b"From "):
            if size:
                yield b"".join(collected) if size <= MAX_DOCUMENT else None
            collected, size = [], 0
        else:
            size += len(line)
            if size <= MAX_DOCUMENT:
                collected.append(line[1:] if line.startswith(b">From ") else line)
        after_blank = line is not None and not line.strip()
    if size:
        yield b"".join(collected) if size <= MAX_DOCUMENT else None
