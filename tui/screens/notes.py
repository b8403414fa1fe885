"""All marks and notes of a reader, each leading back to its sentence; copied out one by one or as Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.actions import Context, bindings
from tui.screens.base import LateralScreen, Place
from tui.screens.citing import citation, markdown
from tui.screens.prompt import Prompt
from tui.session import Session
from tui.widgets.note_list import Noted, NoteList
from tui.widgets.phrasing import count
from tui.widgets.text_line import TextLines, wrapped


class NotesScreen(LateralScreen):
    """The marks by article, the newest article first."""

    context = Context.NOTES
    BINDINGS: ClassVar = bindings(Context.NOTES)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._list = NoteList(session.glyphs, id="notes")
        self._note = TextLines(2, id="note")
        self._fetched = False

    @property
    def place(self) -> Place:
        """The list."""
        return ("notes",)

    def content(self) -> ComposeResult:
        """The list, and below it the whole note under the cursor."""
        yield self._list
        yield self._note

    def on_mount(self) -> None:
        """Fetch the marks."""
        self.focus_on(self._list)
        self.entitle([("notes", ("accent",))])
        self.prepare("fetch", self._fetch)

    def on_screen_resume(self) -> None:
        """They may have changed in an article meanwhile."""
        if self._fetched:
            self.start("fetch", self._fetch)

    def say(self, text: str) -> None:
        """A word in place of the note, until the cursor moves."""
        self._note.show(*wrapped(text, self.size.width, "active"))

    async def _fetch(self) -> None:
        found = await self.ask(self.library.noted)
        rows = [Noted(article, mark) for article, marks in found for mark in marks]
        self._fetched = True
        self._list.show(rows, cursor=self._list.cursor)
        self._entitle()
        self._list.explain("Nothing marked yet. In an article, m marks a sentence and e writes a note on it.")

    def _entitle(self) -> None:
        marks = [row.mark for row in self._list.rows if not row.gone]
        notes = sum(bool(mark.note) for mark in marks)
        said = f"{count(len(marks), 'mark')}, {notes:,} with a note"
        self.entitle([("notes", ("accent",))], [(said, ("dim",))])

    @on(NoteList.Moved)
    def _tell(self) -> None:
        row = self._list.current
        if row is not None:
            self._note.show(*wrapped(row.mark.note, self.size.width, "dim"))

    def action_open(self) -> None:
        """The sentence in its article."""
        row = self._list.current
        if row is not None:
            self.go("article", row.article.id, *([] if row.mark.lost else [str(row.mark.start)]))

    def action_mark(self) -> None:
        """Take the mark away, or put it back."""
        row = self._list.current
        if row is not None:
            self.start("mark", self._turn, row)

    async def _turn(self, row: Noted) -> None:
        state = self.library.state
        if row.gone:
            await self.ask(state.set_mark, row.article, row.mark, row.mark.note)
        else:
            await self.ask(state.remove_mark, row.mark)
        self._replace(row, replace(row, gone=not row.gone and not row.mark.lost))
        if row.mark.lost:
            await self._fetch()

    def action_note(self) -> None:
        """Write another note."""
        row = self._list.current
        if row is None or row.gone:
            return
        if row.mark.lost:
            self.say("These words are no longer in the article; Enter opens it.")
            return
        self.app.push_screen(Prompt("Note", row.mark.note), lambda note: self._noted(row, note) if note else None)

    def _noted(self, row: Noted, note: str) -> None:
        self.start("mark", self._write, row, note)

    async def _write(self, row: Noted, note: str) -> None:
        await self.ask(self.library.state.set_mark, row.article, row.mark, note)
        self._replace(row, replace(row, mark=replace(row.mark, note=note)))

    def _replace(self, row: Noted, other: Noted) -> None:
        rows = [other if each == row else each for each in self._list.rows]
        self._list.show(rows, cursor=self._list.cursor)
        self._entitle()

    def action_copy(self) -> None:
        """This one with where it comes from."""
        row = self._list.current
        if row is not None:
            self.app.copy_to_clipboard(citation(row.article, row.mark, row.mark.note))

    def action_copy_all(self) -> None:
        """All of them as Markdown."""
        rows = [row for row in self._list.rows if not row.gone]
        if rows:
            self.app.copy_to_clipboard(markdown(rows))
