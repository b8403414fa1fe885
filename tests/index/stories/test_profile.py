from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from index.model import Article
from index.stories.profile import cosine, profile

TEXT = "Divers from Valletta raised an amphora off Gozo. The amphora, said Mayor Carmen Borg, is 2,300 years old."


def article(text: str = TEXT, title: str = "Amphora raised") -> Article:
    return Article("0123456789abcdef", title, text, "Gazette", published=datetime(2025, 5, 1, tzinfo=UTC))


def test_vectors_have_unit_length() -> None:
    one = profile(article())
    for vector in (one.terms, one.names):
        assert math.sqrt(sum(weight * weight for weight in vector.values())) == pytest.approx(1.0)


def test_an_empty_article_has_an_empty_profile() -> None:
    one = profile(article("", ""))
    assert (dict(one.terms), dict(one.names), one.keys, one.sketch) == ({}, {}, (), ())
    assert cosine(one.terms, profile(article()).terms) == 0.0


def test_rare_words_are_asked_for_first_and_common_ones_never() -> None:
    keys = profile(article()).keys
    assert keys[0] == "amphora"
    assert not {"the", "from", "is"} & set(keys)


def test_names_are_kept_whole_and_in_parts() -> None:
    assert {"mayor carmen borg", "carmen", "borg", "gozo"} <= set(profile(article()).names)


def test_what_is_shown_is_written_as_in_the_article() -> None:
    surfaces = profile(article()).surfaces
    assert surfaces["mayor carmen borg"] == "Mayor Carmen Borg"
    assert surfaces["amphora"] == "Amphora"


def test_reweighting_can_silence_a_term() -> None:
    one = profile(article()).reweighted(lambda term: 0.0 if term == "amphora" else 1.0)
    assert one.terms["amphora"] == 0.0
    assert sum(weight * weight for weight in one.terms.values()) == pytest.approx(1.0)


def test_a_figure_is_kept_with_what_it_counts() -> None:
    text = "She sold 31 pots for $2.8 million to 9 of 12. On 3 May 2024 at 2.15 a.m. 4,000 jars broke, or 7 per cent."
    assert profile(article(text)).figures == {"31 pots", "$2.8 million", "4,000 jars", "7 per cent"}
