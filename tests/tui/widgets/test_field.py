"""A line to type in."""

from __future__ import annotations

from typing import Any

import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from tests.tui.widgets.stage import Stage
from tui.widgets.field import Field


class Typing(Stage):
    """One field at the top of the screen."""

    def compose(self) -> ComposeResult:
        yield Field()


async def test_a_letter_lays_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []
    async with (app := Typing()).run_test(size=(40, 6)) as pilot:
        await pilot.press("a")
        refresh = Screen._refresh_layout

        def noted(screen: Screen[None], *args: Any, **more: Any) -> None:
            laid.append(screen.name or "")
            refresh(screen, *args, **more)

        monkeypatch.setattr(Screen, "_refresh_layout", noted)
        await pilot.press("b", "c", "backspace")
        assert app.lines[0].strip() == "ab"
        assert not laid


async def test_a_text_longer_than_the_line_can_be_seen_at_both_ends() -> None:
    async with (app := Typing()).run_test(size=(40, 6)) as pilot:
        await pilot.press(*("abcdefghij" * 9))
        assert app.lines[0].endswith("fghij")
        await pilot.press("home")
        assert app.lines[0].strip().startswith("abcdefghij")
        await pilot.press("end")
        assert app.lines[0].endswith("fghij")
