"""Which sentences are background, and of which year."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.claims.background import EARLIER
from index.claims.features import passages
from index.claims.rank import key_claims, ranking
from index.claims.salience import Setting
from index.model import Analysis, Article
from index.text.analysis import analyse

MARCH_2025 = datetime(2025, 3, 3, tzinfo=UTC)
NEWS = "The mayors of Lenwick and Torvald met today and agreed to reopen the salt road."
HEADING = "An Old Quarrel Over Salt"
PAST = "At the fair in Torvald in 2016, the two mayors met for the first time."
PLEDGE = "The mayor of Lenwick pledged to cut the salt toll to 3 crowns a tonne."
ANSWER = "The mayor of Torvald agreed and promised to spend 40 million crowns on the road."


def analysis(*paragraphs: str, published: datetime | None = MARCH_2025) -> Analysis:
    return analyse(Article("0" * 16, "", "\n\n".join(paragraphs), "The Courier", published=published))


def years(told: Analysis) -> dict[str, int]:
    """The past year of each background sentence, by its first two words."""
    setting = Setting(told, passages(told))
    background = (number for number in setting.body if "tells of earlier times" in setting.features(number))
    surfaces = {number: told.article.text[told.sentences[number].start :] for number in background}
    return {" ".join(surface.split()[:2]): setting.year(number) for number, surface in surfaces.items()}


@pytest.mark.parametrize("published", [MARCH_2025, None])
def test_a_section_opened_by_a_past_year_is_background_to_its_end(published: datetime | None) -> None:
    told = analysis(NEWS, HEADING, PAST, PLEDGE, ANSWER, "What Comes Next", "Carters cheered.", published=published)
    assert years(told) == {"At the": 2016, "The mayor": 2016}


def test_a_heading_with_a_past_year_makes_its_section_background() -> None:
    told = analysis(NEWS, "How The Toll Began In 2016", PLEDGE, ANSWER, "What Comes Next", "The carters cheered them.")
    assert years(told) == {"The mayor": 2016}


def test_a_newer_date_that_opens_a_paragraph_ends_the_section() -> None:
    told = analysis(NEWS, HEADING, PAST, PLEDGE, "On Sunday the carters cheered the deal.", "Bakers were glad of it.")
    assert years(told) == {"At the": 2016, "The mayor": 2016}


def test_without_a_heading_a_past_year_holds_for_its_paragraph() -> None:
    told = analysis(NEWS, f"{PAST} They shook hands twice.", "He smiled at the crowd.", "Bakers were glad of the deal.")
    assert years(told) == {"At the": 2016, "They shook": 2016, "He smiled": 2016}


@pytest.mark.parametrize(
    "sentence",
    [
        "Tolls have doubled since 2016.",
        "Tolls fell to 4 crowns from 9 crowns in 2016.",
        "Carters pay more than in 2016.",
        "The toll is the highest since records began in 2016.",
        "The toll house, built in 2016 and painted white, was sold.",
        "In Torvald, where the last mill closed in 2016, the mayor raised a flag.",
        "The plan leaves out the drought of 2016.",
        "Carters hear of it before the council votes on grants in April.",
        "The road will be paved by 2040.",
        "On Monday the mayors recalled the fair of 2016.",
    ],
)
@pytest.mark.parametrize("published", [MARCH_2025, None])
def test_a_year_that_bounds_or_measures_the_present_is_no_background(sentence: str, published: datetime | None) -> None:
    assert years(analysis(NEWS, HEADING, sentence, published=published)) == {}


def test_a_past_year_that_does_not_open_its_sentence_holds_for_it_alone() -> None:
    told = analysis(NEWS, "The toll house burnt down in 2016. Bakers were glad of the deal.")
    assert years(told) == {"The toll": 2016}


def test_months_before_the_news_are_earlier_times_without_a_year() -> None:
    told = analysis(NEWS, "The toll rose in February 2025.", published=datetime(2025, 12, 1, tzinfo=UTC))
    assert years(told) == {"The toll": EARLIER}


def test_an_undated_article_that_never_speaks_of_now_may_be_of_its_own_year() -> None:
    told = analysis("Lenwick closed its toll house.", "In 2016 the council sold the salt road.", published=None)
    assert years(told) == {}


def test_background_is_not_highlighted_and_says_its_year() -> None:
    filler = [f"The bakers of ward {ward} closed their shops for the day." for ward in (11, 12, 13, 14, 15, 16)]
    told = analysis(NEWS, *filler, HEADING, PAST, PLEDGE, ANSWER)
    ranked = ranking(told)
    answer = next(claim for claim in ranked if told.article.text[claim.start :].startswith("The mayor of Torvald"))
    assert answer not in key_claims(told)
    assert "although it tells of 2016" in [reason.name for reason in answer.reasons if reason.weight < 0]
