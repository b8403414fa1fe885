"""The tours lead everywhere."""

from __future__ import annotations

from pathlib import Path

from tests.terminals.tours import LEAVING, WAYS, key_of, tours
from tui.actions import ACTIONS, Context


def test_every_action_has_a_tour_but_the_one_that_leaves() -> None:
    assert [tour.action for tour in tours(Path("file"))] == [each for each in ACTIONS if each.id != LEAVING]


def test_there_is_a_way_to_every_context() -> None:
    assert set(WAYS) == set(Context)


def test_every_action_has_a_key_that_a_terminal_can_send() -> None:
    assert [each.id for each in ACTIONS if len(key_of(each)) > 1 and not key_of(each).startswith("\x1b")] == []
