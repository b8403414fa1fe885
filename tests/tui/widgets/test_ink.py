"""Runs of text with the names of their inks."""

from __future__ import annotations

from tui.widgets.ink import Ink, InkMap, fit, painted, spread


def test_text_is_cut_where_inks_begin_and_end() -> None:
    inks = [Ink(0, 10, "claim-3"), Ink(4, 6, "figure")]
    assert painted("it was 12 t", 0, 11, inks) == [
        ("it w", ("claim-3",)),
        ("as", ("claim-3", "figure")),
        (" 12 ", ("claim-3",)),
        ("t", ()),
    ]


def test_inks_that_only_touch_the_stretch_are_clipped_to_it() -> None:
    assert painted("abcdef", 2, 4, [Ink(0, 3, "match")]) == [("c", ("match",)), ("d", ())]


def test_a_line_too_long_ends_with_an_ellipsis() -> None:
    assert fit([("one", ()), (" two three", ("dim",))], 8) == [("one", ()), (" two…", ("dim",))]


def test_a_line_that_just_fits_stays_whole() -> None:
    assert fit([("one", ()), ("two", ())], 6) == [("one", ()), ("two", ())]


def test_the_right_end_stays_whole_while_the_left_one_is_cut() -> None:
    assert "".join(text for text, _ in spread([("a long title", ())], [("2 May", ())], 14)) == "a long…  2 May"


def test_finds_the_inks_on_a_line_however_long_they_are() -> None:
    inks = InkMap([Ink(0, 500, "claim-1"), Ink(90, 95, "figure"), Ink(300, 310, "quote")])
    assert [ink.name for ink in inks.touching(80, 100)] == ["claim-1", "figure"]
