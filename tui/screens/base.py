"""What every screen has: a title line, a line of keys, questions to the library, and a place to return to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import ClassVar, ParamSpec, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key, ScreenSuspend
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState, WorkType

from tui.actions import Context, in_context, keys, names
from tui.session import Session
from tui.terminal.pace import Pacer
from tui.widgets.ink import Line
from tui.widgets.key_bar import KeyBar
from tui.widgets.text_line import TextLine

P = ParamSpec("P")
R = TypeVar("R")
Place = tuple[str, ...]


class LateralScreen(Screen[None]):
    """A full screen of the reader; `context` names the actions that belong to it."""

    context: ClassVar[Context]
    BLANK: ClassVar[bool] = True  # shows nothing of its own but its ground, which is drawn in one go

    class Failed(Message):
        """Something went wrong that the reader should know of."""

        def __init__(self, error: BaseException) -> None:
            super().__init__()
            self.error = error

    class Go(Message):
        """The reader wants to be at another place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.library = session.library
        self._title: tuple[Line, Line] = ((), ())
        self._background = ""
        self._held: list[Key] | None = None

    @property
    def place(self) -> Place:
        """What `tui.places` needs to come back here; empty where nothing is worth it."""
        return ()

    def compose(self) -> ComposeResult:
        """The lines at top and bottom with the screen's own widgets between."""
        yield TextLine(id="bar")
        yield from self.content()
        yield KeyBar(id="keys")

    def content(self) -> ComposeResult:
        """The screen's own widgets."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Tell the keys."""
        self.tell_keys()

    def entitle(self, title: Line, right: Line = ()) -> None:
        """Set the title line."""
        self._title = (title, right)
        self.tell_background(self._background)

    def tell_background(self, text: str) -> None:
        """Say in the title line what goes on beside reading; "" for nothing."""
        self._background = text
        left, right = self._title
        aside: Line = [(text, ("key",)), ("   ", ())] if text else ()
        self.query_one("#bar", TextLine).show([("lateral", ("heading",)), ("  ", ()), *left], [*aside, *right])

    @property
    def busy(self) -> bool:
        """Whether something goes on beside reading that changes the library."""
        return bool(self._background)

    def say(self, text: str) -> None:
        """A word to the reader in the line above the keys, until the next one."""
        raise NotImplementedError

    def tell_keys(self) -> None:
        """Show the keys that matter on this screen."""
        named = self.session.glyphs.named
        self.query_one("#keys", KeyBar).show([(named(key), short) for key, short in self.pairs()])

    def pairs(self) -> list[tuple[str, str]]:
        """The keys with a short label: this screen's, then those that work everywhere."""
        keymap = self.session.settings.keys
        actions = [*in_context(self.context), *reversed(in_context(Context.EVERYWHERE))]
        return [(keys(action, keymap)[0], action.short) for action in actions if action.short]

    async def ask(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call into the library beside the event loop."""
        return await asyncio.to_thread(function, *args, **kwargs)

    def start(
        self, group: str, work: Callable[P, Coroutine[None, None, object]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do work beside the event loop; newer work of the same group replaces it."""
        job: WorkType[object] = partial(work, *args, **kwargs)
        self.run_worker(job, group=group, exclusive=True, exit_on_error=False)

    def prepare(
        self, group: str, work: Callable[P, Coroutine[None, None, object]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """`start` work that keys are of no use without: those typed meanwhile act when it is done, or on the dialog
        that it opens."""

        async def prepared() -> None:
            try:
                await work(*args, **kwargs)
            finally:
                self.release()

        self.hold()
        self.start(group, prepared)

    def hold(self) -> None:
        """Keep the keys that come from now on; those that work everywhere go on working."""
        self._held = self._held or []

    @on(ScreenSuspend)
    def release(self) -> None:
        """Let the keys that were kept have their effect, one after the other."""
        held, self._held = self._held or [], None
        again = [Key(each.key, each.character) for each in held]
        Pacer(self.app, asyncio.get_running_loop(), self.app.post_message).take(again)

    def on_key(self, event: Key) -> None:
        """Keep a key while there is nothing yet that it could act on."""
        if self._held is not None and not self.works_now(event.key):
            event.stop()
            self._held.append(event)

    def works_now(self, key: str) -> bool:
        """Whether a key can act while what the screen waits for is not there yet."""
        keymap = self.session.settings.keys
        return any(key in names(action, keymap) for action in in_context(Context.EVERYWHERE))

    def spawn(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do work that nothing replaces."""
        job: WorkType[None] = work
        self.run_worker(job, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Hand errors to the app, which explains them."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.release()
            self.post_message(self.Failed(event.worker.error))

    def save(self) -> None:
        """Keep what would be missed; called on every way out, also with the terminal already gone."""

    def step_back(self) -> bool:
        """Close something within the screen; False where there is nothing to close and the screen goes."""
        return False

    def covered(self) -> None:
        """Another place is opened above this one."""

    def renew(self) -> None:
        """The library has changed: show it without moving the cursor."""

    def go(self, *place: str) -> None:
        """Ask the app for another screen."""
        self.post_message(self.Go(place))

    def focus_on(self, widget: Widget) -> None:
        """Give the keys to a widget."""
        self.set_focus(widget, scroll_visible=False)
