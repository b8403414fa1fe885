"""Sentences of news prose, with exact offsets.

Every line is a paragraph, except that the lines of hard-wrapped text are read as one. Within a paragraph each
run of stops is a candidate; whether it ends a sentence is decided by the word before it and the word after it
(rules and lists in the manner of Mikheev 2002, "Periods, Capitalized Words, etc."). Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.model import Sentence
from index.text.lists import sections

# A run of stops with what closes after it. Each run is tried once only (look-behind, possessive), for linear time.
STOP = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>["'”’»)\]]*+(?:\[\d{1,3}\])*+(?:\ ["”](?=\s|$))?)(?=\s|$|[A-Z“‘])
      | (?P<wide>[。！？｡．]++[」』”’）》】]*+)
      | (?P<other>[।॥؟۔።]++["”’»)]*+)""",
    re.VERBOSE,
)
NEXT = re.compile(r"""\s*+(?P<open>["'“‘«(\[–—¿¡-]*+)\s?(?P<word>\w*(?:['’]\w+)?)""")
SPACE = re.compile(r"\s*+")
LINE = re.compile(r"[^\s][^\n]*(?<!\s)")
OPENERS = re.compile(r""".*[(\["'“‘«—–/]""")
CONTINUES = frozenset(".!?…,;:)%")
BULLET = re.compile(r"(?<!\s)[^\S\n]++(?=[•▪◦‣●]\s)")
QUOTE_ENDS = frozenset("\"'”’»")
AFTER_JAPANESE_QUOTE = frozenset("とっだではがをのに、，")
BANG_NAMES = frozenset({"yahoo", "jeopardy", "e", "oklahoma", "mamma mia"})
SPEECH = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,5}(?:said|says|asked|asks|told|wrote|tweeted|shouted|yelled|cried|replied|added|joked)\b"
)
LONGEST_WORD = 40  # characters looked back for the word before a stop; longer ones are no abbreviations
WRAP = range(40, 101)  # widths, in characters, at which text is hard-wrapped

_ABBREVIATIONS = sections("abbreviations")
_TITLES = frozenset(_ABBREVIATIONS["titles"])
_LATIN = frozenset(_ABBREVIATIONS["latin"])
_NUMBERED = frozenset(_ABBREVIATIONS["before a number"])
_CLOCK = frozenset(_ABBREVIATIONS["clock"])
_AFTER_CLOCK = frozenset(_ABBREVIATIONS["after the clock"])
_CAPITALISED = frozenset(_ABBREVIATIONS["capitalised, perhaps final"])
_PERHAPS = frozenset(_ABBREVIATIONS["perhaps final"])
_STARTERS = frozenset(sections("starters")["starters"])
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LIST_MARK = re.compile(r"\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; together they cover all of it that is not white space."""
    cased = text.lower() != text
    return tuple(
        Sentence(first, last, number)
        for number, (start, end) in enumerate(_paragraphs(text))
        for first, last in _split(text, start, end, cased=cased)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    block: list[tuple[int, int]] = []
    for line in LINE.finditer(text):
        if block and "\n" in text[block[-1][1] + 1 : line.start()]:
            yield from _lines(text, block)
            block = []
        block.append(line.span())
    yield from _lines(text, block)


def _lines(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block as paragraphs, or the whole block as one where it is hard-wrapped."""
    if len(block) > 1 and _wrapped(text, block):
        yield block[0][0], block[-1][1]
        return
    for start, end in block:
        for bullet in BULLET.finditer(text, start, end):
            yield start, bullet.start()
            start = bullet.end()
        yield start, end


def _wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether every line is so long that the first word of the next would not have fitted on it."""
    width = max(end - start for start, end in block)
    if width not in WRAP:
        return False
    return all(
        end - start + 1 + _first_word(text, following) > width for (start, end), (following, _) in pairwise(block)
    )


def _first_word(text: str, start: int) -> int:
    return len(text[start : start + LONGEST_WORD].split(None, 1)[0])


def _split(text: str, start: int, end: int, *, cased: bool) -> Iterator[tuple[int, int]]:
    first = start
    for mark in STOP.finditer(text, start, end):
        if mark.start() >= first and _ends(text, first, mark, end, cased=cased):
            yield first, mark.end()
            first = SPACE.match(text, mark.end(), end).end()  # type: ignore[union-attr]  # matches nothing too
    if first < end:
        yield first, end


def _ends(text: str, first: int, mark: re.Match[str], end: int, *, cased: bool) -> bool:
    """Whether the stop at `mark` ends the sentence that began at `first`."""
    if mark["stop"] is None:
        return not (mark[0][-1] in "」』" and text[mark.end() : mark.end() + 1] in AFTER_JAPANESE_QUOTE)
    after = NEXT.match(text, mark.end(), end)
    assert after is not None  # every part of it may be empty
    word = after["word"]
    if not word:
        return text[after.end() : after.end() + 1] not in CONTINUES or after.end() >= end
    if cased and word.islower() and not after["open"].startswith("["):
        return False
    if after.start("word") == mark.end() or after.start("open") == mark.end():
        return _glued(text, mark.start(), word)
    if mark["stop"][-1] in "!?":
        return _after_bang(text, first, mark, after)
    if len(mark["stop"]) > 1 or mark["stop"] == "…":
        return mark.start() > first
    if not QUOTE_ENDS.isdisjoint(mark["close"]):
        return True
    return _after_period(text, first, mark.start(), after)


def _glued(text: str, stop: int, following: str) -> bool:
    """A lost space: a plain word, its stop, and at once a word that starts sentences."""
    return text[max(0, stop - 3) : stop].islower() and _starts(following)


def _after_bang(text: str, first: int, mark: re.Match[str], after: re.Match[str]) -> bool:
    """A question or exclamation ends its sentence unless the speaker follows, or it belongs to a name."""
    if not QUOTE_ENDS.isdisjoint(mark["close"]):
        return not SPEECH.match(text, after.start("word"))
    word = _word_before(text, first, mark.start())
    if word.lower() in BANG_NAMES:
        return _starts(after["word"])
    return bool(word) or text[mark.start() - 1] != "("


def _after_period(text: str, first: int, stop: int, after: re.Match[str]) -> bool:
    """Whether a single point ends the sentence, or only an abbreviation, an initial or a list number."""
    word, following = _word_before(text, first, stop), after["word"]
    if stop - len(word) == first and _LIST_MARK.fullmatch(word):
        return False
    lowered = word.lower()
    if lowered in _LATIN or (lowered in _TITLES and not word.islower()):
        return False
    if lowered in _CLOCK:
        return following.lower() not in _AFTER_CLOCK
    if lowered in _NUMBERED and following[0].isdigit():
        return False
    if _abbreviated(word, lowered):
        opened = not QUOTE_ENDS.isdisjoint(after["open"]) or "“" in after["open"]
        return opened or (_starts(following) and text[after.end() : after.end() + 1] != ".")
    return True


def _abbreviated(word: str, lowered: str) -> bool:
    if lowered in _PERHAPS or _DOTTED.fullmatch(word):
        return True
    if len(word) == 1:
        return word.isalpha() and word != "I"
    return lowered in _CAPITALISED and not word.islower()


def _starts(word: str) -> bool:
    return word.lower().replace("’", "'") in _STARTERS


def _word_before(text: str, first: int, stop: int) -> str:
    before = text[max(first, stop - LONGEST_WORD) : stop]
    if not before or before[-1].isspace():
        return ""
    return OPENERS.sub("", before.split()[-1])
