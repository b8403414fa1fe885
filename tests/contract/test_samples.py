"""Both engines over the sample library: every title, and every keystroke of it, as a query."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from index.claims.rank import key_claims
from index.ingest.importer import items
from index.model import Article
from index.samples import paths
from index.search.engine import Document, Engine, Request
from index.search.memory import MemoryEngine
from index.search.query import parse
from index.search.tree import And, Ids, Sort
from index.search.whoosh.engine import WhooshEngine
from index.text.analysis import analyse
from tests.index.search.builders import NOW

TYPED = (
    '"rare earths" OR ferry brannoc',
    "quoted:halloran title:(tram OR trams) sort:newest",
    'source:"ellender herald" -claim:cost passengers NEAR/5 crew',
    "harbuor~2 gov* newer:3w has:figure",
)


def document(article: Article) -> Document:
    """What the library makes of an article, its text standing for its digest."""
    analysis = analyse(article)
    claims = tuple(article.text[each.start : each.end] for each in key_claims(analysis)[:5])
    speakers = tuple(each.speaker for each in analysis.quotations if each.speaker)
    return Document(article, article.text, claims, speakers, frozenset({"claim", "figure"}))


@cache
def articles() -> tuple[Article, ...]:
    """The articles by their latest versions."""
    return tuple({item.article.id: item.article for item in items(paths()) if item.article}.values())


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Engine]]:
    documents = [document(article) for article in articles()]
    reference, engine = MemoryEngine(), WhooshEngine(tmp_path_factory.mktemp("samples") / "index")
    for each in (reference, engine):
        each.apply(documents, (), len(documents))
    yield reference, engine
    engine.close()


def test_every_title_finds_its_article_first(engines: tuple[Engine, Engine]) -> None:
    reference, engine = engines
    for article in articles():
        request = Request(parse(article.title, strict=True, now=NOW).tree)
        page = engine.search(request)
        assert page == reference.search(request)
        first = next(each for each in articles() if each.id == page.hits[0].id)
        assert first.title == article.title


@pytest.mark.parametrize("typed", TYPED)
def test_every_keystroke_finds_the_same(engines: tuple[Engine, Engine], typed: str) -> None:
    reference, engine = engines
    for end in range(1, len(typed) + 1):
        query = parse(typed[:end], strict=False, now=NOW)
        request = Request(query.tree, sort=query.sort or Sort.RECENT, now=NOW)
        assert engine.search(request) == reference.search(request), typed[:end]


def test_an_article_stays_found_while_its_title_is_typed(engines: tuple[Engine, Engine]) -> None:
    _, engine = engines
    for article in articles():
        title = article.title
        for end in range(1, len(title) + 1):
            tree = And((parse(title[:end], strict=False, now=NOW).tree, Ids(frozenset({article.id}))))
            assert engine.search(Request(tree)).total == 1, title[:end]
