"""What can be done with an article wherever one stands under the cursor: other sources, compare, tag, read."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Article, Story
from tui.screens.base import LateralScreen
from tui.screens.chooser import Chooser
from tui.widgets.choice_list import Choice
from tui.widgets.phrasing import count, day, outlet

MOST = 8  # articles of one comparison


class ArticleCommands(LateralScreen):
    """For screens that have an article `chosen`."""

    @property
    def chosen(self) -> str | None:
        """The id of the article that commands are about, None where there is none."""
        raise NotImplementedError

    def action_others(self) -> None:
        """Choose another article of the story."""
        if self.chosen is not None:
            self.prepare("others", self._choose_other, self.chosen)

    def action_like(self) -> None:
        """Choose an article like this one."""
        if self.chosen is not None:
            self.prepare("others", self._choose_like, self.chosen)

    def action_compare(self) -> None:
        """Put the story's texts side by side, this one first."""
        if self.chosen is not None:
            self.prepare("compare", self._compare, self.chosen)

    def action_tag(self) -> None:
        """Put a tag on, or take one off."""
        if self.chosen is not None:
            self.prepare("tag", self._tag, self.chosen)

    def action_read(self) -> None:
        """Turn the read mark over."""
        if self.chosen is not None:
            self.start("read", self._turn_read, self.chosen)

    def changed(self) -> None:
        """Called when a mark of the article has changed."""

    @property
    def _so_far(self) -> str:
        """Stories grow while something is imported."""
        return " so far, while the import goes on" if self.busy else ""

    async def _choose_other(self, id: str) -> None:
        story = await self.ask(self.library.story_of, id)
        if story is None or len(story.articles) < 2:
            self.say(f"No other source in this library reports on this{self._so_far}.")
            return
        articles = await self.ask(self.library.articles, [each for each in story.articles if each != id])
        title = f"{count(len(articles), 'other article')} on this story"
        await self._choose(title, article_choices(articles, story))

    async def _choose_like(self, id: str) -> None:
        articles = await self.ask(self.library.like, id)
        if articles:
            await self._choose("More like this", article_choices(articles))
        else:
            self.say("Nothing in this library is like this article.")

    async def _choose(self, title: str, choices: Sequence[Choice]) -> None:
        chosen = await self.app.push_screen_wait(Chooser(title, choices, lead="dim", glyphs=self.session.glyphs))
        if chosen:
            self.go("article", chosen)

    async def _compare(self, id: str) -> None:
        story = await self.ask(self.library.story_of, id)
        ids = comparable(story, id) if story is not None else ()
        if len(ids) < 2:
            self.say(f"No other source here reports on this{self._so_far}: nothing to compare.")
            return
        self.go("compare", *ids)

    async def _tag(self, id: str) -> None:
        state = self.library.state
        own = await self.ask(state.tags, id)
        known = await self.ask(state.tags)
        choices = [Choice(name, name, on=name in own) for name in known]
        name = await self.app.push_screen_wait(
            Chooser(
                "Tags",
                choices,
                free=True,
                hint="type a new tag or choose one   ⏎ puts it on or takes it off",
                glyphs=self.session.glyphs,
            )
        )
        if name:
            await self.ask(state.set_tag, id, name, name.casefold() not in own)
            tags = await self.ask(state.tags, id)
            self.say(f"Tags: {', '.join(tags)}" if tags else "No tags now.")
            self.changed()

    async def _turn_read(self, id: str) -> None:
        read = id not in await self.ask(self.library.state.read)
        await self.ask(self.library.state.set_read, id, read)
        self.say("Marked as read." if read else "Marked as unread.")
        self.changed()


def comparable(story: Story, first: str = "") -> tuple[str, ...]:
    """The articles of a story to put side by side: `first`, then independent texts, at most `MOST`; copies only
    where there would be less than two columns without them."""
    copies = {copy.article for copy in story.copies}
    lead = (first,) if first in story.articles else ()
    rest = [each for each in story.articles if each not in lead]
    texts = [*lead, *(each for each in rest if each not in copies)]
    if len(texts) < 2:
        texts = [*lead, *rest]
    return tuple(texts[:MOST])


def article_choices(articles: Sequence[Article], story: Story | None = None) -> list[Choice]:
    """Articles as a table of dates, sources and titles, copies of others on the story said to be such."""
    shares = {copy.article: copy.share for copy in story.copies} if story is not None else {}
    return [
        Choice(each.id, outlet(each.source), _titled(each, shares.get(each.id, 0.0)), day(each.published))
        for each in articles
    ]


def _titled(article: Article, copied: float) -> str:
    title = article.title or "Untitled"
    return f"{copied:.0%} copied · {title}" if copied else title
