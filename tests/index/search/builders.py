"""Short ways to make what the search tests need."""

from __future__ import annotations

from datetime import UTC, datetime

from index.model import Article
from index.search.engine import Document
from index.search.query import parse
from index.search.tree import Node

NOW = datetime(2026, 5, 16, 12, tzinfo=UTC)


def tree(query: str) -> Node:
    """The tree of a finished query."""
    return parse(query, strict=True, now=NOW).tree


def article(id: str, text: str = "", title: str = "", **more: object) -> Article:
    """An article of which only `id` matters unless said otherwise."""
    return Article(**{"id": id, "title": title, "text": text, "source": "Herald", "published": NOW, **more})  # type: ignore[arg-type]


def document(id: str, text: str = "", title: str = "", *, fold: str = "", **more: object) -> Document:
    """A document whose text is nobody else's unless `fold` says so; `claims`, `quoted` and `has` may be given."""
    found = {name: more.pop(name) for name in ("claims", "quoted", "has") if name in more}
    return Document(article(id, text, title, **more), fold or id, **found)  # type: ignore[arg-type]
