"""Pens and the shortest way between two of them."""

import itertools

import pytest

from tests.terminals.emulator import Emulator
from tui.terminal.sgr import PLAIN, change, read

LOOKS = ["", "1", "2", "3;4", "7", "1;38;2;1;2;3", "38;5;9;48;5;10", "31", "97;44", "4;9;48;2;9;9;9", "2;1"]


def test_equal_looks_are_one_pen() -> None:
    assert read("1;38;2;1;2;3") is read("38;2;1;2;3;1")
    assert read("0;31;39") is PLAIN


def test_a_blank_shows_its_ground_and_its_link_but_no_ink() -> None:
    link = "id=1;https://a.example/"
    assert read("31").blank is PLAIN
    assert read("31;44").blank is read("44")
    assert read("31", link).blank is read("31", link)


def test_no_change_costs_nothing() -> None:
    assert all(change(read(look), read(look)) == "" for look in LOOKS)


@pytest.mark.parametrize(("old", "new"), itertools.permutations(LOOKS, 2))
def test_a_change_leads_to_the_same_look_as_setting_it_afresh(old: str, new: str) -> None:
    changed, fresh = Emulator(2, 1), Emulator(2, 1)
    changed.feed(f"\x1b[{old}mx{change(read(old), read(new))}y".encode())
    fresh.feed(f"x\x1b[0;{new}my".encode())
    assert changed.cells[0][1] == fresh.cells[0][1]


def test_a_change_is_never_longer_than_setting_everything() -> None:
    for old, new in itertools.permutations(LOOKS, 2):
        assert len(change(read(old), read(new))) <= len(f"\x1b[;{read(new).sequence}m")


def test_an_unknown_pen_is_set_afresh() -> None:
    assert change(None, read("1;31")) == "\x1b[;1;31m"
    assert change(None, PLAIN) == "\x1b[m"


def test_the_foreground_of_a_blank_does_not_count() -> None:
    assert read("1;31;44").blank is read("44")
    assert read("4;31").blank is read("4;31"), "an underlined blank shows"


def test_a_colour_cut_short_is_read_without_harm() -> None:
    assert read("38").fg == "38;5;0"


def test_a_true_colour_among_the_256_is_named_by_its_number() -> None:
    assert read("38;2;255;215;135").fg == "38;5;222"
    assert read("48;2;148;148;148").bg == "48;5;246"
    assert read("38;2;1;2;3").fg == "38;2;1;2;3"
    assert read("38;2;0;0;95").fg == "38;2;0;0;95", "some themes remap the first ones"


@pytest.mark.parametrize("colour", ["255;215;135", "148;148;148", "95;0;0", "8;8;8", "238;238;238", "0;95;0"])
def test_both_names_of_a_colour_look_alike(colour: str) -> None:
    short, long = Emulator(1, 1), Emulator(1, 1)
    short.feed(f"\x1b[{read(f'38;2;{colour}').fg}mx".encode())
    long.feed(f"\x1b[38;2;{colour}mx".encode())
    assert short.cells == long.cells
