"""Where rows differ, and where their look does."""

from __future__ import annotations

from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid, Row
from tui.terminal.stretches import changes, lonely, pieces, runs, stretches, tail


def row(frame: str, width: int = 20) -> Row:
    grid = Grid(width, 1)
    FrameReader(grid).feed(f"\x1b[1;1H{frame}")
    return grid.rows[0]


def test_cells_that_differ_in_text_or_look_have_changed() -> None:
    changed = changes(row("abc\x1b[31md\x1b[0m"), row("axcd"))
    assert [x for x, flag in enumerate(changed) if flag] == [1, 3]


def test_changes_with_little_between_them_are_one_run() -> None:
    new = row("a b        c")
    assert list(runs(changes(new, row("")), new)) == [(0, 3), (11, 12)]


def test_a_run_never_ends_inside_a_wide_character() -> None:
    new = row("a界b")
    assert list(runs(b"\0\0\1\0" + bytes(16), new)) == [(1, 3)]


def test_the_tail_is_what_is_blank_in_one_look() -> None:
    assert tail(row("some text")) == 9
    assert tail(row("wide 界")) == 7
    assert tail(row("\x1b[44mground      \x1b[0m")) == 12
    assert tail(row("")) == 0


def test_pieces_have_one_look_each() -> None:
    assert list(pieces(row("ab\x1b[31mcd\x1b[0mef"), 1, 5)) == [(1, 2), (2, 4), (4, 5)]


def test_a_sign_between_other_looks_is_lonely() -> None:
    assert list(lonely(row("left \x1b[33m|\x1b[0m \x1b[31mr\x1b[32m!\x1b[31med\x1b[0m"))) == [5, 7, 8]


def test_a_row_is_cut_behind_what_may_be_wider_than_thought() -> None:
    assert list(stretches(row("ab🇩🇪cd"))) == [(0, 4), (4, 6)]
