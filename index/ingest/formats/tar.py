"""A tar archive, read from front to end as a stream."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, Self, cast

from index.errors import UnreadableError
from index.ingest.draft import Blob, Part, Skip
from index.ingest.limits import MAX_LONG_NAME
from index.ingest.members import last_name, refusal
from index.ingest.walk import spooled

_LONG = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)


class _Header(tarfile.TarInfo):
    """A member's header that refuses names and attributes of any length, which are read into memory as a whole."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """As usual.

        Raises:
            tarfile.ReadError: a long name is longer than any name.
        """
        header = super().frombuf(buf, encoding, errors)
        if header.type in _LONG and header.size > MAX_LONG_NAME:
            raise tarfile.ReadError("a name or its attributes are too long")
        return header


def read(blob: Blob) -> Iterator[Part]:
    """The files in the archive's order; links and devices are refused.

    Raises:
        UnreadableError: the archive is damaged from some place on.
    """
    with blob.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
                while (member := archive.next()) is not None:
                    archive.members.clear()  # type: ignore[attr-defined]  # or all of them would be kept until the end
                    if not member.isdir():
                        yield from _member(blob, archive, member)
        except tarfile.TarError as error:
            raise UnreadableError(f"The tar archive breaks off: {error}.") from error


def _member(blob: Blob, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Part]:
    reason = refusal(member.name)
    if not member.isreg() or member.issparse():
        reason = UnreadableError("It is a link, device or sparse file; only plain files in archives are read.")
    stream = None if reason else archive.extractfile(member)
    if reason or stream is None:
        yield Skip(member.name, reason or UnreadableError("It has no contents."))
        return
    with spooled(cast("BinaryIO", stream), member.name) as opener:
        yield blob.member(member.name, last_name(member.name), opener)
