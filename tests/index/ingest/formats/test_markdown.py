from __future__ import annotations

from index.ingest.formats.markdown import draft


def test_front_matter_gives_the_fields() -> None:
    found = draft(
        '---\ntitle: "Quay: widened"\nauthor: Ada Moss\ndate: 2026-03-02\nurl: https://a.example/x\n---\n\nText.'
    )
    assert (found.title, found.authors, found.published, found.url) == (
        "Quay: widened",
        ("Ada Moss",),
        "2026-03-02",
        "https://a.example/x",
    )
    assert found.text == "Text."


def test_the_first_heading_is_the_title() -> None:
    found = draft("# Quay *widened*\n\nOne\nline.\n\n## Work\n\nTwo.")
    assert found.title == "Quay widened"
    assert found.text == "One line.\n\nWork\n\nTwo."


def test_a_later_heading_is_no_title() -> None:
    assert draft("Text.\n\n# Quay").title == ""


def test_marks_go_and_links_are_kept_apart() -> None:
    found = draft(
        "**One** [two](https://a.example/2) ![three](x.png) `four` <b>five</b>\n\n> six\n\n- seven\n- eight\n"
    )
    assert found.text == "One two  four five\n\nsix\n\n- seven\n\n- eight"
    assert found.links == ("https://a.example/2",)
