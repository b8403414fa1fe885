"""Taking articles out of a library."""

from __future__ import annotations

import pytest

from index.errors import NotFoundError, ReadOnlyError
from index.library import Library
from index.model import Fate, Outcome, Span
from tests.builders import article
from tests.index.library.conftest import Files
from tests.index.library.test_library import FERRY, LIBRARY, found, opened


@pytest.fixture
def filled(library: Library, files: Files) -> Library:
    library.add([files(*FERRY, LIBRARY)])
    return library


def ids(library: Library, query: str) -> list[str]:
    return [hit.id for hit in library.search(query).hits]


def test_what_is_removed_is_found_nowhere_any_more(filled: Library) -> None:
    (gone,) = ids(filled, "town library")
    filled.remove([gone])
    assert (filled.count(), found(filled, "library"), filled.behind()) == (2, [], 0)
    assert [source.articles for source in filled.sources()] == [1, 1]
    with pytest.raises(NotFoundError):
        filled.article(gone)
    assert filled.index_check() == ()


def test_the_ledger_tells_what_was_removed(filled: Library) -> None:
    (gone,) = ids(filled, "town library")
    expected = [Outcome("https://herald.example/library", "Library reopens", Fate.REMOVED, gone)]
    assert filled.remove([gone[:10]]) == expected
    assert filled.last_import() == expected


def test_a_story_goes_on_without_its_first_article(filled: Library, files: Files) -> None:
    third = article("A ferry ran aground off Skarvik on Monday, said harbour master Ida Krohn.", title="Ferry aground")
    filled.add([files(third, name="third.jsonl")])
    (story,) = filled.stories()
    assert len(story.articles) == 3
    filled.remove([story.id])
    (left,) = filled.stories()
    assert left.articles == story.articles[1:]
    assert left.id == left.articles[0]
    assert filled.story_of(left.articles[1]) == left


def test_an_unknown_id_removes_nothing(filled: Library) -> None:
    with pytest.raises(NotFoundError):
        filled.remove([*ids(filled, "town library"), "nobody"])
    assert filled.count() == 3


def test_what_was_removed_can_come_back_with_its_marks(filled: Library, files: Files) -> None:
    (gone,) = ids(filled, "town library")
    filled.state.set_mark(filled.article(gone), Span(0, 8))
    filled.remove([gone])
    assert found(filled, "is:marked") == []
    tally = filled.add([files(LIBRARY)])
    assert tally.counts == {Fate.ADDED: 1}
    assert found(filled, "is:marked") == ["Library reopens"]
    assert len(filled.versions(gone)) == 1


def test_who_may_only_read_removes_nothing(filled: Library) -> None:
    with opened(filled.folder, readonly=True) as reader, pytest.raises(ReadOnlyError):
        reader.remove(ids(reader, "ferry"))
    assert filled.count() == 3
