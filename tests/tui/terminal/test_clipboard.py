"""Copying: OSC 52 in the right envelope, and always a file."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from textual.app import App

from tui.terminal.capabilities import Capabilities
from tui.terminal.clipboard import LARGEST, copy, sequence
from tui.terminal.driver import WireDriver


def decoded(osc: str) -> str:
    found = re.search(r"52;c;([A-Za-z0-9+/=]*)", osc)
    assert found is not None
    return base64.b64decode(found[1]).decode()


def test_the_text_is_in_the_sequence() -> None:
    assert sequence("text") == "\x1b]52;c;dGV4dA==\x07"
    assert decoded(sequence("été 中文")) == "été 中文"


def test_tmux_gets_it_bare_and_in_its_envelope() -> None:
    sent = sequence("text", "tmux")
    assert sent.startswith("\x1b]52;c;")
    assert "\x1bPtmux;\x1b\x1b]52;c;" in sent
    assert sent.endswith("\x1b\\")


def test_screen_gets_it_in_pieces_it_can_take() -> None:
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sequence("long " * 200, "screen"), re.DOTALL)
    assert max(map(len, pieces)) <= 250
    assert decoded("".join(pieces)) == "long " * 200


def test_what_calls_itself_screen_may_be_tmux_and_gets_it_bare_as_well() -> None:
    assert sequence("text", "screen").startswith(sequence("text") + "\x1bP")


def test_the_file_has_the_text_for_the_user_only(tmp_path: Path) -> None:
    path = copy(App(), "to keep\x1b[31m", tmp_path / "state")
    assert path.read_text() == "to keep"
    assert path.stat().st_mode & 0o077 == 0
    assert copy(App(), "again", tmp_path / "state") == path
    assert path.read_text() == "again"


class Wire(WireDriver):
    """Keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, data: str) -> None:
        self.sent.append(data)


def test_the_terminal_is_asked_for_as_much_as_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wire = Wire()
    monkeypatch.setattr("tui.terminal.clipboard.driver_of", lambda app: wire)
    monkeypatch.setattr("tui.terminal.clipboard.detect", lambda: Capabilities("xterm"))
    for length in (4, LARGEST, LARGEST + 1):
        copy(App(), "x" * length, tmp_path)
    assert [len(decoded(sent)) for sent in wire.sent] == [4, LARGEST]
