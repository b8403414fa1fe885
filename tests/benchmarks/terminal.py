"""What lateral sends to a terminal, and how soon, beside newsboat, vim, less and fzf.

`python -m tests.benchmarks.terminal [--json FILE] [--quick]` drives all of them under one pty on the same articles,
at 80x24 and 200x60, in 256 and true colours, and prints medians of bytes with the bounds they should keep; then
milliseconds from a key to the last byte, bytes while nothing happens, the first paint, what a list of 10,000 takes,
and the lag of a held key over a slow line. Programs that are not installed are left out. Milliseconds are those of
this machine, at this moment. A key in a list is over when the list shows it: the article beside a wide list follows
when the cursor has rested, and the next key is pressed when it is there.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from index.library import Library
from tests.benchmarks import readers
from tests.benchmarks.readers import DOWN, DOWN_KEYPAD, LINE_IN_VIM, PAGE, Reader
from tests.benchmarks.shelf import Shelf
from tests.terminals import sshd
from tests.terminals.emulator import sequence
from tests.terminals.link import slow_link
from tests.terminals.session import Reaction, Session

SIZES = ((80, 24), (200, 60))
COLOURS: Mapping[str, Mapping[str, str | None]] = {"256": {"COLORTERM": None}, "true": {"COLORTERM": "truecolor"}}
PRESSES = 9
SETTLED = 0.25  # seconds without a byte after which all that follows an act is there
BEFORE_REST = 0.1  # the same for a list alone: less than the cursor has to rest before the article beside it comes
TYPED = "ther wil"
MANY = 10_000
SCREENFUL = 400  # bytes
TO_LIST = (DOWN,)  # from the search field
LAST_ROW = (DOWN,) * 60  # to where every further step scrolls


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure. `bound` is the most it should be, None where it is only shown."""

    what: str
    where: str
    who: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.bound is None or self.value <= self.bound

    def __str__(self) -> str:
        bound = "" if self.bound is None else f"  at most {self.bound:8.1f}  {'ok' if self.kept else 'ABOVE'}"
        return f"{self.what:22} {self.where:12} {self.who:10} {self.value:9.1f} {self.unit:5}{bound}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same act in lateral and in peers, each with the factor by which lateral may exceed it."""

    what: str
    lateral: Reader
    peers: Sequence[tuple[float, Reader]]
    keys: Sequence[str] = ()
    milliseconds: float | None = None
    quiet: float = SETTLED  # seconds without a byte after which an act is over


def comparisons(shelf: Shelf, width: int, pages: Path | None) -> Iterator[Comparison]:
    """Every act that is compared."""
    here = readers.lateral
    in_article = (*TO_LIST, "\r")
    boat = readers.newsboat
    down, scrolling = here(shelf, DOWN, *TO_LIST), here(shelf, DOWN, *TO_LIST, *LAST_ROW)
    boats = [(1.2, boat(shelf, DOWN_KEYPAD))], [(1.2, boat(shelf, DOWN_KEYPAD, *[DOWN_KEYPAD] * 60))]
    yield Comparison("list: down", down, boats[0], milliseconds=10, quiet=BEFORE_REST)
    yield Comparison("list: down, scrolling", scrolling, boats[1], milliseconds=10, quiet=BEFORE_REST)
    yield Comparison("article: open", here(shelf, "\r", *TO_LIST), [(1.5, boat(shelf, "\r"))], ["\r", "q"] * PRESSES)
    line = here(shelf, DOWN, *in_article, *LAST_ROW)
    peers = [(1.4, boat(shelf, DOWN_KEYPAD, "\r")), (1.4, readers.vim(shelf, LINE_IN_VIM, width))]
    yield Comparison("article: line", line, peers, milliseconds=10)
    if pages is not None:
        page = here(shelf, PAGE, *in_article)
        yield Comparison("article: page", page, [(1.1, readers.less(pages, PAGE))], milliseconds=10)
    yield Comparison("search: character", here(shelf, ""), [(0.5, readers.fzf(shelf, ""))], list(TYPED))
    compared = here(shelf, DOWN, *TO_LIST, "x", DOWN, "x", "=", *LAST_ROW)
    yield Comparison("compare: line", compared, [(0.15, readers.vimdiff(shelf, LINE_IN_VIM, width))])


