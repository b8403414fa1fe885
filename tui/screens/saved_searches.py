"""Queries kept under a name, each with what it finds now and what is new since it was last looked at."""

from __future__ import annotations

from index.library import Library
from tui.screens.base import LateralScreen
from tui.screens.chooser import Chooser
from tui.screens.prompt import Prompt
from tui.widgets.choice_list import Choice
from tui.widgets.phrasing import count


class SavedSearchCommands(LateralScreen):
    """For a screen whose query is `searched`."""

    @property
    def searched(self) -> str:
        """What is searched for."""
        raise NotImplementedError

    @searched.setter
    def searched(self, text: str) -> None:
        raise NotImplementedError

    def action_save(self) -> None:
        """Keep the query under a name."""
        query = self.searched.strip()
        if query:
            self.app.push_screen(Prompt("Save as", query, "The name under which w lists it"), self._save)
        else:
            self.say("Type a query first; then it can be saved.")

    def action_saved(self) -> None:
        """Choose a saved search."""
        self.prepare("saved", self._choose_saved)

    def _save(self, name: str | None) -> None:
        if name:
            self.start("save", self._keep_search, name, self.searched.strip())

    async def _keep_search(self, name: str, query: str) -> None:
        await self.ask(self._look_at, name, query)
        self.say(f"Saved as {name}; w lists saved searches.")

    async def _choose_saved(self) -> None:
        choices = await self.ask(saved_searches, self.library)
        if not choices:
            self.say("Nothing saved yet; ^S saves the query.")
            return
        name = await self.app.push_screen_wait(Chooser("Saved searches", choices, glyphs=self.session.glyphs))
        search = next((each for each in self.library.state.searches() if each.name == name), None)
        if search is not None:
            self.searched = search.query
            await self.ask(self._look_at, search.name, search.query)

    def _look_at(self, name: str, query: str) -> None:
        """Keep a query as seen up to the present."""
        self.library.state.save_search(name, query, self.library.last_change())


def saved_searches(library: Library) -> tuple[Choice, ...]:
    """The saved searches with what they find now and what is new since they were last looked at."""
    return tuple(
        Choice(each.name, each.name, _counts(library, each.query, each.seen)) for each in library.state.searches()
    )


def _counts(library: Library, query: str, seen: int) -> str:
    total = library.search(query, limit=0).total
    new = library.new_in(query, seen)
    return f"{count(total, 'article')}, {new:,} new" if new else count(total, "article")
