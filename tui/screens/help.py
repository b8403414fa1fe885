"""All actions with their keys, and the query language, to be searched; also the command palette."""

from __future__ import annotations

from collections.abc import Mapping

from tui.actions import Action, Context, in_context, keys
from tui.widgets.choice_list import Choice

_KEYS = 2  # of an action that are shown; the others are for fingers that know them from elsewhere

QUERY_LANGUAGE: tuple[tuple[str, str], ...] = (
    ("tariff soybeans", "both words, in any inflection"),
    ('"rare earth"', "these words, one after the other"),
    ("tariff OR quota", "either; AND, OR, NOT and brackets combine"),
    ("tariff -steel", "without a word, the same as NOT steel"),
    ("soy*", "words that begin so; ? stands for one letter"),
    ("busan~1", "a word with up to one letter wrong"),
    ("trump NEAR xi", "two words close to each other"),
    ("title:summit", "in the title; likewise source: author: claim: quoted: lang:"),
    ("claim:tariff", "in a key claim"),
    ('quoted:"Scott Bessent"', "quoting somebody"),
    ("has:figure", "holding a figure; also has:quotation and has:claim"),
    ("date:2025-10", "published in that month; also a day, a year, or 2025-10-01..2025-10-31"),
    ("newer:2w", "published in the last two weeks; older:1y the other way round"),
    ("is:unread", "not read yet; also is:read and is:marked"),
    ("tag:budget", "with a tag of yours"),
    ("sort:newest", "newest first; also oldest and relevance"),
)


def help_choices(keymap: Mapping[str, str], first: Context | None) -> list[Choice]:
    """Every action under its heading, those of the present screen first, and then the query language."""
    contexts = sorted(Context, key=lambda context: context is not first)
    choices: list[Choice] = []
    for context in contexts:
        choices += [*_gap(choices), Choice("", context.value)]
        choices += [_choice(action, keymap) for action in in_context(context)]
    choices += [*_gap(choices), Choice("", "Query language")]
    return choices + [Choice(f"query {text}", "", meaning, text) for text, meaning in QUERY_LANGUAGE]


def palette_choices(keymap: Mapping[str, str], context: Context | None) -> list[Choice]:
    """The actions that can be started from a screen."""
    contexts = [Context.EVERYWHERE] if context is None else [context, Context.EVERYWHERE]
    return [_choice(action, keymap) for each in contexts for action in in_context(each)]


def _gap(choices: list[Choice]) -> list[Choice]:
    return [Choice("", "")] if choices else []


def _choice(action: Action, keymap: Mapping[str, str]) -> Choice:
    return Choice(action.id, action.title, action.help, " ".join(keys(action, keymap)[:_KEYS]))
