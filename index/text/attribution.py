"""Who says what within one sentence: finds the cues, and for each its speaker and its content.

Rules over tokens, no parser. They read a reporting verb's surroundings in the order that English allows:
content after the verb ("X said that …"), before it ("…, X said"), or around it ("“…,” X said, “…”").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.model import Stance
from index.text.cues import NOUNS, SOURCE_PHRASES, VERBS, Cue
from index.text.lists import sections
from index.text.phrases import QUOTE, Token

Range = tuple[int, int]
"""A half-open range of token positions."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its speaker (None where nobody is named) and its content, as ranges of tokens."""

    cue: Range
    stance: Stance
    speaker: Range | None
    content: tuple[Range, ...]


_WORDS = {title: frozenset(entries) for title, entries in sections("attribution").items()}
_BE, _HAVE, _MODAL = _WORDS["be"], _WORDS["have"], _WORDS["modal"]
_NOT = _WORDS["adverb in a verb group"]
_DETERMINER = _WORDS["before a noun"]
_BOUNDARY = _WORDS["begins a clause"]
_PRONOUN = _WORDS["pronoun"]
_STOP_AFTER = _WORDS["ends a noun phrase"]
_WHEN = _WORDS["when"]
_ADVERBIAL = _WORDS["begins an adverbial"]
_RECIPIENT_VERBS = _WORDS["verb with a recipient"]
_INVERTING = _WORDS["verb that stands before its subject"]
_END = frozenset(".?!;")
_DASHES = frozenset(("--", "―", "—", "–"))
_BREAKS = _DASHES | {",", ";"}
_SUBORDINATE = frozenset(("though", "although", "while", "when", "as", "if", "after", "before", "since", "following"))
_BEFORE_PARTICIPLE = frozenset((",", "by", "while", "after", "before", "when", "and", "in", "for"))
_AFTER_SUBJECT = frozenset((",", ")", "%", "."))
_SINGULAR = frozenset(("he", "she", "it"))
_OBJECTS = frozenset(("the", "a", "an", "his", "her", "their", "its", "this", "these", "that", "to", "no"))
_QUESTION = frozenset(("if", "whether", "how", "why", "what", "who", "when", "where", "which"))
_JOINS = frozenset(("and", "but", "while", "though", "although", "as", "whereas"))
_AFTER_OBJECT = (
    _JOINS
    | _SUBORDINATE
    | {
        "who",
        "which",
        "with",
        "where",
        "whose",
        "a",
        "an",
        "the",
        "he",
        "she",
        "it",
        "they",
        "because",
        "including",
        "in",
        "on",
    }
)
_REACH = 14
_HEAD = 5
_INSIDE_NAME = frozenset(("of", "the", "and", "&"))


