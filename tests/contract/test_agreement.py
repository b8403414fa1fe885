"""Whoosh against the reference: any library, any changes, any request, the same answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Article
from index.search.engine import Document, Engine, Request
from index.search.memory import MemoryEngine
from index.search.tree import Every, Sort
from index.search.whoosh.engine import WhooshEngine
from tests.contract.strategies import articles, changes, requests, words
from tests.index.search.builders import NOW

Change = tuple[list[Document], list[str]]

thorough = settings(max_examples=100)
brief = settings(max_examples=40)
EVERY = [Request(Every(), limit=99, sort=sort, now=NOW) for sort in Sort]


@contextmanager
def engines() -> Iterator[tuple[Engine, Engine]]:
    with TemporaryDirectory() as folder:
        other = WhooshEngine(Path(folder) / "index")
        yield MemoryEngine(), other
        other.close()


def fill(engine: Engine, steps: Sequence[Change], *, merging: bool = False) -> None:
    for number, (documents, deleted) in enumerate(steps, 1):
        engine.apply(documents, deleted, number)
        if merging:
            engine.merge()


@thorough
@given(st.lists(changes, max_size=4), st.lists(requests, min_size=1, max_size=12), st.booleans())
def test_matches_totals_facets_and_order_agree(steps: list[Change], asked: list[Request], merging: bool) -> None:
    with engines() as (reference, engine):
        fill(reference, steps)
        fill(engine, steps, merging=merging)
        for request in (*EVERY, *asked):
            assert engine.search(request) == reference.search(request)
        assert (engine.stats().articles, engine.applied()) == (reference.stats().articles, len(steps))


@brief
@given(st.lists(changes, max_size=3), articles)
def test_the_articles_most_like_one_agree(steps: list[Change], article: Article) -> None:
    with engines() as (reference, engine):
        fill(reference, steps)
        fill(engine, steps)
        assert engine.like(article, 5) == reference.like(article, 5)


@brief
@given(st.lists(changes, max_size=3), st.lists(words | st.text(max_size=6), max_size=8))
def test_corrections_agree(steps: list[Change], wanted: list[str]) -> None:
    with engines() as (reference, engine):
        fill(reference, steps)
        fill(engine, steps)
        assert [engine.correct(word) for word in wanted] == [reference.correct(word) for word in wanted]
