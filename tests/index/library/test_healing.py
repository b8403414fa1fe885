"""The index brought up to date where that is possible, and left in use where it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.errors import DiskFullError, LibraryError, LockedError, ReadOnlyError
from index.library import Library
from index.lock import writer
from index.search.whoosh.engine import WhooshEngine
from tests.builders import article
from tests.index.library.conftest import Files

FIRST, SECOND = article("A ferry ran aground."), article("A bridge was closed.")


def refuse(error: LibraryError) -> Callable[..., None]:
    def apply(*_: object) -> None:
        raise error

    return apply


def left_behind(library: Library, files: Files, monkeypatch: pytest.MonkeyPatch, error: LibraryError) -> None:
    """Add an article that gets into the store and no further, for this reason, which stays."""
    monkeypatch.setattr(WhooshEngine, "apply", refuse(error))
    with pytest.raises(type(error)):
        library.add([files(SECOND)])


@pytest.mark.parametrize("error", [DiskFullError("full"), ReadOnlyError("read-only")])
def test_where_nothing_can_be_written_the_index_is_used_as_it_is(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch, error: LibraryError
) -> None:
    library.add([files(FIRST)])
    left_behind(library, files, monkeypatch, error)
    library.heal()
    assert library.behind() == 1
    assert (library.search("ferry").total, library.search("bridge").total) == (1, 0)
    monkeypatch.undo()
    library.heal()
    assert (library.behind(), library.search("bridge").total) == (0, 1)


def test_where_there_is_no_index_and_no_space_for_one_that_is_said(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(library, files, monkeypatch, DiskFullError("full"))
    with pytest.raises(DiskFullError):
        library.heal()


def test_who_else_writes_is_not_waited_for(library: Library, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    left_behind(library, files, monkeypatch, LockedError("held"))
    monkeypatch.undo()
    with writer(library.folder / "library.lock"):
        library.heal()
    assert library.behind() == 1


def test_a_rebuild_without_space_leaves_nothing_behind(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([files(FIRST)])

    def half(*_: object) -> None:
        (library.folder / "index.new").mkdir()
        (library.folder / "index.new" / "half").touch()
        raise DiskFullError("full")

    monkeypatch.setattr(WhooshEngine, "apply", half)
    with pytest.raises(DiskFullError):
        library.index_rebuild()
    assert {each.name for each in library.folder.iterdir() if each.is_dir()} == {"index"}
    assert library.search("ferry").total == 1
