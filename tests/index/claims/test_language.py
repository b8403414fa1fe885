"""English or not."""

from __future__ import annotations

import pytest

from index.claims.language import is_english
from index.model import Article

ENGLISH = "The council of the town said that it was ready to close the road in the morning, and that was that."
GERMAN = (
    "Der Rat der Stadt hat gestern gesagt, dass er die Straße am Morgen schließen will, und dabei blieb es dann auch."
)
FRENCH = (
    "Le conseil de la ville a dit hier que la route serait fermée le matin, et que rien ne changerait cette décision."
)
CHINESE = "市议会昨天表示，道路将在早上关闭，这一决定不会改变。" * 3


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ENGLISH, "", True),
        (GERMAN, "", False),
        (FRENCH, "", False),
        (CHINESE, "", False),
        (GERMAN, "en-GB", True),
        (ENGLISH, "de", False),
        ("Too short to tell.", "", True),
        ("", "", True),
    ],
)
def test_the_stated_language_decides_and_else_the_words(text: str, language: str, expected: bool) -> None:
    assert is_english(Article("0" * 16, "", text, "", language=language)) is expected
