"""The search screen, keys in and text out."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import Input

from index.library import Library
from index.model import Results
from tests.tui.pilot import reading
from tui.screens import search as search_screen
from tui.screens.article import ArticleScreen
from tui.screens.compare import CompareScreen
from tui.screens.search import SearchScreen
from tui.widgets.result_list import ResultList


async def test_the_first_screen_shows_every_article_with_source_date_and_counts(library: Library) -> None:
    async with reading(library) as here:
        await here.sees("27 articles", "results", "Apr 2026", "May 2026")


async def test_a_first_start_says_that_this_is_the_sample(library: Library) -> None:
    async with reading(library, sample=True) as here:
        await here.sees("sample library")


async def test_results_change_as_one_types_and_matches_are_shown(library: Library) -> None:
    async with reading(library) as here:
        await here.type("heat pump")
        await here.sees(" results with pump… · ", "Heat pumps cut winter bills")


async def test_an_unfinished_query_is_read_kindly(library: Library) -> None:
    async with reading(library) as here:
        await here.type('title:"heat pum')
        await here.sees("result", "Heat pumps cut winter bills")


async def test_enter_explains_a_wrong_query_and_marks_the_place(library: Library) -> None:
    async with reading(library, query="colour:red") as here:
        await here.press("enter")
        await here.sees("▲▲▲", 'There is no field "colour:".')


async def test_a_misspelt_word_gets_a_suggestion_that_enter_takes(library: Library) -> None:
    async with reading(library, query="cyberatack") as here:
        await here.sees("Did you mean")
        await here.press("enter")
        await here.sees("cyberattack", "results")


async def test_the_cursor_moves_and_enter_opens_the_article_under_it(library: Library) -> None:
    async with reading(library, query="strike") as here:
        await here.sees(" ms")
        await here.press("down", "j", "k", "enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        await here.sees("key claim")


async def test_a_wide_terminal_shows_the_article_beside_its_result(library: Library) -> None:
    async with reading(library, (120, 40), query="title:goblet OR title:cup") as here:
        await here.sees("Brannoc Islander · 15 May 2026, ")


async def test_a_filter_adds_its_clause_to_the_query_and_takes_it_out_again(library: Library) -> None:
    async with reading(library, (120, 40), query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "f", "enter")
        await here.sees("1 result", "source:")
        await here.press("enter")
        await here.sees("5 results")


async def test_tags_are_filters_too(library: Library) -> None:
    library.state.set_tag(library.search("title:refloated").hits[0].id, "check", True)
    async with reading(library, (160, 40)) as here:
        await here.sees("Tags", "check ")
        await here.press("down", "f")
        while "▌ check" not in here.text:
            await here.press("j")
        await here.press("enter")
        await here.sees("1 result", "tag:check")


async def test_a_second_source_can_be_chosen_beside_the_first(library: Library) -> None:
    async with reading(library, (140, 40), query="ferry source:Northline") as here:
        await here.sees("1 result", "Brannoc Islander")


async def test_q_in_the_filters_goes_back_to_the_results(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "f")
        await here.sees("Sources", "back to the results")
        await here.press("q")
        await here.until(lambda: "Sources" not in here.text)
        assert here.app.is_running


async def test_one_selected_article_cannot_be_compared(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "x", "equals_sign")
        await here.sees("One article alone cannot be compared.", "1 article selected; choose another one with x")
        assert isinstance(here.app.screen, SearchScreen)


async def test_a_wrong_query_is_explained_also_where_another_one_may_be_meant(library: Library) -> None:
    async with reading(library, query='foo:b"a') as here:
        await here.sees("Nothing found")
        await here.press("enter")
        await here.sees("▲")


async def test_selected_articles_are_compared(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "x", "x")
        await here.sees("2 articles selected")
        await here.press("equals_sign")
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        await here.sees("2 sources")


async def test_a_selection_is_said_over_another_query_and_dropped_once_it_was_compared(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "x", "x", "slash")
        await here.type(" fog")
        await here.sees("with fog…", "2 articles selected; = compares them, X drops them")
        await here.type("xyz")
        await here.sees("Nothing found", "2 articles selected")
        await here.press("down", "equals_sign")
        await here.until(lambda: isinstance(here.app.screen, CompareScreen))
        await here.press("q")
        await here.until(lambda: isinstance(here.app.screen, SearchScreen))
        assert "selected" not in here.text


async def test_one_key_drops_the_selection(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "x", "x")
        await here.sees("2 articles selected")
        await here.press("X")
        await here.until(lambda: "selected" not in here.text)
        assert "5 results" in here.text
        assert "✓" not in here.text


async def test_a_read_mark_is_turned_over_and_kept(library: Library) -> None:
    async with reading(library, query="hospital") as here:
        await here.sees("hospital", " ms")
        await here.press("down", "r")
        await here.sees("Marked as read")
    assert len(library.state.read()) == 1


async def test_a_tag_is_kept_and_can_be_searched(library: Library) -> None:
    async with reading(library, query="hospital") as here:
        await here.sees("hospital", " ms")
        await here.press("down", "t")
        await here.sees("Tags")
        await here.type("health")
        await here.press("enter")
        await here.sees("Tags: health")
    assert library.search("tag:health").total == 1


async def test_a_search_is_saved_and_found_again_with_its_count(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("ctrl+s", "enter")
        await here.sees("Saved as ferry")
        await here.press("down", "w")
        await here.sees("Saved searches", "ferry  5 articles")


async def test_a_saved_search_is_dropped_and_taken_back(library: Library) -> None:
    library.state.save_search("boats", "ferry", library.newest_arrival())
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "w")
        await here.sees("boats  5 articles")
        await here.press("delete")
        await here.sees("dropped; Del takes it back")
        assert not library.state.searches()
        await here.press("delete")
        await here.sees("boats  5 articles")
        assert [each.query for each in library.state.searches()] == ["ferry"]


async def test_news_in_saved_searches_are_told_until_they_have_been_seen(library: Library) -> None:
    library.state.save_search("boats", "ferry", 0)
    library.state.save_search("seen", "ferry", library.newest_arrival())
    async with reading(library) as here:
        await here.sees("w: new in 1 saved search", "27 articles")
        await here.press("down", "w")
        await here.sees("boats  5 articles, 5 new", "seen   5 articles")
        await here.press("enter")
        await here.sees("5 results")
        await here.until(lambda: "new in" not in here.text)


async def test_results_are_sorted_another_way(library: Library) -> None:
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down")
        for order in ("newer ones nudged up", "newest first", "oldest first"):
            await here.press("S")
            await here.sees(order)


async def test_another_source_on_the_story_is_one_key_away(library: Library) -> None:
    async with reading(library, query="title:refloated") as here:
        await here.sees("1 result")
        await here.press("down", "o")
        await here.sees("3 other articles on this story", "Brannoc Islander")


async def test_reopening_returns_to_the_same_search(library: Library) -> None:
    async with reading(library) as here:
        await here.type("ferry")
        await here.sees("5 results")
        here.app.exit()
    async with reading(library) as again:
        await again.sees("5 results", "ferry")
        await again.type("strike")
        await again.until(lambda: again.app.screen.query_one(Input).value == "strike")


async def test_wide_characters_keep_the_columns(library: Library) -> None:
    async with reading(library, (80, 24), query="東京") as here:
        await here.sees("Nothing found.")
        assert all(len(line) <= 80 for line in here.lines)
        assert isinstance(here.app.screen, SearchScreen)


async def test_coming_back_from_an_article_far_down_shows_the_rows_around_it_again(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "end")
        await here.sees("241 rescued", "Stranded ferry refloated")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, ArticleScreen))
        await here.press("q")
        await here.sees("26 results", "241 rescued", "Stranded ferry refloated")
        assert here.app.screen.query_one(ResultList).cursor == 25


async def test_typing_fetches_no_more_than_can_be_seen(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[int | None] = []
    search = library.search

    def noted(text: str, *, limit: int | None = None, **more: Any) -> Results:
        limits.append(limit)
        return search(text, limit=limit, **more)

    async with reading(library) as here:
        await here.sees(" ms")
        monkeypatch.setattr(library, "search", noted)
        await here.type("t")
        await here.until(lambda: limits)
        rows = here.app.screen.query_one(ResultList)
        assert limits == [rows.window + 1]
        await here.pilot.resize_terminal(80, 60)
        await here.until(lambda: rows.window > 10 and all(rows.rows[: rows.window]))


async def test_a_word_is_a_beginning_while_it_is_typed_and_itself_when_it_is_entered(library: Library) -> None:
    async with reading(library) as here:
        await here.type("ferr")
        await here.sees("5 results with ferr…")
        await here.press("enter")
        await here.sees("Nothing found.", "Did you mean ferry?")
        await here.type("y")
        await here.sees("5 results with ferry…")
        await here.press("enter")
        await here.until(lambda: here.app.screen.query_one(ResultList).has_focus and "…  ·" not in here.text)
        await here.sees("5 results · ")


async def test_a_query_kept_or_left_is_read_as_it_stands(library: Library) -> None:
    library.state.save_search("unfinished", "ferr", 0)
    async with reading(library, query="ferr") as here:
        await here.sees("Nothing found.")
        await here.press("down", "w")
        await here.sees("unfinished  0 articles")
        assert library.new_in("ferr", 0) == 0


async def test_results_change_by_themselves_once_where_nobody_has_typed_for_a_while(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    search = library.search

    def noted(query: str, **more: Any) -> Results:
        searched.append(query)
        return search(query, **more)

    now = 1000.0
    monkeypatch.setattr(library, "search", noted)
    monkeypatch.setattr(search_screen, "monotonic", lambda: now)
    async with reading(library) as here:
        await here.type("ferry")
        await here.sees(" results with ferry")
        screen = here.app.screen
        assert isinstance(screen, SearchScreen)
        searched.clear()
        for _ in range(4):
            screen.renew()
        await here.pilot.pause(0.7)  # the timer looks at the clock, by which nobody has been still yet, and waits on
        assert not searched
        now += 10
        await here.until(lambda: searched)
        await here.pilot.pause(0.7)
        assert searched == ["ferry"]


async def test_once_an_article_is_selected_what_a_comparison_takes_is_loaded(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr(library, "prepare_comparing", lambda: prepared.append(True))
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        await here.press("down")
        assert not prepared
        await here.press("x")
        await here.until(lambda: prepared)
