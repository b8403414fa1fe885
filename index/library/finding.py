"""A query in, results as a reader sees them out: the reader's marks resolved, snippets cut, texts looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from index.errors import QueryError
from index.library.callbacks import Cancelled, never
from index.model import Article, Facet, Hit, Results
from index.search.correct import corrected
from index.search.engine import Cancelled as SearchCancelled
from index.search.engine import Engine, Ranked, Request
from index.search.query import parse
from index.search.snippets import matches, snippet
from index.search.tree import And, Ids, Node, Not, Query, Sort, State, mapped
from index.store.articles import Articles
from index.store.state import ReadingState


class Finder:
    """Searches one library for one reader."""

    def __init__(self, articles: Articles, engine: Callable[[], Engine], state: ReadingState) -> None:
        self._articles = articles
        self._engine = engine
        self._state = state

    def search(
        self,
        text: str,
        request: Request,
        *,
        strict: bool = False,
        typing: bool = False,
        cancelled: Cancelled = never,
    ) -> Results:
        """Answer a query; `request` says everything but the tree. Raises `QueryError` if `strict`.

        While `typing` the last word is a beginning, unless `strict`."""
        query = _read(text, strict=strict, typing=typing)
        tree = self._tree(query)
        engine = self._engine()
        page = engine.search(replace(request, tree=tree, sort=query.sort or request.sort), cancelled)
        hits = self._hits(page.hits, tree, cancelled)
        suggestion = corrected(text, tree, engine) if not page.total and _sound(text) else ""
        facets = {**page.facets, "tag": self._tags(tree, cancelled)} if request.facets else page.facets
        return Results(text, page.total, hits, facets, suggestion, page.reprints)

    def count_among(self, text: str, ids: frozenset[str]) -> int:
        """How many of these articles a query finds."""
        tree = self._tree(_read(text))
        return self._count(And((tree, Ids(ids))))

    def _hits(self, ranked: tuple[Ranked, ...], tree: Node, cancelled: Cancelled) -> tuple[Hit, ...]:
        articles = {article.id: article for article in self._articles.get([each.id for each in ranked])}
        hits = []
        for each in ranked:
            if cancelled():
                raise SearchCancelled
            if each.id in articles:
                hits.append(_hit(articles[each.id], each, tree))
        return tuple(hits)

    def _tree(self, query: Query) -> Node:
        """The query's tree with the reader's marks as the articles that carry them."""
        return mapped(query.tree, lambda node: self._marked(node) if isinstance(node, State) else node)

    def _marked(self, node: State) -> Node:
        match node.kind, node.value.casefold():
            case "tag", _:
                return Ids(self._state.tagged(node.value))
            case _, "read":
                return Ids(self._state.read())
            case _, "unread":
                return Not(Ids(self._state.read()))
            case _, "marked":
                return Ids(self._state.marked())
        return Ids(frozenset())

    def _tags(self, tree: Node, cancelled: Cancelled) -> tuple[Facet, ...]:
        """How many of the articles found carry each of the reader's tags, most frequent first."""
        tagged = {tag: And((tree, Ids(self._state.tagged(tag)))) for tag in self._state.tags()}
        counts = {tag: self._count(narrowed, cancelled) for tag, narrowed in tagged.items()}
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Facet(tag, count) for tag, count in ordered if count)

    def _count(self, tree: Node, cancelled: Cancelled = never) -> int:
        return self._engine().search(Request(tree, limit=0, facets=False), cancelled).total


def _read(text: str, *, strict: bool = False, typing: bool = False) -> Query:
    """The query a text means, with a space behind it where its last word is finished."""
    return parse(text if strict or typing else f"{text} ", strict=strict, now=datetime.now(UTC))


def _sound(text: str) -> bool:
    """Whether a query has no mistake: where it has, that is what has to be put right."""
    try:
        _read(text, strict=True)
    except QueryError:
        return False
    return True


def _hit(article: Article, ranked: Ranked, tree: Node) -> Hit:
    return Hit(
        id=article.id,
        title=article.title,
        source=article.source,
        published=article.published,
        url=article.url,
        score=ranked.score,
        snippet=snippet(article.text, tree),
        title_matches=matches(article.title, tree),
        reprints=ranked.reprints,
    )


def page_request(limit: int, offset: int, sort: Sort, *, facets: bool) -> Request:
    """A request for one page, its tree to be filled in."""
    return Request(Ids(frozenset()), limit, offset, sort, datetime.now(UTC), facets)
