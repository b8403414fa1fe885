"""Opening pages: only http and https, never a shell, never a browser on the server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.terminal.capabilities import Capabilities
from tui.terminal.links import Opened, open_page, opener

HERE, AWAY = Capabilities("xterm"), Capabilities("xterm", ssh=True)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose browser writes its arguments down."""
    log = tmp_path / "log"
    script = tmp_path / "xdg-open"
    script.write_text(f'#!/bin/sh\nfor each in "$@"; do printf "%s\\n" "$each" >> {log}; done\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("sys.platform", "linux")
    return log


def test_the_browser_gets_the_address_as_one_argument(desktop: Path) -> None:
    hostile = "https://example.org/a?b='; touch /tmp/owned; '$(id)"
    opened = open_page(hostile, can=HERE)
    assert opened.in_browser
    _wait(desktop)
    assert desktop.read_text().splitlines() == [opened.url]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "--help", "", "https://\x1b]0;x"])
def test_anything_but_a_web_address_is_not_opened(url: str, desktop: Path) -> None:
    assert open_page(url, can=HERE) == Opened("", in_browser=False)
    assert not desktop.exists()


def test_over_ssh_and_in_a_kiosk_no_browser_is_started(desktop: Path) -> None:
    assert open_page("https://a.example/", can=AWAY) == Opened("https://a.example/", in_browser=False)
    assert open_page("https://a.example/", browser=False, can=HERE) == Opened("https://a.example/", in_browser=False)
    assert not desktop.exists()


def test_without_a_desktop_there_is_no_browser(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opener() == (str(desktop.with_name("xdg-open")),)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert opener() is None


def _wait(path: Path) -> None:
    import time

    for _ in range(200):
        if path.exists() and path.read_text().endswith("\n"):
            return
        time.sleep(0.01)
