"""The modes a terminal is put into while the reader is open, and how it is given back.

No queries, no kitty keyboard protocol, no focus reports: what the terminal would send back could arrive after
lateral has left, and land in the shell.
"""

from __future__ import annotations

import termios

from tui.terminal.boot import INPUT_OFF, LOCAL_OFF
from tui.terminal.capabilities import Capabilities

# As termios.tcgetattr returns them: input, output, control and local flags, speeds, control characters.
Attributes = list[int | list[bytes | int]]

_MOUSE = (1000, 1002, 1006)


def enter(can: Capabilities, *, mouse: bool, there: bool = False) -> str:
    """Switch to the alternate screen with the cursor hidden, wrapping off and bracketed paste on.

    What is `there` already is not switched to again: xterm clears it each time.
    """
    alternate = "\x1b[?1049h" if can.alternate_screen and not there else ""
    return f"{alternate}\x1b[?25l\x1b[?7l\x1b[?2004h{_mouse('h') if mouse else ''}"


def leave(can: Capabilities, *, mouse: bool) -> str:
    """Undo `enter`, and everything else that may be set, so that the shell finds the terminal as it was."""
    back = "\x1b[?1049l" if can.alternate_screen else "\x1b[2J\x1b[H"
    link = "\x1b]8;;\x1b\\" if can.links else ""
    return f"{link}\x1b[m\x1b[r{_mouse('l') if mouse else ''}\x1b[?2004l\x1b[?7h{back}\x1b[?25h"


def _mouse(final: str) -> str:
    return "".join(f"\x1b[?{mode}{final}" for mode in _MOUSE)


def attributes(fd: int) -> Attributes | None:
    """The terminal's settings, None where it is gone."""
    try:
        return termios.tcgetattr(fd)
    except termios.error:
        return None


def restore(fd: int, before: Attributes | None) -> None:
    """Put the terminal's settings back, if it is still there."""
    if before is not None:
        try:
            termios.tcsetattr(fd, termios.TCSANOW, before)
        except termios.error:
            return  # the terminal is gone, with its settings


def raw(fd: int) -> Attributes | None:
    """Read every key as it comes, unechoed, and write bytes as they are; returns the settings before."""
    before = attributes(fd)
    if before is None:
        return None
    settings = termios.tcgetattr(fd)
    settings[0] &= ~INPUT_OFF
    settings[1] &= ~termios.OPOST
    settings[3] &= ~(LOCAL_OFF | termios.ISIG)
    settings[6][termios.VMIN] = 1
    settings[6][termios.VTIME] = 0
    restore(fd, settings)
    return before
