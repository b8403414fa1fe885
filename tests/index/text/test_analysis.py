"""The whole text layer on one article, also on text that is hardly one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Analysis, Article
from index.text.analysis import analyse


def analysis(text: str) -> Analysis:
    published = datetime(2025, 10, 30, tzinfo=UTC)
    return analyse(Article("0" * 16, "A title", text, "A source", published=published))


TEXT = (
    "Governor Helen Marsh said on Tuesday that Dunmore had shipped over 12 million tonnes of grain.\n\n"
    "“We expect at least 25 million tonnes annually,” Ms. Marsh said."
)


def test_an_article_gives_all_that_the_layer_finds_in_text_order() -> None:
    found = analysis(TEXT)
    assert [TEXT[it.start : it.end] for it in found.sentences] == TEXT.split("\n\n")
    assert [TEXT[it.start : it.end] for it in found.quantities] == [
        "over 12 million tonnes",
        "at least 25 million tonnes annually",
    ]
    assert [TEXT[it.start : it.end] for it in found.dates] == ["Tuesday"]
    assert {it.canonical for it in found.names} == {"Helen Marsh", "Dunmore"}
    assert [(it.speaker, it.direct) for it in found.quotations] == [("Helen Marsh", False), ("Helen Marsh", True)]


def test_figures_and_names_go_on_over_the_line_ends_of_wrapped_text() -> None:
    text = (
        "In Dunmore the old and the new masters of the harbour met Helen\n"
        "Marsh and gave her a letter that said that they would ship 12\n"
        "million tonnes of grain on\n"
    )
    found = analysis(text)
    assert [(it.low, it.unit) for it in found.quantities] == [(12e6, "tonne")]
    assert "Helen Marsh" in {it.canonical for it in found.names}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Word",
        "...",
        "ALL OF THIS IS IN CAPITALS. 5 PEOPLE DIED IN THE U.S. ON MONDAY, “THE END,” SAID MR. HALE.",
        "no capitals and no stops 5 people died on monday said hale and then 3 more",
        "Name\tAge\tCity\nAna\t41\tRome\nBo\t7\tBonn",
        "| a | b |\n|---|---|\n| 1 | 2.5% |",
        "1. One\n2. Two\n- three\n* four",
        "他说，12%的人在2019年离开了。“我们不知道。”",
        "قال إن 12٪ غادروا في 2019.",
        "उन्होंने कहा कि ५ लोग गए।",
        "“““‘‘‘(((“He said “she said “they said",
        "\u200b\u00a0\u2028 5\u00a0000 \u202f %",
    ],
)
def test_text_of_any_form_is_read(text: str) -> None:
    found = analysis(text)
    for mention in (*found.sentences, *found.quantities, *found.dates, *found.names, *found.quotations):
        assert 0 <= mention.start < mention.end <= len(text)


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    assert analysis(text).article.text == text


@pytest.mark.parametrize("glue", [" ", "\n", "\n\n", ""])
def test_a_paragraph_without_end_is_read_once_through(glue: str) -> None:
    text = glue.join([TEXT.replace("\n\n", " ")] * 500)
    assert len(analysis(text).quantities) >= 900
