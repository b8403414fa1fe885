"""Reporting verbs in their forms."""

from __future__ import annotations

import pytest

from index.text.cues import NOUNS, SOURCE_PHRASES, VERBS


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("said", "say", "past"),
        ("denies", "deny", "s"),
        ("admitted", "admit", "past"),
        ("telling", "tell", "ing"),
        ("argued", "argue", "past"),
        ("stresses", "stress", "s"),
        ("thought", "think", "past"),
    ],
)
def test_forms_lead_to_their_verb(word: str, lemma: str, form: str) -> None:
    assert (lemma, form) in {(cue.lemma, cue.form) for cue in VERBS[word]}


@pytest.mark.parametrize(
    ("word", "stance"),
    [("said", "neutral"), ("claimed", "claim"), ("admitted", "admit"), ("denied", "deny"), ("vowed", "promise")],
)
def test_the_verb_tells_the_stance(word: str, stance: str) -> None:
    assert VERBS[word][0].stance == stance


def test_readings_that_need_a_particle_come_first() -> None:
    called = VERBS["called"]
    assert called[0].particles
    assert not called[-1].particles


def test_nouns_and_phrases_are_cues_too() -> None:
    assert NOUNS["allegations"] == "accuse"
    assert ("according", "to") in SOURCE_PHRASES
