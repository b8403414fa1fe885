"""Queries kept under a name, each with what it finds now and what is new since it was last looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.library import Library
from index.model import SavedSearch
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
        searches = await self.ask(self.library.state.searches)
        if not searches:
            self.say("Nothing saved yet; ^S saves the query.")
            return
        choices = await self.ask(lambda: [_choice(self.library, each) for each in searches])
        chooser = Chooser(
            "Saved searches",
            choices,
            hint="⏎ search   Del drop   Esc or ← close",
            lead="heading",
            drop=self._drop(searches, choices),
            glyphs=self.session.glyphs,
        )
        name = await self.app.push_screen_wait(chooser)
        search = next((each for each in searches if each.name == name), None)
        if search is not None:
            self.searched = search.query
            await self.ask(self._look_at, search.name, search.query)
            self.looked()

    def looked(self) -> None:
        """Called when what was new in a saved search is so no more."""

    def _drop(self, searches: Sequence[SavedSearch], choices: Sequence[Choice]) -> Callable[[str], Choice]:
        """Drops the saved search of a name, or takes it back where it has just been dropped."""
        state = self.library.state
        kept = {search.name: (search, choice) for search, choice in zip(searches, choices, strict=True)}

        def drop(name: str) -> Choice:
            search, choice = kept[name]
            if search in state.searches():
                state.forget_search(name)
                return replace(choice, label="dropped; Del takes it back")
            state.save_search(name, search.query, search.seen)
            return choice

        return drop

    def _look_at(self, name: str, query: str) -> None:
        """Keep a query as seen up to the present."""
        self.library.state.save_search(name, query, self.library.newest_arrival())


def _choice(library: Library, search: SavedSearch) -> Choice:
    """A saved search with what it finds now and what is new since it was last looked at."""
    total = library.search(search.query, limit=0).total
    new = library.new_in(search.query, search.seen)
    counts = f"{count(total, 'article')}, {new:,} new" if new else count(total, "article")
    return Choice(search.name, counts, search.query, search.name)


def news(library: Library) -> int:
    """How many saved searches find something new."""
    return sum(library.new_in(each.query, each.seen) > 0 for each in library.state.searches())
