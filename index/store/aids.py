"""What the analysis adds to an article for searching and grouping, kept so that the index can be rebuilt fast."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.store.articles import log
from index.store.database import Database


@dataclass(frozen=True, slots=True)
class Aids:
    """The key claims of an article as texts, the speakers it quotes, and what it holds."""

    claims: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    has: frozenset[str] = frozenset()


class AidsTable:
    """The aids of one library. `method` is the version of the analysis; older rows count as missing."""

    def __init__(self, database: Database, method: int) -> None:
        self._database = database
        self._method = method

    def missing(self, limit: int, after: str = "") -> list[str]:
        """Ids of articles whose current version has not been analysed, ascending from `after` on, at most `limit`."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT a.id FROM article a LEFT JOIN aids ON aids.article = a.id"
                " WHERE a.id > ? AND (aids.version IS NULL OR aids.version < a.current OR aids.method < ?)"
                " ORDER BY a.id LIMIT ?",
                (after, self._method, limit),
            )
            return [row["id"] for row in rows]

    def count_missing(self) -> int:
        """How many articles wait for their analysis."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT count(*) FROM article a LEFT JOIN aids ON aids.article = a.id"
                " WHERE aids.version IS NULL OR aids.version < a.current OR aids.method < ?",
                (self._method,),
            ).fetchone()
        return int(row[0])

    def put(self, found: Iterable[tuple[str, Aids]]) -> None:
        """Keep the aids of articles' current versions and have the index look at them again."""
        with self._database.write() as connection:
            for article, aids in found:
                connection.execute(
                    "REPLACE INTO aids SELECT id, current, ?, ?, ?, ? FROM article WHERE id = ?",
                    (
                        self._method,
                        json.dumps(aids.claims, ensure_ascii=False),
                        json.dumps(aids.quoted, ensure_ascii=False),
                        json.dumps(sorted(aids.has)),
                        article,
                    ),
                )
                log(connection, article)

    def get(self, ids: Sequence[str]) -> dict[str, tuple[str, Aids]]:
        """For each id that is there, its fold and its aids (empty ones where it waits for analysis)."""
        with self._database.read() as connection:
            rows = connection.execute(
                "SELECT a.id, a.fold, s.claims, s.quoted, s.has FROM article a"
                " LEFT JOIN aids s ON s.article = a.id WHERE a.id IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            )
            return {row["id"]: (row["fold"], _aids(row["claims"], row["quoted"], row["has"])) for row in rows}


def _aids(claims: str | None, quoted: str | None, has: str | None) -> Aids:
    if claims is None or quoted is None or has is None:
        return Aids()
    return Aids(tuple(json.loads(claims)), tuple(json.loads(quoted)), frozenset(json.loads(has)))
