"""A library of its own for each test, and files to put into it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from index.library import Library
from index.model import Article

Files = Callable[..., Path]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "library", state=tmp_path / "state")
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Writes articles into one JSON Lines file and returns its path."""

    def write(*articles: Article, name: str = "articles.jsonl") -> Path:
        lines = []
        for article in articles:
            fields = asdict(article)
            fields["published"] = article.published.isoformat() if article.published else None
            lines.append(json.dumps(fields, default=list))
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return write
