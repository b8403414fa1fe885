"""Rows hold what a terminal would hold."""

from __future__ import annotations

import pytest

from tui.terminal.cells import cells
from tui.terminal.grid import Row
from tui.terminal.sgr import PLAIN


def written(*parts: tuple[int, str]) -> list[str]:
    row = Row.filled(6)
    for x, text in parts:
        fragment = cells(text)
        row.put(x, fragment, (PLAIN,) * len(fragment))
    return row.text


@pytest.mark.parametrize(
    ("over", "left"),
    [
        ((0, "a"), ["a", " ", "面", "", "x", " "]),
        ((1, "a"), [" ", "a", "面", "", "x", " "]),
        ((1, "ab"), [" ", "a", "b", " ", "x", " "]),
        ((1, "中"), [" ", "中", "", " ", "x", " "]),
        ((2, "中"), ["界", "", "中", "", "x", " "]),
    ],
)
def test_half_of_a_wide_character_takes_the_other_half_with_it(over: tuple[int, str], left: list[str]) -> None:
    assert written((0, "界面x"), over) == left


def test_what_does_not_fit_is_cut_off() -> None:
    assert written((4, "abcd")) == [" ", " ", " ", " ", "a", "b"]
