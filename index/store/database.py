"""One SQLite file: connections, transactions, and SQLite's errors as lateral's own."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from index.errors import (
    DamagedError,
    DiskFullError,
    LibraryError,
    LockedError,
    MissingLibraryError,
    ReadOnlyError,
    VersionError,
)

BUSY = 30.0  # seconds SQLite itself waits for a competing transaction

_MEANING: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_BUSY: (LockedError, "{} is being written by another process. Try again later."),
    sqlite3.SQLITE_LOCKED: (LockedError, "{} is being written by another process. Try again later."),
    sqlite3.SQLITE_READONLY: (ReadOnlyError, "{} may be read, not written."),
    sqlite3.SQLITE_PERM: (ReadOnlyError, "{} may be read, not written."),
    sqlite3.SQLITE_FULL: (DiskFullError, "No space is left for {}. Free some and try again; nothing was lost."),
    sqlite3.SQLITE_IOERR: (DiskFullError, "{} could not be written: the disk is full or failing. Nothing was lost."),
    sqlite3.SQLITE_CANTOPEN: (MissingLibraryError, "{} cannot be opened. Check that it exists and may be read."),
}
_APPLICATION = int.from_bytes(b"latl")  # in the header of every file that is ours
_PRIMARY = 0xFF  # the low byte of an extended result code


def meaning(error: sqlite3.Error, file: Path) -> LibraryError:
    """What an SQLite error about `file` means to its user."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY
    kind, sentence = _MEANING.get(
        code, (DamagedError, "{} is damaged (" + str(error).replace("{", "").replace("}", "") + "). Restore a copy.")
    )
    return kind(sentence.format(file))


class Database:
    """A database file with one connection a thread.

    Readers open it read-only and see a steady snapshot; they never block the writer nor wait for it (WAL).
    Raises the errors of `LibraryError`, and nothing of sqlite3.
    """

    def __init__(self, file: Path, tables: str, version: int, *, readonly: bool = False) -> None:
        self.file = file
        self.readonly = readonly
        self._tables = tables
        self._version = version
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        try:
            with self._translated():
                self._prepare()
        except LibraryError:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for queries. Each statement sees the newest committed state."""
        with self._translated():
            yield self._connection()

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of the block is committed, durably, or none of it."""
        if self.readonly:
            raise ReadOnlyError(f"{self.file} may be read, not written.")
        with self._translated():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file, as sentences; empty when it is sound."""
        with self.read() as connection:
            rows = connection.execute("PRAGMA quick_check").fetchall()
        return tuple(f"{self.file}: {row[0]}." for row in rows if row[0] != "ok")

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._guard:
            while self._open:
                self._open.pop().close()
        self._local = threading.local()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise meaning(error, self.file) from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and self._overtaken():
            connection.close()
            connection = None
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    def _overtaken(self) -> bool:
        """Whether a writer has come to a file that this thread opened as one that nobody writes."""
        return bool(getattr(self._local, "immutable", False)) and self._wal.exists()

    @property
    def _wal(self) -> Path:
        return self.file.with_name(self.file.name + "-wal")

    def _connect(self) -> sqlite3.Connection:
        if self.readonly:
            connection = self._connect_readonly()
        else:
            connection = self._raw("rwc")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _connect_readonly(self) -> sqlite3.Connection:
        """Reading a WAL database writes a file beside it; in a folder where that is not possible, and that
        nobody is writing, SQLite has to be told that the file does not change."""
        connection = self._raw("ro")
        try:
            connection.execute("PRAGMA schema_version")
        except sqlite3.OperationalError:
            connection.close()
            if not self.file.exists() or self._wal.exists():
                raise
            self._local.immutable = True
            return self._raw("ro&immutable=1")
        self._local.immutable = False
        return connection

    def _raw(self, mode: str) -> sqlite3.Connection:
        uri = f"file:{quote(os.fsencode(self.file))}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        with self._guard:
            self._open.append(connection)
        return connection

    def _prepare(self) -> None:
        connection = self._connection()
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found and connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            raise DamagedError(f"{self.file} is not a lateral library, or is damaged. Restore a copy or name another.")
        if found > self._version:
            raise VersionError(f"{self.file} was written by a newer lateral. Update lateral to open it.")
        if found == 0 and not self.readonly:
            self._create()
        elif found == 0:
            raise MissingLibraryError(f"{self.file} is not a lateral library.")

    def _create(self) -> None:
        with self.write() as connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                if connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                    raise DamagedError(f"{self.file} is not a lateral library. Name another folder.")
                for statement in self._tables.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {self._version}")
