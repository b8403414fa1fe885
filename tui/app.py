"""The reader: owns the library and the screens, goes from place to place, and explains what went wrong."""

from __future__ import annotations

import asyncio
import gc
import os
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.text import Text
from textual import on
from textual.screen import Screen
from textual.worker import Worker, WorkerState, WorkType

from index import paths
from index.errors import DamagedIndexError, LateralError, VersionError
from index.library import Library
from index.model import Fate, Progress
from index.text.sanitise import clean
from tui import places
from tui.actions import ACTIONS, Context, bindings
from tui.crash import keep_report
from tui.importer import Importer, summary
from tui.screens.base import LateralScreen, Place
from tui.session import OPEN_OWN, Session
from tui.terminal.app import WireApp
from tui.terminal.capabilities import detect
from tui.themes import DEFAULTS, THEMES, automatic
from tui.widgets.glyphs import ASCII, UNICODE
from tui.widgets.ink import COMPONENTS

if TYPE_CHECKING:
    from tui.screens.importing import ImportScreen
    from tui.widgets.choice_list import Choice

R = TypeVar("R")

_STYLES: list[str | PurePath] = [*sorted((Path(__file__).parent / "styles").glob("*.tcss"))]
_PLACE = "place"  # where the reading state keeps the screens that were open
_THEME = "theme"
_SETTLED = 1.0  # seconds after which the reader is open
_GLANCE = 1.0  # seconds between looks at a running import
_MENDINGS = 2  # times a session tries to make a sound index before it gives up and says so


