"""The emulator that screens are checked against is checked itself where pyte alone goes wrong."""

from __future__ import annotations

from tests.terminals.emulator import Emulator


def shown(output: str) -> str:
    emulator = Emulator(8, 2)
    emulator.feed(output.encode())
    return emulator.lines[0]


def test_wide_characters_take_two_cells() -> None:
    assert shown("界面x") == "界面x   "


def test_half_of_a_wide_character_that_is_written_over_is_blank() -> None:
    assert shown("界面\x1b[Ha") == "a 面    "


def test_a_cluster_of_several_code_points_has_one_place() -> None:
    assert shown("👨‍👩‍👧x🇩🇪❤\ufe0fy") == "👨‍👩‍👧x🇩🇪❤\ufe0fy"
