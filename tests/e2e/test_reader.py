"""The installed `lateral` on a real pty, from first start to leaving, at three sizes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminals.session import Session

LATERAL = Path(sys.executable).with_name("lateral")
SIZES = [(80, 24), (120, 40), (200, 60)]
LEFT = b"\x1b[?1049l"

Start = Callable[..., Session]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    sessions: list[Session] = []

    def begin(*arguments: str | Path, width: int = 80, height: int = 24, **variables: str | None) -> Session:
        home = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
        session = Session([LATERAL, *arguments], width, height, {**home, "LATERAL_LIBRARY": None, **variables})
        sessions.append(session)
        return session

    yield begin
    for session in sessions:
        session.kill()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_from_first_start_to_leaving(start: Start, width: int, height: int) -> None:
    session = start(width=width, height=height)
    before = session.settings
    session.wait_for("all invented")
    session.type("gull ledge passengers")
    session.wait_for("241")
    session.type("\r")
    session.wait_for("/ search")
    session.type("\r")
    session.wait_for("next claim")
    session.press("n")
    session.press("n")
    session.type("=")
    session.wait_for("shared row")
    session.type("n")
    session.wait_for("≠")
    session.press("3")
    session.wait_for("214")
    session.wait_for("241")
    for _ in range(3):
        session.press("q")
    session.type("\x11")
    assert session.ended() == 0
    assert session.settings == before
    assert LEFT in session.output
    assert "Traceback" not in session.emulator.text


def test_stories_open_a_comparison(start: Start) -> None:
    session = start(width=120, height=40)
    session.wait_for("all invented")
    session.press("\x1b[B", quiet=0.3)
    session.type("s")
    session.wait_for("8 stories")
    session.type("\r")
    session.wait_for("shared row")
    session.press("q")
    session.wait_for("8 stories")


def test_help_is_one_key_away(start: Start) -> None:
    session = start(width=120, height=40)
    session.wait_for("all invented")
    session.press("\x1b[B", quiet=0.3)
    session.type("?")
    session.wait_for("Keys and query language")
    session.type("to the next key claim")
    session.wait_for("Next claim")


def test_the_place_is_kept(start: Start) -> None:
    session = start()
    session.wait_for("all invented")
    session.type("heat pump")
    session.read(quiet=0.5)
    session.type("\x11")
    assert session.ended() == 0
    again = start()
    again.wait_for("heat pump")


@pytest.mark.parametrize(("variables", "word"), [({"TERM": "dumb"}, "plain"), ({"TERM": ""}, "plain")])
def test_a_terminal_that_cannot_is_told_so(start: Start, variables: dict[str, str], word: str) -> None:
    session = start(**variables)
    assert session.ended() == 2
    assert word in session.emulator.text
    assert b"\x1b" not in session.output


def test_a_library_that_is_not_there_is_named(start: Start, tmp_path: Path) -> None:
    session = start("--library", tmp_path / "nowhere")
    assert session.ended() == 3
    assert "There is no library" in session.emulator.text
