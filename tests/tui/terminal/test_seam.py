"""What lateral relies on inside Textual: fails when an upgrade changes it, and says what to look at."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver
from textual.message_pump import MessagePump
from textual.widgets import Input, Static

from tui.terminal.keys import KeyReader
from tui.terminal.seam import driver_of, escape_delay, is_control, is_frame, parent_of


class Listening(HeadlessDriver):
    """Takes down every write and flush, as a driver with a screen gets them."""

    heard: list[str]

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.heard.append(data)

    def flush(self) -> None:
        self.heard.append("flush")


class Small(App[None]):
    """Enough of an app to be painted."""

    def compose(self) -> ComposeResult:
        yield Static("some text", markup=False)
        yield Input()


@pytest.fixture
async def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What an app writes over a little session: a start, typing, a bell, copying, a size change."""
    Listening.heard = []
    app = Small()
    monkeypatch.setattr(app, "_build_driver", _building(app))
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "tab")
        app.bell()
        app.copy_to_clipboard("copied")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
    return Listening.heard


def _building(app: App[Any]) -> Any:
    def build(headless: bool, inline: bool, mouse: bool, size: tuple[int, int]) -> Driver:
        app._driver = Listening(app, size=size)
        return app._driver

    return build


async def test_all_that_an_app_writes_is_frames_and_known_controls(heard: list[str]) -> None:
    strange = [data for data in heard if data != "flush" and not is_frame(data) and not is_control(data)]
    assert not strange, "Textual writes something that WireDriver.write drops"
    assert sum(map(is_frame, heard)) >= 3


async def test_every_frame_is_flushed_before_the_next(heard: list[str]) -> None:
    steps = [data for data in heard if data == "flush" or is_frame(data)]
    frames = [number for number, data in enumerate(steps) if is_frame(data)]
    assert all(steps[number + 1] == "flush" for number in frames)


async def test_frames_hold_only_text_looks_positions_and_line_feeds(heard: list[str]) -> None:
    import re

    for frame in filter(is_frame, heard):
        rest = re.sub(r"\x1b\[[\d;]*m|\x1b\[\d+;\d+H|\n", "", frame)
        assert rest.isprintable(), repr(rest)


def test_a_driver_is_built_with_the_arguments_ours_takes() -> None:
    assert list(inspect.signature(Driver.__init__).parameters) == ["self", "app", "debug", "mouse", "size"]


@pytest.mark.parametrize(
    "name", ["start_application_mode", "disable_input", "stop_application_mode", "close", "flush", "write"]
)
def test_a_driver_has_the_methods_ours_overrides(name: str) -> None:
    assert callable(getattr(Driver, name))


def test_the_parser_makes_keys_and_pastes_of_what_a_keyboard_sends() -> None:
    found = list(KeyReader().feed(b"a\x1b[B\x1b[200~pasted\x1b[201~\r"))
    assert [event.key for event in found if isinstance(event, events.Key)] == ["a", "down", "enter"]
    assert [event.text for event in found if isinstance(event, events.Paste)] == ["pasted"]


def test_the_escape_delay_is_in_seconds() -> None:
    assert 0.001 <= escape_delay() <= 1


def test_an_app_that_does_not_run_has_no_driver() -> None:
    assert driver_of(Small()) is None


async def test_the_parents_of_a_widget_lead_to_the_app() -> None:
    app = Small()
    async with app.run_test():
        node: MessagePump | None = app.screen.children[0]
        met = []
        while node is not None:
            met.append(node)
            node = parent_of(node)
        assert met[-2:] == [app.screen, app]


async def test_a_fault_ends_where_the_reader_hears_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bool] = []
    app = Small()
    monkeypatch.setattr(app, "_fatal_error", lambda: heard.append(True))
    app._handle_exception(ZeroDivisionError())
    assert heard == [True]
