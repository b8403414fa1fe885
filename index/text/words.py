"""Words and stems, the same for search, claims and comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

import Stemmer

# A word is a run of letters, marks and digits; inner apostrophes, points and commas between digits belong to it.
WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*")

_ACCENT = re.compile("[\u0300-\u036f]")  # combining marks of Latin, Greek and Cyrillic; other scripts need theirs
_GROUPING = re.compile(r"(?<=\d),(?=\d)")

_stemmer = Stemmer.Stemmer("english", maxCacheSize=0)


def fold(word: str) -> str:
    """What a word is compared by: no case, no accents, no possessive 's, no commas between digits.

    >>> fold("Inés’s"), fold("1,900")
    ('ines', '1900')
    """
    folded = word.lower().replace("’", "'")
    if not folded.isascii():
        folded = normalize("NFC", _ACCENT.sub("", normalize("NFD", folded)))
    if "," in folded:
        folded = _GROUPING.sub("", folded)
    return folded[:-2] if folded.endswith("'s") else folded


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The English Snowball stem of a word as it stands in text.

    >>> stem("Restrictions")
    'restrict'
    """
    return str(_stemmer.stemWord(fold(word)))


def stemmed(folded: list[str]) -> list[str]:
    """The stems of words that are folded already, in one go."""
    stems: list[str] = _stemmer.stemWords(folded)
    return stems


def words(text: str) -> list[str]:
    """The words of `text` as they stand there."""
    return WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and surface of each word of `text`."""
    for match in WORD.finditer(text):
        yield match.start(), match.end(), match.group()
