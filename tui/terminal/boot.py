"""The first screen, before anything else is imported.

Loading the app takes a third of a second; the screen the last session left can be shown at once. `first_paint` puts
the terminal into raw mode (or what is typed ahead would be echoed) and shows that screen with a mark that says it is
not live yet; the driver goes on from there. This module imports next to nothing, on purpose.
"""

import atexit
import os
import sys
import termios
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.terminal.grid import Grid
    from tui.terminal.modes import Attributes

MARK = " opening "
NAME = "last-screen"
SEPARATOR = "\x00"
# The input and local flags of a cooked terminal: translated line ends, flow control, echo, line editing.
INPUT_OFF = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP
LOCAL_OFF = termios.ECHO | termios.ICANON | termios.IEXTEN
_OPTIONS = {"--library", "--sample", "--kiosk"}  # with these alone the reader opens
_DECIDES = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "TMUX", "LATERAL_LIBRARY", "LATERAL_OUTPUT")


class _Left:
    """What `first_paint` left for the driver."""

    settings: "Attributes | None" = None
    frame = ""
    size = (0, 0)
    painted = False
    arguments: tuple[str, ...] = ()


def first_paint(arguments: "Sequence[str]") -> bool:
    """Show the screen that the last session with these arguments left; False where there is none that fits.

    Does nothing when the arguments do not open the reader, or input or output is not a terminal.
    """
    _Left.arguments = tuple(arguments)
    if not opens_reader(arguments) or not _heard():
        return False
    try:
        size = os.get_terminal_size(1)
        with open(path(), encoding="utf-8", newline="") as file:  # noqa: PTH123 - pathlib is not light
            head, painted, frame = file.read().split(SEPARATOR)
        if head != key(arguments, size.columns, size.lines):
            return False
        _raw(termios.tcgetattr(0))
    except (OSError, ValueError, termios.error):
        return False
    _Left.frame, _Left.size, _Left.painted = frame, (size.columns, size.lines), True
    mark = f"\x1b[{size.lines};{max(size.columns - len(MARK), 1)}H\x1b[;7m{MARK}\x1b[m"
    os.write(1, f"\x1b[?1049h\x1b[?25l\x1b[?7l{painted}{mark}".encode())
    return True


def opens_reader(arguments: "Sequence[str]") -> bool:
    """Whether these arguments open the reader on a screen."""
    values = [after for before, after in pairwise(arguments) if before == "--library"]
    return all(each in _OPTIONS or each in values or each.startswith("--library=") for each in arguments)


def _heard() -> bool:
    """Let ^Q and ^S come through as keys from the first moment on; False where there is no terminal."""
    try:
        _Left.settings = termios.tcgetattr(0)
        settings = termios.tcgetattr(0)
        settings[0] &= ~(termios.IXON | termios.IXOFF)
        termios.tcsetattr(0, termios.TCSANOW, settings)
    except termios.error:
        return False
    atexit.register(undo)
    return True


def _raw(settings: "Attributes") -> None:
    """Raw mode but for the signals of the keyboard: until the driver takes over, Ctrl-C still ends the start."""
    settings[0] &= ~INPUT_OFF  # type: ignore[operator]
    settings[1] &= ~termios.OPOST  # type: ignore[operator]
    settings[3] &= ~LOCAL_OFF  # type: ignore[operator]
    termios.tcsetattr(0, termios.TCSANOW, settings)


def path() -> str:
    """Where the last screen is kept: in `index.paths.state_folder`, spelt without importing it."""
    if sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Application Support/lateral")  # noqa: PTH111
    else:
        home = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.expanduser("~/.local/state")  # noqa: PTH111
        folder = os.path.join(home, "lateral")  # noqa: PTH118
    return os.path.join(folder, NAME)  # noqa: PTH118


def key(arguments: "Sequence[str]", width: int, height: int, environ: "Mapping[str, str] | None" = None) -> str:
    """What must be the same for a kept screen to fit."""
    environ = os.environ if environ is None else environ
    return "\t".join([*arguments, str(width), str(height), *(environ.get(name, "") for name in _DECIDES)])


def arguments() -> tuple[str, ...]:
    """What `first_paint` was called with."""
    return _Left.arguments


def adopt() -> "Attributes | None":
    """Make the terminal fully raw; returns its settings from before `first_paint`, None if that did nothing."""
    if _Left.settings is None:
        return None
    from tui.terminal import modes

    modes.raw(0)
    settings, _Left.settings = _Left.settings, None
    return settings


def painted(width: int, height: int) -> "Grid | None":
    """What the terminal shows since `first_paint`, once; None if that painted nothing, or the size has changed."""
    frame, _Left.frame = _Left.frame, ""
    if not frame or _Left.size != (width, height):
        return None
    from tui.terminal.frame import FrameReader
    from tui.terminal.grid import UNKNOWN, Grid
    from tui.terminal.sgr import PLAIN

    grid = Grid(width, height)
    FrameReader(grid).feed(frame)
    grid.rows[-1].put(max(width - len(MARK) - 1, 0), UNKNOWN * len(MARK), (PLAIN,) * len(MARK))
    return grid


def undo() -> None:
    """Give the terminal back after `first_paint`, if the app did not start after all; runs at exit."""
    if _Left.settings is not None:
        if _Left.painted:
            os.write(1, b"\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h")
        termios.tcsetattr(0, termios.TCSANOW, _Left.settings)
        _Left.settings = None
