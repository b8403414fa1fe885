from __future__ import annotations

import json
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from index.compare.likeness.background import NEUTRAL, Background
from index.compare.likeness.features import NAMES, features
from index.compare.likeness.prepared import LONGEST, prepare
from index.compare.likeness.scorer import NEVER, SURE, likeness, modelled

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
    assert all(0 <= probability <= 1 for probability in (value.event, value.wording, value.statement))


def test_a_paraphrase_scores_higher_than_another_sentence_on_the_matter() -> None:
    near, far = likeness(prepare(FIRST), prepare(PARAPHRASE)), likeness(prepare(FIRST), prepare(OTHER))
    assert near.event > 0.6 > 0.4 > far.event
    assert near.wording > 0.6 > 0.4 > far.wording
    assert near.statement > 0.6 > 0.4 > far.statement


def test_sentences_of_articles_that_are_alike_are_more_likely_one_event() -> None:
    pair = prepare(FIRST), prepare(OTHER)
    assert likeness(*pair, Background(0.6, {})).event > likeness(*pair, Background(0.2, {})).event


def test_what_every_sentence_of_two_articles_has_tells_nothing_and_what_only_the_pair_has_tells_most() -> None:
    pair = prepare("The ferry Aurora struck the pier at Lindholm."), prepare("At Lindholm the Aurora hit the pier.")
    others = [prepare(f"The Aurora is a ferry, said passenger {n} at Lindholm.") for n in range(9)]
    background = Background.of(NEUTRAL, [pair[0], *others], [pair[1], *others])
    assert background.telling["aurora"] < 0.2 < 0.7 < background.telling["pier"]
    assert likeness(*pair, background).statement < likeness(*pair).statement


def test_what_stands_in_another_place_is_less_likely_the_same() -> None:
    pair = prepare(FIRST), prepare(PARAPHRASE)
    assert likeness(*pair, apart=0.9).statement < likeness(*pair, apart=0.0).statement


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
    assert {"data", "command", "date"} <= stored.keys()
    assert all("CC BY" in source or "written for this project" in source for source in stored["data"].values())
    assert {name for model in stored["models"].values() for name in model["weights"]} == set(NAMES)
