"""What was published, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is read: clean text, paragraphs separated by one blank line.

    `id` is 16 hexadecimal digits derived from the identity (canonical URL, else message id, else a digest
    of source and text). `published` is aware; where the source stated no zone, `zone_known` is false and
    the time is taken as UTC. `language` is a BCP 47 tag, or "" where unknown.
    """

    id: str
    title: str
    text: str
    source: str
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    zone_known: bool = True
    url: str = ""
    language: str = ""
    links: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """All authors as one line."""
        return ", ".join(self.authors)


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article's text; `number` counts from 1, `seen` is when it was imported (aware, UTC)."""

    article: Article
    number: int
    seen: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet in the library, with its number of articles and the dates of its first and last one."""

    name: str
    articles: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of a reading list; `categories` lead from the outermost to the one it stands in."""

    title: str
    url: str
    page: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
