"""Articles and their versions, and the change log that the search index follows."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from index.errors import NotFoundError
from index.model import Article, Change, Fate, Source, Version
from index.store.database import Database

# A text that stands whole in the current one and is shorter than this share of it is a summary of it (a feed's
# teaser after the full page), not a new version. Half: a correction never removes that much.
_SUMMARY = 0.5
_BATCH = 500  # articles in memory at a time when all are walked


def digest(article: Article) -> str:
    """A digest of what makes a version: title and text."""
    return hashlib.sha256(f"{article.title}\0{article.text}".encode()).hexdigest()[:32]


def fold(article: Article) -> str:
    """A digest that is equal for reprints of one text: its words alone."""
    return hashlib.sha256(" ".join(article.text.casefold().split()).encode()).hexdigest()[:16]


class Articles:
    """The articles of one library. Every method raises the errors of `LibraryError`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fate(self, article: Article) -> Fate:
        """What would become of an article, without doing it."""
        with self._database.read() as connection:
            return _fate(connection, article)[0]

    def get(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids in this order, leaving out those that are not there."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT * FROM current WHERE article IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
            )
            found = {row["article"]: _article(row) for row in rows}
        return [found[each] for each in ids if each in found]

    def one(self, id: str) -> Article:
        """The article `id`. Raises `NotFoundError`."""
        found = self.get([id])
        if not found:
            raise NotFoundError(f'There is no article "{id}" in this library.')
        return found[0]

    def complete(self, start: str) -> list[str]:
        """The ids that begin with `start`, at most ten."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 10", (start, start + "~")
            )
            return [row["id"] for row in rows]

    def versions(self, id: str) -> tuple[Version, ...]:
        """All versions of an article, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT * FROM version WHERE article = ? ORDER BY number", (id,)).fetchall()
        return tuple(Version(_article(row), row["number"], datetime.fromtimestamp(row["seen"], UTC)) for row in rows)

    def count(self) -> int:
        """How many articles there are."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])

    def sources(self, first: datetime | None = None, last: datetime | None = None) -> tuple[Source, ...]:
        """The outlets, most articles first; with `first` and `last`, of the articles published from then till then."""
        begin, end = (moment.timestamp() if moment else None for moment in (first, last))
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT source, count(*) AS n, min(time) AS first, max(time) AS last FROM article"
                " WHERE (:begin IS NULL OR time >= :begin) AND (:end IS NULL OR time <= :end)"
                " GROUP BY source ORDER BY n DESC, source",
                {"begin": begin, "end": end},
            ).fetchall()
        return tuple(Source(row["source"], row["n"], _moment(row["first"]), _moment(row["last"])) for row in rows)

    def last_change(self) -> int:
        """The number of the newest change, 0 for none."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])

    def changes(self, after: int, limit: int) -> list[Change]:
        """The changes numbered above `after`, oldest first, one an article."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT seq, article, deleted FROM change WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
            )
            return [Change(row["seq"], row["article"], bool(row["deleted"])) for row in rows]

    def newest_arrival(self) -> int:
        """The number of the version of an article that came last, 0 for none."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT coalesce(max(rowid), 0) FROM version").fetchone()[0])

    def arrived(self, after: int) -> frozenset[str]:
        """The ids of articles of which a version came after arrival number `after`."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT DISTINCT article FROM version WHERE rowid > ?", (after,))
            return frozenset(row["article"] for row in rows)

    def all(self) -> Iterator[Article]:
        """Every article in the order of the change log, a batch in memory at a time."""
        seen = 0
        while changes := self.changes(seen, _BATCH):
            seen = changes[-1].seq
            yield from self.get([change.id for change in changes if not change.deleted])


def log(connection: sqlite3.Connection, id: str, *, deleted: bool = False) -> None:
    """Note in the change log that the index has to look at article `id` again."""
    connection.execute("REPLACE INTO change (article, deleted) VALUES (?, ?)", (id, deleted))


def put(connection: sqlite3.Connection, article: Article) -> Fate:
    """Add or update one article, within a transaction."""
    fate, number = _fate(connection, article)
    if fate is Fate.DUPLICATE:
        return fate
    connection.execute(
        "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id, number, time.time(), digest(article), article.title, article.text, article.source,
            json.dumps(article.authors, ensure_ascii=False),
            article.published.isoformat() if article.published else None,
            article.zone_known, article.url, article.language, json.dumps(article.links),
        ),
    )  # fmt: skip
    moment = article.published.timestamp() if article.published else None
    connection.execute(
        "REPLACE INTO article (id, current, source, time, fold) VALUES (?, ?, ?, ?, ?)",
        (article.id, number, article.source, moment, fold(article)),
    )
    log(connection, article.id)
    return fate


def remove(connection: sqlite3.Connection, id: str) -> None:
    """Take an article out with all its versions and what was derived from them, within a transaction."""
    for table in ("version", "aids"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (id,))  # noqa: S608 - our own names
    connection.execute("DELETE FROM article WHERE id = ?", (id,))
    log(connection, id, deleted=True)


def _fate(connection: sqlite3.Connection, article: Article) -> tuple[Fate, int]:
    """What to do with an article, and the number of the version it would become."""
    rows = connection.execute("SELECT number, digest FROM version WHERE article = ?", (article.id,)).fetchall()
    if not rows:
        return Fate.ADDED, 1
    newest = max(row["number"] for row in rows)
    mark = digest(article)
    if any(row["digest"] == mark for row in rows) or _is_summary(connection, article, newest):
        return Fate.DUPLICATE, newest
    return Fate.UPDATED, newest + 1


def _is_summary(connection: sqlite3.Connection, article: Article, newest: int) -> bool:
    row = connection.execute(
        "SELECT text FROM version WHERE article = ? AND number = ?", (article.id, newest)
    ).fetchone()
    return len(article.text) < _SUMMARY * len(row["text"]) and article.text in row["text"]


def _article(row: sqlite3.Row) -> Article:
    return Article(
        id=row["article"],
        title=row["title"],
        text=row["text"],
        source=row["source"],
        authors=tuple(json.loads(row["authors"])),
        published=datetime.fromisoformat(row["published"]) if row["published"] else None,
        zone_known=bool(row["zone_known"]),
        url=row["url"],
        language=row["language"],
        links=tuple(json.loads(row["links"])),
    )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
