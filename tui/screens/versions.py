"""What one article said first and what it says now."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.actions import Context
from tui.screens.base import LateralScreen, Place
from tui.screens.version_table import version_table
from tui.session import Session
from tui.widgets.grid_view import GridView
from tui.widgets.phrasing import count, outlet
from tui.widgets.text_line import TextLine


class VersionsScreen(LateralScreen):
    """The edits of one article, the most substantial first."""

    context = Context.MOVE
    BINDINGS: ClassVar = []

    def __init__(self, session: Session, article: str) -> None:
        super().__init__(session)
        self._article = article
        self._grid = GridView(session.glyphs, id="grid")
        self._note = TextLine(id="note")

    @property
    def place(self) -> Place:
        """The article."""
        return ("versions", self._article)

    def content(self) -> ComposeResult:
        """The edits, and a line that says what the one under the cursor touches."""
        yield self._grid
        yield self._note

    def on_mount(self) -> None:
        """Fetch the versions."""
        self.focus_on(self._grid)
        self.prepare("open", self._open)

    def say(self, text: str) -> None:
        """A word in place of the note."""
        self._note.show([(text, ("active",))])

    async def _open(self) -> None:
        article = await self.ask(self.library.article, self._article)
        table = await self.ask(version_table, self.library, self._article)
        self.entitle(
            [(outlet(article.source), ("accent",)), ("  versions", ("dim",))],
            [(count(len(table.rows), "edit"), ("dim",))],
        )
        self._grid.show(table)

    @on(GridView.Moved)
    def _tell(self) -> None:
        row = self._grid.current
        self._note.show([(row.note, ("dim",))] if row is not None else ())
