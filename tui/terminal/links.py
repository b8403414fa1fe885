"""Opening an article's page: in the browser where the user sits, or as an address to follow over SSH."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from index.text.sanitise import safe_url
from tui.terminal.capabilities import Capabilities, detect


@dataclass(frozen=True, slots=True)
class Opened:
    """What became of a page. `url` is the checked address, "" for one that is not http or https; it is for the
    caller to show as a link and to copy where `in_browser` is false."""

    url: str
    in_browser: bool


def open_page(url: str, *, browser: bool = True, can: Capabilities | None = None) -> Opened:
    """Open `url` in the browser of this desktop, if there is one and the session is not remote.

    `browser=False` (a kiosk) starts nothing. No shell is involved, and the address cannot be taken for an option.
    """
    safe = safe_url(url)
    remote = (can or detect()).ssh
    command = None if remote or not browser or not safe else opener()
    if command is None:
        return Opened(safe, in_browser=False)
    try:
        started = subprocess.Popen(
            [*command, safe],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return Opened(safe, in_browser=False)
    threading.Thread(target=started.wait, daemon=True).start()  # or it stays behind as a zombie
    return Opened(safe, in_browser=True)


def opener() -> Sequence[str] | None:
    """The command that hands an address to the desktop, by its full path; None where there is no desktop."""
    if sys.platform == "darwin":
        return ("/usr/bin/open",)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    found = shutil.which("xdg-open")
    return (found,) if found else None
