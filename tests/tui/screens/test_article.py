"""The article screen, keys in and text out."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from index.library import Library
from index.model import Claim, Span
from tests.tui.pilot import Reading, reading
from tui.screens.article import ArticleScreen, find

QUERY = "title:refloated"


async def opened(here: Reading) -> None:
    await here.sees("1 result")
    await here.press("down", "enter")
    await here.sees("key claim")


async def test_claims_are_jumped_to_one_after_another_and_explained(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("n")
        await here.sees("1 of ")
        await here.press("n")
        await here.sees("2 of ")
        await here.press("p")
        await here.sees("1 of ")
        await here.press("p")
        await here.sees("No further one above.")


async def test_all_reasons_of_a_claim_are_one_key_away_and_lead_to_who_else_says_it(library: Library) -> None:
    async with reading(library, (100, 40), query=QUERY) as here:
        await opened(here)
        await here.press("w")
        await here.sees("There is no key claim under the cursor")
        await here.press("n", "n", "w")
        await here.sees("Why this is a ", "check-worthy", "No other independent text")
        await here.press("q", "n", "w")
        await here.sees("Others who say it", "also in 3 other sources")
        here_first = here.app.screen_stack[-2]
        await here.type("others who")
        await here.press("enter")
        await here.until(lambda: here.app.screen is not here_first and isinstance(here.app.screen, ArticleScreen))
        await here.sees("of ")


async def test_claims_not_there_yet_are_said_to_be_looked_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, claims = Event(), library.claims

    def late(id: str) -> tuple[Claim, ...]:
        known.wait(10)
        return claims(id)

    async with reading(library, query=QUERY) as here:
        await here.sees("1 result")
        monkeypatch.setattr(library, "claims", late)
        await here.press("down", "enter")
        await here.sees("The claims are being looked for …")
        known.set()
        await here.sees("key claims")


async def test_while_something_is_imported_no_other_source_means_none_so_far(library: Library) -> None:
    async with reading(library, query='title:"About this sample"') as here:
        await opened(here)
        screen = here.app.screen
        assert isinstance(screen, ArticleScreen)
        screen.tell_background("importing: 5 added")
        await here.press("o")
        await here.sees("No other source in this library reports on this so far")


async def test_strength_shows_in_the_margin(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        assert any("█" in line[:4] for line in here.lines[3:-2])


async def test_finding_counts_and_steps_through_matches(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("slash")
        await here.type("ferry")
        await here.press("enter")
        await here.sees("“ferry”  1 of ")
        await here.press("n")
        await here.sees("“ferry”  2 of ")
        await here.press("N")
        await here.sees("“ferry”  1 of ")


async def test_finding_nothing_says_so_and_an_empty_line_ends_it(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("slash")
        await here.type("zeppelin")
        await here.press("enter")
        await here.sees("“zeppelin” does not occur")
        await here.press("slash", *["backspace"] * 8, "enter")
        await here.until(lambda: "zeppelin" not in here.text)


async def test_a_marked_sentence_keeps_its_mark_and_its_note(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("n", "m")
        await here.sees("Marked.", "★")
        await here.press("e")
        await here.type("ask the bureau")
        await here.press("enter")
        await here.sees("Noted.")
        await here.press("right_parenthesis", "left_parenthesis")
        await here.sees("note ask the bureau")
        found = library.state.marks(library.article(here.app.screen.place[1]))  # type: ignore[attr-defined]
        assert [mark.note for mark in found] == ["ask the bureau"]
        await here.press("m")
        await here.sees("The mark is gone.")


async def test_on_the_title_there_is_nothing_to_mark(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        for key in "mec":
            await here.press(key)
            await here.sees("There is no sentence under the cursor")
            await here.press("j")
            await here.until(lambda: "There is no sentence" not in here.text)
            await here.press("k")


async def test_opening_marks_as_read_and_keeps_the_position(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        shown = here.app.screen.place[1]  # type: ignore[attr-defined]
        await here.press("G", "q")
        await here.until(lambda: not isinstance(here.app.screen, ArticleScreen))
        await here.until(lambda: library.state.position(shown) > 100)
    assert shown in library.state.read()


async def test_a_copied_sentence_says_where_it_is_from(library: Library, tmp_path: Path) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("n", "c")
        await here.sees("Copied; also in ")
    copied = next(tmp_path.rglob("clipboard.txt")).read_text(encoding="utf-8")
    assert "Northline News" in copied
    assert "26 Apr 2026" in copied
    assert "characters " in copied


async def test_the_address_over_ssh_is_shown_as_a_link_and_copied(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 50000 192.0.2.2 22")
    async with reading(library, query=QUERY) as here:
        await opened(here)
        url = library.article(here.app.screen.place[1]).url  # type: ignore[attr-defined]
        await here.press("u")
        await here.sees("The address of this page")
        strips = here.app.screen._compositor.render_strips()
        links = [segment.style.link for strip in strips for segment in strip if segment.style and segment.style.link]
        assert set(links) == {url}
        await here.press("enter")
        await here.sees("Copied; also in ")
    assert next(tmp_path.rglob("clipboard.txt")).read_text(encoding="utf-8") == url


async def test_a_text_too_long_for_a_terminal_is_said_to_be_in_the_file_alone(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        here.app.copy_to_clipboard("x" * 75_000)
        await here.sees("Too long to be copied; it is in ")


async def test_only_claims_of_one_kind_are_shown(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("f")
        await here.sees("Kinds of claim")
        await here.type("figure")
        await here.press("enter")
        await here.sees("of kind figure")


async def test_an_article_never_changed_says_so(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        await here.press("v")
        await here.sees("never changed")


async def test_a_corrected_article_shows_its_edits(library: Library) -> None:
    corrected = next(each for each in ids(library) if len(library.versions(each)) > 1)
    title = library.article(corrected).title
    async with reading(library, (120, 40), query=f'title:"{title}"') as here:
        await opened(here)
        await here.press("v")
        await here.sees("version 1, seen", "version 2, seen", "touches")


def ids(library: Library) -> list[str]:
    return [hit.id for hit in library.search("").hits]


async def test_reopening_returns_to_the_article(library: Library) -> None:
    async with reading(library, query=QUERY) as here:
        await opened(here)
        here.app.exit()
    async with reading(library) as again:
        await again.until(lambda: isinstance(again.app.screen, ArticleScreen))
        await again.sees("key claim")


async def test_the_text_keeps_a_readable_measure_in_the_middle(library: Library) -> None:
    async with reading(library, (200, 60), query=QUERY) as here:
        await opened(here)
        body = [line for line in here.lines[1:-2] if line.strip()]
        assert all(len(line.strip()) <= 76 for line in body)
        assert min(len(line) - len(line.lstrip()) for line in body) > 50


def test_finds_every_place_without_regard_to_case() -> None:
    assert find("The ferry. Ferry!", "ferry") == (Span(4, 9), Span(11, 16))
    assert find("The ferry.", "") == ()
    assert find("a.b", ".") == (Span(1, 2),)
