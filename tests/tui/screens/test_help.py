"""Help and palette come from the actions."""

from __future__ import annotations

import re

import pytest

from index.library import Library
from index.search.language import HELP, Usage
from tests.tui.pilot import reading
from tui.actions import ACTIONS, Context
from tui.screens.chooser import narrowed
from tui.screens.help import help_choices, palette_choices
from tui.screens.stories import StoriesScreen
from tui.widgets.choice_list import Choice, ChoiceList


def test_help_lists_every_action_and_the_query_language() -> None:
    listed = {choice.id for choice in help_choices({}, None)}
    assert {action.id for action in ACTIONS} <= listed
    assert any(each.startswith("query ") for each in listed)


def test_the_present_screen_comes_first() -> None:
    assert help_choices({}, Context.COMPARE)[0].label == "Compare"


def test_where_queries_are_typed_their_language_comes_next() -> None:
    headings = [choice.label for choice in help_choices({}, Context.SEARCH) if not choice.id and choice.label]
    assert headings[:2] == ["Search", "Query language: Words"]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("usage", [each for each in HELP if each.group != "Yours"], ids=lambda usage: usage.form)
def test_the_examples_of_queries_find_something_in_the_sample(library: Library, usage: Usage) -> None:
    for form in re.split(r"\s{2,}", usage.form):
        relative = form.startswith(("newer:", "older:"))  # to the day on which the test runs
        assert library.search(form, limit=0).total or relative, form


def test_help_shows_the_keys_that_a_user_has_chosen() -> None:
    chosen = next(c for c in help_choices({"article.mark": "M"}, None) if c.id == "article.mark")
    assert chosen.lead == "M"


def test_the_palette_holds_what_can_be_done_here() -> None:
    offered = {choice.id for choice in palette_choices({}, Context.STORIES)}
    assert "stories.open" in offered
    assert "app.theme" in offered
    assert "article.mark" not in offered


def test_narrowing_keeps_the_heading_of_what_remains() -> None:
    choices = [Choice("", "One"), Choice("a", "apple"), Choice("", "Two"), Choice("b", "pear"), Choice("c", "plum")]
    assert [choice.label for choice in narrowed(choices, ["pl"])] == ["One", "apple", "Two", "plum"]
    assert [choice.label for choice in narrowed(choices, ["pear"])] == ["Two", "pear"]


def test_the_name_of_a_group_finds_all_of_it() -> None:
    choices = [Choice("", "One"), Choice("a", "apple"), Choice("", "Two"), Choice("b", "pear"), Choice("c", "plum")]
    assert [choice.label for choice in narrowed(choices, ["two"])] == ["Two", "pear", "plum"]


async def test_help_is_searched_by_typing(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "question_mark")
        await here.sees("Keys and query language")
        await here.type("merge")
        await here.sees("Merge")
        await here.press("left", "left", "left", "left", "left", "left")
        await here.until(lambda: "Keys and query language" not in here.text)


async def test_help_says_how_to_find_the_query_language(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "question_mark")
        await here.sees('"query" finds the query language')
        await here.type("query language")
        await here.sees("Query language: Words", "council vote", "Query language: Combining")


async def test_help_that_finds_only_forms_of_a_query_shows_them(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "question_mark")
        await here.sees("Keys and query language")
        await here.type("words apart")
        await here.sees("NEAR/5", "two words at most five words apart")


async def test_help_grows_with_the_terminal(library: Library) -> None:
    async with reading(library, (60, 14)) as here:
        await here.sees(" ms")
        await here.press("down", "question_mark")
        await here.sees("Keys and query language")
        before = len(here.app.screen.query_one(ChoiceList).region.line_range)
        await here.pilot.resize_terminal(60, 40)
        await here.until(lambda: len(here.app.screen.query_one(ChoiceList).region.line_range) > before + 20)


async def test_the_palette_starts_an_action(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("ctrl+p")
        await here.sees("What to do?")
        await here.type("stories")
        await here.press("enter")
        await here.until(lambda: isinstance(here.app.screen, StoriesScreen))
