"""The first frame, before anything else is imported.

Loading the app takes a third of a second; the screen the last session left can be shown at once. `paint` puts the
terminal into raw mode (or what is typed ahead would be echoed), shows that screen with a mark that says it is not
live yet, and the driver goes on from there. This module imports next to nothing, on purpose.
"""

from __future__ import annotations

import os
import sys
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.terminal.grid import Grid
    from tui.terminal.modes import Attributes

MARK = " opening… "
_FILE = "last-screen"
_SEPARATOR = "\x00"
_DECIDES = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "LATERAL_OUTPUT")


class _State:
    """What `paint` left for the driver."""

    settings: Attributes | None = None
    frame = ""
    size = (0, 0)


def paint(folder: str, library: str) -> bool:
    """Show the screen that the last session of this library left in `folder`; False where there is none to show.

    Does nothing unless input and output are the same kind of terminal that screen was made for.
    """
    try:
        size = os.get_terminal_size(1)
        with open(os.path.join(folder, _FILE), encoding="utf-8", newline="") as file:  # noqa: PTH118, PTH123
            head, painted, frame = file.read().split(_SEPARATOR)
        if head != key(library, size) or not os.isatty(0):
            return False
        settings = termios.tcgetattr(0)
        _raw(termios.tcgetattr(0))
    except (OSError, ValueError, termios.error):
        return False
    _State.settings, _State.frame, _State.size = settings, frame, (size.columns, size.lines)
    where = f"\x1b[{size.lines};{max(size.columns - len(MARK) + 1, 1)}H"
    os.write(1, f"\x1b[?1049h\x1b[?25l\x1b[?7l{painted}{where}\x1b[;7m{MARK}\x1b[m".encode())
    return True


def _raw(settings: Attributes) -> None:
    """The part of `modes.raw` that matters until the driver takes over."""
    settings[1] &= ~termios.OPOST  # type: ignore[operator]
    settings[3] &= ~(termios.ECHO | termios.ICANON)  # type: ignore[operator]
    termios.tcsetattr(0, termios.TCSANOW, settings)


def key(library: str, size: os.terminal_size, environ: Mapping[str, str] | None = None) -> str:
    """What must be the same for a saved screen to fit."""
    environ = os.environ if environ is None else environ
    return "\t".join([library, str(size.columns), str(size.lines), *(environ.get(name, "") for name in _DECIDES)])


def adopt() -> Attributes | None:
    """The terminal's settings from before `paint`, for the driver to give back; None if it painted nothing."""
    if _State.settings is None:
        return None
    from tui.terminal import modes

    modes.raw(0)
    settings, _State.settings = _State.settings, None
    return settings


def painted() -> Grid | None:
    """What the terminal shows since `paint`, once; None if it painted nothing."""
    if not _State.frame:
        return None
    from tui.terminal.frame import FrameReader
    from tui.terminal.grid import UNKNOWN, Grid
    from tui.terminal.sgr import PLAIN

    grid = Grid(*_State.size)
    FrameReader(grid).feed(_State.frame)
    _State.frame = ""
    grid.rows[-1].put(max(grid.width - len(MARK), 0), UNKNOWN * len(MARK), (PLAIN,) * len(MARK))
    return grid


def undo() -> None:
    """Give the terminal back after `paint`, when the app does not start after all."""
    if _State.settings is not None:
        os.write(1, b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h")
        termios.tcsetattr(0, termios.TCSANOW, _State.settings)
        _State.settings = None
        _State.frame = ""


def forget(folder: str) -> None:
    """Remove the saved screen."""
    try:
        os.unlink(os.path.join(folder, _FILE))  # noqa: PTH108, PTH118
    except OSError as error:
        print(f"lateral: {error}", file=sys.stderr)
