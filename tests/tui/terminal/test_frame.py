"""Reading frames: only text, looks, positions and safe links come through."""

import pytest

from tests.hostile.escapes import ESCAPES
from tui.terminal.capabilities import Capabilities
from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid
from tui.terminal.painter import Painter


def painted(frame: str, width: int = 60, height: int = 6) -> str:
    grid = Grid(width, height)
    reader = FrameReader(grid)
    reader.feed(frame)
    return Painter(Capabilities("xterm"), width, height).paint(grid, reader.touched)


def text(frame: str) -> list[str]:
    grid = Grid(20, 3)
    FrameReader(grid).feed(frame)
    return ["".join(row.text).rstrip() for row in grid.rows]


def test_text_lands_where_the_cursor_is() -> None:
    assert text("\x1b[2;3Hab\x1b[1mcd\x1b[0m\n\x1b[1;1Hx") == ["x", "  abcd", ""]


def test_text_beyond_the_edges_is_cut() -> None:
    assert text("\x1b[1;18Habcdef\x1b[9;1Hnowhere") == [" " * 17 + "abc", "", ""]


def test_a_safe_link_is_kept_and_closed() -> None:
    sent = painted("\x1b[1;1H\x1b]8;id=12;https://example.org/a\x1b\\here\x1b]8;;\x1b\\ there")
    assert "\x1b]8;id=12;https://example.org/a\x1b\\" in sent
    assert "\x1b]8;;\x1b\\" in sent


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://example.org/\u202e", "file:///etc/passwd", "https://a b"]
)
def test_any_other_link_is_dropped(address: str) -> None:
    assert "\x1b]8" not in painted(f"\x1b[1;1H\x1b]8;;{address}\x1b\\here\x1b]8;;\x1b\\")


@pytest.mark.parametrize("escape", [escape for escape in ESCAPES if "]8;;https" not in escape])
def test_no_other_sequence_gets_through(escape: str) -> None:
    ordinary = painted("\x1b[1;1Hbefore after")
    sent = painted(f"\x1b[1;1Hbefore {escape}after")
    assert "\x1b]" not in sent
    assert "\x1bP" not in sent
    assert not any((ord(char) < 0x20 and char not in "\x1b\r\n\b") or 0x7F <= ord(char) < 0xA0 for char in sent)
    assert sent.count("\x1b") <= ordinary.count("\x1b") + 4


@pytest.mark.parametrize(("frame", "outside"), [("\x1b[1;1Habc", False), ("\x1b[1;39Habc", True), ("\x1b[3;1Ha", True)])
def test_a_frame_for_a_larger_window_is_known(frame: str, outside: bool) -> None:
    reader = FrameReader(Grid(40, 2))
    reader.feed(frame)
    assert reader.outside is outside
