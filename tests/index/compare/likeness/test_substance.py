from __future__ import annotations

import pytest

from index.compare.likeness.substance import Substance, on_one_matter, says_the_same
from index.compare.passages import Subject
from index.model import Article
from index.text.analysis import analyse

LIKELY = 0.8  # probability of one statement that a model of overlap gives such pairs


def told(text: str) -> Substance:
    return Subject(analyse(Article("0" * 16, "", text, "")), 10).substance(0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Fire chief Gerda Lunt said that the dam had held.",
            "Fire chief Gerda Lunt said that her crews had carried nine cows to the school.",
        ),
        (
            "Captain Ruben Falk, who has flown balloons for 31 years, stayed in the basket.",
            "Captain Ruben Falk, who has flown balloons over this valley for 31 years, has bought a house.",
        ),
        (
            "The museum's director, Alba Nordin, said that the window had been left open.",
            "Alba Nordin, the museum's director, says that the visitors will come back.",
        ),
        (
            "The barge Kittiwake ran aground on Heron Bank on Monday.",
            "The lamp on Heron Bank had burned out long before the Kittiwake came near it on Monday.",
        ),
        (
            "The talks will turn to cobalt, which is needed for phones, watches, tractors and bicycles.",
            "Borduria lifted its ban on exports of cobalt, a metal for phones, watches and bicycles.",
        ),
    ],
)
def test_who_speaks_and_what_the_story_is_about_make_no_statement_alone(first: str, second: str) -> None:
    assert not says_the_same(told(first), told(second), LIKELY)
    assert not says_the_same(told(second), told(first), LIKELY)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Fire chief Gerda Lunt said that the dam had held.",
            "The dam held, said Gerda Lunt, the fire chief.",
        ),
        (
            "President Ana Roth and President Ivo Hale met in a castle, for the first time in six years.",
            "President Ana Roth and Ivo Hale met after six years, and many hoped for better days.",
        ),
        (
            "A councillor of the same party, Petra Vold, voted against the tunnel.",
            "Petra Vold, a rebel, voted against the tunnel.",
        ),
    ],
)
def test_what_is_said_does(first: str, second: str) -> None:
    assert says_the_same(told(first), told(second), LIKELY)


def test_speakers_cues_and_descriptions_are_left_out() -> None:
    found = told("Mayor Olga Brandt, who has led the town for nine years, denied that the bridge would be sold.")
    assert found.core == {"bridg", "sold"}


def test_the_less_likely_one_statement_is_the_more_must_be_shared() -> None:
    pair = told("Nine boats carried the guests home."), told("Boats carried the band and a piano home in the rain.")
    assert says_the_same(*pair, 0.9)
    assert not says_the_same(*pair, 0.3)


def test_one_speaker_is_no_matter_but_a_thing_named_is() -> None:
    fuel = told("Norling Ferries said that no fuel was spilled.")
    captain = told("Norling Ferries said that she had been sent home.")
    praise = told("Everybody at the market praised Norling Ferries for the free soup.")
    assert not on_one_matter(fuel, captain)
    assert on_one_matter(fuel, praise)


def test_a_word_by_the_way_is_no_matter() -> None:
    ransom = told(
        "Director Ada Brandt said that the thieves had asked for nine paintings and that the school would not pay."
    )
    lamps = told("Every school in the country buys chalk, lamps and blankets by the hundredweight in autumn.")
    assert not on_one_matter(ransom, lamps)
