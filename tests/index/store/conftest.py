"""Everything that a test opens is closed after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Protocol, TypeVar

import pytest


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
