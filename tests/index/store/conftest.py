"""A store of its own for each test; everything that a test opens is closed after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from index.model import Article, Fate, Outcome
from index.store.store import Store


class Closing(Protocol):
    """Something that can be closed."""

    def close(self) -> None: ...


Thing = TypeVar("Thing", bound=Closing)


class Opened(ExitStack):
    """Closes what it was given."""

    def __call__(self, thing: Thing) -> Thing:
        self.callback(thing.close)
        return thing


@pytest.fixture
def opened() -> Iterator[Opened]:
    with Opened() as stack:
        yield stack


@pytest.fixture
def store(tmp_path: Path, opened: Opened) -> Store:
    return opened(Store(tmp_path, 1, readonly=False))


def put(store: Store, *articles: Article) -> list[Fate]:
    """Store articles as one import does, and tell what became of them."""
    found = [(Outcome("file", "", Fate.ADDED, each.id), each) for each in articles]
    return [outcome.fate for outcome in store.commit(1, found)]
