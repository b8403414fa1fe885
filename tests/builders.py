"""Small builders of the values that tests work on."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from index.model import Article


def article(
    text: str = "The council approved the budget on Monday.",
    *,
    title: str = "Council approves budget",
    source: str = "Harbour Post",
    published: str | None = "2026-03-02T09:00:00+00:00",
    id: str = "",
    url: str = "",
    language: str = "en",
    authors: tuple[str, ...] = (),
) -> Article:
    """An article; its id follows from its text unless one is given."""
    return Article(
        id=id or hashlib.sha256(f"{source}{text}".encode()).hexdigest()[:16],
        title=title,
        text=text,
        source=source,
        authors=authors,
        published=datetime.fromisoformat(published) if published else None,
        url=url,
        language=language,
    )


NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
