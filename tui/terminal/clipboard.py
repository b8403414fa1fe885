"""Copying over SSH: the terminal at the user's end is asked (OSC 52), and a file always has the text too.

Whether a terminal or multiplexer honours OSC 52 cannot be known without asking, so the file's path is what the
user is shown.
"""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path
from typing import Any

from textual.app import App

from index.paths import state_folder
from index.text.sanitise import clean
from tui.terminal.capabilities import detect
from tui.terminal.seam import driver_of

LARGEST = 74_994  # bytes of text; their base64 form is the 100,000 bytes that xterm and tmux accept at most
_SCREEN_CHUNK = 250  # GNU screen cuts device control strings at 256 bytes


def copy(app: App[Any], text: str, folder: Path | None = None) -> Path:
    """Put `text` on the user's clipboard if it can be, and in any case into a file; returns the file's path.

    The file lies in `folder` (the user's state folder by default), readable by the user only.

    Raises:
        OSError: the file cannot be written; the terminal has been asked all the same.
    """
    from tui.terminal.driver import WireDriver

    text = clean(text)
    driver = driver_of(app)
    if isinstance(driver, WireDriver) and fits(text):
        driver.send(sequence(text, detect().multiplexer))
    return _store(text, folder or state_folder())


def sequence(text: str, multiplexer: str = "") -> str:
    """OSC 52 for `text`, in the envelope that lets it through tmux or GNU screen.

    tmux gets it bare as well: it takes that with `set-clipboard on`, the envelope with `allow-passthrough on`. So does
    what calls itself screen: that may be tmux, and GNU screen drops what it gets bare.
    """
    osc = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    if multiplexer == "tmux":
        doubled = osc.replace("\x1b", "\x1b\x1b")
        return f"{osc}\x1bPtmux;{doubled}\x1b\\"
    if multiplexer == "screen":
        return osc + "".join(f"\x1bP{osc[i : i + _SCREEN_CHUNK]}\x1b\\" for i in range(0, len(osc), _SCREEN_CHUNK))
    return osc


def fits(text: str) -> bool:
    """Whether a terminal takes a text of this size."""
    return len(clean(text).encode()) <= LARGEST


def _store(text: str, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "clipboard.txt"
    new = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return new.replace(path)
