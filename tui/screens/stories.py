"""Events and who reports them, each leading to its comparison."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from index.library.telling import while_news
from index.model import Mending, Story
from tui.actions import Context, bindings
from tui.screens.article_commands import article_choices, comparable
from tui.screens.base import LateralScreen, Place
from tui.screens.chooser import Chooser
from tui.screens.question import Question
from tui.session import Session
from tui.widgets.choice_list import Choice
from tui.widgets.facet_list import clause
from tui.widgets.phrasing import count, days
from tui.widgets.story_list import StoryList
from tui.widgets.text_line import TextLine

_FIRST, _CHUNK = 10, 50  # stories fetched before the list is shown, and before it is shown again

_NO_STORY = (
    "No event in this library is told by more than one article yet.",
    "Stories are found when articles of several sources have been imported: i on the search screen adds some.",
)
_NO_STORY_YET = ("Stories are found when the import is done, and are shown here then.",)


class StoriesScreen(LateralScreen):
    """All stories that at least two articles tell, newest first, filled in while they are described."""

    context = Context.STORIES
    BINDINGS: ClassVar = bindings(Context.STORIES)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._list = StoryList(session.glyphs, id="stories")
        self._note = TextLine(id="note")
        self._mended: list[Mending] = []
        self._said_on: Story | None = None

    @property
    def place(self) -> Place:
        """The list."""
        return ("stories",)

    def content(self) -> ComposeResult:
        """The list, and a line for words."""
        yield self._list
        yield self._note

    def on_mount(self) -> None:
        """Fetch the stories."""
        self.focus_on(self._list)
        self.entitle([("stories", ("accent",))])
        self._list.explain("Gathering stories …")
        self.prepare("fetch", self._fetch)

    def say(self, text: str) -> None:
        """A word below the list, until the cursor is on another story."""
        self._said_on = self._list.current
        self._note.show([(text, ("active",))])

    def renew(self) -> None:
        """Show the stories there are now: while an import goes on only where there were none."""
        if not self.busy or not self._list.count:
            self.start("fetch", self._fetch, self._list.cursor)

    async def _fetch(self, keep: int = 0) -> None:
        """Show the stories, the first ones as soon as they are described; the cursor stays on its story, else at
        `keep`."""
        here, first = self._list.current, not self._list.count
        stories: list[Story] = []
        found = self.library.stories()
        while chunk := await self.ask(_some, found, _CHUNK if stories else _FIRST):
            stories += chunk
            if first:
                self._list.show(tuple(stories), cursor=self._list.cursor)
                self._count(len(stories), " so far")
                self.release()
        if not first:
            at = next((place for place, story in enumerate(stories) if here and story.id == here.id), keep)
            self._list.show(tuple(stories), cursor=at)
        self._count(len(stories))
        self._list.explain(*(_NO_STORY_YET if self.busy else _NO_STORY))

    def _count(self, stories: int, so_far: str = "") -> None:
        told = f"{count(stories, 'story', 'stories')}{so_far}"
        self.entitle([("stories", ("accent",))], [(told, ("dim",))])

    @on(StoryList.Moved)
    def _quiet(self) -> None:
        if self._list.current is not self._said_on:
            self._note.show([])

    def action_open(self) -> None:
        """Compare the story's texts."""
        story = self._list.current
        if story is not None:
            self.go("compare", *comparable(story))

    def action_articles(self) -> None:
        """Choose one article to read."""
        if self._list.current is not None:
            self.prepare("choose", self._choose_article, self._list.current)

    def action_absent(self) -> None:
        """Tell which sources published then and have nothing on it."""
        if self._list.current is not None:
            self.prepare("choose", self._tell_absent, self._list.current)

    def action_split(self) -> None:
        """Choose an article to take out."""
        if self._list.current is not None:
            self.prepare("mend", self._split, self._list.current)

    def action_merge(self) -> None:
        """Put this story and the one above together."""
        above = self._list.cursor - 1
        if self._list.current is None:
            return
        if above < 0:
            self.say("There is no story above.")
            return
        self.start("mend", self._merge, self._list.rows[above], self._list.current)

    def action_undo(self) -> None:
        """Take back the last merge or split of this visit."""
        if self._mended:
            self.prepare("mend", self._undo)
        else:
            self.say("There is no merge or split to take back.")

    async def _choose_article(self, story: Story) -> None:
        chosen = await self._pick(story, count(len(story.articles), "article"))
        if chosen:
            self.go("article", chosen)

    async def _pick(self, story: Story, title: str) -> str | None:
        articles = await self.ask(self.library.articles, story.articles)
        choices = article_choices(articles, story)
        return await self.app.push_screen_wait(Chooser(title, choices, lead="dim", glyphs=self.session.glyphs))

    async def _tell_absent(self, story: Story) -> None:
        silent, news = await self.ask(self.library.silent, story), while_news(story)
        if not silent or news is None:
            self.say("Every source that published in those days has something on it.")
            return
        first, last = news
        title = f"Published {days(first, last)}, but nothing in this library on it"
        choices = [Choice(each.name, each.name, count(each.articles, "article")) for each in silent]
        hint = "⏎ what it published then   q close"
        source = await self.app.push_screen_wait(Chooser(title, choices, hint=hint, glyphs=self.session.glyphs))
        if source:
            self.go("search", f"{clause('source', source)} date:{first:%Y-%m-%d}..{last:%Y-%m-%d}")

    async def _split(self, story: Story) -> None:
        article = await self._pick(story, "Take which article out of this story?")
        if article:
            self._mended.append(await self.ask(self.library.split_story, story.id, article))
            await self._fetch(self._list.cursor)
            self.say("Taken out, for good; u takes it back.")

    async def _merge(self, above: Story, story: Story) -> None:
        text = f"Put “{story.title}” and “{above.title}” into one story?"
        if not await self.app.push_screen_wait(Question("Merge", text)):
            return
        self._mended.append(await self.ask(self.library.merge_stories, above.id, story.id))
        await self._fetch(max(0, self._list.cursor - 1))
        self.say(f"Now one story with “{above.title}”, for good; u takes it back.")

    async def _undo(self) -> None:
        await self.ask(self.library.unmend, self._mended.pop())
        await self._fetch(self._list.cursor)
        self.say("Taken back: the stories are as they were before.")


def _some(stories: Iterator[Story], number: int) -> list[Story]:
    """So many of the stories that have not been described yet."""
    return list(islice(stories, number))
