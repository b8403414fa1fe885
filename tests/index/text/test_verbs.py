"""Reporting verbs told from nouns."""

from __future__ import annotations

import pytest

from index.model import Sentence
from index.text.phrases import passages
from index.text.syntax import Syntax
from index.text.verbs import verbs


def found(text: str) -> list[str]:
    ((_, tokens),) = passages(text, [Sentence(0, len(text), 0)], ())
    return [verb.cue.lemma for verb in verbs(Syntax(tokens))]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Hart says the port is open", ["say"]),
        ("Critics say the port is open", ["say"]),
        ("He claims the port is open", ["claim"]),
        ("The claims were settled", []),
        ("Their hopes were high", []),
        ("The mayor's plans were secret", []),
        ("She wants to say more", ["want"]),
        ("The so-called reform", []),
        ("The United States to the south", []),
        ("Hart pointed out the error", ["point"]),
        ("Hart pointed north", []),
        ("The Baltic states the treaty names", []),
        ("The Gulf states, the islands and the port", []),
        ("The Gulf states that trade with us", []),
        ("The African states that trade with us", []),
        ("The Treaty states that the port is open", ["state"]),
        ("She states that the port is open", ["state"]),
        ("The old states say the port is open", ["say"]),
        ("He who named one fault", []),
        ("She asked for a flow guarantee in dry years", ["ask"]),
        ("Hart guarantees that it is safe", ["guarantee"]),
        ("The cup will be back on show", []),
        ("Hart left, adding that it was late", ["add"]),
    ],
)
def test_the_words_around_tell_a_verb(text: str, lemmas: list[str]) -> None:
    assert found(text) == lemmas


def test_a_verb_knows_its_group_and_its_particle() -> None:
    text = "Hart has always pointed out errors"
    ((_, tokens),) = passages(text, [Sentence(0, len(text), 0)], ())
    (verb,) = verbs(Syntax(tokens))
    assert (verb.start, verb.place, verb.end) == (1, 3, 5)
