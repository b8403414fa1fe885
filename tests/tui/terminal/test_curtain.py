"""A new screen is shown when it has something to show."""

from __future__ import annotations

import asyncio

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from tui.terminal.curtain import BETWEEN, Curtain


class Fetching(Screen[None]):
    """A screen that fetches what it shows for as long as it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.there = asyncio.Event()

    def compose(self) -> ComposeResult:
        yield Static("text", markup=False)

    def on_mount(self) -> None:
        self.run_worker(self.there.wait())


class Lifted:
    """Counts how often a curtain was lifted."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


async def test_a_screen_at_work_is_hidden_until_it_is_done() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        lifted = Lifted()
        hung = Curtain(app, asyncio.get_running_loop(), lifted)
        assert not hung.hides(), "the first one fetches nothing"
        screen = Fetching()
        await app.push_screen(screen)
        assert hung.hides()
        assert hung.hides()
        screen.there.set()
        await pilot.pause(0.05)
        assert not hung.hides()
        assert lifted.times == 1


async def test_it_is_not_hidden_for_long() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        lifted = Lifted()
        hung = Curtain(app, asyncio.get_running_loop(), lifted)
        hung.hides()
        await app.push_screen(Fetching())
        assert hung.hides()
        await pilot.pause(2 * BETWEEN)
        assert not hung.hides()
        assert lifted.times == 1


async def test_going_back_hides_nothing() -> None:
    app: App[None] = App()
    async with app.run_test():
        hung = Curtain(app, asyncio.get_running_loop(), Lifted())
        hung.hides()
        screen = Fetching()
        await app.push_screen(screen)
        hung.hides()
        screen.there.set()
        await app.pop_screen()
        assert not hung.hides()
