"""What one reader did, saved when it returns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import LibraryError
from index.model import SavedSearch, Span
from index.store.state import ReadingState
from tests.builders import article
from tests.index.store.conftest import Opened


@pytest.fixture
def state(tmp_path: Path, opened: Opened) -> ReadingState:
    return opened(ReadingState(tmp_path / "lateral" / "state"))


def test_everything_is_there_after_opening_again(tmp_path: Path, opened: Opened) -> None:
    first = opened(ReadingState(tmp_path))
    first.set_read("a", True)
    first.set_position("a", 120)
    first.set_tag("a", "Budget", True)
    first.save_search("water", "harbour AND water", 7)
    first.remember("screen", "compare a b")
    again = opened(ReadingState(tmp_path))
    assert again.read() == {"a"}
    assert again.position("a") == 120
    assert again.tags("a") == ("budget",)
    assert again.searches() == (SavedSearch("water", "harbour AND water", 7),)
    assert again.recall("screen") == "compare a b"


def test_every_change_can_be_taken_back(state: ReadingState) -> None:
    state.set_read("a", True)
    state.set_read("a", False)
    state.set_tag("a", "x", True)
    state.set_tag("a", "x", False)
    state.save_search("water", "water", 1)
    state.forget_search("water")
    assert (state.read(), state.tags(), state.searches()) == (frozenset(), (), ())


def test_what_is_saved_again_replaces_what_was_saved(state: ReadingState) -> None:
    state.set_position("a", 120)
    state.set_position("a", 40)
    state.save_search("water", "harbour", 7)
    state.save_search("water", "harbour", 9)
    state.remember("screen", "search")
    state.remember("screen", "stories")
    assert state.position("a") == 40
    assert state.searches() == (SavedSearch("water", "harbour", 9),)
    assert state.recall("screen") == "stories"


def test_tags_are_found_without_case(state: ReadingState) -> None:
    state.set_tag("a", "Budget", True)
    state.set_tag("b", "budget", True)
    assert state.tagged("BUDGET") == {"a", "b"}
    assert state.tags() == ("budget",)


def test_what_was_never_said_is_empty(state: ReadingState) -> None:
    assert (state.position("a"), state.recall("screen"), state.tags("a")) == (0, "", ())


def test_a_mark_keeps_its_place(state: ReadingState) -> None:
    given = article("The mayor resigned. The council met.")
    state.set_mark(given, Span(0, 19), "why?")
    (mark,) = state.marks(given)
    assert (mark.start, mark.end, mark.note, mark.lost) == (0, 19, "why?", False)
    assert state.marked() == {given.id}


def test_a_stretch_marked_again_keeps_the_last_note(state: ReadingState) -> None:
    given = article("The mayor resigned. The council met.")
    state.set_mark(given, Span(0, 19), "why?")
    state.set_mark(given, Span(0, 19), "over the harbour")
    assert [mark.note for mark in state.marks(given)] == ["over the harbour"]


def test_a_mark_moves_with_its_text(state: ReadingState) -> None:
    given = article("The mayor resigned. The council met.")
    state.set_mark(given, Span(20, 36))
    (mark,) = state.marks(replace(given, text="After a long night, the mayor resigned. The council met."))
    assert (mark.start, mark.lost) == (40, False)


def test_a_repeated_quote_is_found_by_its_surroundings(state: ReadingState) -> None:
    given = article("He said no. She said no.")
    state.set_mark(given, Span(16, 23))
    (mark,) = state.marks(replace(given, text="They argued. He said no. She said no."))
    assert mark.start == 29


def test_a_repeated_quote_stays_where_it_stands_when_all_around_it_has_changed(state: ReadingState) -> None:
    given = article("He said no. She said no.")
    state.set_mark(given, Span(16, 23))
    (mark,) = state.marks(replace(given, text="I said no... He said no!"))
    assert (mark.start, mark.lost) == (16, False)


def test_a_mark_whose_text_is_gone_stays_visible_as_lost(state: ReadingState) -> None:
    given = article("The mayor resigned. The council met.")
    state.set_mark(given, Span(0, 19), "why?")
    (mark,) = state.marks(replace(given, text="Nothing of the kind."))
    assert mark.lost
    assert (mark.start, mark.end) == (0, 19)
    assert (mark.quote, mark.note) == ("The mayor resigned.", "why?")


def test_a_mark_can_be_removed_after_it_has_moved(state: ReadingState) -> None:
    given = article("The mayor resigned. The council met.")
    state.set_mark(given, Span(20, 36))
    moved = replace(given, text="After a long night, the mayor resigned. The council met.")
    state.remove_mark(state.marks(moved)[0])
    assert state.marks(given) == ()


def test_a_place_that_holds_no_state_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, no folder")
    with pytest.raises(LibraryError, match="state"):
        ReadingState(tmp_path / "state")
