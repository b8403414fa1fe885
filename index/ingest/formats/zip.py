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
from index.ingest.limits import MAX_DIRECTORY
from index.ingest.members import last_name, refusal
from index.ingest.walk import spooled

# The end record, its comment of at most 65,535 bytes, and the wide form of the record before it.
_END_WITHIN = (1 << 16) + 256


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
        if _directory_size(stream) > MAX_DIRECTORY:
            raise UnreadableError("Its list of members is too large; unpack it first.")
        archive = ZipFile(stream)
    except (BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError(f"The ZIP archive is damaged: {error}.") from error
    with archive:
        infos = archive.infolist()
        names = {info.filename for info in infos}
        is_wacz = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
        budget = Budget(size(stream))
        for info in infos:
            if not info.is_dir() and (not is_wacz or info.filename.startswith("archive/")):
                yield _member(blob, archive, info, budget)


def _directory_size(stream: BinaryIO) -> int:
    """What the end of the archive says of its list of members, which would be read into memory as a whole.

    Found as in APPNOTE.TXT 4.3.16 and, where the size does not fit there, 4.3.14.
    """
    total = size(stream)
    stream.seek(max(0, total - _END_WITHIN))
    tail = stream.read(_END_WITHIN)
    stream.seek(0)
    end = tail.rfind(b"PK\5\6")
    if end < 0:
        return 0
    stated = int.from_bytes(tail[end + 12 : end + 16], "little")
    wide = tail.rfind(b"PK\6\6")
    return int.from_bytes(tail[wide + 40 : wide + 48], "little") if stated == 0xFFFFFFFF and wide >= 0 else stated


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
