"""One line to type into, at the bottom of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.widgets.field import Field
from tui.widgets.text_line import TextLine


class Prompt(ModalScreen[str | None]):
    """Gives what was typed, or None where nothing was; `changed` hears of every keystroke."""

    BINDINGS: ClassVar = [Binding("escape,ctrl+g", "cancel", "Cancel", show=False)]

    def __init__(self, label: str, value: str = "", hint: str = "", changed: Callable[[str], object] = str) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._hint = hint
        self._changed = changed

    def compose(self) -> ComposeResult:
        """The label, the line, and a hint below."""
        label = TextLine([(self._label, ("heading",))], id="label")
        label.styles.width = len(self._label) + 2
        with Horizontal(id="prompt"):
            yield label
            yield Field(self._value, id="typed")
        yield TextLine([(self._hint or "Enter accepts, an empty line changes nothing", ("dim",))], id="hint")

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        self._changed(event.value)

    @on(Input.Submitted)
    def _accept(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
