"""The list of hits, in a small app of its own."""

from __future__ import annotations

from datetime import UTC, datetime

from textual import on
from textual.app import ComposeResult

from index.model import Hit, Snippet, Span
from tests.tui.widgets.stage import Stage
from tui.widgets.result_list import ResultList, snippet_line


def hit(number: int, **more: object) -> Hit:
    day = datetime(2026, 5, 3, tzinfo=UTC)
    plain = Hit(
        f"{number:04}", f"Title {number}", "Quay", day, "", 1.0, Snippet("Fog lay on the coast.", (Span(0, 3),))
    )
    return plain if not more else Hit(**{**{name: getattr(plain, name) for name in plain.__slots__}, **more})


class Results(Stage):
    def __init__(self) -> None:
        super().__init__()
        self.view = ResultList()
        self.wanted: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.view

    @on(ResultList.Wanted)
    def _note(self, event: ResultList.Wanted) -> None:
        self.wanted.append(event.offset)


async def test_a_row_tells_title_date_source_and_the_match() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(1, reprints=2)])
        await pilot.pause()
        assert app.lines[0] == f"▌•  Title 1{'3 May 2026':>68}"
        assert app.lines[1] == "▌   Quay (+2 reprints)   Fog lay on the coast."


async def test_a_long_title_takes_two_lines_of_a_tall_narrow_list() -> None:
    app = Results()
    async with app.run_test(size=(34, 40)) as pilot:
        app.view.show([hit(1, title="Ferry with many passengers runs aground off the island"), hit(2)])
        await pilot.pause()
        told = ["▌•  Ferry with many passengers", "▌   runs aground off the island", "▌   Quay · 3 May 2026"]
        assert app.lines[:3] == told
        assert app.lines[5:7] == [" •  Title 2", "    Quay · 3 May 2026"]


async def test_read_hits_lose_their_dot_and_selected_ones_get_a_tick() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.tell(frozenset({"0001"}))
        app.view.picked = ["0002"]
        app.view.show([hit(1), hit(2)])
        await pilot.pause()
        assert [line[:3] for line in app.lines[0:4:3]] == ["▌  ", " ✓ "]


async def test_only_rows_that_are_others_now_are_drawn_again() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(1), hit(2), hit(3)])
        await pilot.pause()
        drawn = app.view._drawn.copy()
        app.view.replace([hit(1), hit(4), hit(3), hit(5)])
        await pilot.pause()
        assert [line[4:11] for line in app.lines[0:12:3]] == ["Title 1", "Title 4", "Title 3", "Title 5"]
        again = {y for y, strip in app.view._drawn.items() if drawn[y] is not strip}
        assert again == {3, 4, 5, 9, 10, 11}
        app.view.replace([hit(1)])
        await pilot.pause()
        assert [line[4:11] for line in app.lines[0:12:3]] == ["Title 1", "", "", ""]


async def test_what_has_been_read_meanwhile_shows_in_rows_that_stay() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(1), hit(2)])
        await pilot.pause()
        app.view.tell(frozenset({"0002"}))
        app.view.replace([hit(1), hit(2)])
        await pilot.pause()
        assert [line[:3] for line in app.lines[0:4:3]] == ["▌• ", "   "]


async def test_replaced_rows_come_from_the_top_with_the_cursor_on_the_first() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(n) for n in range(1, 40)])
        app.view.action_bottom()
        await pilot.pause()
        app.view.replace([hit(n) for n in range(1, 41)])
        await pilot.pause()
        assert (app.view.cursor, app.view.top) == (0, 0)
        assert app.lines[0].startswith("▌•  Title 1 ")


async def test_an_explanation_gives_way_to_rows_and_comes_back() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.explain("Nothing is found.")
        app.view.replace([hit(1)])
        await pilot.pause()
        assert "Title 1" in app.text
        assert "Nothing is found." not in app.text
        app.view.replace([])
        await pilot.pause()
        assert "Title 1" not in app.text
        assert "Nothing is found." in app.text


async def test_ten_thousand_rows_are_asked_for_as_they_come_into_sight() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([*map(hit, range(100)), *[None] * 9900])
        app.view.action_bottom()
        await pilot.pause()
        assert app.wanted == [9992]
        app.view.fill(9992, [hit(number) for number in range(9992, 10000)])
        await pilot.pause()
        assert "Title 9999" in app.text


async def test_newer_results_do_not_move_the_cursor_off_its_hit() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(number) for number in range(20)])
        app.view.move(15)
        before = app.view.cursor - app.view.top
        app.view.renew([hit(99), *(hit(number) for number in range(20))])
        await pilot.pause()
        assert app.view.current is not None
        assert app.view.current.id == "0015"
        assert app.view.cursor - app.view.top == before


async def test_a_moving_cursor_paints_two_rows_and_no_more() -> None:
    app = Results()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show([hit(number) for number in range(20)])
        await pilot.pause()
        painted: list[int] = []
        app.view.repaint = lambda first, last=None: painted.extend(range(first, (last or first) + 1))  # type: ignore[method-assign]
        app.view.action_down()
        assert painted == [0, 1, 2, 3, 4, 5]


async def test_wide_characters_fill_exactly_the_columns() -> None:
    app = Results()
    async with app.run_test(size=(60, 24)) as pilot:
        app.view.show([hit(1, title="東京の港で新しい橋が開通" * 4, snippet=Snippet("全長は" * 40))])
        await pilot.pause()
        assert {strip.cell_length for strip in app.strips[:4]} == {60}


def test_a_snippet_begins_near_its_first_match() -> None:
    text = "a " * 60 + "fog on the coast"
    runs = snippet_line(Snippet(text, (Span(120, 123),)), 0, 40)
    assert ("fog", ("match",)) in runs
