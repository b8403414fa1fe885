from __future__ import annotations

import pytest

from index.compare.alignment.candidates import Place, candidates
from index.compare.alignment.links import judged, links
from index.compare.likeness.prepared import prepare
from index.compare.likeness.scorer import Likeness
from index.compare.passages import Subject
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


def test_the_more_likely_one_statement_and_the_more_particular_the_stronger_the_link() -> None:
    weak, strong = (judged(Likeness(0.5, 0.5, statement), 2.0, 0, 0) for statement in (0.4, 0.7))
    particular = judged(Likeness(0.5, 0.5, 0.4), 9.0, 0, 0)
    assert weak is not None
    assert strong is not None
    assert particular is not None
    assert weak.strength < min(strong.strength, particular.strength)
    assert judged(Likeness(0.9, 0.2, 0.2), 1.0, 0, 0) is None


def test_what_surely_is_one_statement_needs_nothing_particular() -> None:
    assert judged(Likeness(0.5, 0.5, 0.6), 0.3, 0, 0) is None
    surely = judged(Likeness(0.5, 0.5, 0.9), 0.3, 0, 0)
    assert surely is not None
    assert surely.same


def test_who_stands_in_a_like_place_is_likelier_the_same() -> None:
    filler = " ".join(f"The harbour has berth {n} and a crane." for n in range(20))
    claim = "Ida Marsh wants to close the tunnel to lorries from the islands."
    told = "The tunnel should be closed to lorries, in the view of Marsh."
    ends = [subject("a", f"{claim} {filler}"), subject("b", f"{filler} {told}")]
    near = [subject("a", f"{filler} {claim}"), subject("b", f"{filler} {told}")]
    first, last = Place(0, 0), Place(1, len(ends[1].sentences) - 1)
    pairs = candidates([each.prepared for each in ends])[0]
    assert (first, last) in pairs
    assert links(near, {(Place(0, last.sentence), last): 1.0}).keys()
    apart, beside = links(ends, {(first, last): 1.0}), links(near, {(Place(0, last.sentence), last): 1.0})
    assert [link.same for link in apart.values()] <= [link.same for link in beside.values()]


def test_a_sentence_of_ordinary_words_meets_one_that_has_many_of_them_in_a_row() -> None:
    opening = prepare("Snow fell.")
    first = prepare("“And if we do not get it there should be none.”")
    second = prepare("She said: “If we do not get it there should be none at all.”")
    other = prepare("They should not be there if we see the keeper of the old lighthouse at Bruns Point.")
    assert (Place(0, 1), Place(1, 1)) in candidates([[opening, first], [opening, second]])[0]
    assert (Place(0, 1), Place(1, 1)) not in candidates([[opening, first], [opening, other]])[0]


def test_sentences_meet_that_have_enough_in_common_of_what_tells_anything_in_their_articles() -> None:
    mine = [prepare(text) for text in ("The ferry left.", "The ferry sank.", "The harbour was closed for six weeks.")]
    theirs = [prepare(text) for text in ("A ferry left.", "A ferry sank.", "For weeks the harbour stayed shut.")]
    assert (Place(0, 2), Place(1, 2)) in candidates([mine, theirs])[0]


def inside(first: str, second: str) -> str:
    """How two sentences are linked that don't open their articles."""
    subjects = [subject("a", f"Snow fell again. {first}"), subject("b", f"Snow is rare here. {second}")]
    pairs, _ = candidates([each.prepared for each in subjects])
    link = links(subjects, pairs).get((Place(0, 1), Place(1, 1)))
    return "" if link is None else "same" if link.same else "related"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“It has always been lopsided.",
            "“It has always been lopsided,” Ms. Thorne added, “and it must not be.”",
        ),
        (
            "Nine sailors were drowned.",
            "Nine sailors were drowned and about forty were pulled out by divers.",
        ),
        ("About 60 miners were in the shaft.", "About 60 miners were asleep in the huts when the siren sounded."),
        (
            "“The verdict was grotesque,” Ms. Thorne said at a breakfast.",
            "On Friday Thorne, leaving the island, said that it “was grotesque” what the jurors had done.",
        ),
    ],
)
def test_what_is_said_in_the_very_words_is_the_same_however_short(first: str, second: str) -> None:
    assert inside(first, second) == inside(second, first) == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Otters put goalkeeper Paul Lunde on the injured list on Monday.",
            "The Otters put striker Simon Dahlberg on the injured list last week.",
        ),
        (
            "Ida Marsh had suggested that such a tunnel would require a new treaty.",
            "But many engineers counter that it would require a new treaty to dig such a tunnel.",
        ),
        (
            "Marsh discounted the rumors that she was Grey Heron.",
            "Marsh was one of many who were rumored to be Grey Heron, the spy of the harbour.",
        ),
    ],
)
def test_the_same_of_another_person_or_denied_is_another_statement(first: str, second: str) -> None:
    assert inside(first, second) != "same"
    assert inside(second, first) != "same"


def test_the_view_of_the_same_people_by_another_name_is_the_same() -> None:
    first = "Harbour officials argued that such a tunnel would require a new treaty with the islands."
    second = "The port authorities have said that such a tunnel would require a new treaty with the islands."
    assert inside(first, second) == inside(second, first) == "same"


def test_a_name_and_a_title_are_no_statement_however_many_words_they_have() -> None:
    first = "Harbour City Public Safety Director John Okoro took the call."
    second = "Two hours later Harbour City Public Safety Director John Okoro thanked the divers for their patience."
    assert inside(first, second) != "same"


def test_the_leads_of_two_articles_on_one_event_are_one_statement() -> None:
    first = "Ida Marsh, whose ferries made one land of a hundred islands, died on Monday in Lund, her son said."
    second = "Captain, heroine, ferry owner and islander: Ida Marsh has died."
    assert relation(first, second) == "same"
    assert relation(first, "Snow fell on the islands, and the ferries of a captain stayed in port on Monday.") == ""
