"""The values that cross module borders: frozen, slotted, and free of behaviour beyond their own fields.

All offsets are character offsets into `Article.text`, half open: `text[start:end]`.
"""

from index.model.articles import Article, Feed, Source, Version
from index.model.claims import Claim, ClaimKind, Grounds, Reason
from index.model.comparison import (
    Cell,
    Comparison,
    Difference,
    DifferenceKind,
    Edit,
    Figure,
    MatrixRow,
    Quoted,
    Relation,
    Row,
    Treatment,
    Wording,
)
from index.model.importing import Change, Fate, Outcome, Progress, Tally
from index.model.marks import Mark, SavedSearch
from index.model.results import Facet, Hit, Results, Snippet
from index.model.stories import Copy, Mending, Story
from index.model.text import Analysis, DateMention, Name, NameKind, Quantity, Quotation, Sentence, Span, Stance

__all__ = [
    "Analysis",
    "Article",
    "Cell",
    "Change",
    "Claim",
    "ClaimKind",
    "Comparison",
    "Copy",
    "DateMention",
    "Difference",
    "DifferenceKind",
    "Edit",
    "Facet",
    "Fate",
    "Feed",
    "Figure",
    "Grounds",
    "Hit",
    "Mark",
    "MatrixRow",
    "Mending",
    "Name",
    "NameKind",
    "Outcome",
    "Progress",
    "Quantity",
    "Quotation",
    "Quoted",
    "Reason",
    "Relation",
    "Results",
    "Row",
    "SavedSearch",
    "Sentence",
    "Snippet",
    "Source",
    "Span",
    "Stance",
    "Story",
    "Tally",
    "Treatment",
    "Version",
    "Wording",
]
