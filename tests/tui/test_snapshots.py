"""What the reader looks like, colours and all: a few telling pictures of the views with made-up content.

After a change that is meant, look at the report and run `pytest tests/tui/test_snapshots.py --snapshot-update`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import constants
from textual.app import App

from tests.builders import article
from tests.tui.widgets.test_article_view import AIDS, TEXT, Reader
from tests.tui.widgets.test_grid_view import Grid, table
from tests.tui.widgets.test_result_list import Results, hit


@pytest.fixture(autouse=True)
def true_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pictures must not depend on the terminal that the tests run in."""
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


SIZES = [(80, 24), (120, 40)]
Compare = Callable[..., bool]


def reader() -> App[None]:
    class Opened(Reader):
        def on_mount(self) -> None:
            super().on_mount()
            self.view.read(article(TEXT, title="Fog on the coast"), AIDS, at=1)

    return Opened()


def grid() -> App[None]:
    class Opened(Grid):
        def on_mount(self) -> None:
            self.view.show(table())

    return Opened()


def results() -> App[None]:
    class Opened(Results):
        def on_mount(self) -> None:
            hits = [hit(1, reprints=2), hit(2, title="東京の港で新しい橋が開通"), *map(hit, range(3, 12))]
            self.view.tell(frozenset({"0003"}))
            self.view.picked = ["0004"]
            self.view.show(hits)

    return Opened()


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("made", [reader, grid, results])
def test_views_look_as_they_did(snap_compare: Compare, made: Callable[[], App[None]], size: tuple[int, int]) -> None:
    assert snap_compare(made(), terminal_size=size)
