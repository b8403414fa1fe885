"""A ZIP archive, and WACZ, which is one with web archives in it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.guard import Budget, guarded, size
from index.ingest.limits import MAX_MEMBERS
from index.ingest.members import last_name, refusal
from index.ingest.walk import spooled


def read(blob: Blob) -> Iterator[Part]:
    """The members in the archive's order.

    Raises:
        UnreadableError: the archive is damaged, or has too many members.
    """
    with blob.open() as stream:
        if stream.seekable():
            yield from _members(blob, stream)
        else:
            with spooled(stream, blob.name) as opener, opener() as copy:
                yield from _members(blob, copy)


def _members(blob: Blob, stream: BinaryIO) -> Iterator[Part]:
    try:
        archive = ZipFile(stream)
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError(f"The ZIP archive is damaged: {error}.") from error
    with archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise UnreadableError(f"The archive has {len(infos)} members; at most {MAX_MEMBERS} are read.")
        names = {info.filename for info in infos}
        is_wacz = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
        budget = Budget(size(stream))
        for info in infos:
            if not info.is_dir() and (not is_wacz or info.filename.startswith("archive/")):
                yield _member(blob, archive, info, budget)


def _member(blob: Blob, archive: ZipFile, info: ZipInfo, budget: Budget) -> Part:
    reason = refusal(info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        reason = UnreadableError("It is a link; links in archives are not followed.")
    elif info.flag_bits & 1:
        reason = UnreadableError("It is encrypted; unpack it first.")
    if reason:
        return Skip(info.filename, reason)
    return blob.member(info.filename, last_name(info.filename), partial(_open, archive, info, budget))


def _open(archive: ZipFile, info: ZipInfo, budget: Budget) -> BinaryIO:
    try:
        stream = archive.open(info)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(f"It is damaged or packed in a way that cannot be read: {error}.") from error
    return guarded(cast("BinaryIO", stream), budget=budget)
