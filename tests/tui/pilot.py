"""Driving the reader in tests: start it on a library, press keys, wait for what should show."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from index.library import Library
from tui.app import LateralApp

_TRIES = 300  # of 20 ms: a busy machine is slow, a broken screen never comes


class Reading:
    """A running reader."""

    def __init__(self, app: LateralApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def lines(self) -> list[str]:
        """The lines of the screen without their trailing spaces."""
        return [line.rstrip() for line in self.text.splitlines()]

    async def press(self, *keys: str) -> None:
        """Press keys by their Textual names."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", ".": "full_stop", "-": "minus"}
        await self.pilot.press(*(names.get(character, character) for character in text))

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until something holds."""
        for _ in range(_TRIES):
            if condition():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"This never came about on:\n{self.text}")

    async def sees(self, *texts: str) -> None:
        """Wait until the screen shows all of these."""
        await self.until(lambda: all(text in self.text for text in texts))


@asynccontextmanager
async def reading(
    library: Library, size: tuple[int, int] = (80, 24), *, query: str = "", sample: bool = False, kiosk: bool = False
) -> AsyncIterator[Reading]:
    """The reader on a library, its first search answered."""
    app = LateralApp(library, query=query, sample=sample, kiosk=kiosk)
    async with app.run_test(size=size) as pilot:
        here = Reading(app, pilot)
        yield here