def measure(comparison: Comparison, width: int, height: int, colours: str) -> Iterator[Line]:
    """Bytes of lateral and of each peer, with the bounds that follow."""
    where = f"{width}x{height} {colours}"
    env = COLOURS[colours]
    own, soon = _median(comparison.lateral, comparison, width, height, env)
    for factor, peer in comparison.peers:
        if peer.installed:
            theirs, _ = _median(peer, comparison, width, height, env)
            yield Line(comparison.what, where, peer.name, theirs, "bytes")
            yield Line(comparison.what, where, "lateral", own, "bytes", factor * theirs)
    yield Line(comparison.what, where, "lateral", soon, "ms", comparison.milliseconds)


def _median(
    reader: Reader, act: Comparison, width: int, height: int, env: Mapping[str, str | None]
) -> tuple[float, float]:
    """Median bytes and milliseconds of a key; of the first one where several alternate.

    Raises RuntimeError where most keys show nothing: then something else was measured.
    """
    with reader.open(width, height, env) as session:
        reactions = [_reaction(session, key, act.quiet) for key in (act.keys or [reader.key] * PRESSES)]
    if act.keys and len(set(act.keys)) == 2:
        reactions = reactions[::2]
    if not (size := median(len(each.data) for each in reactions)):
        raise RuntimeError(f"{reader.name} shows nothing: {act.what}, {width}x{height}")
    return size, 1000 * median(each.last for each in reactions)


def _reaction(session: Session, key: str, quiet: float) -> Reaction:
    """What follows a key until nothing does for `quiet` seconds; then wait for what comes later."""
    reaction = session.press(key, quiet)
    if quiet < SETTLED:
        session.settle()
    return reaction


def beyond_search(shelf: Shelf, width: int, height: int) -> Line:
    """Milliseconds from a typed letter to the last byte, less those that the library takes for the same search."""
    with (
        tempfile.TemporaryDirectory() as state,
        closing(Library.open(shelf.library, state=Path(state), readonly=True)) as library,
        readers.lateral(shelf, "").open(width, height, COLOURS["true"]) as session,
    ):
        beyond: list[float] = []
        for end, letter in enumerate(TYPED, 1):
            reaction = session.press(letter, SETTLED)
            session.settle()
            beyond.append(reaction.last - min(_searching(library, TYPED[:end]) for _ in range(5)))
    return Line("search: beyond it", f"{width}x{height} true", "lateral", 1000 * median(beyond), "ms", 16)


def _searching(library: Library, query: str) -> float:
    begun = time.perf_counter()
    library.search(query, typing=True)
    return time.perf_counter() - begun


def ten_thousand(shelf: Shelf) -> Iterator[Line]:
    """What opening a list of 10,000 takes: CPU time from the start of the process, and its memory.

    The memory that counts is the process's own (Private in smaps), which it takes from the machine; the resident one
    has the code of Python, numpy and SQLite in it, that others use as well.
    """
    where, many = "80x24", shelf.many(MANY)
    cpu, private, resident = _opened(shelf, many)
    _, private_empty, _ = _opened(shelf, shelf.many(1))
    yield Line("10,000 rows: CPU", where, "lateral", 1000 * cpu, "ms", 500)
    yield Line("10,000 rows: own", where, "lateral", private, "MB", 60)
    yield Line("10,000 rows: more", where, "than one", private - private_empty, "MB")
    yield Line("10,000 rows: resident", where, "lateral", resident, "MB")


def _opened(shelf: Shelf, library: Path) -> tuple[float, float, float]:
    """CPU seconds, own and resident megabytes of a reader that has just been opened."""
    with Session([shelf.lateral, "--library", library]) as session:
        session.wait_for("result")
        session.settle()
        return session.cpu(), session.private_memory() / 1024, session.memory() / 1024


def pages_of(shelf: Shelf, width: int, height: int, colours: str) -> Path:
    """The first pages of an article as lateral shows them, as coloured lines for a pager."""
    lines: list[str] = []
    reader = readers.lateral(shelf, PAGE, *TO_LIST, "\r")
    with reader.open(width, height, COLOURS[colours]) as session:
        for _ in range(PRESSES + 2):
            lines += [sequence(row, colours == "256") for row in session.emulator.cells[3:-1]]
            session.press(PAGE, 0.25)
    return shelf.pages(width, lines)


