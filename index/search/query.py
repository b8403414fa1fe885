"""Reads what a reader types into a tree: the one grammar of lateral's query language.

    query   = either
    either  = all { OR all }
    all     = operand { [AND] operand }
    operand = { NOT | - } item { NEAR[/n] item }
    item    = word | "phrase" | ( either ) | field: word | field: "phrase" | field: ( either )

`language` describes the forms to people. Typing is never wrong: an unfinished query is read in its most useful
sense, the last word as a beginning. Asked strictly, the first mistake is an error that names its place.
"""

from __future__ import annotations

from datetime import datetime

from index.errors import QueryError
from index.search.builders import conjunction, disjunction, misused_tilde, negation, phrase, word
from index.search.fields import condition, nearest_field, order
from index.search.language import FIELDS, TEXT_FIELDS
from index.search.lexer import MAX_NEAR, Kind, Token, tokens
from index.search.tree import Every, Near, Node, Phrase, Query, Sort, Term

MAX_LENGTH = 4_000  # characters; longer ones are pasted articles
_NEAR = frozenset(("NEAR", "", *map(str, range(1, MAX_NEAR + 1))))  # what may stand behind NEAR/, or it alone
_MAX_DEPTH = 40  # brackets inside brackets


def parse(text: str, *, strict: bool, now: datetime) -> Query:
    """The query that `text` means at the (aware) moment `now`, whose time zone its days are in.

    Raises `QueryError` with a sentence and the place of the first mistake if `strict`, else never.
    """
    if strict and len(text) > MAX_LENGTH:
        message = f"A query may have {MAX_LENGTH:,} characters; this one has {len(text):,}."
        raise QueryError(message, MAX_LENGTH, len(text))
    parser = _Parser(text[:MAX_LENGTH], now, strict=strict)
    return Query(text, parser.read(), parser.sort)


