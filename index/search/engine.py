"""The port between lateral and a full-text engine.

An engine is a derived thing: everything in it comes from the store's change log, and it can be thrown away.
It says up to which change it has got (`applied`), and that figure is committed together with the documents,
so that after a crash the library only has to hand over the rest of the log. Applying a change twice is
harmless.

Matching: text is cut into words and stemmed by `index.text.words`; a node of `tree` matches as its docstring
says. Ranking: BM25F over title, lead and body, so that engines agree on the order, ties by newest, then id.
One hit a text: articles with the same `Document.fold` are one hit, the earliest published one standing for
them; totals and facets count hits, and `Ranked.reprints` the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from index.model import Article, Facet
from index.search.tree import Node, Sort


@dataclass(frozen=True, slots=True)
class Document:
    """An article with what the analysis adds for searching; the sets are empty until it has been analysed.

    `claims` are the texts of its key claims, `quoted` the speakers it quotes, `has` what it holds ("figure",
    "quotation", "claim"). `fold` is equal for articles of the same text.
    """

    article: Article
    fold: str
    claims: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    has: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """One search. By `Sort.RECENT` newer articles are nudged up, counted from `now`."""

    tree: Node
    limit: int = 20
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    now: datetime | None = None
    facets: bool = True


@dataclass(frozen=True, slots=True)
class Ranked:
    """One hit, best first; `reprints` articles more carry the same text and also match."""

    id: str
    score: float
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The answer to a `Request`: the exact total, one page of hits, and facets over all hits.

    `facets` maps "source", "month" ("2025-10"), "day" (of one month) and "language" to counts, most frequent first,
    dates newest first. `reprints` articles more match and are folded into hits, on this page or another.
    """

    total: int
    hits: tuple[Ranked, ...]
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers for `lateral index stats`: articles, segments, bytes on disk, last change applied."""

    articles: int
    segments: int
    bytes: int
    applied: int


class Cancelled(Exception):  # noqa: N818 - not an error: the caller asked for it
    """Raised by a search whose `cancelled` callback said so."""


class Engine(Protocol):
    """A full-text engine over one folder. Methods other than `apply` and `merge` may be called from any
    thread, and while another process applies changes."""

    def applied(self) -> int:
        """The number of the last change contained, 0 for an empty index."""

    def apply(self, documents: Iterable[Document], deleted: Sequence[str], upto: int) -> None:
        """Add or replace `documents`, remove `deleted`, and commit both with `applied() == upto`, or nothing.

        Raises `LockedError`, `ReadOnlyError`, `DiskFullError`.
        """

    def search(self, request: Request, cancelled: Callable[[], bool] = lambda: False) -> Page:
        """Answer one request. Raises `Cancelled`, `DamagedIndexError`."""

    def like(self, article: Article, limit: int = 20) -> tuple[Ranked, ...]:
        """The articles most like this one (which need not be in the index), without itself, none folded:
        the hits of `index.search.likeness.likeness` by relevance."""

    def correct(self, word: str) -> str:
        """The nearest word of the index to a word that finds nothing, or "", as `index.search.correct.nearest`
        chooses it from the words of titles and texts."""

    def merge(self) -> None:
        """Tidy up in the background: fewer segments, no deleted articles. Never stalls a search."""

    def check(self) -> tuple[str, ...]:
        """Sentences about what is wrong with the index; empty when it is sound."""

    def stats(self) -> Stats:
        """Numbers for a person."""

    def close(self) -> None:
        """Release files and locks."""
