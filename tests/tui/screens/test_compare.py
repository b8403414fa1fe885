"""The compare screen, keys in and text out."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.model import Copy, Story
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen
from tui.screens.article_commands import MOST, comparable
from tui.screens.compare import CompareScreen
from tui.screens.search import SearchScreen
from tui.screens.stories import StoriesScreen
from tui.widgets.grid_view import GridView
from tui.widgets.result_list import ResultList


async def opened(here: Reading) -> CompareScreen:
    await here.sees("1 result")
    await here.press("down", "equals_sign")
    await here.until(lambda: isinstance(here.app.screen, CompareScreen))
    await here.sees("shared row")
    screen = here.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def test_sources_stand_side_by_side_with_their_relations(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.sees("1 Northline News", "2 ", "3 ", "│", "≠", "+")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("story", ["title:refloated", "title:drivers"])
async def test_the_first_thing_seen_is_where_they_differ(library: Library, story: str, size: tuple[int, int]) -> None:
    async with reading(library, size, query=story) as here:
        await opened(here)
        grid = here.app.screen.query_one(GridView)
        assert grid.current is not None
        assert grid.current.kind == "differs"
        await here.sees("≠", "differ")
        await here.press("g")
        assert grid.index == 0


async def test_below_a_hundred_columns_they_are_stacked(library: Library) -> None:
    async with reading(library, (80, 24), query="title:refloated") as here:
        await opened(here)
        await here.press("n")
        await here.sees("1 Northline News", "2┃")


async def test_a_source_out_of_sight_is_reached_by_shifting(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.sees("1 more on the right")
        await here.press("right", "right", "right")
        await here.sees("1 more on the left", "4 ")


async def test_left_of_the_first_column_is_the_way_back(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("right", "left", "left")
        await here.until(lambda: isinstance(here.app.screen, SearchScreen))


async def test_columns_too_narrow_for_names_are_numbered(library: Library) -> None:
    async with reading(library, (80, 24), query="title:refloated") as here:
        await opened(here)
        await here.press("2")
        await here.until(lambda: here.lines[3].split() == ["1", "2", "3", "4"])
        await here.sees("1 Northline News   2 ")


async def test_views_are_reached_by_number(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("2")
        await here.sees("✓")
        await here.press("3")
        await here.sees("passengers")
        await here.press("4")
        await here.sees("quoted by")
        await here.press("5")
        await here.sees("Verbs of saying")
        await here.press("6")
        await here.sees("not changed since")
        await here.press("1")
        await here.sees("│")


async def test_versions_are_gone_through_source_by_source(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("right", "6")
        await here.sees("2 Coast Dispatch  ← → other sources", "Coast Dispatch: not changed")
        await here.press("right")
        await here.until(lambda: "Coast Dispatch: not changed" not in here.text)
        await here.press("left", "1")
        await here.sees("2 Coast Dispatch", "│")
        screen = here.app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.query_one(GridView).column == 1


async def test_where_nothing_differs_the_key_for_differences_says_so(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("4", "n")
        await here.sees("No row differs here.")


async def test_what_one_source_alone_has_can_be_folded_and_unfolded(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("o")
        await here.sees("folded")
        await here.press("o")
        await here.until(lambda: "folded" not in here.text)


async def test_a_cell_leads_to_its_sentence_in_its_article(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        screen = await opened(here)
        await here.press("right")
        found = screen.query_one("GridView").cell  # type: ignore[attr-defined]
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        assert here.app.screen.place[1] == screen.place[1 + found[0]]  # type: ignore[attr-defined]


async def test_a_row_and_the_whole_are_copied_for_a_memo(library: Library, tmp_path: Path) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("n", "c")
        await here.sees("Copied; also in")
        copied = next(tmp_path.rglob("clipboard.txt"))
        assert copied.read_text(encoding="utf-8").startswith("Northline News, 26 Apr 2026")
        await here.press("j", "C")
        await here.sees("Copied; also in")
        assert copied.read_text(encoding="utf-8").startswith("# 4 articles side by side")


async def test_columns_change_places(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        screen = await opened(here)
        before = screen.place
        await here.press("x")
        await here.sees("2 Northline News")
        assert screen.place == ("compare", before[2], before[1], *before[3:])


async def test_reopening_returns_to_the_same_view(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.press("4")
        await here.sees("quoted by")
        here.app.exit()
    async with reading(library, (120, 40)) as again:
        await again.sees("quoted by")


async def test_q_leads_from_a_reopened_comparison_to_the_list_and_out(library: Library) -> None:
    async with reading(library, query="title:refloated") as here:
        await opened(here)
        here.app.exit()
    async with reading(library) as again:
        await again.sees("shared row")
        await again.press("q")
        await again.sees("1 result")
        await again.press("q")
        await again.until(lambda: not again.app.is_running)


async def test_q_leads_to_the_list_also_from_what_was_opened_while_typing(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("ctrl+p")
        await here.type("Events and")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, StoriesScreen))
        await here.press("q", "j")
        await here.sees("5 results")
        assert here.app.screen.query_one(ResultList).has_focus


async def test_articles_of_different_stories_are_not_said_to_be_some_on_one(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated OR title:tamsin OR title:cup") as here:
        await here.sees(" ms")
        await here.press("down", "x", "x", "x", "equals_sign")
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        await here.sees("shared row")
        assert "on this" not in here.lines[0]


async def test_the_note_about_columns_out_of_sight_follows_the_width(library: Library) -> None:
    async with reading(library, (120, 40), query="title:refloated") as here:
        await opened(here)
        await here.sees("1 more on the right")
        await here.pilot.resize_terminal(200, 40)
        await here.until(lambda: "more on the right" not in here.text)


async def test_an_article_alone_on_its_event_is_not_compared(library: Library) -> None:
    async with reading(library, query='title:"About this sample"') as here:
        await here.sees("1 result")
        await here.press("down", "equals_sign")
        await here.sees("nothing to compare")


def story(*articles: str, copies: tuple[Copy, ...] = ()) -> Story:
    return Story("s", "Fog", articles, ("Quay",), len(articles) - len(copies), None, None, (), copies)


def test_copies_are_left_out_and_the_present_article_comes_first() -> None:
    assert comparable(story("a", "b", "c", copies=(Copy("b", "a", 1.0),)), "c") == ("c", "a")


def test_copies_are_compared_where_there_is_nothing_else() -> None:
    assert comparable(story("a", "b", copies=(Copy("b", "a", 0.9),))) == ("a", "b")


def test_a_large_story_is_cut_to_what_fits() -> None:
    assert len(comparable(story(*map(str, range(500))))) == MOST
