"""Writing to a terminal that may be slow, stalled or gone."""

from __future__ import annotations

import asyncio
import os
import pty
import tty
from collections.abc import Iterator

import pytest

from tui.terminal.output import Output

Pty = tuple[int, int]


@pytest.fixture
def ends() -> Iterator[Pty]:
    """The two ends of a pty that changes nothing on the way."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    yield master, slave
    for fd in (master, slave):
        try:
            os.close(fd)
        except OSError:
            continue


async def read_all(master: int, size: int) -> int:
    got = 0
    while got < size:
        got += len(await asyncio.to_thread(os.read, master, 65536))
    return got


async def test_what_the_terminal_takes_is_written_at_once(ends: Pty) -> None:
    output = Output(ends[1], asyncio.get_running_loop(), lambda: None)
    output.send(b"frame")
    assert not output.busy
    assert os.read(ends[0], 100) == b"frame"
    output.close(1)


async def test_a_stalled_terminal_stalls_nothing_and_gets_the_rest_later(ends: Pty) -> None:
    caught_up = asyncio.Event()
    output = Output(ends[1], asyncio.get_running_loop(), caught_up.set)
    output.send(b"x" * 500_000)
    states = [output.busy]
    output.send(b"y")
    assert await read_all(ends[0], 500_001) == 500_001
    await asyncio.wait_for(caught_up.wait(), 5)
    assert [*states, output.busy] == [True, False]
    output.close(1)


async def test_a_lost_terminal_is_noticed_and_nothing_more_is_kept(ends: Pty) -> None:
    noticed = asyncio.Event()
    output = Output(ends[1], asyncio.get_running_loop(), noticed.set)
    os.close(ends[0])
    output.send(b"frame")
    await asyncio.wait_for(noticed.wait(), 5)
    assert output.lost
    output.send(b"more")
    assert not output.busy
    output.close(1)


async def test_closing_waits_for_a_stalled_terminal_only_so_long(ends: Pty) -> None:
    output = Output(ends[1], asyncio.get_running_loop(), lambda: None)
    output.send(b"x" * 500_000)
    output.close(0.05)
    assert output.busy


async def test_the_shells_own_way_to_the_terminal_goes_on_blocking(ends: Pty) -> None:
    output = Output(ends[1], asyncio.get_running_loop(), lambda: None)
    assert os.get_blocking(ends[1])
    output.close(1)
