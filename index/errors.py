"""Every error a caller of `index` may meet, and nothing else is raised on purpose.

    LateralError
    ├── UsageError            the request itself is wrong                    exit 2
    │   ├── QueryError        a query that cannot be read; knows the place
    │   └── ConfigError       a setting that is unknown or of the wrong kind
    ├── NotFoundError         no such article, story or file                 exit 1
    ├── UnreadableError       an input that cannot be read; becomes a skipped item of the ledger
    └── LibraryError          the library cannot be used                     exit 3
        ├── MissingLibraryError
        ├── LockedError       another process is writing; names the holder
        ├── ReadOnlyError
        ├── DiskFullError
        ├── DamagedError      the database is not sound
        │   └── DamagedIndexError   only the index is not; it can be made anew
        └── VersionError      written by a newer lateral

Messages are whole sentences that name the file or word and say what to do.
"""

from __future__ import annotations

import errno


class LateralError(Exception):
    """The root; catching it catches everything lateral raises on purpose."""


class UsageError(LateralError):
    """The request itself is wrong."""


class QueryError(UsageError):
    """A query that cannot be read; `start` and `end` are character offsets of the place in it."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class ConfigError(UsageError):
    """A setting that is unknown or of the wrong kind."""


class NotFoundError(LateralError):
    """No such article, story or file."""


class UnreadableError(LateralError):
    """An input that cannot be read; `fault` is false where nobody did anything wrong."""

    def __init__(self, message: str, *, fault: bool = True) -> None:
        super().__init__(message)
        self.fault = fault


class LibraryError(LateralError):
    """The library cannot be used."""


class MissingLibraryError(LibraryError):
    """There is no library at that place."""


class LockedError(LibraryError):
    """Another process is writing, and did not finish within the time limit."""


class ReadOnlyError(LibraryError):
    """The library may be read, not written."""


class DiskFullError(LibraryError):
    """No space is left where the library lives."""


class DamagedError(LibraryError):
    """The database or the index is not sound."""


class DamagedIndexError(DamagedError):
    """The index is not sound, or of another make; everything in it can be made anew from the database."""


class VersionError(LibraryError):
    """The library was written by a newer lateral."""


def from_os(error: OSError, place: object) -> LibraryError:
    """The library error that says what an operating system error about `place` means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(f"No space is left for {place}. Free some and try again; nothing was lost.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyError(f"{place} cannot be written: {error.strerror}.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return MissingLibraryError(f"{place} does not exist.")
    return DamagedError(f"{place} cannot be used: {error.strerror}.")
