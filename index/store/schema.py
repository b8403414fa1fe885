"""The tables of `library.db` and how an older library is brought up to date."""

from __future__ import annotations

VERSION = 1

# One article has one row a version; `article.current` names the newest. `time` repeats `published` as seconds
# since the epoch, for ordering. `change` keeps one row an article, so that the log never outgrows the library.
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    id TEXT PRIMARY KEY, current INTEGER NOT NULL, source TEXT NOT NULL, time REAL, fold TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX article_time ON article (time);
CREATE INDEX article_fold ON article (fold);
CREATE TABLE version (
    article TEXT NOT NULL, number INTEGER NOT NULL, seen REAL NOT NULL, digest TEXT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, authors TEXT NOT NULL, published TEXT,
    zone_known INTEGER NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL, links TEXT NOT NULL,
    UNIQUE (article, number)
);
CREATE VIEW current AS
    SELECT v.* FROM article a JOIN version v ON v.article = a.id AND v.number = a.current;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL UNIQUE, deleted INTEGER NOT NULL
);
CREATE TABLE feed (
    url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, page TEXT NOT NULL, description TEXT NOT NULL,
    categories TEXT NOT NULL
);
CREATE TABLE aids (
    article TEXT PRIMARY KEY, version INTEGER NOT NULL, method INTEGER NOT NULL,
    claims TEXT NOT NULL, quoted TEXT NOT NULL, has TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT, started REAL NOT NULL, finished REAL, paths TEXT NOT NULL
);
CREATE TABLE item (
    import INTEGER NOT NULL, path TEXT NOT NULL, item TEXT NOT NULL, fate TEXT NOT NULL,
    article TEXT NOT NULL, reason TEXT NOT NULL, fault INTEGER NOT NULL
);
CREATE INDEX item_import ON item (import);
CREATE TABLE story (article TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX story_story ON story (story);
CREATE TABLE story_edit (a TEXT NOT NULL, b TEXT NOT NULL, together INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
"""
