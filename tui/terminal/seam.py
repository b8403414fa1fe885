"""Everything lateral takes from inside Textual, in one place.

`tests/tui/terminal/test_seam.py` fails when an upgrade changes any of it. What is relied upon:

- `App(driver_class=…)` builds the driver with `app, debug=, mouse=, size=`, and calls `start_application_mode`,
  `disable_input`, `stop_application_mode` and `close` on it;
- a frame is one `Driver.write` that begins with a cursor position, followed by `Driver.flush`;
- everything else the app writes is one of the few control strings that `is_control` knows;
- `XTermParser` turns what the keyboard sends into events;
- what a widget does not handle goes to its `_parent`, up to the app;
- a fault ends in `App._fatal_error`, which the reader overrides.
"""

from __future__ import annotations

import re
from typing import Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.message_pump import MessagePump

__all__ = ["Driver", "XTermParser", "driver_of", "escape_delay", "is_control", "is_frame", "parent_of"]

_FRAME = re.compile(r"\x1b\[\d+;\d+H")
# A bell, synchronised output, the shape of the mouse pointer, and the clipboard.
_CONTROL = re.compile(r"\x07|\x1b\[\?2026[hl]|\x1b\]22;[a-z-]*\x07|\x1b\]52;c;[A-Za-z0-9+/=]*\x07")


def is_frame(data: str) -> bool:
    """Whether the app means these characters to be painted."""
    return _FRAME.match(data) is not None


def is_control(data: str) -> bool:
    """Whether this is one of the control strings Textual 8 writes beside frames."""
    return _CONTROL.fullmatch(data) is not None


def escape_delay() -> float:
    """Seconds after which a lone ESC is the key and not the beginning of a sequence."""
    return constants.ESCAPE_DELAY


def parent_of(node: MessagePump) -> MessagePump | None:
    """Where what a node does not handle goes next."""
    return node._parent


def driver_of(app: App[Any]) -> Driver | None:
    """The driver a running app writes to."""
    return app._driver