def idle(shelf: Shelf, seconds: float) -> Line:
    """Bytes while nothing happens, a minute."""
    with readers.lateral(shelf, "", *TO_LIST).open(80, 24, {}) as session:
        before = len(session.output)
        session.read(seconds, seconds + 1)
        return Line("idle", "80x24", "lateral", (len(session.output) - before) * 60 / seconds, "B/min", 0)


def first_paint(shelf: Shelf) -> Iterator[Line]:
    """Milliseconds from the start to the first screen; lateral's is the last session's, until its own is there."""
    with tempfile.TemporaryDirectory() as state:
        command: list[str | Path] = [shelf.lateral, "--library", shelf.library]
        env = {"XDG_STATE_HOME": state}
        with Session(command, env=env) as session:
            session.read(0.6, until=lambda session: len(session.output) > 300)
            session.type("\x03")
            session.ended()
        own = median(_shown(command, env) for _ in range(PRESSES))
    vim = readers.vim(shelf, "", 80)
    theirs = median(_shown(vim.command, {}) for _ in range(PRESSES)) if vim.installed else None
    if theirs is not None:
        yield Line("first paint", "80x24", "vim", theirs, "ms")
    yield Line("first paint", "80x24", "lateral", own, "ms", theirs and 1.5 * theirs)


def _shown(command: Sequence[str | Path], env: Mapping[str, str]) -> float:
    """Milliseconds until enough has come to fill a screen with text."""
    with Session(command, env=env) as session:
        session.read(0, until=lambda session: len(session.output) > SCREENFUL)
        arrived = next((when for when, size in session.arrivals if size > SCREENFUL), session.started)
        return 1000 * (arrived - session.started)


def slow_line(shelf: Shelf) -> Iterator[Line]:
    """The lag of a key held for three seconds, over 256 kbit/s with 200 ms round trip through a real sshd."""
    if sshd.missing():
        print(f"Left out the slow line: {sshd.missing()}.")
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        sshd.server(Path(folder)) as server,
        slow_link(server.port, round_trip=0.2, bits=256_000) as port,
    ):
        boat = readers.newsboat(shelf, DOWN_KEYPAD, "\r")
        theirs = _lag(server, port, boat) if boat.installed else None
        if theirs is not None:
            yield Line("held key: lag", "120x40 ssh", "newsboat", theirs, "ms")
        own = _lag(server, port, readers.lateral(shelf, DOWN, *TO_LIST, "\r"))
        yield Line("held key: lag", "120x40 ssh", "lateral", own, "ms", theirs and 1.2 * theirs)


def _lag(server: sshd.Server, port: int, reader: Reader) -> float:
    """Milliseconds from the last of 90 presses, at 30 a second, to the last byte."""
    words = [*(f"{name}={value}" for name, value in reader.env.items()), *map(str, reader.command)]
    with server.session("exec env " + " ".join(words), 120, 40, port=port) as session:
        session.read(2.0, 30.0, lambda session: len(session.output) > 300)
        for key in reader.way:
            session.press(key, 1.5)
        for _ in range(90):
            session.type(reader.key)
            session.read(1 / 30, 1 / 30)
        return 1000 * session.press("", 2.0).last


def run(shelf: Shelf, *, quick: bool) -> Iterator[Line]:
    """Everything, as it is measured."""
    for width, height in SIZES[:1] if quick else SIZES:
        for colours in ("true",) if quick else COLOURS:
            pages = pages_of(shelf, width, height, colours)
            for comparison in comparisons(shelf, width, pages):
                yield from measure(comparison, width, height, colours)
        yield beyond_search(shelf, width, height)
    yield from first_paint(shelf)
    yield idle(shelf, 5 if quick else 60)
    if not quick:
        yield from ten_thousand(shelf)
    yield from slow_line(shelf)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--quick", action="store_true", help="80x24 in true colours only, a short idle time, no 10,000")
    options = parser.parse_args()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        for line in run(shelf, quick=options.quick):
            print(line, flush=True)
            lines.append(line)
    bounded = [line for line in lines if line.bound is not None]
    print(f"{sum(line.kept for line in bounded)} of {len(bounded)} bounds kept")
    if options.json:
        options.json.write_text(json.dumps([asdict(line) | {"kept": line.kept} for line in lines], indent=2))


if __name__ == "__main__":
    main()
