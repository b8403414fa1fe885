"""The last session's screen, shown before the app is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from index.paths import state_folder
from tests.terminals.command import ROOT, command
from tests.terminals.session import Session
from tui.terminal import boot, lastscreen
from tui.terminal.capabilities import Capabilities
from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid
from tui.terminal.modes import Attributes

DEMO = f"{sys.executable} -m tests.terminals.demo"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The command with the demo in the reader's place."""
    return command(tmp_path, DEMO)


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


def test_what_is_loaded_before_keys_mean_what_they_should_is_next_to_nothing() -> None:
    code = """
import os, sys
before = set(sys.modules)
import tui.cli, tui.terminal.boot
tui.terminal.boot.begin([])
print(*set(sys.modules) - before)
"""
    # -S: what this environment's own start-up hooks have loaded would not be loaded again, and not be seen
    bare = [sys.executable, "-S", "-c", code]
    loaded = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in loaded if name.startswith("tui")} == {
        "tui",
        "tui.cli",
        "tui.terminal",
        "tui.terminal.boot",
    }
    assert not set(loaded) & {"textual", "rich", "index", "asyncio", "argparse", "json", "re", "pathlib", "threading"}


@pytest.mark.parametrize("told", ["500:5:bf:8a3b:3:1c:7f", "gfmt1:cflag=bf:iflag=500:lflag=8a3b:oflag=5:discard=f"])
def test_the_settings_before_are_read_as_linux_and_bsd_tell_them(told: str) -> None:
    now: Attributes = [0, 0, 0xB2, 0, 15, 15, [b"\x03"]]
    assert boot.settings_before(now, told) == [0x500, 5, 0xB2, 0x8A3B, 15, 15, [b"\x03"]]


def test_a_kept_screen_reads_back_the_same() -> None:
    grid = Grid(30, 3)
    FrameReader(grid).feed("\x1b[1;1H\x1b[1;31mred\x1b[0m and 中文 \x1b[44mblue   \x1b[0m\x1b[3;5H🙂")
    again = Grid(30, 3)
    FrameReader(again).feed(lastscreen.as_frame(grid))
    assert again.rows == grid.rows


def test_it_is_kept_for_the_user_only(fitting: pytest.MonkeyPatch) -> None:
    lastscreen.keep(Grid(10, 2), Capabilities("xterm"))
    assert Path(boot.path()).stat().st_mode & 0o077 == 0


def left_at(demo: Path, keys: str, width: int = 80, more: Mapping[str, str | None] | None = None) -> tuple[bytes, str]:
    """A session of the demo: what it sent before its first key was read, and the screen it ended with."""
    with Session([demo], width, 24, env={"XDG_STATE_HOME": str(demo.parents[1]), **(more or {})}) as session:
        session.wait_for("q leaves")
        session.read(0.3)
        first = bytes(session.output)
        session.press(keys)
        screen = session.emulator.text
        session.type("q")
        assert session.ended() == 0
        return first, screen


def test_the_next_session_begins_with_it_and_sends_only_what_differs(demo: Path) -> None:
    cold, _ = left_at(demo, "\x1b[6~")
    warm, _ = left_at(demo, "")
    assert boot.MARK.encode() not in cold
    painted, live = warm.split(b"\x1b[;7m" + boot.MARK.encode())
    assert "\x1b[2J" in painted.decode()
    assert warm.count(b"\x1b[?1049h") == 1, "xterm clears the screen each time"
    assert b"\x1b[2J" not in live, "the app goes on from what is there"


def test_a_screen_of_another_size_or_terminal_is_not_shown(demo: Path) -> None:
    left_at(demo, "")
    assert boot.MARK.encode() not in left_at(demo, "", width=81)[0]
    left_at(demo, "")
    assert boot.MARK.encode() not in left_at(demo, "", more={"NO_COLOR": "1"})[0]


@pytest.mark.parametrize("name", ["TERM", "COLORTERM", "LC_CTYPE", "LANG", "TMUX", "LATERAL_LIBRARY"])
def test_a_screen_of_another_environment_is_not_shown(demo: Path, name: str) -> None:
    left_at(demo, "")
    assert boot.MARK.encode() not in left_at(demo, "", more={name: "xterm-direct"})[0]


def test_a_screen_is_shown_without_a_locale_too(demo: Path) -> None:
    none: dict[str, str | None] = {"LC_ALL": None, "LANG": None}
    left_at(demo, "", more=none)
    assert boot.MARK.encode() in left_at(demo, "", more=none)[0]


@pytest.fixture
def fitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Python as the command starts it, with a state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(boot._Left, "arguments", ())
    monkeypatch.setattr(boot._Left, "fit", "xterm||||")
    return monkeypatch


def test_a_screen_that_was_left_meanwhile_is_not_taken_for_the_one_shown(fitting: pytest.MonkeyPatch) -> None:
    lastscreen.keep(Grid(30, 3), Capabilities("xterm"))
    written = Path(boot.path()).read_text().split("\n")[4]
    assert lastscreen.kept(30, 3, written)
    assert lastscreen.kept(31, 3, written) is None
    lastscreen.keep(Grid(30, 3), Capabilities("xterm"))
    assert lastscreen.kept(30, 3, written) is None


