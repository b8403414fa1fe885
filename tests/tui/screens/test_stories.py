"""The stories screen, keys in and text out."""

from __future__ import annotations

import pytest

from index.library import Library
from index.model import Mending, Source
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen
from tui.screens.compare import CompareScreen
from tui.screens.stories import StoriesScreen


async def opened(here: Reading) -> None:
    await here.sees(" ms")
    await here.press("down", "s")
    await here.sees("8 stories")


async def test_each_story_says_how_many_texts_when_and_why(library: Library) -> None:
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.sees("4 articles · 2 independent texts", "30 Apr – 2 May 2026", "shared: ")


async def test_enter_opens_the_comparison(library: Library) -> None:
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        await here.sees("3 sources")


async def test_one_article_of_a_story_is_chosen_and_read(library: Library) -> None:
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("a")
        await here.sees("3 articles")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))


async def test_sources_that_did_not_cover_it_are_named_or_said_to_be_none(library: Library) -> None:
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("G", "o")
        await here.until(lambda: "nothing in this library on it" in here.text or "Every source" in here.text)


async def test_what_a_silent_source_published_then_is_one_key_away(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "silent", lambda _: (Source("Coast Dispatch", 2, None, None),))
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("o")
        await here.sees("Coast Dispatch", "what it published then")
        await here.press("enter")
        await here.sees('source:"Coast Dispatch" date:2026-05-13..2026-05-16')


async def test_new_stories_never_move_the_cursor_from_its_own(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list(library.stories())
    async with reading(library, (120, 40)) as here:
        monkeypatch.setattr(library, "stories", lambda: iter(told[2:]))
        await here.sees(" ms")
        await here.press("down", "s")
        await here.sees("6 stories")
        monkeypatch.setattr(library, "stories", lambda: iter(told))
        screen = here.app.screen
        assert isinstance(screen, StoriesScreen)
        screen.renew()
        await here.sees("8 stories", f"▌  {told[2].title}")


async def test_during_an_import_it_is_said_when_stories_come(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    told = list(library.stories())
    monkeypatch.setattr(library, "stories", lambda: iter(()))
    async with reading(library, (120, 40)) as here:
        await here.sees(" ms")
        await here.press("down", "s")
        screen = here.app.screen
        assert isinstance(screen, StoriesScreen)
        screen.tell_background("importing: 5 added")
        screen.renew()
        await here.sees("Stories are found when the import is done")
        monkeypatch.setattr(library, "stories", lambda: iter(told))
        screen.tell_background("")
        screen.renew()
        await here.sees("8 stories")


def merging(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What is merged, without the library of all tests being changed."""
    merged: list[tuple[str, str]] = []

    def merge(a: str, b: str) -> Mending:
        merged.append((a, b))
        return Mending(((b, b),), ((a, b),))

    monkeypatch.setattr(library, "merge_stories", merge)
    monkeypatch.setattr(library, "unmend", lambda mending: merged.remove(mending.pairs[0]))
    return merged


async def test_stories_are_merged_only_after_a_yes(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    merged = merging(library, monkeypatch)
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("plus")
        await here.sees("There is no story above.")
        await here.press("j", "plus")
        await here.sees("Put “Two dead")
        await here.press("n", "plus")
        assert not merged
        await here.sees("Put “Two dead")
        await here.press("y")
        await here.sees("Now one story with")
    assert len(merged) == 1


async def test_a_merge_is_taken_back(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    merged = merging(library, monkeypatch)
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("u")
        await here.sees("There is no merge or split to take back.")
        await here.press("j", "plus", "y")
        await here.sees("u takes it back")
        assert len(merged) == 1
        await here.press("u")
        await here.sees("the stories are as they were before")
        assert merged == []


async def test_q_closes_a_short_list(library: Library) -> None:
    async with reading(library, (120, 40)) as here:
        await opened(here)
        await here.press("a")
        await here.sees("⏎ choose")
        await here.press("q")
        await here.until(lambda: "⏎ choose" not in here.text)


async def test_an_empty_library_says_that_there_is_no_story(library: Library) -> None:
    library.stories = lambda: iter(())  # type: ignore[method-assign]
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "s")
        await here.sees("No event in this library is told by more than one article yet.")
