"""Views that scroll: what they keep of the lines they have drawn is what they would draw."""

from __future__ import annotations

import random

import pytest
from textual.strip import Strip

from tests.builders import article
from tests.tui.widgets.stage import Stage
from tests.tui.widgets.test_article_view import AIDS, TEXT, Reader
from tests.tui.widgets.test_grid_view import Grid, table
from tests.tui.widgets.test_result_list import Results, hit
from tui.widgets.cursor_view import CursorView
from tui.widgets.ink import Line

KEYS = ("down", "down", "down", "up", "pagedown", "pageup", "end", "home")


def filled(app: Stage) -> CursorView:
    """The view of an app, with more lines than fit."""
    match app:
        case Reader():
            app.view.read(article(TEXT), AIDS)
        case Grid():
            app.view.show(table())
        case Results():
            app.view.show([hit(n) for n in range(60)])
    return app.query_one(CursorView)


def anew(view: CursorView) -> list[Strip]:
    """Its lines, drawn again."""
    view.refresh()
    return view.render_lines(view.size.region)


@pytest.mark.parametrize("width", [60, 110])
@pytest.mark.parametrize("made", [Reader, Grid, Results])
async def test_lines_that_were_drawn_before_the_view_scrolled_are_still_right(made: type[Stage], width: int) -> None:
    app = made()
    chance = random.Random(width)
    async with app.run_test(size=(width, 24)) as pilot:
        view = filled(app)
        view.focus()
        await pilot.pause()
        tops = set()
        for _ in range(60):
            await pilot.press(chance.choice(KEYS))
            tops.add(view.top)
            kept = view.render_lines(view.size.region)
            assert kept == anew(view)
        assert len(tops) > 3


async def test_a_step_that_scrolls_draws_the_line_that_comes_in_and_those_under_the_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Reader()
    async with app.run_test(size=(80, 24)) as pilot:
        view = filled(app)
        for _ in range(30):
            view.action_down()
        await pilot.pause()
        drawn: list[int] = []
        line = view.line

        def noted(y: int, width: int) -> Line:
            drawn.append(y)
            return line(y, width)

        monkeypatch.setattr(view, "line", noted)
        view.action_down()
        await pilot.pause()
        assert sorted(drawn) == [18, 19, 23]
