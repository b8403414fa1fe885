"""Keys that come before a screen can act on them act as soon as it can."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from textual.events import Key

from index.library import Library
from index.model import Story
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen
from tui.screens.compare import CompareScreen
from tui.screens.search import SearchScreen
from tui.screens.stories import StoriesScreen


class Gate:
    """Makes a method of the library wait until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, library: Library, name: str) -> None:
        self.opened = threading.Event()
        method: Callable[..., object] = getattr(library, name)

        def late(*args: object, **kwargs: object) -> object:
            self.opened.wait(10)
            return method(*args, **kwargs)

        monkeypatch.setattr(library, name, late)

    def open(self) -> None:
        self.opened.set()


async def listed(here: Reading) -> None:
    await here.sees(" ms")
    await here.press("down")


async def test_enter_before_the_stories_are_there_opens_the_first_one(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as here:
        await listed(here)
        gate = Gate(monkeypatch, library, "story_of")
        told = list(library.stories())

        def late() -> Iterator[Story]:
            library.story_of("")
            yield from told

        monkeypatch.setattr(library, "stories", late)
        await here.press("s", "j", "enter")
        assert isinstance(here.app.screen, StoriesScreen)
        gate.open()
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        assert set(here.app.screen.place[1:]) <= set(told[1].articles)


async def test_the_way_back_needs_no_waiting(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(library, query="title:refloated") as here:
        await listed(here)
        gate = Gate(monkeypatch, library, "compare")
        await here.press("equals_sign")
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        await here.press("n", "q")
        assert isinstance(here.app.screen, SearchScreen)
        gate.open()


async def test_a_key_for_a_dialog_that_is_not_open_yet_acts_on_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library, query="title:refloated") as here:
        await listed(here)
        gate = Gate(monkeypatch, library, "articles")
        chosen = here.app.screen.chosen  # type: ignore[attr-defined]
        await here.press("o", "enter")
        assert isinstance(here.app.screen, SearchScreen)
        gate.open()
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        assert here.app.screen.chosen != chosen


async def test_enter_opens_a_result_of_what_was_typed_not_of_what_was_there_before(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        gate = Gate(monkeypatch, library, "search")
        await here.type("refloated")
        await here.press("down", "enter")
        assert isinstance(here.app.screen, SearchScreen)
        gate.open()
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        await here.sees("refloated")


async def test_keys_act_in_the_order_in_which_they_were_typed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library, query="title:refloated") as here:
        await listed(here)
        gate = Gate(monkeypatch, library, "claims")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        for key, character in [("n", "n"), ("n", "n"), ("slash", "/"), ("f", "f"), ("e", "e")]:
            here.app.post_message(Key(key, character))
        await here.pilot.pause()
        gate.open()
        await here.sees("Find  fe")
