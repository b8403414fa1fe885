"""Keys that arrive together take effect one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, Static

from tui.terminal.pace import Pacer


class Field(App[None]):
    """An app whose search field has to be opened first."""

    BINDINGS = [Binding("slash", "open"), Binding("down", "down")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = ""
    downs = 0

    def compose(self) -> ComposeResult:
        yield Input()

    def action_open(self) -> None:
        self.query_one(Input).focus()

    def action_down(self) -> None:
        self.downs += 1


def key(name: str) -> events.Key:
    return events.Key(name, "/" if name == "slash" else name if len(name) == 1 else None)


async def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(300):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("this never came about")


async def test_a_key_waits_for_the_field_that_the_one_before_opens() -> None:
    app = Field()
    async with app.run_test():
        pacer = Pacer(app, asyncio.get_running_loop(), app.post_message)
        pacer.take([key("slash"), key("a"), key("b"), key("c")])
        await wait_until(lambda: app.query_one(Input).value == "abc")


async def test_repetitions_of_a_held_key_are_delivered_together() -> None:
    app = Field()
    delivered: list[Message] = []
    async with app.run_test():

        def deliver(message: Message) -> None:
            delivered.append(message)
            app.post_message(message)

        pacer = Pacer(app, asyncio.get_running_loop(), deliver)
        pacer.take([key("down") for _ in range(20)])
        assert len(delivered) == 20
        await wait_until(lambda: app.downs == 20)


async def test_keys_that_leave_are_never_delivered_together() -> None:
    app = Field()
    delivered: list[Message] = []
    async with app.run_test():
        Pacer(app, asyncio.get_running_loop(), delivered.append).take([key("q"), key("q")])
        assert len(delivered) == 1


@pytest.mark.parametrize(("waiting", "first"), [(1000, "ctrl+q"), (3, "q")])
async def test_leaving_waits_for_a_few_keys_and_not_for_a_flood(waiting: int, first: str) -> None:
    app = Field()
    delivered: list[Message] = []
    async with app.run_test():
        pacer = Pacer(app, asyncio.get_running_loop(), delivered.append)
        pacer.take([key("q"), *(key("a") for _ in range(waiting)), key("ctrl+q")])
        assert [each.key for each in delivered if isinstance(each, events.Key)] == [first]
        pacer.drop()


async def test_what_waits_can_be_dropped() -> None:
    app = Field()
    delivered: list[Message] = []
    async with app.run_test() as pilot:
        pacer = Pacer(app, asyncio.get_running_loop(), delivered.append)
        pacer.take([key("a"), key("b")])
        pacer.drop()
        await pilot.pause(0.1)
        assert len(delivered) == 1


class Counting(App[None]):
    """An app that changes two widgets for a key, one of them only when the other has told of its change."""

    BINDINGS = [Binding("down", "down")]  # noqa: RUF012 - as Textual has it

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Static("", id="second", markup=False)

    def action_down(self) -> None:
        self.query_one(Input).value += "x"

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one(Static).update(event.value)


def frames_of(app: App[None], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the second widget says in each frame from now on."""
    frames: list[str] = []

    def display(_screen: object, update: object) -> None:
        if update is not None and not app._batch_count:
            frames.append(str(app.query_one(Static).content))

    monkeypatch.setattr(app, "_display", display)
    return frames


async def test_what_a_key_changes_is_painted_in_one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Counting()
    async with app.run_test() as pilot:
        await pilot.pause(0.1)
        frames = frames_of(app, monkeypatch)
        Pacer(app, asyncio.get_running_loop(), app.post_message).take([key("down")])
        await wait_until(lambda: bool(frames))
        await pilot.pause(0.1)
        assert frames == ["x"]


async def test_what_is_dropped_leaves_the_app_free_to_paint(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Counting()
    async with app.run_test() as pilot:
        pacer = Pacer(app, asyncio.get_running_loop(), lambda message: None)
        pacer.take([key("down")])
        pacer.drop()
        frames = frames_of(app, monkeypatch)
        app.query_one(Static).update("later")
        await pilot.pause(0.1)
        assert "later" in frames
