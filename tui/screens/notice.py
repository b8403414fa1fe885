"""A sentence that has to be seen: what went wrong, or what a key cannot do here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from tui.widgets.text_line import TextLine


class Notice(ModalScreen[None]):
    """Shows a title, a text and perhaps an address, as a link, until a key is pressed."""

    BINDINGS: ClassVar = [Binding("enter,space,q,left,escape", "close", "Close", show=False)]

    def __init__(self, title: str, text: str, link: str = "") -> None:
        super().__init__()
        self._title = title
        self._text = Content.assemble(Content(text), Content.styled(link, Style(link=link or None)))

    def compose(self) -> ComposeResult:
        """The text, never read as markup."""
        with Vertical(id="panel"):
            yield TextLine([(self._title, ("heading",))], id="title")
            yield Static(self._text, id="text")
            yield TextLine([("Enter ", ("key",)), ("close", ("dim",))], id="hint")

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
