from __future__ import annotations

import json

import pytest

from index.errors import UnreadableError
from index.ingest.draft import Draft, Part, Skip
from index.ingest.formats.json_document import parts
from index.ingest.formats.records import load

RECORD = {
    "title": "Quay",
    "text": "The quay is widened.",
    "source": {"name": "Harbour Post"},
    "author": ["Ada", {"name": "Ben"}],
}


def read(value: object) -> list[Part]:
    return list(parts(load(json.dumps(value)), ""))


def drafts(value: object) -> list[Draft]:
    return [part for part in read(value) if isinstance(part, Draft)]


def test_the_documented_fields() -> None:
    (found,) = drafts({**RECORD, "published": "2026-03-02", "url": "https://a.example/x", "language": "en"})
    assert (found.title, found.source, found.authors) == ("Quay", "Harbour Post", ("Ada", "Ben"))
    assert (found.published, found.url, found.language) == ("2026-03-02", "https://a.example/x", "en")


@pytest.mark.parametrize(
    "wrapped", [[RECORD, RECORD], {"articles": [RECORD, RECORD]}, {"status": "ok", "results": [RECORD, RECORD]}]
)
def test_lists_of_records_wherever_they_are(wrapped: object) -> None:
    assert [draft.item for draft in drafts(wrapped)] == ["record 1", "record 2"]


def test_field_names_of_other_exports() -> None:
    (found,) = drafts(
        {
            "headline": "Quay",
            "content": "The quay is widened.",
            "publishedAt": "2026-03-02",
            "link": "https://a.example/x",
        }
    )
    assert (found.title, found.text, found.published, found.url) == (
        "Quay",
        "The quay is widened.",
        "2026-03-02",
        "https://a.example/x",
    )


def test_markup_in_a_text_becomes_paragraphs() -> None:
    assert drafts({"text": "<p>One &amp; two</p><p>Three</p>"})[0].text == "One & two\n\nThree"
    assert drafts({"text": "1 < 2 & 3 > 2"})[0].text == "1 < 2 & 3 > 2"


def test_single_line_ends_separate_paragraphs_where_no_blank_lines_do() -> None:
    assert drafts({"text": "One\nTwo"})[0].text == "One\n\nTwo"
    assert drafts({"text": "One\nstill\n\nTwo"})[0].text == "One\nstill\n\nTwo"


def test_a_record_without_text_is_skipped_alone() -> None:
    found = read([RECORD, {"title": "Quay", "text": ""}, 7])
    assert [isinstance(part, Skip) for part in found] == [False, True, True]


def test_json_about_something_else_is_nobodys_fault() -> None:
    for value in ({"temperature": 7}, 7, "x"):
        with pytest.raises(UnreadableError) as caught:
            read(value)
        assert not caught.value.fault


def test_a_json_feed() -> None:
    item = {
        "id": "1",
        "url": "https://a.example/x",
        "title": "Quay",
        "content_html": "<p>Text <a href='https://b.example/'>b</a></p>",
    }
    (found,) = drafts(
        {
            "version": "https://jsonfeed.org/version/1",
            "title": "Harbour Post",
            "author": {"name": "Ada"},
            "items": [item],
        }
    )
    assert (found.source, found.authors, found.text, found.links) == (
        "Harbour Post",
        ("Ada",),
        "Text b",
        ("https://b.example/",),
    )


@pytest.mark.parametrize(
    "body",
    [
        {
            "headline": "Quay",
            "body_xhtml": "<p>One</p><p>Two</p>",
            "byline": "Ada Moss",
            "versioncreated": "2026-03-02",
        },
        {
            "headlines": [{"role": "main", "value": "Quay"}],
            "bodies": [{"role": "text", "value": "One Two"}, {"role": "xhtml", "value": "<p>One</p><p>Two</p>"}],
            "by": "Ada Moss",
            "versionCreated": "2026-03-02",
        },
    ],
)
def test_ninjs_of_any_version(body: dict[str, object]) -> None:
    (found,) = drafts(
        {"uri": "https://a.example/x", **body, "copyrightnotice": "Copyright 2026, Harbour Wire (harbour.example)"}
    )
    assert (found.title, found.text, found.authors) == ("Quay", "One\n\nTwo", ("Ada Moss",))
    assert (found.url, found.published, found.source) == ("https://a.example/x", "2026-03-02", "Harbour Wire")


def test_csl_references() -> None:
    item = {
        "id": "1",
        "type": "article-newspaper",
        "title": "Quay",
        "container-title": "Harbour Post",
        "author": [{"given": "Ada", "family": "Moss"}, {"literal": "Staff"}],
        "issued": {"date-parts": [[2026, 3, 2]]},
        "DOI": "10.1/x",
    }
    (found,) = drafts([item])
    assert (found.text, found.source, found.authors) == ("Quay", "Harbour Post", ("Ada Moss", "Staff"))
    assert (found.published, found.url) == ("2026-03-02", "https://doi.org/10.1/x")


@pytest.mark.parametrize("data", ["", "{", "[1,", "nonsense", '{"a": 1} {"b": 2}', "[" * 5000])
def test_what_is_no_json_is_named(data: str) -> None:
    with pytest.raises(UnreadableError, match="JSON"):
        load(data)


def test_numbers_of_absurd_length_cost_nothing() -> None:
    assert load("9" * 100_000) == "9" * 100_000
