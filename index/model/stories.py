"""Articles on one event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` repeats `share` (0..1) of the text of `original`."""

    article: str
    original: str
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event. `independent` counts texts that are not copies of another one in the story.

    `because` says in words what holds the group together (shared names, figures, terms).
    """

    id: str
    title: str
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    first: datetime | None
    last: datetime | None
    because: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Mending:
    """How things were before stories were merged or split by hand: the story of each article that was moved, and, of
    the pairs of articles that were said to belong `together` or `apart`, which had been said to do so before."""

    placed: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
