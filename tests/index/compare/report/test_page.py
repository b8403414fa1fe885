from __future__ import annotations

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from index.compare.comparison import compare
from index.compare.report.page import html, markdown
from index.model import Article
from index.text.analysis import analyse

FIRST = (
    "Surveyors say the dam at Kolberg holds 40 million cubic metres of water. Every spring a heron nests on the wall."
)
SECOND = "The dam at Kolberg holds 55 million cubic metres of water, surveyors say. Anglers meet there on Sundays."
HOSTILE = (
    "<script>alert(1)</script> [click](http://evil.example/x) | `code` **bold** <b>x</b> & \x1b[31mred\u202e \u200b$x$ "
    "see www.evil.example and http://evil.example/y now"
)


def articles(first: str = FIRST, second: str = SECOND, title: str = "The dam") -> list[Article]:
    return [
        Article(
            "a" * 16, title, first, "Gazette", ("Jo Park",), datetime(2025, 4, 1, tzinfo=UTC), url="https://g.example/1"
        ),
        Article("b" * 16, "Water", second, "Courier", url="javascript:alert(1)"),
    ]


def pages(*given: Article) -> tuple[str, str]:
    comparison = compare([analyse(article) for article in given])
    return markdown(comparison, given), html(comparison, given)


class Page(HTMLParser):
    """Collects the tags, the attributes and the text of a page, and checks that tags are closed in order."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.marked: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)
        self.text += data


def test_the_page_is_well_formed_and_needs_nothing_from_outside() -> None:
    page = Page(pages(*articles())[1])
    assert page.open == []
    assert not {"script", "link", "img", "iframe"} & page.tags
    assert [value for name, value in page.attributes if name in ("src", "href")] == ["https://g.example/1"]


def test_differing_words_are_marked_in_both_articles() -> None:
    text, page = pages(*articles())
    assert {"40 million cubic metres", "55 million cubic metres"} <= set(Page(page).marked)
    assert "**40 million cubic metres**" in text


def test_both_pages_name_the_articles_with_source_and_date() -> None:
    for page in pages(*articles()):
        for part in ("The dam", "Gazette", "Jo Park", "2025-04-01", "Courier", "undated"):
            assert part in page


def test_only_safe_addresses_become_links() -> None:
    for page in pages(*articles()):
        assert "https://g.example/1" in page
        assert "javascript" not in page


def test_what_is_only_in_one_article_has_a_section() -> None:
    text, _ = pages(*articles())
    assert "heron" in text.split("## Only in A")[1].split("## ")[0]
    assert "Anglers" in text.split("## Only in B")[1].split("## ")[0]


def test_hostile_text_stays_text_in_html() -> None:
    _, page = pages(*articles(HOSTILE, SECOND, title=HOSTILE))
    parsed = Page(page)
    assert "script" not in parsed.tags
    assert "<script>alert(1)</script>" in parsed.text


def test_hostile_text_stays_text_in_markdown() -> None:
    text, _ = pages(*articles(HOSTILE, SECOND, title=HOSTILE))
    assert not re.search(r"(?<!\\)<(?!https://g\.example)", text)
    assert "[click](" not in text
    assert not re.search(r"(?<!\\)`", text)
    assert "http://evil" not in text
    assert "www.evil" not in text


def test_every_table_row_has_as_many_cells_as_its_head() -> None:
    text, _ = pages(*articles(HOSTILE + ". " + FIRST, SECOND + " A | B || C."))
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


@pytest.mark.parametrize("character", ["\x1b", "\u202e", "\u200b", "\x07"])
def test_no_control_character_gets_through(character: str) -> None:
    for page in pages(*articles(f"One{character}two three. " + FIRST, title=f"T{character}")):
        assert character not in page


def test_pages_end_in_a_newline() -> None:
    for page in pages(*articles()):
        assert page.endswith("\n")
        assert not page.endswith("\n\n")


def test_notes_are_in_the_report() -> None:
    for page in pages(articles()[0], articles("", "")[1]):
        assert "has no text" in page


def test_the_report_opens_with_what_limits_it() -> None:
    for page in pages(articles()[0], articles()[0]):
        assert page.index("An article is compared with itself.") < page.index("reported by more than one")


def test_one_difference_is_counted_as_one() -> None:
    for page in pages(*articles()):
        assert "1 difference was found" in page
        assert "1 passage is reported" in page


def tables(page: str) -> dict[str, str]:
    """The opening tag of the table under each heading."""
    return dict(re.findall(r"<h2>([^<]+)</h2><p[^>]*>[^<]*</p>\n(<table[^>]*>)", page))


def test_sentences_of_many_articles_stand_below_one_another_and_signs_side_by_side() -> None:
    many = [Article(side * 16, f"Dam {side}", FIRST, f"Paper {side}") for side in "abcdefgh"]
    kinds = tables(pages(*many)[1])
    assert kinds["Reported by more than one"] == '<table class="stacked">'
    assert kinds["Claims by source"] == "<table>"
    assert set(tables(pages(*many[:2])[1]).values()) == {"<table>"}


def test_a_stacked_cell_says_whose_it_is_and_an_empty_one_can_be_hidden() -> None:
    many = [
        Article(side * 16, f"Dam {side}", text, "") for side, text in zip("abcde", [FIRST, *[SECOND] * 4], strict=True)
    ]
    _, page = pages(*many)
    assert '<td dir="auto" data-of="E"' in page
    assert '<td dir="auto" data-of="B" class="nothing"><span>–</span></td>' in page


def test_titles_of_either_direction_keep_to_themselves() -> None:
    _, page = pages(*articles(title="سد كولبرغ"))
    assert "<bdi>سد كولبرغ</bdi>" in page
