"""Hands keys to the app one at a time, each when the one before has had its effect.

Over a slow link several keys arrive together. Textual forwards a key to what has the focus when it comes in, so of
"/" and "a" in one packet the "a" would miss the search field that "/" is about to open. And it paints each widget
when that one is ready, in a frame of its own; here all that a key changes is one frame.
"""

from __future__ import annotations

from asyncio import AbstractEventLoop, TimerHandle
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

from textual import events
from textual.app import App, ScreenStackError
from textual.message import Message
from textual.message_pump import MessagePump

from tui.terminal.seam import parent_of

_PATIENCE = 1.0  # seconds after which the next key is handed over even if nothing was heard of the last
# Keys that move within what they act on, so that their repetitions have the same target.
_HELD = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "backspace", "delete", "space", *"jkJKnpNP"})
_LEAVING = frozenset({"ctrl+c", "ctrl+q"})  # do not wait …
_FLOOD = 100  # … until so many keys have had their effect


class Pacer:
    """Delivers messages through `deliver`; keys wait for the app and the focused widget to be idle."""

    def __init__(self, app: App[Any], loop: AbstractEventLoop, deliver: Callable[[Message], object]) -> None:
        self._app = app
        self._loop = loop
        self._deliver = deliver
        self._waiting: deque[Message] = deque()
        self._patience: TimerHandle | None = None
        self._held_back = ExitStack()

    def take(self, messages: Iterable[Message]) -> None:
        """Deliver these after those before."""
        for message in messages:
            if len(self._waiting) > _FLOOD and isinstance(message, events.Key) and message.key in _LEAVING:
                self._waiting.clear()
            self._waiting.append(message)
        if self._patience is None:
            self._next()

    def drop(self) -> None:
        """Forget what is still waiting."""
        self._waiting.clear()
        self._held_back.close()

    def _next(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        self._held_back.close()
        while self._waiting:
            message = self._waiting.popleft()
            self._deliver(message)
            if isinstance(message, events.Key | events.Paste):
                self._deliver_held(message)
                if not self._waiting:
                    self._hold_back()
                self._await_effect()
                return

    def _deliver_held(self, first: events.Key | events.Paste) -> None:
        """Deliver the repetitions of a held key together: they have one target, and one frame shows them all."""
        while self._waiting and isinstance(first, events.Key) and first.key in _HELD:
            following = self._waiting[0]
            if not isinstance(following, events.Key) or following.key != first.key:
                return
            self._deliver(self._waiting.popleft())

    def _hold_back(self) -> None:
        """Have nothing painted until the last key that came has had its effect."""
        self._held_back.callback(self._look)
        self._held_back.enter_context(self._app.batch_update())

    def _look(self) -> None:
        """Have the screen notice what it did not paint: it looks whenever it has nothing else to do."""
        if self._app.screen_stack:
            self._app.screen.check_idle()

    def _await_effect(self) -> None:
        """Go on when the key has been where keys go: from the app to what has the focus, and up again by its parents
        to the app, whose bindings act on it. What an action posts goes the same way once more."""
        patience = self._patience = self._loop.call_later(_PATIENCE, self._next)

        def go_on() -> None:
            if self._patience is patience:
                self._next()

        def up(node: MessagePump | None, rounds: int) -> None:
            if node is not None:
                if not node.call_later(up, parent_of(node), rounds):
                    go_on()
            elif rounds:
                up(self._receiver(), rounds - 1)
            else:
                go_on()

        self._app.call_later(lambda: up(self._receiver(), 1))

    def _receiver(self) -> MessagePump:
        try:
            return self._app.focused or self._app.screen
        except ScreenStackError:
            return self._app
