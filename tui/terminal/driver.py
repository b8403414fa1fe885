"""The driver: Textual's frames go in, the cells that changed go out; keys come in, and so does the end.

`App(driver_class=WireDriver)`. With LATERAL_OUTPUT=plain in the environment frames pass as Textual made them.
"""

from __future__ import annotations

import contextlib
import os
import sys
from asyncio import TimerHandle
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.geometry import Size
from textual.message import Message

from tui.terminal import boot, lastscreen, life, modes
from tui.terminal.capabilities import Capabilities, detect, output_terminal
from tui.terminal.curtain import Curtain
from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid
from tui.terminal.keys import KeyReader
from tui.terminal.output import Output
from tui.terminal.pace import Pacer
from tui.terminal.painter import Painter
from tui.terminal.seam import Driver, escape_delay, is_frame

_RESIZE_PAUSE = 0.04  # seconds without another size change after which the app hears of the last one
_DRAIN = 2.0  # seconds the terminal gets to take the last bytes
_READ = 65536
_SWITCH = 0.0005  # seconds that work beside the screen keeps the interpreter while a key waits for it, several times
_UNKNOWN_SIZE = (80, 24)


@runtime_checkable
class Leaves(Protocol):
    """An app that wants to save before it is gone."""

    def leave(self, status: int) -> None:
        """Save everything and exit with `status`; the terminal may be gone already."""


