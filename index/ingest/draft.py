"""What passes between the importer and its readers: bytes in (`Blob`), unfinished articles out (`Draft`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from index.errors import UnreadableError
from index.ingest.limits import MAX_DOCUMENT, MIB, SNIFF
from index.model import Feed


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format states it; `index.ingest.normalise` makes an `Article` of it.

    `text` has paragraphs separated by blank lines; `published` is a datetime or whatever the format writes; `item`
    names it within its file, "" where the file is the article.
    """

    text: str
    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | str | None = None
    url: str = ""
    message_id: str = ""
    language: str = ""
    links: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """An item inside a file that gives no article; `item` names it as `Draft.item` would."""

    item: str
    reason: UnreadableError


@dataclass(frozen=True, slots=True)
class Blob:
    """Something to read: a file, a member of an archive, the body of a record.

    `path` is the file as the user named it, `item` the way to the member inside it ("" for the file itself), `name`
    the last file name (for its ending). `opener` gives the bytes from the beginning, each time it is called, until
    the next part of the archive is asked for. `charset`, `media_type` and `url` are what the container declares,
    "" where it doesn't; `depth` counts the containers around it.
    """

    path: str
    name: str
    opener: Callable[[], BinaryIO] = field(repr=False)
    item: str = ""
    charset: str = ""
    media_type: str = ""
    url: str = ""
    depth: int = 0

    def open(self) -> BinaryIO:
        """The bytes, from the beginning.

        Raises:
            UnreadableError: the bytes are no longer there, or may not be read.
        """
        try:
            return self.opener()
        except OSError as error:
            raise UnreadableError(f"It cannot be opened: {error.strerror or error}.") from error

    def head(self) -> bytes:
        """The first bytes, enough to tell what it is.

        Raises:
            UnreadableError: it cannot be read.
        """
        with self.open() as stream:
            return stream.read(SNIFF)

    def bytes(self, limit: int = MAX_DOCUMENT) -> bytes:
        """All of it.

        Raises:
            UnreadableError: it has more than `limit` bytes, or cannot be read.
        """
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise UnreadableError(f"It is larger than {limit // MIB} MiB, the most that is read of one document.")
        return data

    def member(self, item: str, name: str, opener: Callable[[], BinaryIO], **declared: str) -> Blob:
        """Something inside this one; `declared` are its charset, media_type and url."""
        within = " > ".join(filter(None, (self.item, item)))
        return Blob(self.path, name, opener, within, depth=self.depth + 1, **declared)


Part = Draft | Feed | Skip | Blob
Reader = Callable[[Blob], Iterator[Part]]
