"""Which article belongs to which story, and what people said about it by hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from index.store.database import Database

Pair = tuple[str, str]


def ordered_pair(pair: Pair) -> Pair:
    """A pair as it is kept: what is said of two articles does not depend on their order."""
    return min(pair), max(pair)


class StoryTable:
    """The stories of one library. A story's id is that of its first article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def missing(self) -> list[str]:
        """Ids of articles that have no story yet, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT a.id FROM article a LEFT JOIN story s ON s.article = a.id"
                " WHERE s.story IS NULL ORDER BY a.time, a.id"
            )
            return [row["id"] for row in rows]

    def assign(self, placed: Iterable[Pair]) -> None:
        """Put articles into stories: pairs of article and story."""
        with self._database.write() as connection:
            connection.executemany("REPLACE INTO story (article, story) VALUES (?, ?)", placed)

    def of(self, articles: Sequence[str]) -> dict[str, str]:
        """The story of each of these articles that has one."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT article, story FROM story WHERE article IN (SELECT value FROM json_each(?))",
                (json.dumps(articles),),
            )
            return {row["article"]: row["story"] for row in rows}

    def members(self, story: str) -> list[str]:
        """The articles of a story, oldest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT s.article FROM story s JOIN article a ON a.id = s.article"
                " WHERE s.story = ? ORDER BY a.time IS NULL, a.time, a.id",
                (story,),
            )
            return [row["article"] for row in rows]

    def shared(self) -> list[str]:
        """The stories of at least two articles, newest first."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT s.story FROM story s JOIN article a ON a.id = s.article"
                " GROUP BY s.story HAVING count(*) > 1 ORDER BY max(a.time) DESC, s.story"
            )
            return [row["story"] for row in rows]

    def edit(self, pairs: Iterable[Pair], *, together: bool) -> None:
        """Remember that articles belong together, or do not, whatever the grouping thinks."""
        ordered = [(*ordered_pair(pair), together) for pair in pairs]
        with self._database.write() as connection:
            connection.executemany("REPLACE INTO story_edit (a, b, together) VALUES (?, ?, ?)", ordered)

    def forget(self, pairs: Iterable[Pair]) -> None:
        """Forget what was said about pairs of articles."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM story_edit WHERE a = ? AND b = ?", map(ordered_pair, pairs))

    def edits(self) -> tuple[list[Pair], list[Pair]]:
        """Pairs that belong together, and pairs that do not, as people said."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT a, b, together FROM story_edit ORDER BY a, b").fetchall()
        together = [(row["a"], row["b"]) for row in rows if row["together"]]
        apart = [(row["a"], row["b"]) for row in rows if not row["together"]]
        return together, apart


def leave(connection: sqlite3.Connection, id: str) -> None:
    """Take an article out of its story and of what people said about it, within the transaction that removes it.

    A story that had its name from it is called by the oldest that is left.
    """
    connection.execute("DELETE FROM story WHERE article = ?", (id,))
    connection.execute("DELETE FROM story_edit WHERE a = :id OR b = :id", {"id": id})
    connection.execute(
        "UPDATE story SET story = (SELECT s.article FROM story s JOIN article a ON a.id = s.article"
        " WHERE s.story = :id ORDER BY a.time IS NULL, a.time, a.id LIMIT 1) WHERE story = :id",
        {"id": id},
    )
