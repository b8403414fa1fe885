"""The mouse, where it was asked for, moves what the keys move."""

from __future__ import annotations

from textual.events import MouseScrollDown, MouseScrollUp

from index.library import Library
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen
from tui.widgets.result_list import ResultList


def wheel(results: ResultList, kind: type[MouseScrollDown | MouseScrollUp]) -> None:
    results.post_message(kind(results, 1, 1, 0, 1, 0, False, False, False))


async def listed(here: Reading) -> ResultList:
    await here.sees(" ms")
    return here.app.screen.query_one(ResultList)


async def test_a_click_puts_the_cursor_there_and_a_double_click_opens(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        results = await listed(here)
        await here.pilot.click(ResultList, offset=(10, 4))
        assert (results.cursor, results.has_focus) == (1, True)
        await here.pilot.click(ResultList, offset=(10, 4), times=2)
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))


async def test_the_wheel_moves_through_a_list(library: Library) -> None:
    async with reading(library) as here:
        results = await listed(here)
        wheel(results, MouseScrollDown)
        await here.until(lambda: results.cursor == 3)
        wheel(results, MouseScrollUp)
        await here.until(lambda: results.cursor == 0)
