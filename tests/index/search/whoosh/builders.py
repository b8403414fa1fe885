"""Small indexes for the tests of the Whoosh engine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from index.model import Article
from index.search.engine import Document, Request
from index.search.tree import Every, Node
from index.search.whoosh.engine import WhooshEngine

FIRST = datetime(2025, 10, 1, tzinfo=UTC)


def document(
    number: int, text: str = "", *, title: str = "", source: str = "Harbour Post", language: str = "en", fold: str = ""
) -> Document:
    """A document published on the day of its number; its text is its own unless a `fold` is given."""
    made = Article(
        id=f"{number:016x}",
        title=title,
        text=text or f"Report number{number} on the harbour.",
        source=source,
        published=FIRST + timedelta(days=number),
        language=language,
    )
    return Document(made, fold or f"{number} {text}")


def engine(folder: Path, *batches: Iterable[Document]) -> WhooshEngine:
    """An engine with these batches applied, a commit each."""
    made = WhooshEngine(folder)
    for number, batch in enumerate(batches, made.applied() + 1):
        made.apply(batch, (), number)
    return made


def numbers(found: WhooshEngine, tree: Node | None = None) -> list[int]:
    """The numbers of the documents that match, in order."""
    page = found.search(Request(tree or Every(), 1000))
    return [int(hit.id, 16) for hit in page.hits]
