"""Settings that Textual reads from the environment when it is imported: call `prepare` before that."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from tui.terminal.capabilities import detect

# Textual collects changes until the next tick; at its 60 a second two ticks stack to 32 ms between key and answer.
_TICKS = "1000"
# A lone ESC is told from the start of a sequence by time; the parts of one may arrive apart over a slow link.
_ESCAPE_MS, _ESCAPE_MS_REMOTE = "50", "200"


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Set what the user has not set: no animation, fast ticks, colours as detected, no queries that are answered."""
    environ = os.environ if environ is None else environ
    can = detect(environ)
    for name, value in (
        ("TEXTUAL_ANIMATIONS", "none"),
        ("TEXTUAL_FPS", _TICKS),
        ("TEXTUAL_SMOOTH_SCROLL", "0"),
        ("TEXTUAL_COLOR_SYSTEM", can.colour_system),
        ("TEXTUAL_DISABLE_KITTY_KEY", "1"),
        ("ESCDELAY", _ESCAPE_MS_REMOTE if can.ssh else _ESCAPE_MS),
    ):
        environ.setdefault(name, value)
