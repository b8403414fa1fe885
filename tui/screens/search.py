"""The first screen: a query, its results as you type, facets, and the article beside them where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Input
from textual.widgets.input import Selection

from index.errors import DamagedIndexError, QueryError, VersionError
from index.model import Article, Hit
from index.search.tree import Sort
from tui.actions import Context, bindings
from tui.latest import Latest, Stale
from tui.screens.article_commands import ArticleCommands
from tui.screens.asking import Answer, Wanted, answered
from tui.screens.base import Place
from tui.screens.result_status import NO_INDEX, advice, beginning, counted, nothing, problem, summary
from tui.screens.saved_searches import SavedSearchCommands, news
from tui.screens.selecting import SelectionCommands
from tui.session import Session
from tui.widgets.article_page import Aids, aids
from tui.widgets.article_view import ArticleView
from tui.widgets.facet_list import FacetList, facet_rows, toggled
from tui.widgets.field import Field
from tui.widgets.ink import Line, Run
from tui.widgets.panes import Panes
from tui.widgets.phrasing import count
from tui.widgets.result_list import ResultList
from tui.widgets.text_line import TextLine, TextLines, wrapped

WIDE = 110  # columns from which the article is shown beside the results
_FACETS = 140  # columns from which the facets are always shown
_SETTLED = 0.12  # seconds the cursor rests on a result before its article is fetched …
_PAUSED = 0.3  # … and seconds without a key while typing
_STILL = 0.5  # seconds without a key after which results may change by themselves


class SearchScreen(SelectionCommands, SavedSearchCommands):
    """Typing searches; ↓ or Enter go on to the results, where letters are commands."""

    context = Context.SEARCH
    BINDINGS: ClassVar = [
        *bindings(Context.SEARCH),
        Binding("down,up", "results", "Results", show=False),
        Binding("tab", "next_pane", "Next pane", show=False),
        Binding("shift+tab", "previous_pane", "Previous pane", show=False),
    ]

    def __init__(self, session: Session, query: str = "") -> None:
        super().__init__(session)
        self._settled = query  # what is read as it stands: asked for as a whole, not in the middle of typing
        self._query = Field(placeholder="Search every article", id="query")
        self._status = TextLines(2, id="status")
        self._facets = FacetList(session.glyphs, id="facets")
        self._results = ResultList(session.glyphs, id="results")
        self._preview = ArticleView(session.settings.reader.measure, session.glyphs, id="preview")
        self._search: Latest[Wanted, Answer] = Latest(self.spawn, self._look, self._show)
        self._fetch: Latest[str, tuple[Article, Aids]] = Latest(self.spawn, self._load, self._preview_of)
        self._sort = session.library.order
        self._answer: Answer | None = None
        self._said = ""
        self._problem: QueryError | None = None
        self._shown: tuple[str, bool] | None = None
        self._settling: Timer | None = None
        self._typed_at = 0.0  # seconds on the monotonic clock
        self._renewal: Timer | None = None
        self._narrowing = False

    @property
    def chosen(self) -> str | None:
        """The article under the cursor."""
        hit = self._results.current
        return hit.id if hit is not None else None

    @property
    def results(self) -> ResultList:
        """The list of results."""
        return self._results

    def select(self, articles: Sequence[str]) -> None:
        """Select these and no others, and say so."""
        super().select(articles)
        self._said = ""
        self._tell()

    @property
    def searched(self) -> str:
        """What is typed."""
        return self._query.value

    @searched.setter
    def searched(self, text: str) -> None:
        self._settled = text
        self._query.value = text
        self._query.cursor_position = len(text)

    @property
    def place(self) -> Place:
        """The query."""
        return ("search", self.searched)

    def content(self) -> ComposeResult:
        """A line to type in, a line about the results, and up to three panes."""
        with Panes(id="line"):
            yield TextLine([("/", ("key",))], id="slash")
            yield self._query
        yield self._status
        with Panes(id="panes"):
            yield self._facets
            yield self._results
            yield self._preview

    def on_mount(self) -> None:
        """Show what there is."""
        self._query.value = self._settled
        self._query.selection = Selection(0, len(self._settled))
        if self.focused is None:  # else it is covered already by where the reader was left
            self.focus_on(self._query)
        self._entitle(None)
        self.hold()
        self._ask()
        self.start("count", self._count)

    def covered(self) -> None:
        """Who comes back by keys of the list does not want them typed."""
        self.focus_on(self._results)

    def on_screen_resume(self) -> None:
        """Read marks and the library may have changed meanwhile."""
        if self._answer is not None:
            self._ask()
            self.start("count", self._count)

    def renew(self) -> None:
        """Search again, though not under the eyes of who is typing: each key finds what there is by then."""
        pause = self._typed_at + _STILL - monotonic()
        if pause <= 0:
            self._ask()
            self.start("count", self._count)
        elif self._renewal is None:
            self._renewal = self.set_timer(pause, self._renew)

    def _renew(self) -> None:
        self._renewal = None
        self.renew()

    def on_resize(self, event: Resize) -> None:
        """Choose the panes that fit."""
        self._arrange(event.size.width)
        self._tell()

    def on_descendant_focus(self) -> None:
        """Other keys matter while typing."""
        self.tell_keys()

    def pairs(self) -> list[tuple[str, str]]:
        """While typing only the keys that are not letters."""
        if self._query.has_focus:
            return [("↓", "results"), ("⏎", "search"), ("^S", "save"), ("^P", "commands"), ("F1", "help")]
        if self._facets.has_focus:
            return [("⏎", "choose, or take off"), ("q", "back to the results"), ("?", "help")]
        return [(key, "quit" if short == "back" else short) for key, short in super().pairs()]

    def say(self, text: str) -> None:
        """A word in place of the counts, until the next search."""
        self._said = text
        self._tell()

    # Typing

    def works_now(self, key: str) -> bool:
        """While results are awaited, what is typed goes on, and only what is meant for the results waits."""
        return self._query.has_focus or super().works_now(key)

    @on(Input.Changed, "#query")
    def _typed(self) -> None:
        self._said, self._problem = "", None
        self._typed_at = monotonic()
        self.hold()
        self._ask()

    @on(Input.Submitted, "#query")
    def _entered(self) -> None:
        self.start("strict", self._strictly, self._query.value)

    async def _strictly(self, text: str) -> None:
        """Read the query as a whole; explain it where it is wrong, else take what it may have meant or go on to what
        it finds as it stands."""
        try:
            found = await self.ask(self.library.search, text, limit=0, strict=True)
        except QueryError as error:
            self._explain(error)
            return
        answer = self._answer
        if answer is not None and not answer.results.total and answer.results.suggestion:
            self.searched = answer.results.suggestion
            return
        if self._typing:
            self._settled = text
            self.hold()
            self._ask()
        if found.total:
            self.focus_on(self._results)

    def _explain(self, error: QueryError) -> None:
        self._problem = error
        self._tell()
        self._query.cursor_position = error.end

    # Asking

    @property
    def _fixed(self) -> bool:
        """Whether nothing may be written to this library here."""
        return self.session.kiosk or self.library.readonly

    @property
    def _typing(self) -> bool:
        """Whether the query may go on: its last word is a beginning then."""
        return self._query.value != self._settled

    def _ask(self) -> None:
        """Search for what is typed: only what will be in sight, for snippets take most of the time."""
        text, typing, shown = self._query.value, self._typing, self._results
        offset = shown.top if (text, typing) == self._shown else 0
        self._search.ask(Wanted(text, typing, self._sort, offset, shown.window + 1 if shown.size.height else None))

    def _look(self, wanted: Wanted, stale: Stale) -> Answer:
        return answered(self.library, wanted, stale)

    def _show(self, wanted: Wanted, answer: Answer) -> None:
        self.release()
        self._answer = answer
        self._results.tell(answer.read)
        results = answer.results
        if wanted.more:
            self._results.fill(wanted.offset, results.hits)
            return
        rows: list[Hit | None] = [None] * results.total
        rows[wanted.offset : wanted.offset + len(results.hits)] = results.hits
        again = (wanted.text, wanted.typing) == self._shown
        self._shown = wanted.text, wanted.typing
        self._results.explain(*advice(wanted.text, fixed=self._fixed))
        self._results.renew(rows) if again else self._results.replace(rows)
        self._results.want()
        self._facets.replace(facet_rows(results.facets, wanted.text), cursor=self._facets.cursor)
        self._tell()

    @on(ResultList.Wanted)
    def _page(self, event: ResultList.Wanted) -> None:
        self._search.ask(Wanted(self._query.value, self._typing, self._sort, event.offset, more=True))

    def looked(self) -> None:
        """There are fewer news now."""
        self.start("count", self._count)

    async def _count(self) -> None:
        articles = await self.ask(self.library.count)
        self._entitle(articles, await self.ask(news, self.library))

    def _entitle(self, articles: int | None, news: int = 0) -> None:
        name = "sample library · all invented · i imports your own"
        title: Line = [(name if self.session.sample else self.library.folder.name, ("dim",))]
        said: list[Run] = [(f"w: new in {count(news, 'saved search', 'saved searches')}   ", ("key",))] if news else []
        self.entitle(title, [*said, (count(articles, "article"), ("dim",))] if articles is not None else ())

    def _tell(self) -> None:
        """What is wrong, or said, or found; what is selected always, for it outlives the query."""
        if lines := self._told():
            selected = self.selected()
            self._status.show(*lines, *([[(selected, ("active",))]] if selected else []))

    def _told(self) -> Sequence[Line]:
        answer, width = self._answer, self.size.width
        if self._problem is not None:
            return problem(self._query.value, self._problem, width, self.session.glyphs)
        if self._said:
            return wrapped(self._said, width, "active")
        if answer is None:
            return ()
        if not answer.results.total:
            return [nothing(answer.results)]
        begun = beginning(answer.results.query) if self._typing else ""
        summed = summary(answer.results, self._sort, answer.seconds, begun)
        return [counted(summed, answer.results, self.session.glyphs, width)]

    @on(ArticleCommands.Failed)
    def _failed(self, event: ArticleCommands.Failed) -> None:
        if isinstance(event.error, DamagedIndexError | VersionError) and not self._fixed:
            self._results.explain(*NO_INDEX)

    # The preview

    @on(ResultList.Moved, "#results")
    def _rest(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        if self._preview.display:
            self._settling = self.set_timer(_PAUSED if self._query.has_focus else _SETTLED, self._peek)

    def _peek(self) -> None:
        if self.chosen is None:
            self._fetch.forget()
            self._preview.clear()
        elif self.chosen != self._preview.article.id:
            self._fetch.ask(self.chosen)

    def _load(self, id: str, stale: Stale) -> tuple[Article, Aids]:
        article = self.library.article(id)
        if stale():
            return article, Aids()
        return article, aids(self.library.analysis(id), self.library.claims(id), self.library.state.marks(article))

    def _preview_of(self, _id: str, found: tuple[Article, Aids]) -> None:
        self._preview.read(*found)

    # Panes

    def _arrange(self, width: int) -> None:
        self._facets.display = self._narrowing or width >= _FACETS
        self._preview.display = width >= (_FACETS if self._facets.display else WIDE)
        if self._preview.display:
            self._rest()

    def step_back(self) -> bool:
        """Out of the filters."""
        if not self._facets.has_focus:
            return False
        self.action_filters()
        return True

    def action_query(self) -> None:
        """To the query."""
        self.focus_on(self._query)

    def action_filters(self) -> None:
        """Open the filters, or close them."""
        shown = self._facets.display and self._facets.has_focus
        self._narrowing = not shown
        self._arrange(self.size.width)
        if shown:
            self.focus_on(self._results)
        else:
            self._facets.display = True
            self.focus_on(self._facets)
            if not self._facets.cursor:
                self._facets.action_down()

    def action_results(self) -> None:
        """From the query down to the results, also while they are still being fetched."""
        self.focus_on(self._results)

    def action_open(self) -> None:
        """Read the article, or narrow down by the facet under the cursor."""
        if self._facets.has_focus:
            self._narrow()
        elif self.chosen is not None:
            self.go("article", self.chosen)

    def _narrow(self) -> None:
        row = self._facets.current
        if row is not None and row.clause:
            self.searched = toggled(self.searched, row.field, row.clause)

    # Commands

    def action_sort(self) -> None:
        """The next order."""
        orders = list(Sort)
        self._sort = orders[(orders.index(self._sort) + 1) % len(orders)]
        self._ask()

    def action_stories(self) -> None:
        """To the stories."""
        self.go("stories")

    def action_notes(self) -> None:
        """To all marks and notes."""
        self.go("notes")

    def action_import(self) -> None:
        """To the import."""
        self.go("import")

    def action_next_pane(self) -> None:
        """To the next pane."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """To the previous pane."""
        self.focus_previous()
