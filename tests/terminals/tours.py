"""Tours through the reader: for every action, the way to where it can be done, the action, a look around.

They come from the registry of actions, so that a new action or screen cannot be forgotten: it is on a tour, or
`tests/terminals/test_tours.py` fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminals.session import Session
from tui.actions import ACTIONS, Action, Context

ESCAPE, DOWN, UP, PAGE_DOWN = "\x1b", "\x1b[B", "\x1b[A", "\x1b[6~"
CLEAR = "\x15"
AT_HOME = "⏎ search"  # what the line of keys says where a query is typed
DIALOG = "╭"
FAULT = "should not have"  # what the reader says of a fault of its own
NASTY = "[red]\u202estorm\x9b2J 中🙂"
WAYS: Mapping[Context, Sequence[str]] = {
    Context.EVERYWHERE: (DOWN,),
    Context.MOVE: (DOWN,),
    Context.SEARCH: (DOWN, DOWN),
    Context.ARTICLE: (DOWN, "\r", ")"),
    Context.COMPARE: (DOWN, "s", "\r"),
    Context.STORIES: (DOWN, "s"),
    Context.NOTES: (DOWN, "\r", ")", "e", "[b]note 中🙂\r", "E"),
    Context.IMPORT: (DOWN, "i"),
}
_BACK = "app.back"  # leaves the reader where it is started otherwise
LOOK = (DOWN, PAGE_DOWN, UP)
LEAVING = "app.quit"  # no tour: every tour would end there
_KEYS = {
    "question_mark": "?", "slash": "/", "equals_sign": "=", "right_parenthesis": ")", "left_parenthesis": "(",
    "minus": "-", "plus": "+", "enter": "\r", "up": UP, "down": DOWN, "left": "\x1b[D", "right": "\x1b[C",
    "pagedown": PAGE_DOWN, "pageup": "\x1b[5~", "home": "\x1b[H", "end": "\x1b[F",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tour:
    """`way` leads from the search line to where the action is started; `keys` start it and go on from there."""

    action: Action
    way: Sequence[str]
    keys: Sequence[str]

    def walk(self, session: Session) -> None:
        """Go home, there, and around."""
        go_home(session)
        for key in self.way:
            session.press(key, 0.05)
        session.settle(quiet=0.1)
        for key in self.keys:
            session.press(key, 0.08)


def tours(file: Path) -> Iterator[Tour]:
    """One for each action; `file` holds articles that can be imported."""
    further = {
        "app.theme": [DOWN, "\r"],
        "search.query": [f"\x1b[200~{NASTY}\x1b[201~", "\r", CLEAR, 'title:"[red] \r'],
        "search.tag": [f"{NASTY}\r"],
        "article.tag": [f"{NASTY}\r"],
        "article.find": [f"{NASTY}\r"],
        "article.note": [f"{NASTY}\r"],
        "notes.note": [f"{NASTY}\r"],
        "import.add": [f"{file}\r", f"i/no/such/{NASTY}\r"],
        "stories.split": ["\r"],
    }
    for action in ACTIONS:
        way = WAYS[Context.ARTICLE if action.id == _BACK else action.context]
        if action.id != LEAVING:
            yield Tour(action, way, [key_of(action), *further.get(action.id, ()), *LOOK])


def key_of(action: Action) -> str:
    """What a terminal sends for the first key of an action."""
    name = action.keys[0]
    return chr(ord(name[5:]) & 0x1F) if name.startswith("ctrl+") else _KEYS.get(name, name)


def go_home(session: Session) -> None:
    """Close whatever is open, and empty the search line. Fails where a fault is shown, and away from home."""
    assert FAULT not in session.emulator.text, session.emulator.text
    for _ in range(8):
        if AT_HOME in session.emulator.lines[-1] and DIALOG not in session.emulator.text:
            session.press(CLEAR, 0.05)
            return
        _close(session)
    raise AssertionError(f"This is not the way home:\n{session.emulator.text}")


def _close(session: Session) -> None:
    """Close one thing; read until that is seen."""
    before = len(session.output)
    session.type(ESCAPE)
    session.read(0.08, 10.0, lambda session: len(session.output) > before or session.gone)
