from __future__ import annotations

import logging

import pytest

from index.ingest.formats.html import declared_charset, draft

LEAD = (
    "The harbour council voted on Monday to widen the north quay, ending a quarrel of eleven years between two towns."
)
REST = "Work is to begin in May and to last until the end of next year, the clerk of the council said after the vote."


def page(head: str = "", body: str = "", language: str = "en") -> str:
    article = f"<article><h1>Quay to be widened</h1><p>{LEAD}</p><p>{REST}</p>{body}</article>"
    shown = f"<body><nav><a href='/'>Home</a></nav>{article}</body>"
    return f"<!doctype html><html lang='{language}'><head>{head}</head>{shown}</html>"


def test_the_article_is_found_without_its_title() -> None:
    found = draft(page("<title>Quay to be widened</title>"))
    assert found.text == f"{LEAD}\n\n{REST}"
    assert found.title == "Quay to be widened"


def test_paragraphs_that_only_lead_elsewhere_are_left_out() -> None:
    march = "<p><a href='/a'>Fishermen march through the town in the rain</a></p>"
    links = f"{march}<h3><a href='/b'>More on quays and their future</a></h3>"
    assert draft(page(body=links)).text == f"{LEAD}\n\n{REST}"


def test_links_within_a_sentence_stay() -> None:
    sentence = "The plan goes back to <a href='/a'>a storm eleven years ago</a> that broke the old quay in two places."
    assert "a storm eleven years ago" in draft(page(body=f"<p>{sentence}</p>")).text


def test_what_the_page_states_in_json_ld() -> None:
    record = (
        '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Quay to be widened",'
        '"datePublished": "2026-03-02T09:00:00+01:00",'
        '"author": [{"@type": "Person", "name": "Ada Moss"}, {"name": "Ben Rill"}],'
        '"publisher": {"name": "Harbour Post"}}]}'
    )
    found = draft(page(f'<script type="application/ld+json">{record}</script>'))
    assert (found.title, found.source, found.authors) == (
        "Quay to be widened",
        "Harbour Post",
        ("Ada Moss", "Ben Rill"),
    )
    assert found.published == "2026-03-02T09:00:00+01:00"


def test_broken_json_ld_is_no_obstacle() -> None:
    found = draft(
        page(
            '<script type="application/ld+json">{"headline": </script>'
            '<meta property="og:site_name" content="Harbour Post">'
        )
    )
    assert found.source == "Harbour Post"


def test_what_the_page_states_in_meta_elements() -> None:
    meta = {
        "og:title": "Quay to be widened",
        "article:published_time": "2026-03-02",
        "author": "Ada Moss",
        "og:site_name": "Harbour Post",
    }
    found = draft(page("".join(f'<meta property="{name}" content="{value}">' for name, value in meta.items())))
    assert (found.title, found.published, found.authors, found.source) == (
        "Quay to be widened",
        "2026-03-02",
        ("Ada Moss",),
        "Harbour Post",
    )


def test_the_outlets_name_is_taken_off_the_title() -> None:
    found = draft(
        "<html><head><title>Quay to be widened at last | Harbour Post</title></head><body><p>x</p></body></html>"
    )
    assert found.title == "Quay to be widened at last"


def test_a_heading_that_the_title_does_not_confirm_is_no_title() -> None:
    source = (
        f"<html><head><title>Quay to be widened next year</title></head><body><h1>Tides</h1><p>{LEAD}</p></body></html>"
    )
    assert draft(source).title == "Quay to be widened next year"


def test_a_handle_is_no_outlet() -> None:
    assert draft(page("<meta property='og:site_name' content='@harbourpost'>")).source == ""


def test_a_heading_that_is_the_outlets_name_is_no_title() -> None:
    meta = "<meta property='og:title' content='Quay to be widened next year'>"
    head = f"<title>Quay to be widened next year | Harbour Post</title>{meta}"
    source = f"<html><head>{head}</head><body><h1>Harbour Post</h1><p>{LEAD}</p></body></html>"
    assert draft(source).title == "Quay to be widened next year"


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("https://www.harbour.example/quay", "https://www.harbour.example/quay"),
        ("https://www.harbour.example/", "https://harbour.example/found?id=1"),
        ("https://elsewhere.example/quay", "https://harbour.example/found?id=1"),
        ("/quay", "https://harbour.example/found?id=1"),
    ],
)
def test_a_canonical_link_counts_if_it_is_a_page_of_the_same_site(stated: str, url: str) -> None:
    assert draft(page(f"<link rel='canonical' href='{stated}'>"), "https://harbour.example/found?id=1").url == url


def test_the_date_may_stand_in_the_address() -> None:
    assert draft(page(), "https://harbour.example/2026/03/02/quay").published == "2026-03-02"


def test_the_month_in_the_address_may_be_a_word() -> None:
    assert draft(page(), "https://harbour.example/2026/mar/02/quay").published == "2026-mar-02"


def test_the_date_may_only_be_shown() -> None:
    assert draft(page(body="<span class='date'>Published on 2 March 2026</span>")).published == "2026-03-02"


def test_a_page_without_an_article_keeps_what_it_shows() -> None:
    assert (
        "Tides"
        in draft(
            "<html><body><div>Tides</div><script>no()</script><div style='display:none'>no</div></body></html>"
        ).text
    )


def test_nothing_is_written_to_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    logging.lastResort = logging.StreamHandler()
    draft("<html><body></body></html>")
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<meta charset="Shift_JIS">', "Shift_JIS"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "windows-1252"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><html>", "iso-8859-2"),
        (b"<html>", ""),
    ],
)
def test_the_declared_charset(data: bytes, charset: str) -> None:
    assert declared_charset(data) == charset
