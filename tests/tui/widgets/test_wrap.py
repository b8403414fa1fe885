"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.wrap import ellipsis, ending, shares, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[span.start : span.end] for span in wrap(text, 0, len(text), width)]


def test_breaks_at_spaces() -> None:
    assert lines("the ferry ran aground", 10) == ["the ferry", "ran", "aground"]


def test_a_line_may_be_exactly_as_wide_as_there_is_room() -> None:
    assert lines("abcde fghij", 5) == ["abcde", "fghij"]


def test_cuts_a_word_that_is_longer_than_a_line() -> None:
    assert lines("abcdefgh ij", 5) == ["abcde", "fgh", "ij"]


def test_a_newline_always_breaks() -> None:
    assert lines("one\ntwo", 20) == ["one", "two"]


def test_nothing_is_one_empty_line() -> None:
    assert lines("", 20) == [""]


def test_counts_wide_characters_as_two_cells() -> None:
    assert lines("東京湾に新しい", 8) == ["東京湾に", "新しい"]


def test_text_in_wide_characters_continues_on_the_line_it_begins_on() -> None:
    assert lines("Tokyo 東京湾に新しい橋", 12) == ["Tokyo 東京湾", "に新しい橋"]


def test_keeps_the_place_within_a_longer_text() -> None:
    assert [(span.start, span.end) for span in wrap("xx one two", 3, 10, 4)] == [(3, 6), (7, 10)]


@given(st.text(alphabet="ab é東\u0301🙂\n", max_size=60), st.integers(2, 12))
def test_no_line_is_wider_than_asked_and_only_spaces_get_lost(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(cell_len(line) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "").replace("\n", "")


WORDS = st.lists(st.text(alphabet="abé’“”—…", min_size=1, max_size=15), max_size=12).map(" ".join)


@given(WORDS, st.integers(2, 12))
def test_a_wide_character_at_the_end_changes_no_line_before_it(text: str, width: int) -> None:
    assert lines(f"{text} {'東' * width}", width)[: len(lines(text, width)) - 1] == lines(text, width)[:-1]


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("ferry", 5, "ferry"),
        ("ferry aground", 9, "ferry…"),
        ("ferries", 5, "ferr…"),
        ("東京湾", 5, "東京…"),
        ("ab", 1, "…"),
    ],
)
def test_shortens_with_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert ellipsis(text, width) == shown


def test_the_end_of_a_text_without_any_room_is_nothing() -> None:
    assert ending("/in/a.txt", 0) == ""
    assert ending("/in/a.txt", -3) == ""
    assert ending("/in/a.txt", 6) == "…a.txt"


def test_short_texts_get_what_they_want_and_long_ones_share_the_rest() -> None:
    assert shares([4, 30, 20], 24) == [4, 10, 10]
    assert shares([4, 3], 24) == [4, 3]
    assert shares([9, 9], -2) == [0, 0]
