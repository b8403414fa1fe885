"""Which sentences of an article are key claims, and why."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.claims.rank import FEWEST, MOST, key_claims, ranking
from index.config import ClaimSettings
from index.model import Analysis, Article, Claim
from index.text.analysis import analyse

TITLE = "Lenwick and Torvald sign deal on grain"
STORY = (
    "Lenwick and Torvald signed a deal on grain on Monday after eleven weeks of talks.",
    "The two mayors smiled and waved to the crowd.",
    "Under the deal Torvald will buy 40,000 tonnes of grain a year, Trade Minister Mary Hart said.",
    "It was raining in the old town.",
    "The tariff on flour will fall to 4 percent from 9 percent, the ministry announced.",
    "What a splendid day for dreamers, fools and cynics this was!",
    "Traders waited outside the hall.",
    "The hall was built by a guild of bakers.",
    "Some of the guests had brought their children.",
    "Nobody knew how long the speeches would last.",
    "Police arrested 12 people near the harbour.",
    "A band played until the evening.",
    "Read more on our website.",
)


def article(*sentences: str, title: str = TITLE, language: str = "en") -> Analysis:
    text = "\n\n".join(sentences)
    published = datetime(2025, 3, 3, tzinfo=UTC)
    return analyse(Article("0" * 16, title, text, "The Courier", published=published, language=language))


def texts(analysis: Analysis, claims: tuple[Claim, ...]) -> list[str]:
    return [analysis.article.text[claim.start : claim.end] for claim in claims]


def names(claim: Claim) -> list[str]:
    return [reason.name for reason in claim.reasons]


def test_figures_and_decisions_are_picked() -> None:
    analysis = article(*STORY)
    assert set(texts(analysis, key_claims(analysis))) == {STORY[0], STORY[2], STORY[4]}


@pytest.mark.parametrize(
    "report",
    [
        "The minister used a private email address and a newsletter to reach 40 mayors, the court found.",
        "In her first comments on the terms of the deal, Hart called for more guards at 12 ports.",
        "The guild will switch to gas this year, and 300 bakers can sign up in May.",
    ],
)
def test_a_report_that_has_words_of_a_page_in_it_is_no_furniture(report: str) -> None:
    analysis = article(report, *STORY)
    assert report in texts(analysis, ranking(analysis))


@pytest.mark.parametrize(
    "line", ["Sign up for our letter on grain.", "Photos: A. Hale/Getty Images.", "Click here for maps."]
)
def test_lines_of_the_page_are_never_claims(line: str) -> None:
    analysis = article(*STORY, line)
    assert line not in texts(analysis, ranking(analysis))


def test_colour_opinion_and_furniture_are_left_alone() -> None:
    analysis = article(*STORY)
    ranked = texts(analysis, ranking(analysis))
    assert STORY[12] not in ranked
    assert ranked.index(STORY[10]) < ranked.index(STORY[3])
    assert ranked.index(STORY[10]) < ranked.index(STORY[5])


@pytest.mark.parametrize(("length", "size"), [(2, 2), (5, 3), (15, 4), (40, 9), (120, MOST)])
def test_about_one_sentence_in_five_is_picked(length: int, size: int) -> None:
    sentences = [f"The council of ward {number} closed {number} old schools." for number in range(10, length + 10)]
    assert len(key_claims(article(*sentences))) == size


def test_never_the_whole_lead() -> None:
    strong = [f"Prices in ward {number} rose by {number} percent in May, the ministry said." for number in (11, 12, 13)]
    weak = ["The hall was warm and full of people."] * 9
    chosen = [claim.sentence for claim in key_claims(article(*strong, *weak))]
    assert len(chosen) == FEWEST
    assert not {0, 1, 2} <= set(chosen)


def test_best_first_and_strongest_first() -> None:
    claims = key_claims(article(*STORY))
    assert [claim.score for claim in claims] == sorted((claim.score for claim in claims), reverse=True)
    assert [claim.strength for claim in claims] == [3, 2, 1]
    assert all(0 < claim.score < 1 for claim in claims)


def test_reasons_are_named_and_weighed() -> None:
    analysis = article(*STORY)
    grain = next(claim for claim in key_claims(analysis) if claim.sentence == 2)
    assert "stated by an official" in names(grain)
    weights = [reason.weight for reason in grain.reasons]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0


def test_the_first_sentence_is_in_the_lead_and_the_last_is_not() -> None:
    ranked = {claim.sentence: names(claim) for claim in ranking(article(*STORY))}
    assert "in the lead" in ranked[0]
    assert "in the lead" not in ranked[10]


def test_corroboration_lifts_a_sentence_and_says_so() -> None:
    analysis = article(*STORY)
    plain = {claim.sentence: claim for claim in ranking(analysis)}
    lifted = {claim.sentence: claim for claim in ranking(analysis, {10: 3, 7: 1})}
    assert lifted[10].score > plain[10].score
    assert "also in 3 other sources" in names(lifted[10])
    assert "also in 1 other source" in names(lifted[7])
    assert lifted[4].score == plain[4].score


def test_corroboration_can_be_switched_off() -> None:
    analysis = article(*STORY)
    off = ClaimSettings(corroboration=False)
    assert ranking(analysis, {10: 3}, settings=off) == ranking(analysis, settings=off)


@pytest.mark.parametrize(
    "settings",
    [ClaimSettings(factual=False), ClaimSettings(checkworthy=False), ClaimSettings(salient=False)],
)
def test_each_dimension_can_be_switched_off(settings: ClaimSettings) -> None:
    analysis = article(*STORY)
    assert ranking(analysis, settings=settings) != ranking(analysis)


def test_with_every_dimension_off_only_the_place_counts() -> None:
    off = ClaimSettings(factual=False, checkworthy=False, salient=False, corroboration=False)
    ranked = ranking(article(*STORY), settings=off)
    assert [claim.sentence for claim in ranked] == sorted(claim.sentence for claim in ranked)
    assert names(ranked[0]) == ["its place in the article"]


def test_only_the_wanted_kinds_are_picked() -> None:
    analysis = article(*STORY)
    claims = key_claims(analysis, settings=ClaimSettings(kinds=("comparison",)))
    assert claims
    assert all("comparison" in claim.kinds for claim in claims)


def test_other_languages_are_ranked_by_place_and_say_so() -> None:
    sentences = [f"Der Rat hat gestern {number} Schulen in der Stadt geschlossen." for number in range(3, 20)]
    ranked = ranking(article(*sentences, title="", language=""))
    assert [claim.sentence for claim in ranked] == list(range(17))
    assert names(ranked[0]) == ["its place in the article alone: claims in this language are not analysed"]


def test_what_an_old_date_begins_is_background() -> None:
    old = "In 2011 the council closed 14 schools in the harbour ward. The mayor resigned over the plan."
    new = "On Sunday the council closed 14 schools in the harbour ward. The mayor resigned over the plan."
    filler = "The talks about the market went on all day. The hall was full of people."

    def score(text: str) -> float:
        analysis = article(filler, text, filler)
        return next(claim.score for claim in ranking(analysis) if claim.sentence == 3)

    assert score(old) < score(new)


@pytest.mark.parametrize("text", ["", "word", "A " * 3000, "ALL CAPITALS AND NO STOP", "- a\n- b\n- c", "。" * 50])
def test_odd_text_is_ranked_without_an_error(text: str) -> None:
    analysis = article(text, title="")
    assert len(key_claims(analysis)) <= MOST


def test_a_text_without_a_full_sentence_is_still_ranked() -> None:
    assert len(key_claims(article("prices rose by 40 percent in May", title=""))) == 1


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Mayor Mary Hart said that the hall was full.", True),
        ("Mary Hart, the mayor of Lenwick, said that the hall was full.", True),
        ("Mary Hart, 46, chief executive of the guild, said that the hall was full.", True),
        ("A spokesman for the guild said that the hall was full.", True),
        ("Mary Hart, a neighbour who called the police, said that the hall was full.", False),
        ("Former mayor Mary Hart said that the hall was full.", False),
        ("The police heard it from Mary Hart, who said that the hall was full.", False),
    ],
)
def test_an_official_is_who_holds_an_office(text: str, official: bool) -> None:
    (claim,) = ranking(article(text))
    assert ("stated by an official" in names(claim)) is official
