"""Places survive being written down."""

from __future__ import annotations

import pytest

from tui import places


def test_places_are_read_as_they_were_written() -> None:
    kept = [("search", 'title:"fog"'), ("article", "0123"), ("compare", "a", "b")]
    assert places.load(places.dump(kept)) == kept


def test_screens_that_are_not_worth_returning_to_are_left_out() -> None:
    assert places.load(places.dump([(), ("stories",)])) == [("stories",)]


@pytest.mark.parametrize("text", ["", "{", "3", '{"a": 1}', "[1, []]"])
def test_what_cannot_be_read_is_no_place(text: str) -> None:
    assert places.load(text) == []
