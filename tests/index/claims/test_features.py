"""What the claim model sees of a sentence."""

from __future__ import annotations

import pytest

from index.claims.features import Features, features, passages, wording
from index.model import Article
from index.text.analysis import analyse


def of(text: str) -> Features:
    return features(passages(analyse(Article("0" * 16, "", text, "")))[0])


def test_judging_words_count_where_the_writer_uses_them() -> None:
    assert of("The mayor's plan is ridiculous and shameful.")["a judging word"] == 2


def test_judging_words_in_quotation_marks_are_not_the_writers() -> None:
    assert "a judging word" not in of("“The plan is ridiculous and shameful,” Mary Hart said.")


def test_goods_are_not_good() -> None:
    assert "a judging word" not in of("The tax on goods from Torvald rose again.")


def test_the_country_is_not_a_pronoun() -> None:
    assert "in the first person" not in of("The US raised its tariffs on steel.")
    assert of("They told us about the tariffs on steel.")["in the first person"] == 1


def test_names_are_not_the_words_they_are_written_like() -> None:
    seen = of("Will Hart and Bill Marsh boarded the Saltmarsh Rose in May.")
    assert seen.keys().isdisjoint({"a prediction", "a public matter", "a rise or a fall", "hedged"})
    assert of("Prices will rise, and the bill may pass.").keys() >= {"a prediction", "a public matter", "hedged"}


def test_a_number_is_no_negation() -> None:
    assert "a negation" not in of("Hart held the No. 2 post.")
    assert of("Hart held no post.")["a negation"] == 1


def test_a_mine_is_not_mine() -> None:
    assert "in the first person" not in of("The mine draws water from the river.")


def test_what_comes_after_is_not_caused() -> None:
    assert "a cause" not in of("The hall was cleared two hours after the vote.")
    assert of("The hall was cleared because it was full of smoke.")["a cause"] == 1


@pytest.mark.parametrize("text", ["The council banned lorries.", "Torvald will buy grain.", "Hart won the vote."])
def test_a_decision_is_one_that_is_taken(text: str) -> None:
    assert of(text)["a decision or an act"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "The council should ban lorries.",
        "Hart threatened to sue the guild.",
        "They met behind closed doors.",
        "The guild has not signed the deal.",
        "The award went to a baker.",
        "Hart charged that the guild had lied.",
        "The guild confirmed that it had the log.",
    ],
)
def test_a_decision_that_is_wished_for_or_refused_is_none(text: str) -> None:
    assert "a decision or an act" not in of(text)


def test_words_with_a_hyphen_count_as_listed() -> None:
    assert of("The so-called reform was a witch-hunt.")["a partisan word"] == 1
    assert of("The so-called reform was passed.")["an intensifier"] == 1


def test_counts_are_cut_off() -> None:
    assert of("It sold 10, 20, 30, 40, 50 and 60 cars a day.")["a figure"] == 3


def test_wording_is_of_unit_length() -> None:
    (passage,) = passages(analyse(Article("0" * 16, "", "Prices rose and prices fell.", "")))
    values = wording(passage)
    assert abs(sum(value * value for value in values.values()) - 1) < 1e-9
    assert "~price rose" in values


def test_features_that_are_not_there_are_left_out() -> None:
    assert all(of("The hall was full of people.").values())


def test_an_abbreviation_is_no_pronoun_and_quoted_pronouns_are_not_the_writers() -> None:
    assert "in the first person" not in of("F.B.I. agents arrested Mr. Hart.")
    assert "in the first person" not in of("“I was ashore, and we left,” Mary Hart said.")
    assert of("I was ashore.")["in the first person"] == 1


def test_a_condition_is_no_advice_and_a_plea_no_denial() -> None:
    assert "says what should be" not in of("Hart would go to prison should he be convicted.")
    assert of("He should be convicted.")["says what should be"] == 1
    assert "a negation" not in of("Hart will plead not guilty to the theft.")
    assert of("The jury found Hart not guilty.")["a negation"] == 1


def test_what_was_expected_in_the_past_is_no_prediction() -> None:
    assert "a prediction" not in of("Hart was expected to defeat the mayor.")
    assert of("Hart is expected to defeat the mayor.")["a prediction"] == 1


def test_a_rise_or_a_fall_is_of_something_measured() -> None:
    assert "a rise or a fall" not in of("It would increase the danger of a flight.")
    assert of("It would increase unemployment.")["a rise or a fall"] == 1
    assert of("The herd increased to 40 cows.")["a rise or a fall"] == 1


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("They were chatting for about half an hour.", False),
        ("Hart is at least 46 years old.", False),
        ("The letter has at least four pages.", False),
        ("The work took about two years.", True),
        ("The flood killed at least three people.", True),
        ("The guild has about 300 lamps.", True),
    ],
)
def test_a_short_time_an_age_or_a_few_things_are_no_large_figure(text: str, there: bool) -> None:
    assert ("a large or changing figure" in of(text)) is there


def test_an_age_is_no_figure() -> None:
    assert "a figure" not in of("Hart, a 46-year-old keeper, left the guild.")
