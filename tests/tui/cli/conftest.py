"""The command line run in this process, on a library and a home of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.delenv("LATERAL_LIBRARY", raising=False)
    monkeypatch.delenv("LATERAL_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def lateral(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path) -> Ran:
        code = main([str(each) for each in arguments])
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run


@pytest.fixture
def articles(home: Path) -> Path:
    """A folder of two outlets on one event, and one article on another."""
    folder = home / "articles"
    folder.mkdir()
    lines = [
        {
            "title": "Ferry runs aground off Skarvik",
            "text": "A ferry with 240 passengers ran aground off Skarvik on Monday. No one was hurt.\n\n"
            'Harbour master Ida Krohn said the ship had lost power. "We heard a bang," she said.',
            "source": "Skarvik Post",
            "published": "2026-03-02T09:00:00+00:00",
            "url": "https://post.example/ferry",
        },
        {
            "title": "Ferry aground off Skarvik, 260 aboard",
            "text": "The ferry that ran aground off Skarvik on Monday had 260 passengers aboard, the owner said.\n\n"
            "Tugs from two harbours pulled it free at high water. Divers will look at the hull on Tuesday, and the "
            "owner hopes to sail again within the week.",
            "source": "Coast Herald",
            "published": "2026-03-02T11:00:00+00:00",
            "url": "https://herald.example/ferry",
        },
        {
            "title": "Library reopens after two years",
            "text": "The town library of Ostby reopened on Friday after two years of repairs.",
            "source": "Coast Herald",
            "published": "2026-03-20T11:00:00+00:00",
            "url": "https://herald.example/library",
        },
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


@pytest.fixture
def filled(lateral: Run, articles: Path) -> Run:
    """The command line with the articles in the library."""
    assert lateral("add", articles).code == 0
    return lateral
