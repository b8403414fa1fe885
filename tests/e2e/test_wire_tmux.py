"""Inside tmux, whose own grid says what is on the screen: wide text lands where stock output puts it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminals.session import environment

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

KEYS = [
    "Down",
    "Down",
    "PageDown",
    "Down",
    "PageUp",
    "Enter",
    "Down",
    "PageDown",
    "q",
    "c",
    "Down",
    "Down",
    "q",
    "?",
    "q",
]


class Pane:
    """The demo in a tmux of its own."""

    def __init__(self, folder: Path, output: str, size: tuple[int, int]) -> None:
        self._tmux = ["tmux", "-L", f"lateral-{folder.name}-{output}", "-f", "/dev/null"]
        variables = {"XDG_STATE_HOME": str(folder / output), "LATERAL_OUTPUT": output, "COLORTERM": ""}
        given = [f"{name}={value}" for name, value in variables.items()]
        command = ["env", *given, sys.executable, "-m", "tests.terminals.demo"]
        width, height = map(str, size)
        self._run("new-session", "-d", "-x", width, "-y", height, *command)
        self._run("set", "-g", "status", "off")
        self._run("resize-window", "-x", width, "-y", height)

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=True, env=environment())
        return done.stdout

    def press(self, key: str) -> None:
        self._run("send-keys", key)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._run("capture-pane", "-p")

    @property
    def looks(self) -> str:
        """The same with its colours, which stock output also gives to blanks."""
        return self._run("capture-pane", "-p", "-e")

    def close(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)


@pytest.fixture(params=[(80, 24), (121, 33)], ids=["80x24", "121x33"])
def panes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Pane, Pane]]:
    pair = Pane(tmp_path, "plain", request.param), Pane(tmp_path, "wire", request.param)
    yield pair
    for pane in pair:
        pane.close()


def wait_until(condition: Callable[[], bool]) -> bool:
    """Whether a condition comes about in good time."""
    for _ in range(150):
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
def test_tmux_shows_the_same_for_the_wire_as_for_stock_output(panes: tuple[Pane, Pane]) -> None:
    stock, wire = panes
    assert wait_until(lambda: all("q leaves" in pane.text for pane in panes))
    for key in KEYS:
        before = [pane.looks for pane in panes]
        for pane in panes:
            pane.press(key)
        changed = wait_until(lambda: all(pane.looks != old for pane, old in zip(panes, before, strict=True)))  # noqa: B023
        assert changed, key
        assert wait_until(lambda: wire.text == stock.text), key
