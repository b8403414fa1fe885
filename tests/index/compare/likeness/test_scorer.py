from __future__ import annotations

import json
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from index.compare.likeness.features import NAMES, features
from index.compare.likeness.prepared import LONGEST, prepare
from index.compare.likeness.scorer import NEVER, SURE, Likeness, likeness, modelled

FIRST = "The ferry Aurora struck the pier at Lindholm on Friday and eleven passengers were hurt."
PARAPHRASE = "Eleven passengers were injured on Friday when the Aurora, a ferry, hit the pier at Lindholm."
OTHER = "The ferry company wants to sell two of its older ships to a buyer in Greece next year."

WORDS = st.sampled_from([*FIRST.split(), *OTHER.split(), "12", "1,200", "Xi", "“No”", "—"])
SENTENCES = st.lists(WORDS, max_size=15).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_features_and_scores_are_symmetric(a: str, b: str) -> None:
    first, second = prepare(a), prepare(b)
    assert features(first, second) == features(second, first)
    assert likeness(first, second) == likeness(second, first)


@given(SENTENCES, SENTENCES)
def test_there_is_a_value_for_every_name_and_a_probability_for_every_pair(a: str, b: str) -> None:
    assert len(features(prepare(a), prepare(b))) == len(NAMES)
    value = modelled(prepare(a), prepare(b))
    assert 0 <= value.event <= 1
    assert 0 <= value.statement <= 1


def test_a_paraphrase_scores_higher_than_another_sentence_on_the_matter() -> None:
    near, far = likeness(prepare(FIRST), prepare(PARAPHRASE)), likeness(prepare(FIRST), prepare(OTHER))
    assert near.event > 0.6 > 0.4 > far.event
    assert near.statement > 0.6 > 0.4 > far.statement


def test_one_event_makes_a_statement_likelier_and_its_absence_no_less_likely() -> None:
    assert Likeness(event=0.9, statement=0.4).same > 0.5
    assert Likeness(event=0.1, statement=0.4).same == 0.4


def test_sentences_of_articles_that_are_alike_are_more_likely_one_event() -> None:
    pair = prepare(FIRST), prepare(OTHER)
    assert likeness(*pair, 0.6).event > likeness(*pair, 0.2).event


def test_equal_words_are_sure_and_very_short_sentences_need_them() -> None:
    assert likeness(prepare("He agreed."), prepare("he agreed")) == SURE
    assert likeness(prepare("He agreed."), prepare("He agreed too.")) == NEVER
    assert likeness(prepare(""), prepare("")) == NEVER


def test_thousands_separators_make_no_other_number() -> None:
    assert prepare("1,200 men").numbers == prepare("1200 men").numbers


def test_of_an_endless_sentence_the_beginning_is_read() -> None:
    assert len(prepare("word " * 10_000).lower) <= LONGEST


def test_the_weights_say_where_they_come_from_and_know_every_feature() -> None:
    stored = json.loads((files("index.compare.likeness") / "weights.json").read_text(encoding="utf-8"))
    assert {"data", "licence", "command", "date"} <= stored.keys()
    assert set(stored["models"]["event"]["weights"]) == set(NAMES)
    assert set(stored["models"]["statement"]["weights"]) <= set(NAMES)
