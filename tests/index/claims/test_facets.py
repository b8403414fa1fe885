"""What the search index is told of an article."""

from __future__ import annotations

from index.claims.facets import claim_texts, holds, speakers
from index.model import Analysis, Article
from index.text.analysis import analyse

STORY = (
    "The port sold 40,000 tonnes of grain in May. “We are glad,” Mary Hart said. "
    "Milo Brandt said that prices would fall. Mary Hart added that the port would grow."
)


def analysed(text: str) -> Analysis:
    return analyse(Article("0" * 16, "Grain", text, "The Courier"))


def test_speakers_come_once_each_in_order() -> None:
    assert speakers(analysed(STORY)) == ("Mary Hart", "Milo Brandt")


def test_claim_texts_are_sentences_in_text_order() -> None:
    found = claim_texts(analysed(STORY))
    assert found[0] == "The port sold 40,000 tonnes of grain in May."
    assert [STORY.index(text) for text in found] == sorted(STORY.index(text) for text in found)


def test_an_article_holds_what_it_has() -> None:
    assert holds(analysed(STORY)) == {"figure", "quotation", "claim"}
    assert holds(analysed("The hall was full of people.")) == {"claim"}
    assert holds(analysed("")) == frozenset()
