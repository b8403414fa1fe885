from __future__ import annotations

from index.compare.alignment.carriers import carriers
from index.model import Analysis, Article
from index.text.analysis import analyse

MILL = "The old mill at Fossum burned down on Sunday night.\n\nThe baker sold his last loaves to the firemen."
FIRE = "A goat escaped.\n\nThe mill at Fossum, an old one, burned down on Sunday night."
GOAT = "The goat of the schoolmaster has won a prize for its beard."


def analysis(text: str) -> Analysis:
    return analyse(Article("a" * 16, "", text, ""))


def test_a_sentence_is_carried_where_another_article_states_it() -> None:
    found = carriers(analysis(MILL), [analysis(GOAT), analysis(FIRE), analysis(MILL)])
    assert {sentence: sorted(others) for sentence, others in found.items()} == {0: [1, 2], 1: [2]}
    span = found[0][1]
    assert FIRE[span.start : span.end].startswith("The mill at Fossum")


def test_nobody_carries_what_nobody_states() -> None:
    assert carriers(analysis(MILL), []) == {}
    assert carriers(analysis(MILL), [analysis(GOAT), analysis("")]) == {}