class LateralApp(WireApp):
    """Runs on a library; `sample` and `kiosk` as in `Session`, `query` is searched for at the start."""

    TITLE = "lateral"
    CSS_PATH = _STYLES
    BINDINGS: ClassVar = bindings(Context.EVERYWHERE)
    COMPONENT_CLASSES: ClassVar = {*COMPONENTS}
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, library: Library, *, sample: bool = False, kiosk: bool = False, query: str = "") -> None:
        super().__init__()
        glyphs = UNICODE if detect().utf8 else ASCII
        self.session = Session(library, glyphs, sample, kiosk)
        self.importer = Importer(library, own=paths.library_folder() if sample else None)
        self._query = query
        self._mendings = 0
        self._leaving = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._theme()
        self._parsed_for = self.get_css_variables()
        self.stylesheet.set_variables(self._parsed_for)
        self.set_keymap(library.settings.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the styles need of a theme that is not one of ours."""
        return DEFAULTS

    def refresh_css(self, animate: bool = True) -> None:
        """As Textual's, which parses every style again for the theme that the reader starts with."""
        variables = self.get_css_variables()
        if variables == self._parsed_for:
            self.stylesheet.update(self, animate=animate)
        else:
            self._parsed_for = variables
            super().refresh_css(animate)

    def get_default_screen(self) -> Screen[None]:
        """The search."""
        from tui.screens.search import SearchScreen

        return SearchScreen(self.session, self._query or self._left_at("search"))

    def on_mount(self) -> None:
        """Return to where the reader was left, and see that the index is whole."""
        self.set_timer(_SETTLED, _settle)
        self._mend()
        if not self._query:
            for place in self._left():
                self._open(place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a kiosk there is no shell to go back to."""
        if action == "suspend_process" and self.session.kiosk:
            return False
        return super().check_action(action, parameters)

    # Going from place to place

    @on(LateralScreen.Go)
    async def _go(self, event: LateralScreen.Go) -> None:
        match event.place:
            case ("search", query):
                await self._search(query)
            case place:
                self._open(place)
        self._remember()

    async def _search(self, query: str) -> None:
        """Back to the first screen, to search for something else."""
        from tui.screens.search import SearchScreen

        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if isinstance(self.screen, SearchScreen):
            self.screen.searched = query

    def _open(self, place: Place) -> None:
        screen = self._import_screen() if place == ("import",) else places.screen_for(place, self.session)
        if screen is not None:
            if isinstance(self.screen, LateralScreen):
                self.screen.covered()
            self.push_screen(screen)

    async def action_back(self) -> None:
        """To the screen before, or out of the reader from the first one."""
        if isinstance(self.screen, LateralScreen) and self.screen.step_back():
            return
        if len(self.screen_stack) > 1:
            await self.pop_screen()
            self._remember()
        else:
            self.exit()

    def _places(self) -> list[Place]:
        return [screen.place for screen in self.screen_stack if isinstance(screen, LateralScreen)]

    def _left(self) -> Sequence[Place]:
        return places.load(self.session.library.state.recall(_PLACE))

    def _left_at(self, kind: str) -> str:
        return next((place[1] for place in self._left() if place[0] == kind and len(place) > 1), "")

    def _remember(self) -> None:
        with suppress(LateralError):
            self.session.library.state.remember(_PLACE, places.dump(self._places()))

    def save(self) -> None:
        """Keep the open screens and the position in each article; let go of what runs beside reading."""
        self._leaving = True
        self.importer.cancel()
        for screen in self.screen_stack:
            if isinstance(screen, LateralScreen):
                screen.save()
        self._remember()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy to the user's terminal and to a file, or say why not."""
        try:
            super().copy_to_clipboard(text)
        except OSError as error:
            self.explain(f"The text could not be kept for copying: {error.strerror or error}.")

    def copied(self, said: str) -> None:
        """Say where the copied text is, for a terminal that does not take it."""
        self._say(said)

    def _say(self, text: str) -> None:
        if isinstance(self.screen, LateralScreen):
            self.screen.say(text)

    # Help and palette

    def action_help(self) -> None:
        """All keys and the query language."""
        from tui.screens.help import help_choices

        context = self._here()
        choices = help_choices(self.session.settings.keys, context)
        self._choose_action("Keys and query language", choices, '"query" finds the query language   Esc or ← close')

    def action_palette(self) -> None:
        """Find an action by name."""
        from tui.screens.help import palette_choices

        self._choose_action("What to do?", palette_choices(self.session.settings.keys, self._here()))

    def _choose_action(self, title: str, choices: Sequence[Choice], hint: str = "") -> None:
        from tui.screens.chooser import Chooser

        self.push_screen(Chooser(title, choices, hint=hint, glyphs=self.session.glyphs), self._do)

    def _here(self) -> Context | None:
        screen = self.screen
        return screen.context if isinstance(screen, LateralScreen) else None

    async def _do(self, chosen: str | None) -> None:
        """Start an action where it belongs; one of another screen is only to be read about."""
        action = next((each for each in ACTIONS if each.id == chosen), None)
        if action is None:
            return
        if action.context is Context.EVERYWHERE:
            await self.run_action(action.call)
        elif action.context is self._here():
            await self.screen.run_action(action.call)

    # Themes

    def _theme(self) -> str:
        kept = self.session.library.state.recall(_THEME) or self.session.settings.reader.theme
        known = {theme.name for theme in THEMES}
        if self.no_color or kept not in known:
            return automatic(os.environ)
        return kept

    def action_theme(self) -> None:
        """Choose the colours."""
        from tui.screens.chooser import Chooser
        from tui.widgets.choice_list import Choice

        choices = [Choice(theme.name, theme.name, on=theme.name == self.theme) for theme in THEMES]
        self.push_screen(Chooser("Theme", choices, glyphs=self.session.glyphs), self._wear)

    def _wear(self, name: str | None) -> None:
        if name is not None:
            self.theme = name
            with suppress(LateralError):
                self.session.library.state.remember(_THEME, name)

    # Importing

    def _import_screen(self) -> LateralScreen | None:
        from tui.screens.importing import ImportScreen

        if self.session.kiosk or self.session.library.readonly:
            self.explain("This library is opened for reading only, so nothing can be imported here.")
            return None
        return ImportScreen(self.session, self.importer)

    def on_import_screen_wanted(self, event: ImportScreen.Wanted) -> None:
        """Import beside reading."""
        job: WorkType[None] = partial(self._import, event.paths)
        self.run_worker(job, group="import", exit_on_error=False)

    async def _import(self, paths: Sequence[Path]) -> None:
        tally = await self._beside(partial(self.importer.run, paths), self.importer.said)
        self._say(summary(tally))
        if self.importer.own is not None and set(tally.counts) - {Fate.SKIPPED}:
            self._offer_own(summary(tally), self.importer.own)

    def _offer_own(self, done: str, folder: Path) -> None:
        from tui.screens.question import Question

        text = f"{done} Your articles are in your own library at {folder}; this is the sample. Open yours now?"
        self.push_screen(Question("Imported", text), self._open_own)

    def _open_own(self, wanted: bool | None) -> None:
        if wanted:
            self.exit(OPEN_OWN)

    async def _beside(self, work: Callable[[], R], said: Callable[[], str]) -> R:
        """Do long work beside reading, showing every second how far it is and what is new, moving nothing.

        Work that has nothing to say changes nothing on screen.
        """
        task = asyncio.ensure_future(asyncio.to_thread(work))
        try:
            while not (await asyncio.wait({task}, timeout=_GLANCE))[0]:
                if text := said():
                    self._show_beside(text)
            return await task
        finally:
            if said():
                self._show_beside("")

    def _show_beside(self, said: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, LateralScreen):
                screen.tell_background(said)
                screen.renew()

    # The index

    def _mend(self, *, damaged: bool = False) -> None:
        """Bring the index up to date, or make it anew, beside reading."""
        if self._mendings < _MENDINGS:
            self._mendings += 1
            job: WorkType[None] = partial(self._heal, damaged=damaged)
            self.run_worker(job, group="heal", exit_on_error=False)

    async def _heal(self, *, damaged: bool) -> None:
        progress: Progress | None = None

        def report(now: Progress) -> None:
            nonlocal progress
            progress = now

        def said() -> str:
            if progress is None:
                return ""
            return f"bringing the library up to date: {progress.phase} {progress.done:,} of {progress.total:,}"

        for work in (partial(self.session.library.heal, damaged=damaged), self.session.library.finish_beside):
            await self._beside(partial(work, report, lambda: self._leaving), said)

    # Errors

    @on(LateralScreen.Failed)
    def _failed(self, event: LateralScreen.Failed) -> None:
        unusable = isinstance(event.error, DamagedIndexError | VersionError)
        if unusable and self._mendings < _MENDINGS:
            self._mend(damaged=True)
        elif not (unusable and self._healing):
            self._explain_error(event.error)

    @property
    def _healing(self) -> bool:
        return any(worker.group == "heal" and worker.is_running for worker in self.workers)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Explain what stopped work of the app's own."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self._explain_error(event.worker.error)

    def _explain_error(self, error: BaseException) -> None:
        if isinstance(error, LateralError):
            self.explain(str(error))
        else:
            self.explain(f"Something went wrong that should not have: {type(error).__name__}: {error}")

    def _fatal_error(self) -> None:
        """Leave with a sentence where Textual would print a traceback; that goes into a file.

        A screen that was only just being made when the end was asked for misses its parts: nothing to tell of.
        """
        file = keep_report(paths.state_folder(), traceback.format_exc())
        if self._leaving:
            self.panic()
            return
        self.panic(Text(clean(f"lateral stopped because of a fault of its own. What happened is in {file}.")))

    def explain(self, text: str) -> None:
        """Show a sentence that has to be seen."""
        from tui.screens.notice import Notice

        self.push_screen(Notice("Sorry", text))


def _settle() -> None:
    """Leave what the open reader is made of out of garbage collections: each would hold up a key by 50 ms."""
    gc.freeze()
    gc.enable()