class Reader:
    """Reads the attributions of one sentence given as `tokens`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.low = [token.low for token in tokens]
        self.size = len(tokens)

    def attributions(self) -> Iterator[Attribution]:
        """All attributions, in the order of their cues."""
        subject: Range | None = None
        cues = list(self._cues())
        for number, (cue, verb, end) in enumerate(cues):
            limit = self._limit(end, [start for _, start, _ in cues[number + 1 :]])
            found = self._verb(cue, verb, end, limit, subject)
            if found is not None:
                subject = found.speaker or subject
                yield found
        yield from self._headed()
        yield from self._sources()
        yield from self._nouns()

    # -- cues

    def _cues(self) -> Iterator[tuple[Cue, int, int]]:
        """Each reporting verb with its position and the position after it and its particle."""
        for position, low in enumerate(self.low):
            for cue in VERBS.get(low, ()):
                end = position + 1
                if cue.particles:
                    if self._at(end) not in cue.particles:
                        continue
                    end += 1
                if self._is_verb(cue, position):
                    yield cue, position, end
                    break

    def _is_verb(self, cue: Cue, position: int) -> bool:
        before = self._at(position - 1)
        if before in {"-", "–"}:
            return False
        if before in _DETERMINER and not (cue.form == "ing" and before in {"by", "of", "for", "in", "from"}):
            return before == "that" and cue.form != "ing" and not cue.noun
        if before.endswith(("'s", "s'")) and before not in {"it's", "he's", "she's"}:
            return cue.form == "ing" and before not in {"'s"}
        if cue.form == "ing" and cue.noun:
            return before in _BEFORE_PARTICIPLE or before in _BE or before.endswith("ly") or not before
        if cue.form == "base" or cue.form == "s":
            return self._agrees(cue, position)
        return True

    def _agrees(self, cue: Cue, position: int) -> bool:
        """Whether a form that may be a noun or an infinitive follows what makes it a finite verb."""
        group = self._group(position)
        before = self._at(group - 1)
        auxiliaries = self.low[group:position]
        if any(word in _MODAL or word.endswith("n't") for word in auxiliaries):
            return "to" not in auxiliaries
        if before in _PRONOUN:
            return (cue.form == "s") == (before in _SINGULAR) or before in {"who", "one"}
        if not cue.noun:
            return (
                (before[:1].isalnum() or before in _AFTER_SUBJECT)
                and before not in _DETERMINER
                and before not in _JOINS
            )
        plural = self._before(group).capital if cue.form == "s" else before.endswith("s")
        return plural and not self.tokens[position].capital and self._governs(position + 1)

    def _governs(self, position: int) -> bool:
        """Whether what stands at `position` may follow a verb, but hardly a noun."""
        low = self._at(position)
        return low in _OBJECTS or low in _PRONOUN or low == QUOTE or self._at_capital(position)

    def _group(self, verb: int) -> int:
        """Where the verb group that ends with `verb` begins: its auxiliaries and adverbs."""
        position = verb
        while position > 0:
            low = self.low[position - 1]
            if low in _BE or low in _HAVE or low in _MODAL or low in _NOT or low.endswith("ly"):
                position -= 1
            else:
                break
        return position

    # -- one verb

    def _verb(self, cue: Cue, verb: int, end: int, limit: int, subject: Range | None) -> Attribution | None:
        group = self._group(verb)
        if cue.form == "ing" and not any(low in _BE for low in self.low[group:verb]):
            content = self._after(cue, end, limit)
            return self._made(cue, (verb, end), subject, content)
        if cue.form == "past" and any(low in _BE for low in self.low[group:verb]):
            return self._passive(cue, group, end, limit)
        return self._inverted(cue, group, end, limit) or self._plain(cue, group, end, limit, subject)

    def _made(self, cue: Cue, span: Range, speaker: Range | None, *content: Range | None) -> Attribution | None:
        pieces = tuple(piece for piece in content if piece is not None and piece[1] > piece[0])
        return Attribution(span, cue.stance, speaker, pieces) if pieces else None

    def _passive(self, cue: Cue, group: int, end: int, limit: int) -> Attribution | None:
        content = self._after(cue, end, limit)
        speaker = None
        if content is not None and "by" in self.low[end : content[1]]:
            by = self.low.index("by", end, content[1])
            speaker = self._noun_phrase(by + 1)
        return self._made(cue, (group, end), speaker, content) if speaker else None

    def _inverted(self, cue: Cue, group: int, end: int, limit: int) -> Attribution | None:
        """“…,” said X."""
        if cue.lemma not in _INVERTING or cue.form not in {"past", "s"}:
            return None
        before = self._before_comma(group)
        if before is None:
            return None
        speaker = self._noun_phrase(end)
        if speaker is None:
            return None
        quoted = self.low[before - 1] == QUOTE
        after = self._at(speaker[1])
        if not quoted and after not in _END | {",", ""}:
            return None
        return self._made(cue, (group, end), speaker, self._left(before), self._resumed(speaker[1], limit))

    def _plain(self, cue: Cue, group: int, end: int, limit: int, subject: Range | None) -> Attribution | None:
        speaker = self._subject(group)
        if speaker is None:
            joined = cue.frame == "clause" and self._at(group - 1) in {"and", "but", "or", "then"}
            return self._made(cue, (group, end), subject, self._after(cue, end, limit)) if joined and subject else None
        before = self._before_comma(speaker[0])
        if before is not None and cue.frame in {"clause", "speech"}:
            if self.low[before - 1] == QUOTE:
                if cue.lemma != "say" or self._at(end) != "that":
                    return self._made(cue, (group, end), speaker, self._left(before), self._resumed(end, limit))
            elif cue.lemma in _INVERTING and self.low[0] not in _SUBORDINATE and self._trails(end):
                return self._made(cue, (group, end), speaker, self._left(before), self._around(end, limit))
        return self._made(cue, (group, end), speaker, self._after(cue, end, limit))

    def _trails(self, end: int) -> bool:
        """Whether nothing but adverbials follows: “…, X said on Thursday.”"""
        position = self._skip_adverbials(end)
        return self._at(position) in _END | _DASHES | {",", ""}

    # -- content

    def _after(self, cue: Cue, end: int, limit: int) -> Range | None:
        """The content that follows a cue ending before `end`."""
        start = end
        if cue.frame in {"clause", "speech"}:
            start = self._clause_start(cue, end, limit)
        if cue.frame == "speech" and self._at(start) != QUOTE:
            return None
        stop = self._trim(limit if cue.frame == "clause" else self._object_end(start, limit))
        return (start, stop) if stop - start >= 1 else None

    def _object_end(self, start: int, limit: int) -> int:
        """Where the object of a verb ends at the latest: before a dash, or a comma that begins a clause."""
        for position in range(start + 1, limit):
            low = self.low[position]
            if low in _DASHES or (low == "," and self._at(position + 1) in _AFTER_OBJECT):
                return position
        return limit

    def _clause_start(self, cue: Cue, end: int, limit: int) -> int:
        for position in range(end, min(limit, end + _REACH)):
            low = self.low[position]
            if low in {"that", ":"}:
                return position + 1
            if low in {QUOTE, ",", ";"} or low in _BE or low in _HAVE or (low in _MODAL and low != "to"):
                break
        start = end
        if cue.lemma in _RECIPIENT_VERBS:
            start = self._skip_recipient(start)
        start = self._skip_adverbials(start)
        if self._at(start) in {",", ":"}:
            start += 1
        return start if start < limit else end

    def _skip_recipient(self, position: int) -> int:
        if self._at(position) in {"him", "her", "them", "us", "me", "you", "it"}:
            return position + 1
        if self._at(position) in _QUESTION:
            return position
        start = position
        while self._at(position) in _DETERMINER | {"'s"}:
            position += 1
        while position < self.size and self.tokens[position].capital:
            position += 1
        if position == start or (self._at(position - 1) in _DETERMINER):
            position += 1
        return min(position, self.size)

    def _skip_adverbials(self, position: int) -> int:
        """Past time words and prepositional phrases that hang on the verb: “on Thursday”, “in a statement”."""
        while True:
            low = self._at(position)
            if low in _WHEN:
                position += 1
            elif low in _ADVERBIAL and self._phrase_end(position) is not None:
                position = self._phrase_end(position) or position
            else:
                return position

    def _phrase_end(self, position: int) -> int | None:
        """The end of a short prepositional phrase, or None where it runs on into a clause."""
        for end in range(position + 1, min(self.size, position + 9)):
            low = self.low[end]
            if low in {",", QUOTE, ":", "that", "--"} or low in _END or low in _PRONOUN:
                return end
            if low in _WHEN:
                return end + 1
        return None

    def _resumed(self, position: int, limit: int) -> Range | None:
        """Content that goes on after “…,” X said, … — a quotation after at most a short phrase."""
        for start in range(position, min(limit, position + _REACH)):
            low = self.low[start]
            if low == QUOTE:
                return start, self._trim(limit)
            if low in _END:
                return None
        return None

    def _around(self, position: int, limit: int) -> Range | None:
        """The rest of the sentence after “…, X said, …”."""
        comma = self._skip_adverbials(position)
        return (comma + 1, self._trim(limit)) if self._at(comma) == "," else None

    def _left(self, end: int) -> Range:
        """Content before a cue: back to the beginning of the sentence, past a leading conjunction."""
        start = 0
        while start < end and self.low[start] in {"but", "and", "still", ","}:
            start += 1
        return start, end

    def _limit(self, end: int, later: Sequence[int]) -> int:
        """Where content after `end` must stop: before a later cue that begins a clause of its own."""
        for verb in later:
            position = self._own_clause(end, verb)
            if position is not None:
                return position
        return self.size

    def _own_clause(self, end: int, verb: int) -> int | None:
        """Where the clause of a later cue begins, if a comma or the like sets it off from the content before it."""
        group = self._group(verb)
        if VERBS[self.low[verb]][0].form == "ing":
            return group - 1 if self._at(group - 1) == "," and group - 1 >= end else None
        subject = self._subject(group)
        if subject is None:
            return None
        joined = self._at(subject[0] - 1) in _JOINS
        start = subject[0] - joined
        if start - 1 <= end:
            return None
        if self.tokens[start - 1].pause:
            return start
        return start - 1 if self.low[start - 1] in _BREAKS else None

    def _trim(self, end: int) -> int:
        while end > 0 and self.low[end - 1] in _END | _DASHES | {",", ":"}:
            end -= 1
        return end

    # -- speakers

    def _subject(self, end: int) -> Range | None:
        """The noun phrase that ends before `end`, with an apposition between commas taken along."""
        if end == 0:
            return None
        if self.low[end - 1] == ",":
            comma = self._earlier_comma(end - 1)
            if comma is None:
                return None
            start = self._phrase_start(comma)
            return (start, end - 1) if start < comma else None
        start = self._phrase_start(end)
        if start == end - 1 and self.low[start] in {"who", "which"} and self._at(start - 1) == ",":
            start = self._phrase_start(start - 1)
        return (start, end) if start < end else None

    def _earlier_comma(self, end: int) -> int | None:
        for position in range(end - 1, max(0, end - 30), -1):
            if self.low[position] in {QUOTE, ";", ":"}:
                return None
            if self.low[position] == ",":
                return position
        return None

    def _phrase_start(self, end: int) -> int:
        start = end
        while start > 0 and end - start < 20 and self._continues(start - 1):
            start -= 1
        while start < end and self.low[start] in _ADVERBIAL | {"and", "or", "."}:
            start += 1
        return start

    def _continues(self, position: int) -> bool:
        """Whether the token at `position` may belong to the noun phrase that goes on after it."""
        low = self.low[position]
        if low in {"and", "or", "&"}:
            return self.tokens[position - 1].capital and self._at_capital(position + 1) if position else False
        if low in _BOUNDARY or low == QUOTE or low in _BE or low in _HAVE:
            return False
        return self.tokens[position].word or low in {".", "-", "(", ")", "'", "%"}

    def _noun_phrase(self, start: int) -> Range | None:
        """The noun phrase that begins at `start`, as a subject after an inverted verb."""
        end = start
        while end < self.size and end - start < 16:
            low = self.low[end]
            if low in _STOP_AFTER or low in _WHEN or low in _BE or low in _HAVE or low in _MODAL or low == QUOTE:
                break
            if not self.tokens[end].word and not (low in {".", "-", "'", "&"} and self._abbreviates(end)):
                break
            end += 1
        return (start, end) if end > start else None

    def _abbreviates(self, position: int) -> bool:
        return self.low[position] != "." or (self._at_capital(position + 1) and len(self._at(position - 1)) < 5)

    def _before_comma(self, end: int) -> int | None:
        """The end of what stands before a comma or a quotation right before `end`, or None."""
        if end >= 1 and self.low[end - 1] == QUOTE:
            return end
        if end >= 2 and self.low[end - 1] in _DASHES | {","}:
            return end - 1
        return None

    # -- phrases and nouns

    def _sources(self) -> Iterator[Attribution]:
        for words in SOURCE_PHRASES:
            size = len(words)
            for position, low in enumerate(self.low):
                if low == words[0] and tuple(self.low[position : position + size]) == words:
                    yield from self._source(position, position + size)

    def _headed(self) -> Iterator[Attribution]:
        """“X: “…””: a short name and a colon before words in quotation marks."""
        colon = next((place for place in range(min(self.size, _HEAD)) if self.low[place] == ":"), 0)
        named = all(token.word and (token.capital or token.low in _INSIDE_NAME) for token in self.tokens[:colon])
        if colon and named and self._at(colon + 1) == QUOTE:
            yield Attribution((colon, colon + 1), "neutral", (0, colon), ((colon + 1, self._trim(self.size)),))

    def _source(self, cue: int, end: int) -> Iterator[Attribution]:
        stop = end
        while stop < self.size and self.low[stop] not in {",", QUOTE, ";", ":"} and not self._closes(stop):
            stop += 1
        content = self._left(self._trim(cue)) if cue > 2 else (min(stop + 1, self.size), self._trim(self.size))
        rest = (stop + 1, self._trim(self.size)) if self._at(stop) == "," and cue > 2 else (0, 0)
        pieces = tuple(piece for piece in (content, rest) if piece[1] > piece[0])
        if stop > end and pieces:
            yield Attribution((cue, end), "neutral", (end, stop), pieces)

    def _closes(self, position: int) -> bool:
        return self.low[position] in _END and not self._abbreviates(position)

    def _nouns(self) -> Iterator[Attribution]:
        """“the claim that …”, “accusations of …”"""
        for position, low in enumerate(self.low):
            stance = NOUNS.get(low)
            if stance is None or self._at(position + 1) != "that":
                continue
            owner = self._at(position - 1)
            speaker = (
                (position - 1, position) if owner.endswith(("'s", "s'")) or owner in {"his", "her", "their"} else None
            )
            content = (position + 2, self._trim(self.size))
            if content[1] > content[0]:
                yield Attribution((position, position + 1), stance, speaker, (content,))

    # -- tokens

    def _at(self, position: int) -> str:
        return self.low[position] if 0 <= position < self.size else ""

    def _at_capital(self, position: int) -> bool:
        return 0 <= position < self.size and self.tokens[position].capital

    def _before(self, position: int) -> Token:
        return self.tokens[position - 1] if position else Token(0, 0, ".", False)
