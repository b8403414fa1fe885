"""Adding files and folders while one goes on reading: how far it has come, and what became of each item."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from index.model import Fate, Outcome
from tui.actions import Context, bindings
from tui.importer import Importer
from tui.screens.base import LateralScreen
from tui.screens.prompt import Prompt
from tui.session import Session
from tui.widgets.outcome_list import OutcomeList
from tui.widgets.phrasing import count
from tui.widgets.text_line import TextLine

_LOOK = 0.25  # seconds between looks at the progress
_NOTHING_YET = "Nothing imported yet. i asks for a file or a folder; importing again changes nothing."


class ImportScreen(LateralScreen):
    """Shows the import that runs, or the ledger of the last one; asks for a path where there was none."""

    context = Context.IMPORT
    BINDINGS: ClassVar = bindings(Context.IMPORT)

    class Wanted(Message):
        """These files and folders are to be imported."""

        def __init__(self, paths: tuple[Path, ...]) -> None:
            super().__init__()
            self.paths = paths

    def __init__(self, session: Session, importer: Importer) -> None:
        super().__init__(session)
        self._importer = importer
        self._progress = TextLine(id="progress")
        self._list = OutcomeList(session.glyphs, id="outcomes")
        self._note = TextLine(id="note")
        self._ran = importer.running
        self._all: tuple[Outcome, ...] = ()
        self._only = False

    def content(self) -> ComposeResult:
        """A line of progress, the ledger, and the whole reason of the item under the cursor."""
        yield self._progress
        yield self._list
        yield self._note

    def on_mount(self) -> None:
        """Show what there is, or ask."""
        self.focus_on(self._list)
        self.entitle([("import", ("accent",)), (self._destination, ("dim",))])
        self.set_interval(_LOOK, self._look)
        self.start("fetch", self._fetch)
        if not self._ran:
            self.action_add()

    def pairs(self) -> list[tuple[str, str]]:
        """Nothing is to be cancelled while nothing runs, and nothing to be added while something does."""
        unfit = "add more" if self._importer.running else "cancel"
        return [(key, short) for key, short in super().pairs() if short != unfit]

    def say(self, text: str) -> None:
        """A word below the list."""
        self._note.show([(text, ("active",))])

    def _look(self) -> None:
        """Follow the progress; fetch the ledger once the import has ended."""
        importer = self._importer
        if importer.running:
            self._ran = True
            self._list.explain(self._why_nothing)
            self._progress.show([(importer.said(), ("title",))], [(importer.latest, ("dim",))])
            self.tell_keys()
        elif self._ran:
            self._ran = False
            self.tell_keys()
            self.start("fetch", self._fetch)

    async def _fetch(self) -> None:
        outcomes = await self.ask(self._importer.last)
        self._all = tuple(sorted(outcomes, key=lambda each: (not each.fault, each.fate is not Fate.SKIPPED)))
        self._show()

    def _show(self) -> None:
        shown = tuple(each for each in self._all if each.fate is Fate.SKIPPED) if self._only else self._all
        self._list.show(shown)
        self._list.explain(self._why_nothing)
        if not self._importer.running:
            sums = ", ".join(f"{n:,} {fate.value}" for fate in Fate if (n := self._number(fate)))
            said = f"last import: {count(len(self._all), 'item')}: {sums}" if self._all else "nothing imported yet"
            rest = "  stopped; index and stories are finished at the next start" if self._importer.stopped else ""
            self._progress.show([(said, ("title",)), (rest, ("problem",))])

    @property
    def _why_nothing(self) -> str:
        if self._importer.running:
            return "What becomes of each item is listed here when the import is done; reading can go on meanwhile."
        return "Nothing was left out; f shows everything." if self._all else _NOTHING_YET

    def _number(self, fate: Fate) -> int:
        return sum(each.fate is fate for each in self._all)

    @on(OutcomeList.Moved)
    def _tell(self) -> None:
        outcome = self._list.current
        self._note.show([(outcome.reason, ("dim",))] if outcome is not None else ())
        if wanted := self._list.untitled:
            self.start("titles", self._entitle_items, wanted)

    async def _entitle_items(self, ids: Sequence[str]) -> None:
        self._list.entitle(await self.ask(self._importer.titles, ids))

    def action_add(self) -> None:
        """Ask for a path."""
        if self._importer.running:
            self.say("An import is running; x stops it.")
            return
        hint = f"a file or a folder{self._destination}; several are separated by commas"
        self.app.push_screen(Prompt("Import", "", hint), self._add)

    @property
    def _destination(self) -> str:
        own = self._importer.own
        return f" into your own library at {own}" if own is not None else ""

    def _add(self, typed: str | None) -> None:
        paths = tuple(Path(each.strip()).expanduser() for each in (typed or "").split(",") if each.strip())
        if paths:
            self._ran = True
            self.post_message(self.Wanted(paths))

    def action_cancel(self) -> None:
        """Stop it."""
        if self._importer.running:
            self._importer.cancel()
            self.say("Stopping after the present batch; what is in stays in.")

    def action_skipped(self) -> None:
        """Show only what was left out, or everything."""
        self._only = not self._only
        self._show()
