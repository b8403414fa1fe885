"""The first screen, before anything is imported: how the driver goes on from what `tui/cli/lateral.sh` shows.

Loading the app takes a third of a second; the screen the last session left can be shown at once. That command has put
the terminal into raw mode (or what is typed ahead would be echoed) and shown that screen with a mark that says it is
not live yet. This module imports next to nothing, on purpose: keys mean what they should as soon as it runs.
"""

import os
import signal
import sys
import termios
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from tui.terminal.grid import Grid
    from tui.terminal.modes import Attributes

MARK = " opening "
NAME = "last-screen"
# Set by the command: what of the environment a screen depends on, and, when it has shown one, when that was written
# and the terminal's settings before.
FIT, SHOWN = "LATERAL_FIT", "LATERAL_SHOWN"
# The input and local flags of a cooked terminal: translated line ends, flow control, echo, line editing.
INPUT_OFF = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP
LOCAL_OFF = termios.ECHO | termios.ICANON | termios.IEXTEN
_OPTIONS = {"--library", "--sample", "--kiosk"}  # with these alone the reader opens
_BACK = b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"  # from the screen that the command has shown
_WAITING = (signal.SIGTERM, signal.SIGHUP)
_SEPARATOR = "|"  # as in the command, which joins its arguments so


class _Left:
    """What the command left for the driver."""

    settings: "Attributes | None" = None
    shown = ""  # when the screen on the terminal was written; empty where the command showed none
    arguments: tuple[str, ...] = ()
    fit: str | None = None  # None where Python was not started by the command


def begin(arguments: "Sequence[str]") -> None:
    """Take over from the command. Where these arguments open the reader, keys and signals no longer find a terminal
    half made: ^Q and ^S come through as keys from now on, ^\\ and ^Z wait for the driver."""
    _Left.arguments, _Left.fit = tuple(arguments), os.environ.pop(FIT, None)
    _Left.shown, _, before = os.environ.pop(SHOWN, "").partition(_SEPARATOR)
    try:
        if _Left.shown or opens_reader(arguments):
            _take_over(before)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _WAITING)  # the command has blocked them


def _take_over(before: str) -> None:
    try:
        _Left.settings = settings_before(termios.tcgetattr(0), before)
        _hear()
    except (OSError, termios.error):
        _Left.settings = None
        return
    for number in _WAITING:
        signal.signal(number, _end)


def _hear() -> None:
    """Let keys come through; until the driver is there, Ctrl-C ends the start."""
    now = termios.tcgetattr(0)
    now[0] &= ~(termios.IXON | termios.IXOFF)
    now[3] |= termios.ISIG
    now[6][termios.VQUIT] = now[6][termios.VSUSP] = bytes([os.fpathconf(0, "PC_VDISABLE")])
    termios.tcsetattr(0, termios.TCSANOW, now)


def _end(number: int, _frame: "FrameType | None") -> None:
    """Give the terminal back and leave at once: there is nothing to save, and an exception in the middle of an import
    may be taken for another."""
    undo()
    os._exit(128 + number)


def settings_before(now: "Attributes", told: str) -> "Attributes":
    """`now` with the flags that `stty -g` told: `iflag:oflag:cflag:lflag:…` in hexadecimal, or by name on BSD."""
    if told:
        parts = told.split(":")
        named = dict(part.split("=") for part in parts if "=" in part)
        flags = named or dict(zip(("iflag", "oflag", "cflag", "lflag"), parts, strict=False))
        now[0], now[1], now[3] = (int(flags[name], 16) for name in ("iflag", "oflag", "lflag"))
    return now


def opens_reader(arguments: "Sequence[str]") -> bool:
    """Whether these arguments open the reader on a screen."""
    values = [after for before, after in pairwise(arguments) if before == "--library"]
    return all(each in _OPTIONS or each in values or each.startswith("--library=") for each in arguments)


def path() -> str:
    """Where the last screen is kept: in `index.paths.state_folder`, spelt without importing it."""
    if sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Application Support/lateral")  # noqa: PTH111
    else:
        home = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.expanduser("~/.local/state")  # noqa: PTH111
        folder = os.path.join(home, "lateral")  # noqa: PTH118
    return os.path.join(folder, NAME)  # noqa: PTH118


def head(width: int, height: int) -> str | None:
    """What must be the same for a kept screen to fit, in three lines, as the command compares it; None where that was
    not told, or would take more lines."""
    if _Left.fit is None:
        return None
    lines = "\n".join((_SEPARATOR.join(_Left.arguments), _Left.fit, f"{height} {width}"))
    return lines if lines.count("\n") == 2 else None


def adopt() -> "Attributes | None":
    """Make the terminal fully raw; returns its settings from before `begin`, None if that did nothing."""
    if _Left.settings is None:
        return None
    from tui.terminal import modes

    modes.raw(0)
    settings, _Left.settings = _Left.settings, None
    return settings


def shown(width: int, height: int) -> "Grid | None":
    """What the terminal shows since the command began, once; None if that is nothing, or the size has changed."""
    written, _Left.shown = _Left.shown, ""
    if not written:
        return None
    from tui.terminal import lastscreen

    return lastscreen.kept(width, height, written)


def uncover() -> None:
    """Take away what the command has shown, for something is to be said before the app is there."""
    if _Left.shown and _Left.settings is not None:
        os.write(1, _BACK)
        _Left.shown = ""
        termios.tcsetattr(0, termios.TCSANOW, _Left.settings)
        _hear()


def undo() -> None:
    """Give the terminal back if the app has not started."""
    if _Left.settings is not None:
        if _Left.shown:
            os.write(1, _BACK)
        termios.tcsetattr(0, termios.TCSANOW, _Left.settings)
        _Left.settings = None
