"""The reader as a whole: themes, errors, leaving."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.text import Text
from textual.screen import Screen
from textual.strip import Strip

from index.errors import DamagedError
from index.library import Library
from tests.harm import cut, missing, spoilt
from tests.tui.pilot import reading
from tui.app import LateralApp
from tui.crash import keep_report
from tui.terminal.capabilities import detect
from tui.themes import THEMES, automatic
from tui.widgets.line_view import LineView


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_theme_paints_every_screen(library: Library, theme: str) -> None:
    async with reading(library, (120, 40), query="ferry") as here:
        here.app.theme = theme
        await here.sees("5 results")
        await here.press("down", "equals_sign")
        await here.sees("shared row")


async def test_without_colour_nothing_is_coloured(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
        strips = here.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = {color for style in styles for color in (style.color, style.bgcolor) if color is not None}
        assert all(color.is_default for color in colours)
        assert any(style.reverse for style in styles)


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm-256color"}, "no colour"),
        ({"TERM": "linux"}, "terminal"),
        ({"TERM": "xterm-256color"}, "dark"),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, "dark"),
    ],
)
def test_the_theme_fits_the_terminal(environ: dict[str, str], theme: str) -> None:
    assert automatic(environ) == theme


def looks(app: LateralApp) -> list[list[Strip]]:
    """How the lines of every open screen are drawn."""
    views = [view for screen in app.screen_stack for view in screen.query(LineView) if view.size]
    return [view.render_lines(view.size.region) for view in views]


async def test_other_colours_are_worn_by_every_open_screen(library: Library) -> None:
    async with reading(library, (150, 40), query="ferry") as here:
        await here.sees("5 results")
        await here.press("down", "enter")
        await here.sees("key claim")
        await here.press("T")
        await here.sees("high contrast")
        assert len(here.app.screen_stack) == 3
        worn = []
        for theme in ("dark", "light", "dark"):
            here.app.theme = theme
            await here.pilot.pause()
            worn.append(looks(here.app))
        assert all(dark != light for dark, light in zip(worn[0], worn[1], strict=True))
        assert worn[0] == worn[2]


async def test_a_chosen_theme_is_kept(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "T")
        await here.sees("high contrast")
        await here.type("light")
        await here.press("enter")
        await here.until(lambda: here.app.theme == "light")
    async with reading(library) as again:
        assert again.app.theme == "light"


async def test_an_error_of_the_library_is_one_sentence_and_reading_goes_on(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library) as here:
        await here.sees(" ms")

        def damaged(*_: object, **__: object) -> None:
            raise DamagedError("The index is damaged.")

        monkeypatch.setattr(library, "search", damaged)
        await here.type("f")
        await here.sees("The index is damaged.")
        monkeypatch.undo()
        await here.press("enter")
        await here.type("erry")
        await here.sees("5 results")


async def test_a_fault_of_its_own_ends_in_a_sentence_without_a_traceback(library: Library, tmp_path: Path) -> None:
    class Broken(Screen[None]):
        def on_mount(self) -> None:
            raise ZeroDivisionError

    async def break_it() -> None:
        async with reading(library) as here:
            await here.sees(" ms")
            await here.app.push_screen(Broken())
            await here.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await break_it()
    assert "ZeroDivisionError" in next(tmp_path.rglob("crash.txt")).read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert keep_report(tmp_path / "file", "what happened") == tmp_path / "file" / "crash.txt"


async def test_markup_in_a_title_is_shown_as_it_is(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(library, query="[WATCH] [/b] [@click=app.quit]x[/]") as here:
        await here.sees("[WATCH] [/b] [@click=app.quit]x[/]")


async def test_q_on_the_first_screen_leaves(library: Library) -> None:
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "q")
        await here.until(lambda: not here.app.is_running)


async def test_keys_can_be_mapped_in_the_settings(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(library.settings.keys, "search.stories", "Z")
    async with reading(library) as here:
        await here.sees(" ms")
        await here.press("down", "Z")
        await here.sees("8 stories")


@pytest.mark.parametrize("harm", [cut, missing, spoilt])
async def test_a_damaged_index_is_made_anew_beside_reading(
    sample_folder: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    copied = tmp_path / "library"
    shutil.copytree(sample_folder, copied)
    harm(copied / "index")
    library = Library.open(copied, state=tmp_path / "reading")
    async with reading(library, query="ferry") as here:
        await here.sees("5 results")
    library.close()


def test_a_fault_is_told_without_markup(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    app = LateralApp(library)
    monkeypatch.setattr(app, "panic", lambda *told: shown.extend(told))
    monkeypatch.setattr("tui.app.keep_report", lambda *_: Path("/state[/st]\x1b[31m/crash.txt"))
    app._fatal_error()
    (told,) = shown
    assert isinstance(told, Text)
    assert told.plain.endswith("What happened is in /state[/st]/crash.txt.")


def test_a_fault_of_a_reader_that_is_leaving_is_not_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    app = LateralApp(library)
    monkeypatch.setattr(app, "panic", lambda *told: shown.append(told))
    app.save()
    app._fatal_error()
    assert shown == [()]


async def test_garbage_collections_leave_out_what_the_open_reader_is_made_of(library: Library) -> None:
    gc.disable()  # as the command does before it loads the app
    async with reading(library) as here:
        await here.until(lambda: gc.isenabled() and gc.get_freeze_count() > 0)
    gc.unfreeze()


async def test_keys_are_named_where_their_signs_cannot_be_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.detect", lambda: replace(detect(), utf8=False))
    async with reading(library, query="title:refloated") as here:
        await here.sees(" ms")
        await here.press("down")
        await here.sees("Enter open")
        await here.press("o")
        await here.sees("Enter choose")
        await here.press("q", "question_mark")
        await here.sees("Enter Right  Open")
        assert "⏎" not in here.text
