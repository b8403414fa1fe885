"""The last session's screen, shown before the app is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.paths import state_folder
from tests.terminals.session import Session
from tui.terminal import boot, lastscreen
from tui.terminal.capabilities import Capabilities
from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid

ROOT = Path(__file__).parents[3]
DEMO: list[str | Path] = [sys.executable, "-m", "tests.terminals.demo"]


def test_the_file_is_where_the_state_is() -> None:
    assert Path(boot.path()) == state_folder() / boot.NAME


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--library", "news"], True),
        (["--library=news", "--kiosk"], True),
        (["--sample"], True),
        (["--plain"], False),
        (["search", "storm"], False),
        (["--library", "news", "stories"], False),
        (["--help"], False),
    ],
)
def test_it_is_shown_only_where_the_reader_opens(arguments: list[str], opens: bool) -> None:
    assert boot.opens_reader(arguments) is opens


def test_what_the_command_loads_before_the_first_screen_is_next_to_nothing() -> None:
    code = """
import os, sys
before = set(sys.modules)
import tui.cli, tui.terminal.boot
tui.terminal.boot.first_paint([])
print(*set(sys.modules) - before)
"""
    # -S: what this environment's own start-up hooks have loaded would not be loaded again, and not be seen
    bare = [sys.executable, "-S", "-c", code]
    loaded = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    ours = {"tui", "tui.cli", "tui.terminal", "tui.terminal.boot"}
    assert set(loaded) <= {*ours, "atexit", "termios", "itertools"}


def test_a_kept_screen_reads_back_the_same() -> None:
    grid = Grid(30, 3)
    FrameReader(grid).feed("\x1b[1;1H\x1b[1;31mred\x1b[0m and 中文 \x1b[44mblue   \x1b[0m\x1b[3;5H🙂")
    again = Grid(30, 3)
    FrameReader(again).feed(lastscreen.as_frame(grid))
    assert again.rows == grid.rows


def test_it_is_kept_for_the_user_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    lastscreen.keep(Grid(10, 2), Capabilities("xterm"))
    assert Path(boot.path()).stat().st_mode & 0o077 == 0


def left_at(state: Path, keys: str, width: int = 80, **more: str | None) -> tuple[bytes, str]:
    """A session of the demo: what it sent before its first key was read, and the screen it ended with."""
    with Session(DEMO, width, 24, env={"XDG_STATE_HOME": str(state), **more}) as session:
        session.wait_for("q leaves")
        session.read(0.3)
        first = bytes(session.output)
        session.press(keys)
        screen = session.emulator.text
        session.type("q")
        assert session.ended() == 0
        return first, screen


def test_the_next_session_begins_with_it_and_sends_only_what_differs(tmp_path: Path) -> None:
    cold, _ = left_at(tmp_path, "\x1b[6~")
    warm, _ = left_at(tmp_path, "")
    assert boot.MARK.encode() not in cold
    painted, live = warm.split(b"\x1b[;7m" + boot.MARK.encode())
    assert "\x1b[2J" in painted.decode()
    assert b"\x1b[2J" not in live, "the app goes on from what is there"


def test_a_screen_of_another_size_or_terminal_is_not_shown(tmp_path: Path) -> None:
    left_at(tmp_path, "")
    assert boot.MARK.encode() not in left_at(tmp_path, "", width=81)[0]
    left_at(tmp_path, "")
    assert boot.MARK.encode() not in left_at(tmp_path, "", NO_COLOR="1")[0]


def test_what_is_typed_ahead_is_not_echoed(tmp_path: Path) -> None:
    left_at(tmp_path, "")
    with Session(DEMO, env={"XDG_STATE_HOME": str(tmp_path)}) as session:
        session.read(0, until=lambda session: boot.MARK.encode() in session.output)
        session.type("/typed\rjjj")
        session.wait_for("  typed")
        assert b"jjj" not in session.output
        session.read(0.3)
        session.type("q")
        assert session.ended() == 0, "Enter was Enter before the app was there"
