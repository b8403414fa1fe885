"""Two to eight sources on one event, side by side: who reports what, who leaves it out, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from index.compare.report.page import markdown
from index.model import Article, Comparison, Story
from tui.actions import Context, bindings
from tui.screens import compare_tables as tables
from tui.screens.base import LateralScreen, Place
from tui.screens.citing import cited_row
from tui.screens.version_table import version_table
from tui.session import Session
from tui.widgets.grid import GridRow, Kind, Table, folded
from tui.widgets.grid_view import GridView
from tui.widgets.ink import Run
from tui.widgets.phrasing import count, outlet
from tui.widgets.tabs import Tabs
from tui.widgets.text_line import TextLine

VIEWS = ("Side by side", "Claims", "Figures", "Quotations", "Wording", "Versions")
VIEW = "view "  # what in a place tells the number of a view from an article
_VERSIONS = 6


class CompareScreen(LateralScreen):
    """Shows one of six views of a comparison; every cell leads back to its sentence."""

    context = Context.COMPARE
    BINDINGS: ClassVar = bindings(Context.COMPARE)

    def __init__(self, session: Session, articles: Sequence[str], view: int = 1) -> None:
        super().__init__(session)
        self._ids = tuple(articles)
        self._articles: tuple[Article, ...] = ()
        self._comparison: Comparison | None = None
        self._number = view
        self._source = 0  # the column whose versions are shown, and to which one returns from them
        self._rows: dict[int, int] = {}
        self._folded: frozenset[Kind] = frozenset()
        self._tabs = Tabs(VIEWS, id="tabs")
        self._grid = GridView(session.glyphs, id="grid")
        self._note = TextLine(id="note")
        self._said = ""

    @property
    def place(self) -> Place:
        """The articles in their order, and the view."""
        return ("compare", *self._ids, *([f"{VIEW}{self._number}"] if self._number > 1 else []))

    def content(self) -> ComposeResult:
        """The views by number, the table, and a line that explains the row under the cursor."""
        yield self._tabs
        yield self._grid
        yield self._note

    def on_mount(self) -> None:
        """Compare."""
        self.focus_on(self._grid)
        self.prepare("compare", self._compare)

    def say(self, text: str) -> None:
        """A word in place of the note, until the cursor moves."""
        self._said = text
        self._tell()

    async def _compare(self) -> None:
        self._note.show([("Comparing …", ("dim",))])
        self._articles = await self.ask(self.library.articles, self._ids)
        self._comparison = await self.ask(self.library.compare, self._ids)
        self._articles = self._articles[: len(self._comparison.articles)]
        story = await self.ask(self.library.story_of, self._articles[0].id)
        shared, differing = self._comparison.shared, sum(bool(row.differences) for row in self._comparison.rows)
        sources = {article.source for article in self._articles}
        told = "source" if len(sources) == len(self._articles) else "article"
        said = (
            f"{count(shared, 'shared row')}, {count(differing, 'differs', 'differ') if differing else 'none differs'}"
        )
        number = count(len(self._articles), told) + self._left_out(story)
        self.entitle([(number, ("accent",)), (f"  {self._event(story)}", ("dim",))], [(said, ("dim",))])
        await self._view(self._number)

    def _left_out(self, story: Story | None) -> str:
        """How many articles on the story are not compared, so that nobody takes these for all."""
        if story is None or not set(self._ids) <= set(story.articles):
            return ""
        more = sum(each not in self._ids for each in story.articles)
        return f" of {count(len(self._ids) + more, 'article')} on this" if more else ""

    def _event(self, story: Story | None) -> str:
        """What they tell of, where it is one event."""
        return story.title if story is not None and set(self._ids) <= set(story.articles) else ""

    # Views

    async def _view(self, number: int) -> None:
        table = await self._table(number)
        if table is None:
            self._number = number  # what is shown once there is a comparison
            return
        if self._grid.table.rows:
            self._rows[self._number] = self._grid.index
        self._number = number
        self._tabs.choose(number - 1)
        self._grid.show(table, row=self._rows.get(number, tables.telling_most(table) if number == 1 else 0))
        if number != _VERSIONS:
            self._grid.pick(self._source)

    async def _table(self, number: int) -> Table | None:
        if self._comparison is None:
            return None
        if number == _VERSIONS:
            return await self.ask(version_table, self.library, self._articles[self._source].id)
        return self._built(self._comparison, number)

    def _built(self, comparison: Comparison, number: int) -> Table:
        match number:
            case 2:
                return tables.claims(comparison, self._articles, self.session.glyphs)
            case 3:
                return tables.figures(comparison, self._articles)
            case 4:
                return tables.quotations(comparison, self._articles)
            case 5:
                return tables.wording(comparison, self._articles)
            case _:
                whole = tables.side_by_side(comparison, self._articles)
                return Table(whole.columns, folded(whole.rows, self._folded), empty=whole.empty)

    def action_view(self, number: int) -> None:
        """One of the views; the versions are those of the article in the column of the cursor."""
        self.prepare("view", self._view, number)

    # The line below

    @on(GridView.Moved)
    def _moved(self) -> None:
        self._said = ""
        if self._number != _VERSIONS:
            self._source = self._grid.column
        self._tell()

    def _tell(self) -> None:
        row = self._grid.current
        left: list[Run] = [(self._said, ("active",))] if self._said else _noted(row)
        versions = self._number == _VERSIONS and self._articles
        source = (
            f"{self._source + 1} {outlet(self._articles[self._source].source)}  ← → other sources" if versions else ""
        )
        self._note.show(left, [(source, ("key",))] if source else ())

    # Moving

    def action_next_difference(self) -> None:
        """To the next row where sources differ."""
        self._jump(1)

    def action_previous_difference(self) -> None:
        """To the one before."""
        self._jump(-1)

    def _jump(self, by: int) -> None:
        rows, at = self._grid.table.rows, self._grid.index + by
        while 0 <= at < len(rows):
            if rows[at].kind == "differs":
                self._grid.go(at)
                self._grid.reveal()
                return
            at += by
        if any(row.kind == "differs" for row in rows):
            self.say("No further difference below." if by > 0 else "No further difference above.")
        else:
            self.say("No row differs here.")

    async def action_column_left(self) -> None:
        """To the source on the left, or back."""
        if self._source:
            self._step(-1)
        else:
            await self.app.run_action("back")

    def action_column_right(self) -> None:
        """To the source on the right."""
        self._step(1)

    def _step(self, by: int) -> None:
        """To the next source; its versions, where those are shown."""
        if self._number != _VERSIONS:
            self._grid.pick(self._grid.column + by)
        elif 0 <= self._source + by < len(self._articles):
            self._source += by
            self.prepare("view", self._view, _VERSIONS)

    # Arranging

    def action_fold_same(self) -> None:
        """Fold or unfold what is alike."""
        self._fold(frozenset({"same"}))

    def action_fold_only(self) -> None:
        """Fold or unfold what one source alone has."""
        self._fold(frozenset({"only"}))

    def _fold(self, kinds: frozenset[Kind]) -> None:
        if self._number != 1:
            return
        row = self._grid.current
        self._folded ^= kinds
        self.prepare("view", self._refold, row)

    async def _refold(self, row: GridRow | None) -> None:
        table = await self._table(1)
        if table is not None:
            self._grid.show(table, row=table.rows.index(row) if row in table.rows else 0)

    def action_swap(self) -> None:
        """Exchange this column with the next."""
        left = min(self._grid.column, len(self._ids) - 2)
        ids = list(self._ids)
        ids[left], ids[left + 1] = ids[left + 1], ids[left]
        self._ids = tuple(ids)
        self.prepare("compare", self._compare)

    def action_copy(self) -> None:
        """Copy the row under the cursor."""
        row = self._grid.current
        if row is not None and row.cells:
            addresses = [article.url for article in self._articles] if self._number != _VERSIONS else []
            self.app.copy_to_clipboard(cited_row(self._grid.table, row, addresses))

    def action_copy_all(self) -> None:
        """Copy the report."""
        if self._comparison is not None:
            self.start("report", self._copy_report, self._comparison)

    async def _copy_report(self, comparison: Comparison) -> None:
        self.app.copy_to_clipboard(await self.ask(markdown, comparison, self._articles))

    def action_open(self) -> None:
        """The sentence under the cursor in its article."""
        found = self._grid.cell
        if found is None or self._number == _VERSIONS:
            return
        column, cell = found
        self.go("article", self._articles[column].id, *([str(cell.at)] if cell.at else []))


def _noted(row: GridRow | None) -> list[Run]:
    if row is None or not row.note:
        return []
    return [(row.note, ("problem",) if row.kind == "differs" else ("dim",))]
