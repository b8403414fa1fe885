"""A query in, results as a reader sees them out: the reader's marks resolved, snippets cut, texts looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from index.errors import QueryError
from index.library.callbacks import Cancelled, never
from index.model import Article, Hit, Results
from index.search.correct import corrected
from index.search.engine import Engine, Ranked, Request
from index.search.query import parse
from index.search.snippets import matches, snippet
from index.search.tree import And, Ids, Node, Not, Or, Sort, State
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
        cancelled: Cancelled = never,
    ) -> Results:
        """Answer what was typed; `request` says everything but the tree. Raises `QueryError` if `strict`."""
        query = parse(text, strict=strict, now=datetime.now(UTC))
        tree = self._resolve(query.tree, strict)
        engine = self._engine()
        page = engine.search(replace(request, tree=tree, sort=query.sort or request.sort), cancelled)
        hits = self._hits(page.hits, tree)
        suggestion = "" if page.total else corrected(text, tree, engine)
        return Results(text, page.total, hits, page.facets, suggestion)

    def count_among(self, text: str, ids: frozenset[str]) -> int:
        """How many of these articles a query finds."""
        tree = self._resolve(parse(text, strict=False, now=datetime.now(UTC)).tree, strict=False)
        request = Request(And((tree, Ids(ids))), limit=0, facets=False)
        return self._engine().search(request).total

    def _hits(self, ranked: tuple[Ranked, ...], tree: Node) -> tuple[Hit, ...]:
        articles = {article.id: article for article in self._articles.get([each.id for each in ranked])}
        return tuple(_hit(articles[each.id], each, tree) for each in ranked if each.id in articles)

    def _resolve(self, node: Node, strict: bool) -> Node:
        match node:
            case State():
                return self._marked(node, strict)
            case Not(part):
                return Not(self._resolve(part, strict))
            case And(parts):
                return And(tuple(self._resolve(part, strict) for part in parts))
            case Or(parts):
                return Or(tuple(self._resolve(part, strict) for part in parts))
            case _:
                return node

    def _marked(self, node: State, strict: bool) -> Node:
        if node.kind == "tag":
            return Ids(self._state.tagged(node.value))
        match node.value.casefold():
            case "read":
                return Ids(self._state.read())
            case "unread":
                return Not(Ids(self._state.read()))
            case "marked":
                return Ids(self._state.marked())
        if strict:
            raise QueryError(f'There is no "is:{node.value}"; say is:read, is:unread or is:marked.', 0, 0)
        return Ids(frozenset())


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


def page_request(limit: int, offset: int, sort: Sort, *, recency: bool, facets: bool) -> Request:
    """A request for one page, its tree to be filled in."""
    return Request(Ids(frozenset()), limit, offset, sort, recency, datetime.now(UTC), facets)
