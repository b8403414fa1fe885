"""What changed between two versions of one article, the most substantial edits first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from index.model import Article, Edit, Sentence, Span
from index.text.quantities import quantities
from index.text.rarity import rarity
from index.text.sentences import sentences
from index.text.words import fold, spans, stem

ALIKE = 55.0  # token similarity (0..100) from which a sentence was reworded rather than replaced
WINDOW = 60  # sentences looked at in a replaced stretch, to pair the old with the new
NAME = 2.0  # rarity of a capitalised word that counts as a name
WEIGHT = {"number": 16, "negation": 8, "quotation": 4, "attribution": 2, "name": 1}  # each outweighs all after it
REWORDED = 2  # what was changed in place outweighs what was added or taken out

_SAID = re.compile(
    r"\b(?:said|says?|told|according to|reported|announced|confirmed|claim(?:s|ed)|"
    r"alleged(?:ly)?|reportedly|apparently)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|without|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)


def edits(old: Article, new: Article) -> tuple[Edit, ...]:
    """The sentences that were changed, added or taken out: what touches figures, negations, quotations, sources
    and names first, then by length, style last. White space and typographic quotes alone are no edit."""
    found = list(_edits(old.text, new.text))
    return tuple(sorted(found, key=lambda edit: (-_weight(edit), -_size(edit))))


def _weight(edit: Edit) -> int:
    weight = sum(WEIGHT[kind] for kind in edit.substance)
    return weight * REWORDED if edit.before and edit.after else weight


def _edits(old: str, new: str) -> Iterator[Edit]:
    before, after = sentences(old), sentences(new)
    plain = [[_plain(text[s.start : s.end]) for s in found] for text, found in ((old, before), (new, after))]
    removed: list[Sentence] = []
    added: list[Sentence] = []
    for step in Indel.opcodes(*plain):
        if step.tag == "equal":
            yield from _paired(old, removed, new, added)
            removed, added = [], []
        else:
            removed += before[step.src_start : step.src_end]
            added += after[step.dest_start : step.dest_end]
    yield from _paired(old, removed, new, added)


def _paired(old: str, removed: Sequence[Sentence], new: str, added: Sequence[Sentence]) -> Iterator[Edit]:
    """A replaced stretch: each old sentence with the new one most like it, the rest on their own."""
    left = list(added)
    for sentence in removed:
        text = old[sentence.start : sentence.end]
        scores = [(fuzz.token_sort_ratio(text, new[s.start : s.end]), -n) for n, s in enumerate(left[:WINDOW])]
        best, place = max(scores, default=(0.0, 0))
        if best >= ALIKE:
            yield _edit(old, sentence, new, left.pop(-place))
        else:
            yield _edit(old, sentence, new, None)
    for sentence in left:
        yield _edit(old, None, new, sentence)


def _edit(old: str, before: Sentence | None, new: str, after: Sentence | None) -> Edit:
    texts = [text[s.start : s.end] if s else "" for text, s in ((old, before), (new, after))]
    return Edit(_span(before), _span(after), _substance(*texts))


def _substance(before: str, after: str) -> tuple[str, ...]:
    checks = {
        "number": _numbers,
        "negation": _negations,
        "quotation": _quoted,
        "attribution": _attributed,
        "name": _names,
    }
    return tuple(kind for kind, read in checks.items() if read(before) != read(after))


def _numbers(text: str) -> list[tuple[float, float] | str]:
    """Every amount, however it is written ("three", "3"), and the numerals that are no amounts."""
    amounts = [quantity for quantity in quantities(text) if quantity.unit or quantity.high > 1]
    covered = {offset for amount in amounts for offset in range(amount.start, amount.end)}
    numerals = sorted(word for start, _, word in spans(text) if word[0].isdigit() and start not in covered)
    return [*sorted((amount.low, amount.high) for amount in amounts), *numerals]


def _attributed(text: str) -> bool:
    return bool(_SAID.search(text))


def _negations(text: str) -> list[str]:
    return [""] * len(_NEGATION.findall(text))


def _quoted(text: str) -> list[str]:
    return [_plain(quote).strip(" .,") for quote in _QUOTE.findall(text)]


def _names(text: str) -> list[str]:
    return sorted(
        {fold(word) for start, _, word in spans(text) if start and word[0].isupper() and rarity(stem(word)) >= NAME}
    )


def _plain(text: str) -> str:
    """The text with white space folded and quotation marks and dashes made plain."""
    marks = str.maketrans("“”‘’–—", "\"\"''--")
    return " ".join(text.translate(marks).split())


def _span(sentence: Sentence | None) -> Span | None:
    return Span(sentence.start, sentence.end) if sentence else None


def _size(edit: Edit) -> int:
    return max((span.end - span.start for span in (edit.before, edit.after) if span), default=0)
