"""The registry of actions is whole, and the screens answer to it."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding

from tui.actions import ACTIONS, Action, Context, bindings, in_context, key_table, keys, sign, unknown
from tui.app import LateralApp
from tui.screens.article import ArticleScreen
from tui.screens.compare import CompareScreen
from tui.screens.importing import ImportScreen
from tui.screens.notes import NotesScreen
from tui.screens.search import SearchScreen
from tui.screens.stories import StoriesScreen
from tui.widgets.cursor_view import CursorView

HOMES = {
    Context.EVERYWHERE: LateralApp,
    Context.MOVE: CursorView,
    Context.SEARCH: SearchScreen,
    Context.ARTICLE: ArticleScreen,
    Context.COMPARE: CompareScreen,
    Context.STORIES: StoriesScreen,
    Context.NOTES: NotesScreen,
    Context.IMPORT: ImportScreen,
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_somewhere(action: Action) -> None:
    assert callable(getattr(HOMES[action.context], f"action_{action.method}", None))


def test_ids_are_unique() -> None:
    assert max(Counter(action.id for action in ACTIONS).values()) == 1


@pytest.mark.parametrize("context", Context)
def test_no_key_does_two_things_in_one_place(context: Context) -> None:
    pressed = Counter(key for action in in_context(context) for key in action.keys)
    assert [key for key, times in pressed.items() if times > 1] == []


@pytest.mark.parametrize("context", [each for each in Context if each not in {Context.MOVE, Context.EVERYWHERE}])
def test_moving_is_never_overridden_by_a_screen(context: Context) -> None:
    moving = {key for action in in_context(Context.MOVE) for key in action.keys}
    assert not moving & {key for action in in_context(context) for key in action.keys}


def test_nothing_depends_on_escape() -> None:
    assert [action.id for action in ACTIONS if action.keys == ("escape",)] == []


def test_bindings_carry_ids_so_that_keys_can_be_mapped() -> None:
    assert all(isinstance(binding, Binding) and binding.id for binding in bindings(Context.ARTICLE))


def test_a_users_keys_replace_the_default_ones() -> None:
    mark = next(action for action in ACTIONS if action.id == "article.mark")
    assert keys(mark) == ("m",)
    assert keys(mark, {"article.mark": "M, ctrl+k"}) == ("M", "^K")


def test_keys_are_shown_as_people_know_them() -> None:
    assert [sign(key) for key in ("question_mark", "ctrl+p", "j", "down")] == ["?", "^P", "j", "↓"]


def test_a_mapping_for_no_action_is_noticed() -> None:
    assert unknown({"article.mark": "M", "article.make": "k"}) == ("article.make",)


def test_the_key_table_has_a_row_for_every_action() -> None:
    assert key_table().count("\n| `") == len(ACTIONS)
