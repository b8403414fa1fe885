"""The reading list: the feeds that lists and people have named, in their categories."""

from __future__ import annotations

import json
import sqlite3

from index.model import Fate, Feed
from index.store.database import Database

_BY_URL = "SELECT title, url, page, description, categories FROM feed WHERE url = ?"


class Feeds:
    """The feeds of one library. Every method raises the errors of `LibraryError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Feed, ...]:
        """Every feed, in the order in which they were added."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT title, url, page, description, categories FROM feed ORDER BY rowid")
            return tuple(_feed(row) for row in rows)

    def fate(self, feed: Feed) -> Fate:
        """What would become of a feed, without doing it."""
        with self._database.read() as connection:
            return _fate(connection, feed)


def put(connection: sqlite3.Connection, feed: Feed) -> Fate:
    """Add or update one feed, within a transaction; its address is what makes it the same."""
    fate = _fate(connection, feed)
    if fate is not Fate.DUPLICATE:
        values = (feed.title, feed.page, feed.description, json.dumps(feed.categories, ensure_ascii=False), feed.url)
        connection.execute(
            "INSERT INTO feed (title, page, description, categories, url) VALUES (?, ?, ?, ?, ?) ON CONFLICT (url) DO"
            " UPDATE SET title = excluded.title, page = excluded.page, description = excluded.description,"
            " categories = excluded.categories",
            values,
        )
    return fate


def _fate(connection: sqlite3.Connection, feed: Feed) -> Fate:
    row = connection.execute(_BY_URL, (feed.url,)).fetchone()
    if row is None:
        return Fate.ADDED
    return Fate.DUPLICATE if _feed(row) == feed else Fate.UPDATED


def _feed(row: sqlite3.Row) -> Feed:
    categories = tuple(json.loads(row["categories"]))
    return Feed(row["title"], row["url"], row["page"], row["description"], categories)