def test_a_damaged_screen_is_none(fitting: pytest.MonkeyPatch) -> None:
    lastscreen.keep(Grid(30, 3), Capabilities("xterm"))
    content = Path(boot.path()).read_bytes()
    written = content.split(b"\n")[4].decode()
    Path(boot.path()).write_bytes(content[:-1] + b"\xe9")
    assert lastscreen.kept(30, 3, written) is None
    Path(boot.path()).write_bytes(b"\n\n")
    assert lastscreen.kept(30, 3, written) is None


def test_only_terminals_with_an_alternate_screen_are_switched_to_it(fitting: pytest.MonkeyPatch) -> None:
    for there in (True, False):
        lastscreen.keep(Grid(30, 3), Capabilities("xterm", alternate_screen=there))
        assert (b"\x1b[?1049h" in Path(boot.path()).read_bytes()) is there


def test_arguments_that_no_text_can_hold_are_kept_and_those_of_two_lines_are_not(fitting: pytest.MonkeyPatch) -> None:
    fitting.setattr(boot._Left, "arguments", ("--library", "two\nlines"))
    lastscreen.keep(Grid(30, 3), Capabilities("xterm"))
    assert not Path(boot.path()).exists()
    fitting.setattr(boot._Left, "arguments", ("--library", os.fsdecode(b"caf\xe9")))
    lastscreen.keep(Grid(30, 3), Capabilities("xterm"))
    assert Path(boot.path()).read_bytes().startswith(b"--library|caf\xe9\n")


def test_what_is_typed_ahead_is_not_echoed(demo: Path) -> None:
    left_at(demo, "")
    with Session([demo], env={"XDG_STATE_HOME": str(demo.parents[1])}) as session:
        session.read(0, until=lambda session: boot.MARK.encode() in session.output)
        session.type("/typed\rjjj")
        session.wait_for("  typed")
        assert b"jjj" not in session.output
        session.read(0.3)
        session.type("q")
        assert session.ended() == 0, "Enter was Enter before the app was there"


def failing(demo: Path, *, how: str, keys: str = "") -> tuple[bytes, list[bytes]]:
    """Where the reader does not come up: what the terminal got, and its settings before and after."""
    left_at(demo, "")
    demo.with_name("lateral-main").write_text(how)
    told = ["/bin/sh", "-c", f"stty -g; {demo}; stty -g"]
    with Session(told, env={"XDG_STATE_HOME": str(demo.parents[1])}) as session:
        if keys:
            session.read(0.2, until=lambda session: b"ready" in session.output)
            session.type(keys)
        session.ended()
        output = bytes(session.output)
    assert output.index(b"\x1b[?1049l") > output.index(boot.MARK.encode()), "the text screen is back"
    return output, output.split()


def becoming(code: str) -> str:
    return f"#!/bin/sh\ncd {ROOT} && exec {sys.executable} -c '{code}'\n"


RUNS = "import tui.cli.boundary as b; import tui.cli; b.run = lambda _: {}; raise SystemExit(tui.cli.main([]))"


def test_a_reader_that_does_not_come_up_leaves_the_terminal_as_it_was(demo: Path) -> None:
    _, said = failing(demo, how=becoming(RUNS.format("3")))
    assert said[-1].endswith(said[0])


def test_what_goes_wrong_at_the_start_is_seen(demo: Path) -> None:
    output, said = failing(demo, how=becoming(RUNS.format("1 / 0")))
    assert said[-1].endswith(said[0])
    assert output.index(b"ZeroDivisionError") > output.index(b"\x1b[?1049l")


def test_a_python_that_is_gone_leaves_the_terminal_as_it_was(demo: Path) -> None:
    _, said = failing(demo, how="#!/nonexistent/python\n")
    assert said[-1].endswith(said[0])


def test_a_signal_before_the_driver_is_there_leaves_the_terminal_as_it_was(demo: Path) -> None:
    _, said = failing(demo, how=becoming(RUNS.format('__import__("os").kill(__import__("os").getpid(), 15)')))
    assert said[-1].endswith(said[0])


def test_a_signal_before_python_is_there_waits_for_it(demo: Path) -> None:
    code = f"import os; os.kill(os.getpid(), 15); {RUNS.format(7)}"
    how = f"#!{sys.executable}\nimport sys; sys.path.insert(0, {str(ROOT)!r}); {code}\n"
    _, said = failing(demo, how=how)
    assert said[-1].endswith(said[0])


def test_quitting_and_suspending_wait_for_the_driver(demo: Path) -> None:
    waiting = '[print("ready", flush=True), __import__("time").sleep(0.5), print("done", flush=True)]'
    output, said = failing(demo, how=becoming(RUNS.format(waiting)), keys="\x1c\x1a")
    assert b"done" in output
    assert said[-1].endswith(said[0])
