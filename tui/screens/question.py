"""A question to be answered with yes or no, before something is done that takes a while to undo."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.text_line import TextLine


class Question(ModalScreen[bool]):
    """Gives whether the answer was yes. Enter is neither, for it may have been meant for what is below."""

    BINDINGS: ClassVar = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,q,left,escape", "answer(False)", "No", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The text, never read as markup, and the keys."""
        keys = [("y ", ("key",)), ("yes   ", ("dim",)), ("n ", ("key",)), ("no", ("dim",))]
        with Vertical(id="panel"):
            yield TextLine([(self._title, ("heading",))], id="title")
            yield Static(Content(self._text), id="text")
            yield TextLine(keys, id="hint")

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
