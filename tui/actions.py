"""Every action once: what it is called, what it does, which keys start it, and where.

The bindings of the screens, the command palette, the help overlay and the key table of README all come from
`ACTIONS`. An id is what a settings file maps to other keys: `[keys] "article.next-claim" = "n,tab"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Context(StrEnum):
    """Where an action can be started; the value is the heading above it in help."""

    EVERYWHERE = "Everywhere"
    MOVE = "Lists and texts"
    SEARCH = "Search"
    ARTICLE = "Article"
    COMPARE = "Compare"
    STORIES = "Stories"
    NOTES = "Notes"
    IMPORT = "Import"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a reader can do. `keys` are Textual key names, the first one being shown.

    `short` is its label in the line of keys at the bottom of a screen; "" leaves it out there. `always` keys work
    even while a text is being typed.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    context: Context
    short: str = ""
    always: bool = False

    @property
    def method(self) -> str:
        """The name behind `action_` of the method that does it."""
        return self.call.partition("(")[0]

    @property
    def call(self) -> str:
        """The method with its argument, where the id ends in a number: `compare.view-2` is `view(2)`."""
        name = self.id.partition(".")[2].replace("-", "_")
        head, _, number = name.rpartition("_")
        return f"{head}({number})" if number.isdigit() else name


_EVERYWHERE = (
    Action("app.help", "Help", "Keys and query language, searchable", ("question_mark", "f1"), Context.EVERYWHERE,
           "help"),
    Action("app.palette", "Command palette", "Find any action by name", ("ctrl+p", "colon"), Context.EVERYWHERE),
    Action("app.back", "Back", "To where you came from; leaves the reader from the search screen",
           ("q", "left", "escape"), Context.EVERYWHERE, "back"),
    Action("app.theme", "Theme", "Choose the colours", ("T",), Context.EVERYWHERE),
    Action("app.redraw", "Redraw", "Paint the whole screen again", ("ctrl+l",), Context.EVERYWHERE, always=True),
    Action("app.suspend-process", "Suspend", "Put the reader in the background; fg brings it back",
           ("ctrl+z",), Context.EVERYWHERE, always=True),
    Action("app.quit", "Quit", "Leave the reader; everything is saved", ("ctrl+q", "ctrl+c"), Context.EVERYWHERE,
           always=True),
)  # fmt: skip

_MOVE = (
    Action("move.down", "Down", "One line or row down", ("down", "j"), Context.MOVE),
    Action("move.up", "Up", "One line or row up", ("up", "k"), Context.MOVE),
    Action("move.page-down", "Page down", "One screenful down", ("pagedown", "space", "ctrl+f"), Context.MOVE),
    Action("move.page-up", "Page up", "One screenful up", ("pageup", "b", "ctrl+b"), Context.MOVE),
    Action("move.top", "Top", "To the beginning", ("home", "g"), Context.MOVE),
    Action("move.bottom", "Bottom", "To the end", ("end", "G"), Context.MOVE),
)  # fmt: skip

_SEARCH = (
    Action("search.query", "Search", "Type a query", ("slash", "left", "escape"), Context.SEARCH, "search"),
    Action("search.open", "Open", "Read the article", ("enter", "right", "l"), Context.SEARCH, "open"),
    Action("search.filters", "Filters", "Narrow down by source, tag, month, day or language", ("f",), Context.SEARCH,
           "filters"),
    Action("search.stories", "Stories", "Events and who reports them", ("s",), Context.SEARCH, "stories"),
    Action("search.select", "Select", "Take the article into a comparison, or out of it", ("x",), Context.SEARCH),
    Action("search.select-none", "Select none", "Drop the selection", ("X",), Context.SEARCH),
    Action("search.compare", "Compare", "The selected articles side by side, or those on this one's story",
           ("equals_sign",), Context.SEARCH, "compare"),
    Action("search.sort", "Order", "By relevance, newer ones nudged up, newest first, oldest first",
           ("S",), Context.SEARCH),
    Action("search.others", "Other sources", "What else is there on this story", ("o",), Context.SEARCH),
    Action("search.like", "More like this", "Articles with the most words in common", ("L",), Context.SEARCH),
    Action("search.read", "Read or unread", "Turn the read mark over", ("r",), Context.SEARCH),
    Action("search.tag", "Tags", "Put tags on the article", ("t",), Context.SEARCH),
    Action("search.save", "Save search", "Keep this query under saved searches", ("ctrl+s",), Context.SEARCH),
    Action("search.saved", "Saved searches", "Your kept queries with their counts", ("w",), Context.SEARCH),
    Action("search.notes", "Notes", "Everything you marked and noted, in all articles", ("e",), Context.SEARCH),
    Action("search.import", "Import", "Add files or folders to the library", ("i",), Context.SEARCH),
)  # fmt: skip

_ARTICLE = (
    Action("article.next-claim", "Next claim", "To the next key claim, or the next match while finding",
           ("n", "right_square_bracket"), Context.ARTICLE, "next claim"),
    Action("article.previous-claim", "Previous claim", "To the previous key claim, or match",
           ("p", "N", "left_square_bracket"), Context.ARTICLE),
    Action("article.why", "Why", "All that speaks for and against this claim, and who else says it", ("w",),
           Context.ARTICLE, "why"),
    Action("article.next-sentence", "Next sentence", "One sentence on",
           ("right_parenthesis", "J"), Context.ARTICLE),
    Action("article.previous-sentence", "Previous sentence", "One sentence back",
           ("left_parenthesis", "K"), Context.ARTICLE),
    Action("article.find", "Find", "Find words in this article", ("slash",), Context.ARTICLE, "find"),
    Action("article.others", "Other sources", "What other sources have on this story", ("o",), Context.ARTICLE,
           "other sources"),
    Action("article.like", "More like this", "Articles with the most words in common", ("L",), Context.ARTICLE),
    Action("article.compare", "Compare", "This story's sources side by side", ("equals_sign",), Context.ARTICLE,
           "compare"),
    Action("article.versions", "Versions", "What was changed since it was first imported", ("v",), Context.ARTICLE),
    Action("article.kinds", "Kinds of claim", "Show only figures, quotations, predictions …", ("f",), Context.ARTICLE),
    Action("article.copy", "Copy", "Copy the sentence with source, date, address and place", ("c",), Context.ARTICLE),
    Action("article.address", "Address", "Open the page in a browser here; over SSH show and copy its address",
           ("u",), Context.ARTICLE),
    Action("article.mark", "Mark", "Mark the sentence, or take the mark away", ("m",), Context.ARTICLE),
    Action("article.note", "Note", "Write a note on the sentence", ("e",), Context.ARTICLE),
    Action("article.notes", "All notes", "Everything you marked and noted, in all articles", ("E",), Context.ARTICLE),
    Action("article.tag", "Tags", "Put tags on the article", ("t",), Context.ARTICLE),
    Action("article.read", "Read or unread", "Turn the read mark over", ("r",), Context.ARTICLE),
)  # fmt: skip

_COMPARE = (
    Action("compare.next-difference", "Next difference", "To the next row where sources differ",
           ("n", "right_square_bracket"), Context.COMPARE, "next difference"),
    Action("compare.previous-difference", "Previous difference", "To the one before",
           ("p", "N", "left_square_bracket"), Context.COMPARE),
    Action("compare.open", "Open", "This sentence in its article", ("enter",), Context.COMPARE, "article"),
    Action("compare.column-left", "Column left", "To the source on the left; back from the first one",
           ("left", "h"), Context.COMPARE),
    Action("compare.column-right", "Column right", "To the source on the right", ("right", "l"), Context.COMPARE,
           "next source"),
    Action("compare.fold-same", "Fold same", "Hide or show what all tell alike", ("f",), Context.COMPARE, "fold"),
    Action("compare.fold-only", "Fold only-here", "Hide or show what one source alone has", ("o",), Context.COMPARE),
    Action("compare.copy", "Copy", "Copy the row with its sources", ("c",), Context.COMPARE),
    Action("compare.copy-all", "Copy all", "Copy the whole comparison as Markdown", ("C",), Context.COMPARE),
    Action("compare.swap", "Swap", "Exchange this column with the next", ("x",), Context.COMPARE),
    Action("compare.view-1", "Side by side", "Sentences aligned; underlined is what one source adds", ("1",),
           Context.COMPARE),
    Action("compare.view-2", "Claims", "Key claims of the story by source", ("2",), Context.COMPARE),
    Action("compare.view-3", "Figures", "What is counted, and what each source says", ("3",), Context.COMPARE),
    Action("compare.view-4", "Quotations", "Who is quoted by whom", ("4",), Context.COMPARE),
    Action("compare.view-5", "Wording", "Words one source alone chooses", ("5",), Context.COMPARE),
    Action("compare.view-6", "Versions", "What this column's source changed", ("6",), Context.COMPARE),
)  # fmt: skip

_STORIES = (
    Action("stories.open", "Compare", "The story's sources side by side", ("enter", "right", "l", "equals_sign"),
           Context.STORIES, "compare"),
    Action("stories.articles", "Articles", "Choose one article of the story", ("a",), Context.STORIES, "articles"),
    Action("stories.absent", "Who did not", "Sources that published then but not on this", ("o",), Context.STORIES,
           "who did not"),
    Action("stories.split", "Split off", "Take an article out of the story; remembered", ("minus",), Context.STORIES),
    Action("stories.merge", "Merge", "Put this story and the one above together; remembered", ("plus",),
           Context.STORIES),
    Action("stories.undo", "Undo", "Take back the last merge or split", ("u",), Context.STORIES),
)  # fmt: skip

_NOTES = (
    Action("notes.open", "Open", "The sentence in its article", ("enter", "right", "l"), Context.NOTES, "article"),
    Action("notes.note", "Note", "Write another note", ("e",), Context.NOTES, "note"),
    Action("notes.mark", "Mark", "Take the mark away, or put it back", ("m",), Context.NOTES, "take away"),
    Action("notes.copy", "Copy", "Copy it with source, date, address and place", ("c",), Context.NOTES, "copy"),
    Action("notes.copy-all", "Copy all", "Copy everything as Markdown", ("C",), Context.NOTES, "copy all"),
)  # fmt: skip

_IMPORT = (
    Action("import.add", "Add", "Name a file or folder to import", ("i", "a"), Context.IMPORT, "add more"),
    Action("import.cancel", "Cancel", "Stop the import; what is in stays in", ("x",), Context.IMPORT, "cancel"),
    Action("import.skipped", "Skipped only", "Show only what was left out, or everything", ("f",), Context.IMPORT,
           "skipped only"),
)  # fmt: skip

ACTIONS: tuple[Action, ...] = _EVERYWHERE + _MOVE + _SEARCH + _ARTICLE + _COMPARE + _STORIES + _NOTES + _IMPORT

_SIGNS = {
    "question_mark": "?", "slash": "/", "colon": ":", "equals_sign": "=", "right_square_bracket": "]",
    "left_square_bracket": "[", "right_parenthesis": ")", "left_parenthesis": "(", "enter": "⏎", "up": "↑",
    "down": "↓", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "space": "Space", "escape": "Esc", "tab": "Tab", "f1": "F1", "plus": "+", "minus": "-",
}  # fmt: skip


def bindings(*contexts: Context) -> list[BindingType]:
    """The bindings of these contexts, for a `BINDINGS` of a screen, widget or app."""
    return [
        Binding(",".join(action.keys), action.call, action.title, show=False, id=action.id, priority=action.always)
        for action in in_context(*contexts)
    ]


def in_context(*contexts: Context) -> tuple[Action, ...]:
    """The actions of these contexts, in the order of `ACTIONS`."""
    return tuple(action for action in ACTIONS if action.context in contexts)


def keys(action: Action, keymap: Mapping[str, str] = {}) -> tuple[str, ...]:
    """The keys that start an action as a person reads them, a user's own keys first and only."""
    return tuple(map(sign, names(action, keymap)))


def names(action: Action, keymap: Mapping[str, str] = {}) -> tuple[str, ...]:
    """The same keys by their Textual names."""
    own = keymap.get(action.id)
    return tuple(key.strip() for key in own.split(",")) if own else action.keys


def sign(key: str) -> str:
    """A Textual key name as a person reads it: `ctrl+p` is ^P, `question_mark` is ?."""
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    return _SIGNS.get(key, key)


def key_table(contexts: Iterable[Context] = tuple(Context)) -> str:
    """The keys as Markdown, as README shows them."""
    lines: list[str] = []
    for context in contexts:
        lines += [f"**{context.value}**", "", "| keys | | |", "|---|---|---|"]
        lines += [f"| {_code(keys(each))} | {each.title} | {each.help} |" for each in in_context(context)]
        lines.append("")
    return "\n".join(lines)


def _code(signs: Iterable[str]) -> str:
    return " ".join(f"`{each}`" for each in signs)


def unknown(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The ids in a user's key map that name no action."""
    known = {action.id for action in ACTIONS}
    return tuple(sorted(set(keymap) - known))
