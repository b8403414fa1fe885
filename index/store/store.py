"""The store of one library: its database and the tables in it."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.model import Article, Fate, Feed, Outcome
from index.store import articles, feeds, stories
from index.store.aids import AidsTable
from index.store.articles import Articles
from index.store.database import Database
from index.store.feeds import Feeds
from index.store.ledger import Ledger, note
from index.store.schema import TABLES, VERSION
from index.store.stories import StoryTable


class Store:
    """`library.db` in a library's folder. Raises the errors of `LibraryError`."""

    def __init__(self, folder: Path, method: int, *, readonly: bool) -> None:
        """`method` is the version of the analysis whose results count as up to date."""
        self._database = Database(folder / "library.db", TABLES, VERSION, readonly=readonly)
        self.articles = Articles(self._database)
        self.feeds = Feeds(self._database)
        self.ledger = Ledger(self._database)
        self.aids = AidsTable(self._database, method)
        self.stories = StoryTable(self._database)
        if not readonly:
            self._christen()
        self.id = self._id()

    def commit(self, number: int, found: Sequence[tuple[Outcome, Article | Feed | None]]) -> list[Outcome]:
        """Store a batch of import `number` and its lines of the ledger in one transaction.

        Each outcome comes with its article or feed, whose fate it then tells, or with None where it was skipped.
        """
        with self._database.write() as connection:
            settled = [replace(outcome, fate=_put(connection, kept)) if kept else outcome for outcome, kept in found]
            note(connection, number, settled)
        return settled

    def remove(self, number: int, gone: Sequence[Article]) -> list[Outcome]:
        """Take articles out with all their versions and note each in the ledger under `number`, in one transaction."""
        outcomes = [Outcome(article.url, article.title, Fate.REMOVED, article.id) for article in gone]
        with self._database.write() as connection:
            for article in gone:
                articles.remove(connection, article.id)
                stories.leave(connection, article.id)
            note(connection, number, outcomes)
        return outcomes

    def fate(self, found: Article | Feed) -> Fate:
        """What would become of an article or a feed, without doing it."""
        return self.articles.fate(found) if isinstance(found, Article) else self.feeds.fate(found)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, as sentences; empty when it is sound."""
        return self._database.check()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _christen(self) -> None:
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('id', ?)", (uuid.uuid4().hex,))

    def _id(self) -> str:
        with self._database.read() as connection:
            return str(connection.execute("SELECT value FROM meta WHERE key = 'id'").fetchone()[0])


def _put(connection: sqlite3.Connection, kept: Article | Feed) -> Fate:
    return articles.put(connection, kept) if isinstance(kept, Article) else feeds.put(connection, kept)
