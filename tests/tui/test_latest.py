"""Only the newest request is answered."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from index.errors import NotFoundError
from tui.latest import Latest, Stale


class Desk:
    """Answers requests when told to, and keeps what came of them."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.stale: list[bool] = []
        self.answers: list[str] = []
        self.gate = threading.Event()
        self.tasks: list[asyncio.Task[Any]] = []
        self.latest: Latest[str, str] = Latest(self.spawn, self.work, lambda _, answer: self.answers.append(answer))

    def spawn(self, work: Callable[[], Coroutine[None, None, None]]) -> None:
        self.tasks.append(asyncio.ensure_future(work()))

    def work(self, request: str, stale: Stale) -> str:
        self.begun.append(request)
        self.gate.wait(5)
        self.stale.append(stale())
        if request == "missing":
            raise NotFoundError("There is no such thing.")
        return request.upper()

    async def done(self) -> None:
        self.gate.set()
        await asyncio.gather(*self.tasks)


async def begun(desk: Desk) -> None:
    while not desk.begun:
        await asyncio.sleep(0)


async def test_requests_that_wait_are_replaced_by_newer_ones() -> None:
    desk = Desk()
    desk.latest.ask("a")
    await begun(desk)
    for request in ("ab", "abc", "abcd"):
        desk.latest.ask(request)
    await desk.done()
    assert desk.begun == ["a", "abcd"]
    assert desk.answers == ["ABCD"]


async def test_the_running_one_learns_that_it_is_stale() -> None:
    desk = Desk()
    desk.latest.ask("a")
    await begun(desk)
    desk.latest.ask("ab")
    await desk.done()
    assert desk.stale == [True, False]


async def test_a_forgotten_request_is_not_answered() -> None:
    desk = Desk()
    desk.latest.ask("a")
    await begun(desk)
    desk.latest.forget()
    await desk.done()
    assert desk.answers == []


async def test_an_error_of_the_newest_request_comes_through() -> None:
    desk = Desk()
    desk.latest.ask("missing")
    with pytest.raises(NotFoundError):
        await desk.done()


async def test_an_error_that_nobody_waits_for_any_more_is_dropped() -> None:
    desk = Desk()
    desk.latest.ask("missing")
    await begun(desk)
    desk.latest.ask("a")
    await desk.done()
    assert desk.answers == ["A"]
