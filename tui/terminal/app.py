"""What an app needs to live on the wire: a base class that plugs the driver, the filters and the ways out in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter

from index.text.sanitise import clean
from tui.terminal import clipboard
from tui.terminal.capabilities import detect
from tui.terminal.driver import WireDriver
from tui.terminal.filters import line_filters
from tui.terminal.seam import driver_of


class WireApp(App[int]):
    """An app over `WireDriver`. Subclasses save in `save`, which may be called with the terminal already gone."""

    def __init__(self) -> None:
        self._wire_filters = line_filters(detect())
        super().__init__()
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """The cell-diffing driver."""
        return WireDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then those that make text safe and fit for this terminal."""
        return [*super().get_line_filters(), *self._wire_filters]

    def save(self) -> None:
        """Save what the user would miss: called once on every way out, before the screen goes."""

    def leave(self, status: int) -> None:
        """Save and exit with `status`, on a hang-up or a signal."""
        self.exit(status, return_code=status)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Save, then leave as Textual does; a message is shown as plain text."""
        self.save()
        driver = driver_of(self)
        if isinstance(driver, WireDriver) and self.screen_stack and not self.screen.is_modal:
            driver.keep_screen()
        if message is not None:
            message = Text(clean(str(message)))
        super().exit(result, return_code, message)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the user's terminal and to a file. Raises OSError where the file cannot be written."""
        path = clipboard.copy(self, text)
        self.copied(f"Copied; also in {path}" if clipboard.fits(text) else f"Too long to be copied; it is in {path}")

    def copied(self, said: str) -> None:
        """Tell the user where the copied text is, for a terminal that does not take it."""
        self.notify(said, markup=False)

    def action_redraw(self) -> None:
        """Paint the screen again, after something else wrote on it."""
        driver = driver_of(self)
        if isinstance(driver, WireDriver):
            driver.redraw()
