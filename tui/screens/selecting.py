"""Articles selected among the results, to be put side by side."""

from __future__ import annotations

from collections.abc import Sequence

from tui.screens.article_commands import ArticleCommands
from tui.widgets.result_list import ResultList


class SelectionCommands(ArticleCommands):
    """For a screen with a list of results; what is selected there outlives the query."""

    @property
    def results(self) -> ResultList:
        """The list."""
        raise NotImplementedError

    def selected(self) -> str:
        """What can be done with the selection, in words; "" where there is none."""
        articles = len(self.results.picked)
        if articles == 1:
            return "1 article selected; choose another one with x for a comparison; X drops it"
        return f"{articles} articles selected; = compares them, X drops them" if articles else ""

    def select(self, articles: Sequence[str]) -> None:
        """Select these and no others."""
        self.results.picked = articles
        self.results.refresh()

    def action_select(self) -> None:
        """Take the article into the next comparison, or out of it."""
        if self.chosen is None:
            return
        picked = [each for each in self.results.picked if each != self.chosen]
        if len(picked) == len(self.results.picked):
            picked.append(self.chosen)
        self.results.action_down()
        self.select(picked)
        self.start("prepare", self.ask, self._prepare)

    def _prepare(self) -> None:
        """Load what a comparison and its screen take while the next article is being chosen."""
        import tui.screens.compare  # noqa: F401

        self.library.prepare_comparing()

    def action_select_none(self) -> None:
        """Drop the selection."""
        self.select(())

    def action_compare(self) -> None:
        """The selected articles, which are selected no more then, or those on the story of this one."""
        if len(self.results.picked) > 1:
            self.go("compare", *self.results.picked)
            self.select(())
        elif self.results.picked:
            self.say("One article alone cannot be compared.")
        else:
            super().action_compare()
