"""A shallow syntax of one sentence: where verb groups, noun phrases and adverbials begin and end.

Rules over tokens with closed lists of function words (`lists/syntax.txt`), no parser.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from index.text.lists import sections
from index.text.phrases import QUOTE, Token

Range = tuple[int, int]
"""A half-open range of token positions."""

WORDS = {title: frozenset(entries) for title, entries in sections("syntax").items()}
BE, MODAL = WORDS["be"], WORDS["modal"]
AUXILIARY = BE | MODAL | WORDS["have"]
DETERMINER = WORDS["before a noun"]
PRONOUN = WORDS["pronoun"]
END = frozenset(".?!;")
DASHES = frozenset(("--", "―", "—", "–"))

_IN_GROUP = AUXILIARY | WORDS["adverb in a verb group"]
_NO_SUBJECT = WORDS["begins a clause"] | BE | WORDS["have"] | WORDS["past"] | {QUOTE, "them", "him", "us", "me"}
_AFTER_NAME = WORDS["ends a noun phrase"] | WORDS["when"] | AUXILIARY | {QUOTE}
_WHEN = WORDS["when"]
_ADVERBIAL = WORDS["begins an adverbial"]

_SUBJECT_PRONOUN = frozenset(("i", "you", "he", "she", "it", "we", "they"))
_FINITE = (
    (AUXILIARY - {"to", "'s", "be", "been", "being", "having"}) | (_SUBJECT_PRONOUN - {"you", "it"}) | WORDS["past"]
)
RELATIVE = frozenset(("who", "whom", "whose", "which"))
_NEW_CLAUSE = WORDS["subordinates a clause"] | RELATIVE | DASHES | {"that", ",", ";", "and", "but", "where"}
_BEFORE_APPOSITION = frozenset(("a", "an", "the", "his", "her", "its", "their", "one", "another", "former"))
_SHORT = 4
"""Letters of which a past form in “-ed” has more."""

_ARTICLE = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our", "this", "these", "those", "another"))
"""Words with which a noun phrase begins."""

_PARTIES = frozenset((("d", "-"), ("i", "-"), ("r", "-"), ("democrat", "of"), ("republican", "of")))
_CENTURY = 3  # digits of an age over a hundred
_REFLEXIVE = ("self", "selves")
_MONTHS = frozenset(sections("dates")["months"])
_LINKING = _ADVERBIAL | {"for", "with", "and", "or", "&", "behind", "against", "near", "outside", "over"}

_LONGEST_PHRASE, _LONGEST_APPOSITION, _LONGEST_ADVERBIAL = 20, 30, 9
"""Tokens looked at for each; longer ones are left alone, so that the work stays linear."""


class Syntax:
    """The tokens of one sentence; all positions are positions of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.low = [token.low for token in tokens]
        self.size = len(tokens)

    def at(self, position: int) -> str:
        """The lower-case form at `position`, "" outside the sentence."""
        return self.low[position] if 0 <= position < self.size else ""

    def first(self, lows: Set[str], start: int, end: int) -> int:
        """The first place in `start`..`end` with one of `lows`; `end` where there is none."""
        return next((place for place in range(start, end) if self.low[place] in lows), end)

    def capital(self, position: int) -> bool:
        """Whether a capital stands at `position`."""
        return 0 <= position < self.size and self.tokens[position].capital

    def group(self, verb: int) -> int:
        """Where the verb group that ends with `verb` begins: its auxiliaries and adverbs."""
        position = verb
        while position > 0:
            low = self.low[position - 1]
            if low in _IN_GROUP or (low.endswith("ly") and not self.capital(position - 1)):
                position -= 1
            else:
                break
        return position

    def subject(self, end: int) -> Range | None:
        """The noun phrase that ends before `end`, with an apposition between commas taken along."""
        if end == 0:
            return None
        if self.low[end - 1] == ",":
            comma = self._earlier_comma(end - 1)
            if comma is None:
                return None
            start = self._past_appositions(self._phrase_start(comma))
            return (start, end - 1) if start < comma else None
        if self.low[end - 1] in _SUBJECT_PRONOUN:
            return end - 1, end
        start = self._phrase_start(end)
        if start == end - 1 and self.low[start] in {"who", "which"} and self.at(start - 1) == ",":
            start = self._phrase_start(start - 1)
        return (start, end) if start < end else None

    def _past_appositions(self, start: int) -> int:
        """Back to the name before “, R-Fla., …” and “, the founder of …”, of which there may be two."""
        for _ in range(2):
            said_more = self._is_party(start) or (self._apposes(start) and self._names(start - 2))
            start = self._phrase_start(start - 1) if said_more else start
        return start

    def _apposes(self, start: int) -> bool:
        """Whether an apposition or an age stands behind the comma before `start`."""
        return self.at(start - 1) == "," and (self.at(start) in _BEFORE_APPOSITION or self._is_age(start))

    def _names(self, position: int) -> bool:
        """Whether what ends at `position` may be a name or its age: “Hart, 43, a keeper”."""
        return self.capital(position) or self._is_age(position)

    def _is_age(self, position: int) -> bool:
        return self.at(position).isdigit() and len(self.at(position)) < _CENTURY and self.at(position - 1) == ","

    def _is_party(self, position: int) -> bool:
        """Whether the party of someone named before stands at `position`: “, R-Fla., …”, “, Republican of Ohio, …”."""
        party = self.at(position), self.at(position + 1)
        return self.at(position - 1) == "," and party in _PARTIES

    def noun_phrase(self, start: int) -> Range | None:
        """The noun phrase that begins at `start`, as a subject after an inverted verb."""
        end = start
        while end < self.size and end - start < _LONGEST_PHRASE:
            low = self.low[end]
            joins = low == "and" and self.capital(end - 1) and self.capital(end + 1)
            if (low in _AFTER_NAME and not joins) or low.endswith("n't"):
                break
            if not self.tokens[end].word and not (low in {".", "-", "'", "&"} and self._abbreviates(end)):
                break
            end += 1
        return (start, end) if end > start else None

    def opening_subject(self, end: int) -> Range | None:
        """The noun phrase that opens the sentence before its verb, which stands before `end`: “X agreed, …”."""
        if self.at(0) in _SUBJECT_PRONOUN:
            return 0, 1
        if self.opens_with_adverbial():
            return None
        for position in range(min(end, _LONGEST_PHRASE)):
            if position and self.finite(position):
                return 0, self.group(position) or position
            if not self.tokens[position].word and self.low[position] not in {".", "-", "'"}:
                return None
        return None

    def opens_with_adverbial(self) -> bool:
        """Whether the sentence begins with when, where or why: “After the storm …”, “Earlier in the day …”."""
        return self.at(0) in _ADVERBIAL | WORDS["subordinates a clause"]

    def before_comma(self, end: int) -> int | None:
        """The end of what stands before a comma or a quotation right before `end`, or None."""
        if end >= 1 and self.low[end - 1] == QUOTE:
            return end
        if end >= 2 and self.low[end - 1] in DASHES | {","}:
            return end - 1
        return None

    def trim(self, end: int) -> int:
        """`end` without the punctuation before it."""
        while end > 0 and self.low[end - 1] in END | DASHES | {",", ":"}:
            end -= 1
        return end

    def skip_adverbials(self, position: int) -> int:
        """Past time words and prepositional phrases that hang on the verb: “on Thursday”, “in a statement”."""
        while True:
            low = self.at(position)
            if low in _WHEN:
                position += 1
            elif low in _ADVERBIAL and self._phrase_end(position) is not None:
                position = self._phrase_end(position) or position
            else:
                return position

    def skip_recipient(self, position: int) -> int:
        """Past whom a verb addresses: “her”, “the board”, “Reuters”."""
        if self.at(position) in {"him", "her", "them", "us", "me", "you", "it"}:
            return position + 1
        if self.at(position) in WORDS["question"] | {"for", "about", "to", "not"}:
            return position
        start = position
        while self.at(position) in DETERMINER | {"'s"}:
            position += 1
        while position < self.size and self.tokens[position].capital:
            position += 1
        if position == start or (self.at(position - 1) in DETERMINER):
            position += 1
        return min(position, self.size)

    def skip_apposition(self, comma: int) -> int:
        """Past what only says more of the name before `comma`: “, her owner”, “, who was not there”."""
        if self.at(comma) != "," or not self._adds(comma + 1):
            return comma
        end = comma + 1
        while end < self.size and self.low[end] not in {",", QUOTE, ";", ":"} and not self.closes(end):
            end += 1
        return end

    def _adds(self, start: int) -> bool:
        """Whether a relative clause or an apposition, which has no verb of its own, begins at `start`."""
        if self.at(start) in RELATIVE:
            return True
        if self.at(start) not in _BEFORE_APPOSITION:
            return False
        for position in range(start, min(self.size, start + _LONGEST_APPOSITION)):
            if self.low[position] == "," or self.low[position] in END | {QUOTE}:
                return True
            if self.finite(position):
                return False
        return False

    def finite(self, position: int) -> bool:
        """Whether the token at `position` shows a clause: an auxiliary, a past form, a pronoun that is a subject."""
        low = self.low[position]
        if low in _FINITE or low.endswith("n't"):
            return True
        return len(low) > _SHORT and low.endswith("ed") and not self.capital(position)

    def clause(self, start: int, end: int) -> bool:
        """Whether what begins at `start` is a clause or a quotation, rather than a noun with its company."""
        if self.at(start) in WORDS["question"] | WORDS["begins a clause"] | {QUOTE, ":"}:
            return True
        for position in range(start, min(end, start + _LONGEST_PHRASE)):
            if self.low[position] in _NEW_CLAUSE:
                return False
            if self.finite(position) or self.low[position] == QUOTE:
                return True
        return False

    def reflexive(self, position: int) -> bool:
        """Whether “itself” or the like stands at `position`."""
        return self.at(position).endswith(_REFLEXIVE)

    def is_day(self, position: int) -> bool:
        """Whether a month and a day stand at `position`."""
        return self.at(position) in _MONTHS and self.at(position + 1).isdigit()

    def closes(self, position: int) -> bool:
        """Whether a stop at `position` ends something, rather than an abbreviation."""
        return self.low[position] in END and not self._abbreviates(position)

    def _phrase_end(self, position: int) -> int | None:
        """The end of a short prepositional phrase, or None where it runs on into a clause."""
        for end in range(position + 1, min(self.size, position + _LONGEST_ADVERBIAL)):
            low = self.low[end]
            if low in {",", QUOTE, ":", "that", "--"} or low in PRONOUN or self.closes(end):
                return end
            if low in _WHEN:
                return end + 1
        return None

    def _earlier_comma(self, end: int) -> int | None:
        for position in range(end - 1, max(0, end - _LONGEST_APPOSITION), -1):
            if self.low[position] in {QUOTE, ";", ":"}:
                return None
            if self.low[position] == ",":
                return position
        return None

    def _phrase_start(self, end: int) -> int:
        start = end
        while start > 0 and end - start < _LONGEST_PHRASE and self._continues(start - 1):
            start -= 1
            if self.low[start] in _ARTICLE and self.at(start - 1) not in _LINKING:
                break
        while start < end and self.low[start] in _ADVERBIAL | {"and", "or", "."}:
            start += 1
        return start

    def _continues(self, position: int) -> bool:
        """Whether the token at `position` may belong to the noun phrase that goes on after it."""
        low = self.low[position]
        if low in {"and", "or", "&"}:
            return self.tokens[position - 1].capital and self.capital(position + 1) if position else False
        if low.endswith("n't") or (low in _NO_SUBJECT and self.at(position + 1) != "-"):
            return False
        if self.reflexive(position) and self.capital(position + 1):  # “calling itself Lantern”, not “Hart herself”
            return False
        return self.tokens[position].word or low in {".", "-", "(", ")", "'", "%"}

    def _abbreviates(self, position: int) -> bool:
        return self.low[position] != "." or (self.capital(position + 1) and len(self.at(position - 1)) < 5)
