"""Finds the stretches of a text that stand in quotation marks, in the conventions of many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.model import Span

_CLOSERS = {
    "“": '”"',
    '"': '"”',
    "«": "»",
    "»": "«",
    "„": "“”",
    "‘": "’",
    "‹": "›",
    "「": "」",
    "『": "』",
    "''": "''",
    "``": "''",
}
_SPACED = frozenset("«‹")  # French puts a space inside its marks
_MARK = re.compile(r"''|``|[“”\"«»„‘’‹›「」『』]")
_PARAGRAPH = re.compile(r"[^\n]+")
_BEFORE_TITLE = re.compile(r"(?:\b(?:on|in|with|at|from|show|program|programme)|['’]s?)\s(?:the\s)?$")
_TITLE = re.compile(r"(?:[A-Z][\w'’-]*|(?:a|an|and|at|for|in|of|on|the|to|with)\b)(?:[ ]|[.,]?$)")

# A mark left open for longer than this is a slip of the pen, not a quotation.
_LONGEST = 4000

_LONGEST_TITLE, _REACH = 60, 20
"""Characters of a title, and those before one in which what announces it stands."""


@dataclass(frozen=True, slots=True)
class Quoted(Span):
    """Words between marks: `start`..`end` is what stands inside, `outer` includes the marks.

    `open` tells that the paragraph ended before the quotation did, as when it runs over several paragraphs.
    """

    outer: Span
    open: bool = False


def quoted(text: str) -> tuple[Quoted, ...]:
    """The outermost quotations of `text` in text order; marks inside a quotation belong to it."""
    return tuple(found for paragraph in _PARAGRAPH.finditer(text) for found in _paragraph(text, paragraph))


def is_title(text: str, quote: Quoted) -> bool:
    """Whether the words are the name of a programme or the like: “said on “Meet the Press””, “hosts of “The View””.

    Such words have capitals, and stand behind “on”, “in”, “with” or a possessive; two of them at least.
    """
    words = text[quote.start : quote.end]
    if " " not in words or not words[0].isupper() or len(words) > _LONGEST_TITLE:
        return False
    before = _BEFORE_TITLE.search(text, max(0, quote.outer.start - _REACH), quote.outer.start)
    return before is not None and _TITLE.sub("", words) == ""


def _paragraph(text: str, paragraph: re.Match[str]) -> Iterator[Quoted]:
    opener: re.Match[str] | None = None
    closers = ""
    for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
        if opener is not None and mark.start() - opener.end() > _LONGEST:
            opener = None
        if opener is None:
            if _opens(text, mark):
                opener, closers = mark, _CLOSERS[mark.group()]
        elif mark.group() in closers and _closes(text, mark):
            yield Quoted(opener.end(), mark.start(), Span(opener.start(), mark.end()))
            opener = None
    if opener is not None and opener.group() in {"“", '"', "«", "„"} and opener.end() < paragraph.end():
        end = paragraph.end()
        if end - opener.end() <= _LONGEST:
            yield Quoted(opener.end(), end, Span(opener.start(), end), open=True)


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() not in _CLOSERS:
        return False
    if text[mark.end() : mark.end() + 1].isspace() and mark.group() not in _SPACED:
        return False
    before = text[mark.start() - 1 : mark.start()]
    if mark.group() == "‘":
        return not before.isalnum()
    # A straight mark after a digit is an inch, after a letter the end of something whose beginning was lost.
    return mark.group() != '"' or not before.isalnum()


def _closes(text: str, mark: re.Match[str]) -> bool:
    return mark.group() != "’" or not text[mark.end() : mark.end() + 1].isalnum()
