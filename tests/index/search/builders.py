"""Short ways to make what the search tests need."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from index.model import Article
from index.search.engine import Document
from index.search.query import parse
from index.search.tree import Node

NOW = datetime(2026, 5, 16, 12, tzinfo=UTC)


def tree(query: str) -> Node:
    """The tree of a finished query."""
    return parse(query, strict=True, now=NOW).tree


def identity(short: str) -> str:
    """An article's id from its last digits."""
    return short.zfill(16)


def short(id: str) -> str:
    """The last digits of an id."""
    return id.lstrip("0")


def article(id: str, text: str = "", title: str = "", **more: Any) -> Article:
    """An article of which only the last digits of its id matter unless said otherwise."""
    return replace(Article(identity(id), title, text, "Herald", published=NOW), **more)


def document(id: str, text: str = "", title: str = "", *, fold: str = "", **more: Any) -> Document:
    """A document whose text is nobody else's unless `fold` says so; `claims`, `quoted` and `has` may be given."""
    aids = {name: more.pop(name) for name in ("claims", "quoted", "has") if name in more}
    return Document(article(id, text, title, **more), fold or id, **aids)
