"""All actions with their keys, and the query language, to be searched; also the command palette."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from index.search.language import HELP
from tui.actions import Action, Context, in_context, keys
from tui.widgets.choice_list import Choice

_KEYS = 2  # of an action that are shown; the others are for fingers that know them from elsewhere


def help_choices(keymap: Mapping[str, str], first: Context | None) -> list[Choice]:
    """Every action under its heading, those of the present screen first; the query language last, but where one types
    queries."""
    contexts = sorted(Context, key=lambda context: context is not first)
    choices: list[Choice] = []
    for context in contexts:
        choices += [*_gap(choices), Choice("", context.value)]
        choices += [_choice(action, keymap) for action in in_context(context)]
        if first is context is Context.SEARCH:
            choices += _queries()
    return choices if first is Context.SEARCH else [*choices, *_queries()]


def _queries() -> Iterator[Choice]:
    for group, usages in groupby(HELP, lambda usage: usage.group):
        yield Choice("", "")
        yield Choice("", f"Query language: {group}")
        yield from (Choice(f"query {usage.form}", "", usage.finds, usage.form) for usage in usages)


def palette_choices(keymap: Mapping[str, str], context: Context | None) -> list[Choice]:
    """The actions that can be started from a screen."""
    contexts = [Context.EVERYWHERE] if context is None else [context, Context.EVERYWHERE]
    return [_choice(action, keymap) for each in contexts for action in in_context(each)]


def _gap(choices: list[Choice]) -> list[Choice]:
    return [Choice("", "")] if choices else []


def _choice(action: Action, keymap: Mapping[str, str]) -> Choice:
    return Choice(action.id, action.title, action.help, " ".join(keys(action, keymap)[:_KEYS]))
