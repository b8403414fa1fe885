"""A slow line: a TCP proxy with a delay each way and a limited rate."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.terminals.sshd import free_port

_PIECE = 1448  # bytes, the payload of one Ethernet frame
_AHEAD = 65536  # bytes that the line buffers before it pushes back


class Link:
    """Forwards connections to `target`, each direction `delay` seconds late, at `rate` bytes a second."""

    def __init__(self, target: int, delay: float, rate: float) -> None:
        self.port = free_port()
        self._target = target
        self._delay = delay
        self._rate = rate

    async def serve(self, ready: threading.Event, stop: asyncio.Event) -> None:
        """Forward until `stop`."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        async with server:
            ready.set()
            await stop.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self._target, limit=_AHEAD)
        with contextlib.suppress(asyncio.CancelledError):  # the line is taken down
            await asyncio.gather(self._forward(reader, there_writer), self._forward(there_reader, writer))

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(_AHEAD // _PIECE)
        sending = asyncio.create_task(self._send(queue, writer))
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(_PIECE):
                await queue.put((asyncio.get_running_loop().time(), data))
        await queue.put((0.0, b""))
        await sending

    async def _send(self, queue: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        """Each piece leaves once the ones before have been put on the wire, and arrives `delay` later."""
        loop = asyncio.get_running_loop()
        free = 0.0
        while data := (piece := await queue.get())[1]:
            free = max(free, piece[0]) + len(data) / self._rate
            await asyncio.sleep(max(0.0, free + self._delay - loop.time()))
            with contextlib.suppress(ConnectionError):
                writer.write(data)
                await writer.drain()
        writer.close()


@contextmanager
def slow_link(target: int, *, round_trip: float, bits: float) -> Iterator[int]:
    """A port that leads to `target` over a line of `bits` a second; `round_trip` in seconds."""
    link = Link(target, round_trip / 2, bits / 8)
    loop = asyncio.new_event_loop()
    ready, stop = threading.Event(), asyncio.Event()
    thread = threading.Thread(target=loop.run_until_complete, args=(link.serve(ready, stop),), daemon=True)
    thread.start()
    ready.wait(5)
    try:
        yield link.port
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(5)
