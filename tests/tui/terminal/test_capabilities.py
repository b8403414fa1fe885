"""What a terminal's name and the environment promise."""

from __future__ import annotations

import pytest

from index.errors import UsageError
from tui.terminal import capabilities, environment
from tui.terminal.capabilities import TRUE_COLOURS, describe, detect, is_utf8, refusal


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm"}, 16),
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE_COLOURS),
        ({"TERM": "xterm-direct"}, TRUE_COLOURS),
        ({"TERM": "linux"}, 16),
        ({"TERM": "vt100"}, 0),
        ({"TERM": "tmux-256color"}, 256),
        ({"TERM": "screen"}, 16),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256),
    ],
)
def test_colours(environ: dict[str, str], colours: int) -> None:
    assert detect(environ).colours == colours


@pytest.mark.parametrize(
    ("environ", "utf8"),
    [
        ({}, True),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, False),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "POSIX"}, False),
        ({"LATERAL_LOCALE": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ({"LATERAL_LOCALE": "", "LC_CTYPE": "C.UTF-8"}, True),
    ],
)
def test_locale(environ: dict[str, str], utf8: bool) -> None:
    assert is_utf8(environ) is utf8


def test_old_terminals_are_asked_for_nothing_they_lack() -> None:
    can = detect({"TERM": "vt100"})
    assert not any((can.erase_coloured, can.erase_run, can.repeat, can.insert_lines, can.alternate_screen))
    assert not detect({"TERM": "linux"}).links


@pytest.mark.parametrize(
    ("environ", "multiplexer"),
    [
        ({"TERM": "tmux-256color"}, "tmux"),
        ({"TERM": "screen", "TMUX": "/tmp/tmux"}, "tmux"),
        ({"TERM": "screen"}, "screen"),
        ({"TERM": "xterm"}, ""),
    ],
)
def test_multiplexers(environ: dict[str, str], multiplexer: str) -> None:
    assert detect(environ).multiplexer == multiplexer


def test_a_remote_session_is_known() -> None:
    assert detect({"TERM": "xterm", "SSH_CONNECTION": "::1 1 ::1 22"}).ssh
    assert not detect({"TERM": "xterm"}).ssh


def test_without_a_terminal_the_reader_says_so_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capabilities, "is_terminal", lambda _fd: False)
    assert "--plain" in (refusal({"TERM": "xterm"}) or "")
    with pytest.raises(UsageError, match="needs a terminal"):
        capabilities.require()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_move_its_cursor_is_refused(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capabilities, "is_terminal", lambda _fd: True)
    assert "--plain" in (refusal({"TERM": term}) or "")
    assert refusal({"TERM": "vt100"}) is None


def test_the_environment_is_prepared_without_overriding_the_user() -> None:
    environ = {"TERM": "xterm-256color", "TEXTUAL_FPS": "30"}
    environment.prepare(environ)
    assert environ["TEXTUAL_FPS"] == "30"
    assert environ["TEXTUAL_ANIMATIONS"] == "none"
    assert environ["TEXTUAL_COLOR_SYSTEM"] == "256"


def test_the_abilities_are_told_in_a_few_words() -> None:
    assert describe(detect({"TERM": "tmux-256color", "SSH_TTY": "/dev/pts/1"})) == "256 colours, UTF-8, tmux, over ssh"
    assert describe(detect({"TERM": "vt100", "LANG": "C"})) == "no colours, ASCII"
