"""What the search screen asks the library, beside the event loop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import perf_counter

from index.library import Library
from index.model import Facet, Results
from index.search.tree import Sort
from tui.latest import Stale
from tui.widgets.facet_list import FIELDS, chosen, without

Facets = dict[str, tuple[Facet, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One question to the library: results from `offset` on, `limit` of them (None: a page). While `typing` the last
    word is a beginning. `more` of the same are put beside those that are there already."""

    text: str
    typing: bool
    sort: Sort
    offset: int = 0
    limit: int | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """Results, the seconds that the search for them took, and the articles that have been read."""

    results: Results
    seconds: float
    read: frozenset[str]


def answered(library: Library, wanted: Wanted, stale: Stale) -> Answer:
    """Search. Raises `Cancelled` once the question is `stale`."""
    begun = perf_counter()
    results = library.search(
        wanted.text,
        limit=wanted.limit,
        offset=wanted.offset,
        sort=wanted.sort,
        typing=wanted.typing,
        cancelled=stale,
    )
    seconds = perf_counter() - begun
    results = replace(results, facets=_choices(library, wanted, results.facets, stale))
    return Answer(results, seconds, library.state.read())


def _choices(library: Library, wanted: Wanted, facets: Facets, stale: Stale) -> Facets:
    """The facets, where a value is asked for with the counts of the other values that could be."""
    open_to = dict(facets)
    for field in FIELDS:
        if chosen(wanted.text, field):
            wider = library.search(without(wanted.text, field), limit=0, typing=wanted.typing, cancelled=stale)
            open_to[field] = wider.facets.get(field, ())
    return open_to
