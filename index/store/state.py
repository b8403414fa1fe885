"""What one reader did: read, position, tags, marks, saved searches, and where the reader was left."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from index.errors import from_os
from index.model import Article, Mark, SavedSearch, Span
from index.store.database import Database

_VERSION = 1
_TABLES = """
CREATE TABLE read (article TEXT PRIMARY KEY, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE position (article TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tag (article TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (article, name)) WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name);
CREATE TABLE mark (
    article TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    prefix TEXT NOT NULL, suffix TEXT NOT NULL, note TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (article, start, "end")
) WITHOUT ROWID;
CREATE TABLE search (name TEXT PRIMARY KEY, query TEXT NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE session (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""

CONTEXT = 32  # characters kept on either side of a mark, as web annotations do, to find it again


class ReadingState:
    """One reader's state for one library, in a folder of their own; every change is saved when it returns."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, folder) from error
        self._database = Database(folder / "state.db", _TABLES, _VERSION)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def read(self) -> frozenset[str]:
        """The articles marked as read."""
        return self._ids("SELECT article FROM read")

    def set_read(self, article: str, read: bool) -> None:
        """Mark an article as read or unread."""
        if read:
            self._do("INSERT OR IGNORE INTO read VALUES (?, ?)", article, time.time())
        else:
            self._do("DELETE FROM read WHERE article = ?", article)

    def position(self, article: str) -> int:
        """The character offset an article was left at, 0 where it was not opened."""
        rows = self._rows("SELECT offset FROM position WHERE article = ?", article)
        return int(rows[0]["offset"]) if rows else 0

    def set_position(self, article: str, offset: int) -> None:
        """Remember the character offset an article is left at."""
        self._do("REPLACE INTO position VALUES (?, ?)", article, offset)

    def tags(self, article: str | None = None) -> tuple[str, ...]:
        """The tags of an article, or all tags in use."""
        rows = self._rows(
            "SELECT DISTINCT name FROM tag WHERE ? IS NULL OR article = ? ORDER BY name", article, article
        )
        return tuple(row["name"] for row in rows)

    def tagged(self, name: str) -> frozenset[str]:
        """The articles that carry a tag, compared without case."""
        return self._ids("SELECT article FROM tag WHERE name = ?", name.casefold())

    def set_tag(self, article: str, name: str, on: bool) -> None:
        """Put a tag on an article or take it off."""
        statement = (
            "INSERT OR IGNORE INTO tag VALUES (?, ?)" if on else "DELETE FROM tag WHERE article = ? AND name = ?"
        )
        self._do(statement, article, name.casefold())

    def marked(self) -> frozenset[str]:
        """The articles that carry a mark."""
        return self._ids("SELECT DISTINCT article FROM mark")

    def marks(self, article: Article) -> tuple[Mark, ...]:
        """The marks on an article in text order, found again where its text has changed; lost ones last."""
        rows = self._rows("SELECT * FROM mark WHERE article = ?", article.id)
        found = [_anchor(row, article.text) for row in rows]
        return tuple(sorted(found, key=lambda mark: (mark.lost, mark.start)))

    def set_mark(self, article: Article, span: Span, note: str = "") -> None:
        """Mark a stretch of an article, replacing a mark on the same stretch."""
        text, start, end = article.text, span.start, span.end
        prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        self._do(
            "REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(article.id, start, end, text[start:end], prefix, suffix, note, time.time()),
        )

    def remove_mark(self, mark: Mark) -> None:
        """Take a mark off, found by its article and quote."""
        self._do(
            "DELETE FROM mark WHERE article = ? AND quote = ? AND prefix = ?", mark.article, mark.quote, mark.prefix
        )

    def searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches by name."""
        rows = self._rows("SELECT name, query, seen FROM search ORDER BY name")
        return tuple(SavedSearch(row["name"], row["query"], row["seen"]) for row in rows)

    def save_search(self, name: str, query: str, seen: int) -> None:
        """Keep a query under a name, seen up to arrival number `seen`."""
        self._do("REPLACE INTO search VALUES (?, ?, ?)", name, query, seen)

    def forget_search(self, name: str) -> None:
        """Drop a saved search."""
        self._do("DELETE FROM search WHERE name = ?", name)

    def recall(self, key: str) -> str:
        """What `remember` kept under `key`, or ""."""
        rows = self._rows("SELECT value FROM session WHERE key = ?", key)
        return str(rows[0]["value"]) if rows else ""

    def remember(self, key: str, value: str) -> None:
        """Keep where the reader is (screen, query, article), for the next start."""
        self._do("REPLACE INTO session VALUES (?, ?)", key, value)

    def _rows(self, statement: str, *values: object) -> list[sqlite3.Row]:
        with self._database.read() as connection:
            return connection.execute(statement, values).fetchall()

    def _ids(self, statement: str, *values: object) -> frozenset[str]:
        return frozenset(row["article"] for row in self._rows(statement, *values))

    def _do(self, statement: str, *values: object) -> None:
        with self._database.write() as connection:
            connection.execute(statement, values)


def _anchor(row: sqlite3.Row, text: str) -> Mark:
    """Find a mark in the present text: by its surroundings, else where it was, else by its quote alone."""
    start, quote = row["start"], row["quote"]
    around = text.find(row["prefix"] + quote + row["suffix"])
    if around >= 0:
        start = around + len(row["prefix"])
    elif not text.startswith(quote, start):
        start = text.find(quote)
    lost = start < 0
    begin = row["start"] if lost else start
    return Mark(begin, begin + len(quote), row["article"], quote, row["prefix"], row["suffix"], row["note"], lost)
