"""Numbers, words and marks of a stretch of text, with their places: what the quantity rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.text.paragraphs import paragraphs

NUMBER = "|".join(
    [
        r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?![\d,]*\d)",  # 1,234,567.8
        r"\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)",  # 12,34,567 as in India
        r"\d{1,3}(?:\.\d{3}){2,6}(?![\d.]*\d)",  # 1.234.567 as in much of Europe
        r"\d{1,3},\d{1,2}(?![\d,]*\d)",  # 12,5 likewise
        r"\d++(?:\.\d++)?",
        r"(?<![\w.])\.\d++",
    ]
)
TOKEN = re.compile(rf"{NUMBER}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
LONGEST = 4000  # characters looked at in one go; a longer paragraph is cut behind a word
PIECE = re.compile(rf".{{1,{LONGEST}}}\S{{0,200}}", re.DOTALL)


class Tokens:
    """The tokens of `text[start:end]`. Positions outside it read as empty words that stand far away."""

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in TOKEN.finditer(text, start, end):
            self.words.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.lower = [word.lower() for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The token as it stands, or ""."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def low(self, at: int) -> str:
        """The token in lower case, or ""."""
        return self.lower[at] if 0 <= at < len(self.words) else ""

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the token and the one before it."""
        return 0 < at < len(self.words) and self.starts[at] == self.ends[at - 1]


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of `text`, long ones in pieces of about `LONGEST` characters."""
    for start, end in paragraphs(text):
        for match in PIECE.finditer(text, start, end):
            yield match.span()
