"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from index.model.text import Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text for a result row, with the matches as spans into `text`."""

    text: str
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result; `reprints` counts further hits with the same text, folded into this one."""

    id: str
    title: str
    source: str
    published: datetime | None
    url: str
    score: float
    snippet: Snippet
    title_matches: tuple[Span, ...] = ()
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the matching articles carry one value of a field."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of a search, with exact totals. `facets` maps "source", "month", "day" (where all is of one month),
    "language" and "tag" to counts, most frequent first, dates newest first. `suggestion` is a corrected query, or "".
    `reprints` articles more were found and are folded into hits, on this page or another."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    suggestion: str = ""
    reprints: int = 0
