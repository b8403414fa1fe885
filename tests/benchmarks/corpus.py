"""Made-up news in any quantity: the same articles for the same numbers, Zipfian words, topics, sources, reprints.

Words are syllables with English endings, the short ones frequent. An article has a title of about ten words and
a text of about 400, a tenth of whose words are drawn from its two topics and a quarter from what it has already
said, as real articles repeat themselves. The first articles of a large corpus are those of a small one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

import numpy as np

from index.model import Article

WORDS = 120_000
_COMMON = 120  # words that stand for "the", "of", "said": no topic, no repetition
_TOPICS = 400
_SOURCES = 200
_SPAN = timedelta(days=3 * 365)
_BEGAN = datetime(2023, 1, 1, tzinfo=UTC)
_REPRINTS = 0.03

_ONSETS = ["b", "br", "c", "ch", "d", "f", "fl", "g", "gr", "h", "j", "l", "m", "n", "p", "pr", "qu", "r"]
_ONSETS += ["s", "sc", "sh", "st", "t", "th", "tr", "v", "w"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_CODAS = ["", "n", "r", "l", "s", "t", "nd", "st", "ck", "m"]
_ENDINGS = ["", "s", "ed", "ing", "er", "ment", "ments", "ly", "al", "ation"]


@cache
def vocabulary() -> tuple[str, ...]:
    """All words, the most frequent first."""
    random = np.random.default_rng(1)
    syllables = ["".join(parts) for parts in product(_ONSETS, _VOWELS, _CODAS)]
    found = dict.fromkeys(random.permutation(syllables)[:300].tolist())
    while len(found) < WORDS:
        stem = "".join(random.choice(syllables, int(random.integers(1, 4))))
        endings = random.permutation(_ENDINGS)[: int(random.integers(1, 5))]
        found.update(dict.fromkeys(stem + ending for ending in endings))
    return tuple(found)[:WORDS]


def articles(count: int, start: int = 0) -> Iterator[Article]:
    """The articles numbered from `start`."""
    words = np.array(vocabulary(), dtype=object)
    ranks = np.arange(WORDS)
    frequency = np.cumsum(1 / (ranks + 3.0) ** 1.05)
    topics = (_COMMON + np.random.default_rng(2).random((_TOPICS, 250)) ** 2.5 * 30_000).astype(int)
    for number in range(start, start + count):
        yield _article(number, words, frequency / frequency[-1], topics)


def _article(number: int, words: np.ndarray, frequency: np.ndarray, topics: np.ndarray) -> Article:
    random = np.random.default_rng((3, number))
    text_of = number
    if number and random.random() < _REPRINTS:
        text_of = int(random.integers(max(0, number - 500), number))
    title, text = _text(np.random.default_rng((4, text_of)), words, frequency, topics)
    source = int(_SOURCES * random.random() ** 3)
    moment = _BEGAN + _SPAN * (number % 100_000 / 100_000) + timedelta(seconds=int(random.integers(86_400)))
    return Article(
        id=f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}",
        title=title,
        text=text,
        source=f"{words[1000 + source]} {('Post', 'Times', 'Herald', 'Wire')[source % 4]}".title(),
        published=moment,
        url=f"https://{source}.example/{number}",
        language="en",
    )


def _text(random: np.random.Generator, words: np.ndarray, frequency: np.ndarray, topics: np.ndarray) -> tuple[str, str]:
    in_title = int(random.integers(8, 12))
    length = int(np.clip(random.normal(400, 200), 40, 1400)) + in_title
    chosen = np.searchsorted(frequency, random.random(length))
    draw = np.where(chosen >= _COMMON, random.random(length), 1.0)
    topical = draw < 0.1
    mine = topics[random.integers(0, _TOPICS, 2)].ravel()
    chosen[topical] = mine[(random.random(int(topical.sum())) ** 2 * len(mine)).astype(int)]
    said = chosen[chosen >= _COMMON][:30]
    again = (draw >= 0.1) & (draw < 0.35)
    if len(said):
        chosen[again] = random.choice(said, int(again.sum()))
    surface = words[chosen].tolist()
    return " ".join(surface[:in_title]).capitalize(), _paragraphs(surface[in_title:], random)


def _paragraphs(words: list[str], random: np.random.Generator) -> str:
    sentences = []
    at = 0
    while at < len(words):
        length = int(np.clip(random.normal(20, 8), 4, 45))
        sentences.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
    return "\n\n".join(" ".join(sentences[first : first + 4]) for first in range(0, len(sentences), 4))
