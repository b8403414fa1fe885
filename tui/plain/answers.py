"""What answers a line of the dialogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from index.model import Article

if TYPE_CHECKING:
    from tui.plain.dialogue import Dialogue

Answer = Callable[["Dialogue", str], str]


def of_article(answer: Callable[[Dialogue, Article, str], str]) -> Answer:
    """An answer about the article that is open, or word that none is."""

    @wraps(answer)
    def answered(dialogue: Dialogue, rest: str) -> str:
        article = dialogue.article()
        return "Open an article first." if article is None else answer(dialogue, article, rest)

    return answered