class _Parser:
    """Recursive descent over the tokens of one query. Methods return None where there is nothing to look for."""

    def __init__(self, text: str, now: datetime, *, strict: bool) -> None:
        self._tokens = list(tokens(text))
        self._now = now
        self._strict = strict
        self._at = 0
        self._depth = 0
        self._excluding = False
        self.sort: Sort | None = None

    def read(self) -> Node:
        """The whole query; `Every` where it looks for nothing."""
        parts = [self._either("")]
        while stray := self._take(Kind.CLOSE):
            self._complain(stray, 'There is no "(" before this ")".')
            parts.append(self._either(""))
        return conjunction(parts) or Every()

    # Operators

    def _either(self, field: str) -> Node | None:
        parts = [self._all(field)]
        while operator := self._take(Kind.OR):
            parts.append(self._all(field))
            self._check_sides(operator, parts[-2], parts[-1])
        return disjunction(parts)

    def _all(self, field: str) -> Node | None:
        parts: list[Node | None] = []
        while (token := self._peek()) and token.kind not in (Kind.OR, Kind.CLOSE):
            operator = self._take(Kind.AND)
            left = parts[-1] if parts else None
            parts.append(self._operand(field))
            if operator:
                self._check_sides(operator, left, parts[-1])
        return conjunction(parts)

    def _operand(self, field: str) -> Node | None:
        signs = []
        while sign := self._take(Kind.NOT):
            signs.append(sign)
        outside = self._excluding
        self._excluding = outside or bool(signs)
        part = self._neighbours(field)
        self._excluding = outside
        if signs and part is None:
            self._complain(signs[-1], f'There is nothing behind "{signs[-1].text}" to leave out.')
        return negation(part) if part and len(signs) % 2 else part

    def _neighbours(self, field: str) -> Node | None:
        left = self._item(field)
        found = [left]
        while operator := self._take(Kind.NEAR):
            if operator.text.removeprefix("NEAR/") not in _NEAR:
                self._complain(operator, f"NEAR reaches from one word to {MAX_NEAR}, as in: ferry NEAR/5 storm.")
            right = self._item(field)
            near = _near(left, right, operator.distance)
            if near is None:
                self._complain(operator, "NEAR stands between two words, as in: ferry NEAR/5 storm.")
                found.append(right)
            else:
                found = [each for each in found if each is not left or isinstance(each, Phrase)]
                found += [near, right] if isinstance(right, Phrase) else [near]
            left = right
        return conjunction(found)

    # What stands between operators

    def _item(self, field: str) -> Node | None:
        token = self._peek()
        if token is None or token.kind in (Kind.OR, Kind.CLOSE, Kind.NOT):
            return None
        self._at += 1
        match token.kind:
            case Kind.OPEN:
                return self._group(token, field)
            case Kind.FIELD:
                return self._field(token)
            case Kind.AND | Kind.NEAR:
                self._check_sides(token, None, None)
                return None
            case _:
                return self._value(token, field)

    def _group(self, opening: Token, field: str) -> Node | None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            self._complain(opening, f"Brackets go {_MAX_DEPTH} deep at most.")
            self._at = len(self._tokens)
            return None
        before = self.sort
        inner = self._either(field)
        self._depth -= 1
        if not self._take(Kind.CLOSE):
            self._complain(opening, 'There is no ")" for this "(".')
        if inner is None and self.sort is before:
            self._complain(opening, "There is nothing to look for between these brackets.")
        return inner

    def _field(self, token: Token) -> Node | None:
        name, following = token.text.lower(), self._peek()
        if name not in FIELDS:
            if following and following.start == token.end:
                self._complain(token, _unknown(token.text))
            return word(token.text, "")
        if following is None or following.kind not in (Kind.WORD, Kind.PHRASE, Kind.OPEN):
            self._complain(token, f"{name}: needs a value behind it.")
            return None
        return self._item(name)

    def _value(self, token: Token, field: str) -> Node | None:
        typing = token.unfinished and not self._strict and not self._excluding
        if token.kind is Kind.PHRASE and token.unfinished:
            self._complain(token, "This quotation mark has no second one.")
        if field == "" or field in TEXT_FIELDS:
            read = phrase if token.kind is Kind.PHRASE else word
            if token.kind is Kind.WORD and (mistake := misused_tilde(token.text)):
                self._complain(token, mistake)
            return read(token.text, field, typing=typing)  # type: ignore[arg-type]
        try:
            if field != "sort":
                quoted = token.kind is Kind.PHRASE
                return condition(field, token.text, self._now, typing=typing, quoted=quoted)
            self.sort = order(token.text)
        except ValueError as wrong:
            self._complain(token, str(wrong))
        return None

    # The tokens

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, kind: Kind) -> Token | None:
        token = self._peek()
        if token is None or token.kind is not kind:
            return None
        self._at += 1
        return token

    def _check_sides(self, operator: Token, left: Node | None, right: Node | None) -> None:
        if left is None or right is None:
            self._complain(operator, f"{operator.text} stands between two words; one is missing here.")

    def _complain(self, token: Token, message: str) -> None:
        """Raise if reading strictly, else let it pass."""
        if self._strict:
            raise QueryError(message, token.start, token.end)


def _near(left: Node | None, right: Node | None, distance: int) -> Near | None:
    """The neighbourhood of two words, or of the nearest words of two phrases; None where they are neither."""
    if not isinstance(left, Term | Phrase) or not isinstance(right, Term | Phrase) or left.field != right.field:
        return None
    last = left.text if isinstance(left, Term) else left.words[-1]
    first = right.text if isinstance(right, Term) else right.words[0]
    return Near(last, first, distance, left.field)


def _unknown(name: str) -> str:
    meant = nearest_field(name.lower())
    hint = f"Did you mean {meant}:?" if meant else f"There are {', '.join(FIELDS)}."
    return f'There is no field "{name}:". {hint}'
