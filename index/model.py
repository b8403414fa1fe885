"""The values that cross module borders: frozen, slotted, and free of behaviour beyond their own fields.

All offsets are character offsets into `Article.text`, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is read: clean text, paragraphs separated by one blank line.

    `id` is 16 hexadecimal digits derived from the identity (canonical URL, else message id, else a digest
    of source and text). `published` is aware; where the source stated no zone, `zone_known` is false and
    the time is taken as UTC. `language` is a BCP 47 tag, or "" where unknown.
    """

    id: str
    title: str
    text: str
    source: str
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    zone_known: bool = True
    url: str = ""
    language: str = ""
    links: tuple[str, ...] = ()

    @property
    def author(self) -> str:
        """All authors as one line."""
        return ", ".join(self.authors)


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article's text; `number` counts from 1, `seen` is when it was imported (aware, UTC)."""

    article: Article
    number: int
    seen: datetime


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet in the library, with its number of articles and the dates of its first and last one."""

    name: str
    articles: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed of a reading list; `categories` lead from the outermost to the one it stands in."""

    title: str
    url: str
    page: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()


class Fate(StrEnum):
    """What became of one item of an import, or that an article was taken out by hand."""

    ADDED = "added"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The ledger's line for one item.

    `path` is the file as the user named it; `item` says which member, record or entry inside it ("" where
    the file is the item); `reason` is a sentence for a skipped item; `fault` is false for skips that are
    no one's mistake (an empty record, a file of a kind that holds no articles).
    """

    path: str
    item: str
    fate: Fate
    id: str = ""
    reason: str = ""
    fault: bool = False

    @property
    def feed(self) -> bool:
        """Whether the item was a feed, now on the list, rather than an article."""
        return not self.id and self.fate is not Fate.SKIPPED


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


ClaimKind = Literal["figure", "quotation", "attribution", "comparison", "cause", "prediction", "event"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One named contribution to a claim's score, in words a reader understands."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Claim(Span):
    """A sentence worth checking. `score` is 0..1 and ranks within the article; `strength` is 1, 2 or 3."""

    sentence: int
    score: float
    strength: int
    kinds: tuple[ClaimKind, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What stands behind a claim: its probability (0..1) of being "factual", "checkworthy" and "salient", without
    those that do not count here, and where other independent texts carry it, by article."""

    dimensions: dict[str, float]
    carriers: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """`article` repeats `share` (0..1) of the text of `original`."""

    article: str
    original: str
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event. `independent` counts texts that are not copies of another one in the story.

    `because` says in words what holds the group together (shared names, figures, terms).
    """

    id: str
    title: str
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    first: datetime | None
    last: datetime | None
    because: tuple[str, ...]
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True)
class Mending:
    """How things were before stories were merged or split by hand: the story of each article that was moved, and, of
    the pairs of articles that were said to belong `together` or `apart`, which had been said to do so before."""

    placed: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


Relation = Literal["same", "related", "only"]
DifferenceKind = Literal["number", "date", "name", "negation", "attribution"]


@dataclass(frozen=True, slots=True)
class Cell(Span):
    """One article's part of a row: one sentence, or several adjoining ones beginning with `sentence`.

    In a row that says the same, `alone` has the clauses that no other article has.
    """

    sentence: int
    alone: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the cells of a row disagree: one text and one span (None: says nothing) an article, in order."""

    kind: DifferenceKind
    values: tuple[str, ...]
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison, a cell an article (None where it has nothing)."""

    cells: tuple[Cell | None, ...]
    relation: Relation
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing counted or measured, with what each article says of it (None where it says nothing)."""

    label: str
    status: Literal["same", "differs", "only"]
    cells: tuple[Quantity | None, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement with the quotation of each article that carries it; `cut` where one has only part."""

    speaker: str
    cells: tuple[Quotation | None, ...]
    cut: bool = False


Treatment = Literal["present", "absent", "differs", "related"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim of the story, in the words of the article at `home`, and how each article treats it.

    "related" is another statement on the same matter, which doesn't carry the claim. `values` has what each
    article says where they differ in a figure, a date or a name, else "".
    """

    text: str
    cells: tuple[Cell | None, ...]
    states: tuple[Treatment, ...]
    values: tuple[str, ...] = ()
    home: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """Words one article chooses and the others don't: in the headline, as cues, as loaded adjectives."""

    headline: tuple[str, ...]
    cues: tuple[str, ...]
    loaded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more articles side by side; every per-article tuple is in the order of `articles`."""

    articles: tuple[str, ...]
    rows: tuple[Row, ...]
    figures: tuple[Figure, ...]
    quotations: tuple[Quoted, ...]
    matrix: tuple[MatrixRow, ...]
    wording: tuple[Wording, ...]
    notes: tuple[str, ...] = ()

    @property
    def shared(self) -> int:
        """Rows that at least two articles carry."""
        return sum(row.relation != "only" for row in self.rows)

    def only(self, position: int) -> int:
        """Rows that only the article at `position` carries."""
        return sum(row.relation == "only" and row.cells[position] is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change between two versions of an article, `substance` naming what it touches ("number", "negation",
    "quotation", "attribution", "name"; empty for style). `before` and `after` are spans in the old and the new text."""

    before: Span | None
    after: Span | None
    substance: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text for a result row, with the matches as spans into `text`."""

    text: str
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result; `reprints` counts further hits with the same text, folded into this one."""

    id: str
    title: str
    source: str
    published: datetime | None
    url: str
    score: float
    snippet: Snippet
    title_matches: tuple[Span, ...] = ()
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of the matching articles carry one value of a field."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """One page of a search, with exact totals. `facets` maps "source", "month", "language", "tag" to counts,
    most frequent first ("month": newest first). `suggestion` is a corrected query, or "". `reprints` articles
    more were found and are folded into hits, on this page or another."""

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Facet, ...]] = field(default_factory=dict)
    suggestion: str = ""
    reprints: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the store's change log: article `id` was put or deleted as number `seq`."""

    seq: int
    id: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Mark(Span):
    """A reader's mark on a stretch of text, with an optional note.

    `quote` is the marked text and `prefix`/`suffix` up to 32 characters around it, so that the mark finds its
    place again in a later version; where it cannot, `lost` is true and the offsets are those of the old text.
    """

    article: str
    quote: str
    prefix: str
    suffix: str
    note: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept under a name; `seen` is the number of the last change its reader has looked at."""

    name: str
    query: str
    seen: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of an import; `id` finds its items in the ledger (0 for a dry run).

    `feeds` counts those items that were kept and are feeds for the list rather than articles.
    """

    id: int
    counts: dict[Fate, int]
    faults: int = 0
    cancelled: bool = False
    feeds: int = 0

    @property
    def items(self) -> int:
        """How many items were met."""
        return sum(self.counts.values())

    @property
    def kept(self) -> int:
        """How many items the library holds now: all but the skipped ones."""
        return self.items - self.counts.get(Fate.SKIPPED, 0)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come; `total` is 0 where it is not known."""

    phase: str
    done: int
    total: int = 0
