"""What is read out of single things."""

from __future__ import annotations

from dataclasses import replace

from index.model import Claim, Mark
from tests.builders import article
from tui.plain import wording
from tui.plain.sheet import Place

MARK = Mark(20, 36, "a", "The council met.", "", "", "ask them", lost=False)


def test_a_mark_leads_to_its_place_and_a_lost_one_to_the_beginning() -> None:
    kept, lost = wording.mark(1, MARK), wording.mark(1, replace(MARK, lost=True))
    assert (kept.text, kept.places) == ("1. The council met.\nNote: ask them", (Place("a", 20),))
    assert lost.text.endswith("\nThe article has changed and no longer says this.")
    assert lost.places == (Place("a", 0),)


def test_a_claim_is_the_words_of_its_sentence_alone() -> None:
    given = article("It rained. The council met. It left.", id="a")
    found = wording.claim(2, Claim(11, 27, 1, 0.8, 3, (), ()), given)
    assert found.text == "2. A strong claim:\nThe council met."
    assert found.places == (Place("a", 11),)


def test_paragraphs_of_which_nothing_is_left_are_left_out() -> None:
    found = wording.paragraphs(article("One.\n\n\u200b\n\nTwo."))
    assert [(each.text, each.offset) for each in found] == [("One.", 0), ("Two.", 9)]
