from __future__ import annotations

from index.compare.candidates import Place, candidates
from index.compare.links import judged, links
from index.compare.passages import Subject
from index.compare.prepared import prepare
from index.compare.scorer import Likeness
from index.model import Article
from index.text.analysis import analyse


def subject(side: str, text: str) -> Subject:
    return Subject(analyse(Article(side * 16, "", text, "")), 100)


def relation(first: str, second: str) -> str:
    """How two sentences are linked: "same", "related", or "" if they are not."""
    subjects = [subject("a", first), subject("b", second)]
    pairs, _ = candidates([each.prepared for each in subjects])
    link = links(subjects, pairs).get((Place(0, 0), Place(1, 0)))
    return "" if link is None else "same" if link.same else "related"


def test_one_statement_of_which_one_article_says_more_is_the_same() -> None:
    first = "Governor Ida Marsh vetoed the bill on water rights on Monday."
    second = (
        "After a week of protests by farmers, Governor Ida Marsh vetoed the bill on water rights on Monday, "
        "and she asked the assembly to write a better one before the summer."
    )
    assert relation(first, second) == "same"


def test_names_and_a_word_by_the_way_link_nothing() -> None:
    first = "Governor Ida Marsh said on Monday that the outcomes of the talks helped both the ports and the farms."
    second = "Karl Brandt of the Marsh Council said the barges and the tariffs were the best outcomes for some time."
    assert relation(first, second) == ""


def test_the_more_likely_one_event_the_stronger_the_link() -> None:
    weak, strong = (judged(Likeness(event, 0.2), 1.0, 0, 0) for event in (0.6, 0.9))
    assert weak is not None
    assert strong is not None
    assert weak.strength < strong.strength
    assert judged(Likeness(0.2, 0.2), 1.0, 0, 0) is None


def test_a_sentence_of_ordinary_words_meets_one_that_has_many_of_them_in_a_row() -> None:
    first = prepare("“And if we do not get it there should be none.”")
    second = prepare("She said: “If we do not get it there should be none at all.”")
    other = prepare("They should not be there if we get none of it.")
    assert (Place(0, 0), Place(1, 0)) in candidates([[first], [second]])[0]
    assert (Place(0, 0), Place(1, 0)) not in candidates([[first], [other]])[0]
