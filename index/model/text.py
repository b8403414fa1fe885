"""What the text layer finds in an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.model.articles import Article


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """One sentence; `paragraph` counts from 0."""

    paragraph: int


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A figure in the text.

    `low` and `high` are equal for a plain value and bound an interval otherwise. `unit` is a normal name in
    the singular ("dollar", "percentage", "tonne", "minute"), or "" for a bare count; `noun` is what is counted
    ("soldiers", "tonnes of soybeans"). `change` is "=" exact, "~" about, "<" at most, ">" at least,
    "up" or "down" by that much. `per` is the period of a rate ("year"), or "".
    """

    low: float
    high: float
    unit: str = ""
    noun: str = ""
    change: Literal["=", "~", "<", ">", "up", "down"] = "="
    per: str = ""


@dataclass(frozen=True, slots=True)
class DateMention(Span):
    """A date in the text, resolved against the publication date to the days it may cover, both inclusive.

    `first` and `last` are None where it cannot be resolved (a weekday in an undated article).
    """

    first: date | None
    last: date | None


NameKind = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A mention of a named thing; `canonical` is the fullest form of that name in the article."""

    kind: NameKind
    canonical: str


Stance = Literal["neutral", "claim", "admit", "deny", "promise", "warn", "accuse", "praise", "ask"]


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """What someone is reported to say, direct (in quotation marks) or indirect.

    `start`..`end` covers the content without its marks. `speaker` is the resolved name or role ("Scott
    Bessent", "officials"), "" where nobody is named; `speaker_span` is the mention beside the cue (a name,
    a role or a pronoun); `cue` is the verb or phrase ("said", "according to").
    """

    speaker: str
    cue: str
    direct: bool
    speaker_span: Span | None = None
    cue_span: Span | None = None
    stance: Stance = "neutral"


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the text layer finds in one article, each tuple in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
