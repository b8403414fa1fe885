"""The programs that the terminal benchmark drives, and the keys that do the same in each."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.shelf import Shelf
from tests.terminals.session import Session

DOWN, DOWN_KEYPAD, PAGE, LINE_IN_VIM = "\x1b[B", "\x1bOB", " ", "\x05"


@dataclass(frozen=True, slots=True)
class Reader:
    """A program at a place: `command` opens it, `way` are the keys that lead to where `key` is measured."""

    name: str
    command: Sequence[str | Path]
    key: str
    way: Sequence[str] = ()
    env: Mapping[str, str | None] = field(default_factory=dict)

    @property
    def installed(self) -> bool:
        """Whether it can be run here."""
        return shutil.which(str(self.command[0])) is not None

    def open(self, width: int, height: int, env: Mapping[str, str | None]) -> Session:
        """Start it and go there."""
        session = Session(self.command, width, height, {**env, **self.env})
        session.read(0.6, 20.0, lambda session: len(session.output) > 300)
        for key in self.way:
            session.press(key, 0.15)
        session.settle()
        if session.gone:
            raise RuntimeError(f"{self.name} has ended: {bytes(session.output[-500:])!r}")
        return session


def lateral(shelf: Shelf, key: str, *way: str) -> Reader:
    """The reader itself. It opens in the search field; a line down leads to the results."""
    command: list[str | Path] = [shelf.lateral, "--library", shelf.library]
    return Reader("lateral", command, key, way)


def newsboat(shelf: Shelf, key: str, *way: str) -> Reader:
    """newsboat at the list of articles, and on from there."""
    return Reader("newsboat", [*shelf.newsboat, "-q"], key, ["\r", *way], {"HOME": str(shelf.folder)})


def vim(shelf: Shelf, key: str, width: int) -> Reader:
    """vim over one article."""
    return Reader("vim", ["vim", "-N", "-u", "NONE", "-R", shelf.text(0, width - 2)], key)


def vimdiff(shelf: Shelf, key: str, width: int) -> Reader:
    """vim over two articles side by side, scrolled together."""
    half = width // 2 - 4
    return Reader("vimdiff", ["vimdiff", "-N", "-u", "NONE", "-R", shelf.text(0, half), shelf.text(1, half)], key)


def less(pages: Path, key: str) -> Reader:
    """less over coloured pages."""
    return Reader("less -R", ["less", "-R", pages], key)


def fzf(shelf: Shelf, key: str) -> Reader:
    """fzf over titles and beginnings."""
    return Reader("fzf", ["sh", "-c", f"fzf --no-mouse < {shelf.folder}/list.txt"], key)