class WireDriver(Driver):
    """Drives one terminal on standard input and the first of standard output and error that is one."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.capabilities: Capabilities = detect()
        self._plain = os.environ.get("LATERAL_OUTPUT") == "plain"
        self._in, self._out_fd = 0, output_terminal() or 1
        self._keys = KeyReader()
        self._pacer = Pacer(app, self._loop, self.process_message)
        self._listening = False
        self._tick: TimerHandle | None = None
        self._resize: TimerHandle | None = None
        self._output: Output | None = None
        self._settings: modes.Attributes | None = None
        self._behind = False
        self._refitted = False
        self._curtain = Curtain(app, self._loop, self._uncovered)
        self._fitted(*self._terminal_size())
        self._signals = life.Signals(self._loop, self._leave, self._suspend, self._resized, self._give_back)

    def _fitted(self, width: int, height: int) -> None:
        """Start over with a screen of this size, about which nothing is known."""
        self.wanted = Grid(width, height)
        self._reader = FrameReader(self.wanted, links=self.capabilities.links)
        self._painter = Painter(self.capabilities, width, height)

    def _terminal_size(self) -> tuple[int, int]:
        """The terminal's own word, not COLUMNS and LINES, which do not change with the window."""
        try:
            width, height = os.get_terminal_size(self._out_fd)
        except OSError:
            return _UNKNOWN_SIZE
        return (width, height) if width and height else _UNKNOWN_SIZE

    @property
    def can_suspend(self) -> bool:
        """Job control works on every terminal this driver runs on."""
        return True

    # Coming and going

    def start_application_mode(self) -> None:
        """Take the terminal over, or go on from the frame that was painted before the app was loaded."""
        self._signals.install()  # before the terminal is ours: from here on the driver gives it back
        self._settings = boot.adopt() or modes.raw(self._in)
        self._output = Output(self._out_fd, self._loop, self._drained)
        self._fitted(*self._terminal_size())
        shown = boot.shown(self.wanted.width, self.wanted.height)
        self.send(modes.enter(self.capabilities, mouse=self._mouse, there=shown is not None))
        if shown is not None:
            self._painter.assume(shown)
            self._curtain.wait_for_first()
        sys.setswitchinterval(_SWITCH)
        self._tell_size()

    def disable_input(self) -> None:
        """Read no more keys, and drop those not delivered."""
        self._deaf()
        self._curtain.drop()
        for timer in (self._tick, self._resize):
            if timer is not None:
                timer.cancel()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        self._signals.remove()
        self.send(modes.leave(self.capabilities, mouse=self._mouse))
        if self._output is not None:
            self._output.close(_DRAIN)
            self._output = None
        modes.restore(self._in, self._settings)
        self._settings = None

    def _give_back(self) -> None:
        """Restore the terminal from outside the event loop, when that is stuck."""
        if self._output is not None:
            self._output.send(modes.leave(self.capabilities, mouse=self._mouse).encode())
            self._output.close(0.5)
        modes.restore(self._in, self._settings)

    def _leave(self, status: int) -> None:
        """Someone wants the reader gone: a signal, the end of input, or a lost terminal."""
        self._deaf()
        self._signals.watch(status)
        if isinstance(self._app, Leaves):
            self._app.leave(status)
        else:
            self._app.exit(return_code=status)

    def _suspend(self) -> None:
        self.suspend_application_mode()
        life.stop_here()
        if self._signals.leaving:  # asked for while it was stopped; the terminal is another's now
            return
        self.resume_application_mode()
        self.send_message(self.SignalResume())

    def resume_application_mode(self) -> None:
        """Take the terminal over again; another program may have used it, so that everything is painted."""
        wanted = self.wanted
        super().resume_application_mode()
        if (wanted.width, wanted.height) == (self.wanted.width, self.wanted.height):
            self.wanted.rows = wanted.rows
            self.redraw()

    # Input

    def _listen(self) -> None:
        """Read keys from now on: not before the first frame, as there is nothing yet that they could act on."""
        self._listening = True
        try:
            self._loop.add_reader(self._in, self._readable)
        except OSError:  # not a terminal, nor anything else that can be waited for
            self._leave(life.HUNG_UP)

    def _deaf(self) -> None:
        self._listening = False
        self._loop.remove_reader(self._in)
        self._pacer.drop()

    def _readable(self) -> None:
        try:
            data = os.read(self._in, _READ)
        except OSError:
            data = b""
        if not data:
            self._leave(life.HUNG_UP)
            return
        self._pacer.take(self._keys.feed(data))
        if self._tick is not None:
            self._tick.cancel()
        self._tick = self._loop.call_later(escape_delay() + 0.005, self._time_passed)

    def _time_passed(self) -> None:
        self._pacer.take(self._keys.tick())

    def send_message(self, message: Message) -> None:
        """Post to the app; everything here runs in its event loop."""
        self._app.post_message(message)

    # Size

    def _resized(self) -> None:
        """Wait for a storm of size changes to pass."""
        if self._resize is not None:
            self._resize.cancel()
        self._resize = self._loop.call_later(_RESIZE_PAUSE, self._refit)

    def _refit(self) -> None:
        self._fitted(*self._terminal_size())
        self._refitted = True
        self._tell_size()

    def _tell_size(self) -> None:
        size = Size(self.wanted.width, self.wanted.height)
        self._size = size
        self.send_message(events.Resize(size, size))

    # Output

    def write(self, data: str) -> None:
        """Take a frame; of the control strings the app writes only the bell is needed here."""
        if not is_frame(data):
            if data == "\x07":
                self.send(data)
        elif self._plain:
            self.send(data)
        else:
            self._reader.feed(data)

    def flush(self) -> None:
        """Paint what changed, unless the terminal is still busy with the frame before."""
        if self._output is None:
            return
        if not self._listening:
            self._listen()
        if not self._plain and not self._incomplete() and not self._curtain.hides():
            self._uncovered()

    def _incomplete(self) -> bool:
        """Whether all there is for a window of another size are frames laid out before; a whole one is on its way."""
        if self._refitted and self._reader.outside:
            self._reader.outside = False
            self._reader.touched.clear()
        self._refitted = self._refitted and len(self._reader.touched) < self.wanted.height
        return self._refitted

    def _uncovered(self) -> None:
        """Paint, or wait for the terminal to catch up."""
        if self._output is not None:
            self._behind = self._output.busy
            if not self._behind:
                self._paint()

    def send(self, data: str) -> None:
        """Send characters as they are: for lateral's own control sequences only, never for text."""
        if self._output is not None:
            self._output.send(data.encode(errors="replace"))

    def keep_screen(self) -> None:
        """Keep the screen for the next session to begin with."""
        with contextlib.suppress(OSError):  # a full disk costs the next session a third of a second
            lastscreen.keep(self.wanted, self.capabilities)

    def redraw(self) -> None:
        """Paint the whole screen again, whatever happened to it."""
        self._painter.forget(self.wanted.width, self.wanted.height)
        self._refitted = False
        self.flush()

    def _paint(self) -> None:
        touched = self._reader.touched
        self._reader.touched = set()
        self.send(self._painter.paint(self.wanted, touched, self._reader.cursor))

    def _drained(self) -> None:
        """The terminal has caught up, or is gone."""
        if self._output is None:
            return
        if self._output.lost:
            self._leave(life.HUNG_UP)
        elif self._behind:
            self.flush()
