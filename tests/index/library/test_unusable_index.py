"""An index that cannot be used is made anew by whoever meets it, also in the middle of an import."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.errors import DamagedIndexError, ReadOnlyError, VersionError
from index.library import Library
from index.library.indexing import Index
from index.model import Article
from index.search.whoosh.schema import FORMAT
from tests.builders import article
from tests.harm import a_file, cut, foreign, missing, spoilt
from tests.index.library.conftest import Files

# Whoosh leaves a table of contents that it cannot read to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:.*unclosed file", "ignore::pytest.PytestUnraisableExceptionWarning")

FERRY, BRIDGE = article("A ferry ran aground."), article("A bridge was closed.")


def many(name: str, count: int = 600) -> list[Article]:
    return [article(f"Report {name}{n} of the harbour.", title=f"{name} {n}") for n in range(count)]


Harm = Callable[[Path], None]
SEEN_AT_OPENING = (missing, cut, foreign, a_file)
EVERY = (*SEEN_AT_OPENING, spoilt)


@pytest.fixture(params=EVERY, ids=lambda harm: str(harm.__name__))
def harmed(request: pytest.FixtureRequest, library: Library, files: Files) -> Library:
    """A library whose index has been harmed since it was used last."""
    library.add([files(FERRY, *many("first"), name="first.jsonl")])
    library.close()
    harm: Harm = request.param
    harm(library.folder / "index")
    return library


@pytest.fixture
def again(harmed: Library, tmp_path: Path) -> Iterator[Library]:
    with_state = Library.open(harmed.folder, state=tmp_path / "again")
    yield with_state
    with_state.close()


def test_adding_makes_it_anew(again: Library, files: Files) -> None:
    tally = again.add([files(BRIDGE, *many("more"), name="more.jsonl")])
    assert sum(tally.counts.values()) == 601
    assert (again.search("ferry").total, again.search("bridge").total, again.behind()) == (1, 1, 0)
    assert again.search("harbour", limit=0).total == 1200
    assert again.index_check() == ()


def test_removing_makes_it_anew(again: Library) -> None:
    again.remove([again.last_import()[0].id])
    assert (again.search("ferry").total, again.index_check()) == (0, ())


def test_healing_makes_it_anew(again: Library) -> None:
    again.heal(damaged=True)
    assert (again.search("ferry").total, again.index_check()) == (1, ())


def test_what_is_wrong_is_told(again: Library) -> None:
    faults = again.index_check()
    assert faults
    assert all("index" in fault for fault in faults)


@pytest.mark.parametrize("harm", SEEN_AT_OPENING)
def test_healing_sees_by_itself_what_cannot_be_opened(library: Library, files: Files, harm: Harm) -> None:
    library.add([files(FERRY)])
    library.close()
    harm(library.folder / "index")
    library.heal()
    assert library.search("ferry").total == 1


def test_an_index_of_another_version_is_made_anew_by_an_import(
    library: Library, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([files(FERRY)])
    monkeypatch.setattr("index.search.whoosh.storage.FORMAT", FORMAT + 1)
    library.close()
    with pytest.raises(VersionError, match="lateral index rebuild"):
        library.search("ferry")
    library.add([files(BRIDGE, *many("more"), name="more.jsonl")])
    assert (library.search("ferry").total, library.search("bridge").total, library.behind()) == (1, 1, 0)


def test_who_waited_for_one_that_was_made_anew_does_not_make_another(
    library: Library, files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add([files(FERRY, *many("first"))])
    library.close()
    spoilt(library.folder / "index")
    made: list[Index] = []
    rebuild = Index.rebuild

    def counted(index: Index, *given: object) -> None:
        made.append(index)
        rebuild(index, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Index, "rebuild", counted)
    other = Library.open(library.folder, state=tmp_path / "other")
    for reader in (library, other):
        with pytest.raises(DamagedIndexError):
            reader.search("ferry report1 first599")
    for reader in (library, other):
        reader.heal(damaged=True)
        assert reader.search("ferry").total == 1
    other.close()
    assert len(made) == 1


def test_a_reader_sees_an_index_that_was_made_anew_elsewhere(library: Library, files: Files, tmp_path: Path) -> None:
    library.add([files(FERRY, BRIDGE)])
    library.index_rebuild()
    assert library.search("ferry").total == 1
    other = Library.open(library.folder, state=tmp_path / "other")
    generation = library.index_stats().applied
    other.index_rebuild()
    other.remove([other.last_import()[0].id])
    assert other.index_stats().applied > generation
    assert (library.search("ferry").total, library.search("bridge").total, library.behind()) == (0, 1, 0)
    other.close()


@pytest.mark.parametrize("harm", [cut, shutil.rmtree])
def test_where_nothing_may_be_written_it_is_said_what_is_wrong(
    library: Library, files: Files, tmp_path: Path, harm: Harm
) -> None:
    library.add([files(FERRY)])
    library.close()
    harm(library.folder / "index")
    reader = Library.open(library.folder, state=tmp_path / "kiosk", readonly=True)
    with pytest.raises((DamagedIndexError, ReadOnlyError), match=r"not as it was written|no search index"):
        reader.heal()
    reader.close()
