"""An import as it looks from the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest

from index.errors import LockedError
from index.library import Library
from index.model import Fate, Outcome, Progress, Tally
from tui.importer import Importer, summary


class Shelf:
    """Takes two items, asking between them whether to stop."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.seen: list[str] = []
        self.importer = Importer(cast(Library, self))

    def add_beside(
        self,
        named: Sequence[Path],
        *,
        each: Callable[[Outcome], None],
        report: Callable[[Progress], None],
        cancelled: Callable[[], bool],
    ) -> Tally:
        if self.error:
            raise self.error
        each(Outcome("a.txt", "", Fate.ADDED, "1"))
        self.seen.append(self.importer.said())
        report(Progress("index", 1, 2))
        self.seen.append(self.importer.said())
        self.importer.cancel()
        self.seen.append(self.importer.said())
        assert cancelled()
        return Tally(1, {Fate.ADDED: 1})


def test_with_a_library_of_ones_own_named_nothing_goes_into_the_one_that_is_read(tmp_path: Path) -> None:
    shelf = Shelf()
    importer = Importer(cast(Library, shelf), own=tmp_path / "own")
    assert importer.last() == []
    assert not (tmp_path / "own").exists()


def test_it_tells_how_far_it_is_and_that_it_is_stopping() -> None:
    shelf = Shelf()
    tally = shelf.importer.run([Path("in")])
    assert shelf.seen == [
        "importing: 1 added",
        "importing: 1 added; index 1 of 2",
        "stopping: 1 added; index 1 of 2",
    ]
    assert summary(tally) == "Import stopped: 1 added (1 item)."


def test_an_import_stopped_while_analysing_is_not_said_to_be_done() -> None:
    shelf = Shelf()
    assert not shelf.importer.stopped
    assert shelf.importer.run([Path("in")]).cancelled
    assert shelf.importer.stopped


def test_after_an_error_another_import_may_run() -> None:
    shelf = Shelf(LockedError("Somebody else is writing."))
    with pytest.raises(LockedError):
        shelf.importer.run([Path("in")])
    assert not shelf.importer.running


def test_finding_nothing_is_said() -> None:
    assert summary(Tally(1, {})) == "Import done: nothing found (0 items)."
