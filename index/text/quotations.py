"""Quotations of one text: what is said, by whom, with which cue.

Direct ones are the words in quotation marks; indirect ones are what a reporting verb or phrase attributes.
An indirect quotation that contains quoted words gives both; they share their cue.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from index.model import Name, Quotation, Sentence, Span, Stance
from index.text.attribution import Attribution
from index.text.marks import Quoted, is_title, quoted
from index.text.phrase_attribution import phrase_attributions
from index.text.phrases import QUOTE, Token, passages
from index.text.speakers import Speakers
from index.text.syntax import Syntax
from index.text.verb_attribution import verb_attributions

_OUTER = " \n\t\u00a0,;:—–―-"
_MARKS = "“”\"«»„‘’‹›「」『』'"
_INNER = re.compile(rf"(?<!\w)[{_MARKS}]|[{_MARKS}](?!\w)")
# Quoted words without any cue are a quotation only from this many words on; fewer are a name or irony.
_LONG = 5
_LONG_CJK = 40  # the same in characters, for scripts without spaces
_COLONS = frozenset(":：")


@dataclass(frozen=True, slots=True)
class _Source:
    """Who and how: what the quotations of one cue have in common."""

    speaker: str
    cue: str
    stance: Stance
    speaker_span: Span | None
    cue_span: Span | None


_NOBODY = _Source("", "", "neutral", None, None)


def quotations(text: str, sentences: Sequence[Sentence], names: Sequence[Name]) -> tuple[Quotation, ...]:
    """The quotations of `text` in text order, outer ones before those inside them.

    `sentences` and `names` are those of the same text. Runs in time linear in the text.
    """
    found: list[Quotation] = []
    quotes = [quote for quote in quoted(text) if not is_title(text, quote)]
    speakers = Speakers(text, sentences, _unquoted(names, quotes))
    last, last_paragraph = _NOBODY, -2
    for paragraph, tokens in passages(text, sentences, quotes):
        syntax = Syntax(tokens)
        spoken = list(verb_attributions(syntax))
        found_here = [*spoken, *phrase_attributions(syntax)]
        owners = _owners(tokens, found_here, len(spoken))
        for number, attribution in enumerate(found_here):
            source = _source(text, tokens, attribution, speakers)
            own = {place for place, owner in owners.items() if owner == number}
            found += _quotations(text, tokens, attribution, source, own)
            if source.speaker and (own or paragraph != last_paragraph or not _opens(tokens)):
                last, last_paragraph = source, paragraph
        goes_on = paragraph == last_paragraph or (_opens(tokens) and paragraph == last_paragraph + 1)
        for quotation in _uncued(text, tokens, owners.keys(), last if goes_on else _NOBODY):
            found.append(quotation)
            last_paragraph = paragraph
    return _one_reading(found)


def _one_reading(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """One quotation for the same words, whose cue is a verb and a noun at once: the first that names a speaker."""
    kept: dict[tuple[int, int, bool], Quotation] = {}
    for quotation in sorted(found, key=lambda quotation: not quotation.speaker):
        kept.setdefault((quotation.start, -quotation.end, quotation.direct), quotation)
    return tuple(kept[place] for place in sorted(kept))


def _owners(tokens: Sequence[Token], found: Sequence[Attribution], spoken: int) -> dict[int, int]:
    """For each token that is a quotation, the attribution whose content holds it most closely.

    Closest is, of the first `spoken`, the one right behind: “…,” X said Monday, according to Y.
    """
    owners: dict[int, tuple[bool, int, int]] = {}
    for number, attribution in enumerate(found):
        speaker = attribution.speaker or attribution.cue
        begins = {attribution.cue[0], speaker[0]} if number < spoken else ()
        for first, end in attribution.content:
            for place in range(first, end):
                if tokens[place].quote is not None:
                    owners[place] = max(owners.get(place, (False, -1, 0)), (place + 1 in begins, first, number))
    return {place: number for place, (_, _, number) in owners.items()}


def _unquoted(names: Sequence[Name], quotes: Sequence[Quoted]) -> list[Name]:
    """The names outside quotations: nobody speaks because someone else names them."""
    starts = [quote.start for quote in quotes]
    return [name for name in names if not _within(name, quotes, bisect_right(starts, name.start) - 1)]


def _within(name: Name, quotes: Sequence[Quoted], number: int) -> bool:
    return number >= 0 and name.start < quotes[number].end


def _source(text: str, tokens: Sequence[Token], attribution: Attribution, speakers: Speakers) -> _Source:
    cue = Span(tokens[attribution.cue[0]].start, tokens[attribution.cue[1] - 1].end)
    mention = None
    if attribution.speaker is not None:
        first, end = attribution.speaker
        mention = Span(tokens[first].start, tokens[end - 1].end)
    speaker = speakers.resolve(mention) if mention is not None else ""
    return _Source(speaker, text[cue.start : cue.end], attribution.stance, mention, cue)


def _quotations(
    text: str, tokens: Sequence[Token], attribution: Attribution, source: _Source, own: Set[int]
) -> Iterator[Quotation]:
    """The content as a whole where it is not all in marks, and each of its `own` stretches that is."""
    for first, end in attribution.content:
        whole = any(token.word for token in tokens[first:end])
        if whole:
            yield from _made(text, tokens[first].start, tokens[end - 1].end, source, direct=False)
        for place in range(first, end):
            quote = tokens[place].quote
            if quote is not None and place in own and (not whole or " " in text[quote.start : quote.end]):
                yield from _made(text, quote.start, quote.end, source, direct=True)


def _uncued(text: str, tokens: Sequence[Token], taken: Set[int], source: _Source) -> Iterator[Quotation]:
    """Quotations that no cue of their own introduces: they go on with those of the speaker before."""
    alone = not any(token.word for token in tokens)
    for place, token in enumerate(tokens):
        if token.quote is None or place in taken:
            continue
        if alone or _is_speech(text, tokens, place):
            own = source if alone else _NOBODY
            yield from _made(text, token.quote.start, token.quote.end, own, direct=True)


def _is_speech(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether quoted words without a cue are speech rather than a name or irony: after a colon, or long."""
    words = text[tokens[place].start : tokens[place].end]
    after_colon = place > 0 and tokens[place - 1].low in _COLONS
    return after_colon or len(words.split()) >= _LONG or (not words[1:-1].isascii() and len(words) >= _LONG_CJK)


def _opens(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].low == QUOTE


def _made(text: str, start: int, end: int, source: _Source, *, direct: bool) -> Iterator[Quotation]:
    start, end = _trimmed(text, start, end)
    if direct and _marked_twice(text, start, end):
        start, end = _trimmed(text, start + 1, end - 1)
    if any(letter not in _MARKS for letter in text[start:end]):
        yield Quotation(
            start,
            end,
            source.speaker,
            source.cue,
            direct,
            source.speaker_span,
            source.cue_span,
            source.stance,
        )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER:
        end -= 1
    return start, end


def _marked_twice(text: str, start: int, end: int) -> bool:
    """Whether marks enclose all of the words, rather than a quotation at their beginning or their end."""
    inside = text[start + 1 : end - 1]
    return end - start > 2 and text[start] in _MARKS and text[end - 1] in _MARKS and not _INNER.search(inside)
