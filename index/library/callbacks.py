"""What long work tells its caller, and how the caller stops it."""

from __future__ import annotations

from collections.abc import Callable

from index.model import Outcome, Progress

Each = Callable[[Outcome], None]
Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]


def ignore(_: object) -> None:
    """Report nothing."""


def never() -> bool:
    """Don't stop."""
    return False
