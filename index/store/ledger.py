"""The import ledger: what became of every item of every import."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence

from index.model import Fate, Outcome
from index.store.database import Database


class Ledger:
    """The imports of one library. Every method raises the errors of `LibraryError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, paths: Sequence[str]) -> int:
        """Open an import and return its number."""
        with self._database.write() as connection:
            cursor = connection.execute(
                "INSERT INTO import (started, paths) VALUES (?, ?)", (time.time(), json.dumps(list(paths)))
            )
            return int(cursor.lastrowid or 0)

    def finish(self, number: int) -> None:
        """Note that an import came to its end; one without this was interrupted."""
        with self._database.write() as connection:
            connection.execute("UPDATE import SET finished = ? WHERE id = ?", (time.time(), number))

    def last(self) -> int:
        """The number of the newest import, 0 for none."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM import").fetchone()[0])

    def outcomes(self, number: int, fate: Fate | None = None) -> list[Outcome]:
        """The items of an import in their order, or those of one fate."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT path, item, fate, article, reason, fault FROM item"
                " WHERE import = ? AND (? IS NULL OR fate = ?) ORDER BY rowid",
                (number, fate, fate),
            )
            return [
                Outcome(row["path"], row["item"], Fate(row["fate"]), row["article"], row["reason"], bool(row["fault"]))
                for row in rows
            ]


def note(connection: sqlite3.Connection, number: int, outcomes: Iterable[Outcome]) -> None:
    """Write items into the ledger, in the transaction that stores their articles."""
    connection.executemany(
        "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, each.path, each.item, each.fate, each.id, each.reason, each.fault) for each in outcomes],
    )
