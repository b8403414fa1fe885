"""The whole text layer applied to one article."""

from __future__ import annotations

from index.model import Analysis, Article
from index.text.dates import dates
from index.text.names import names
from index.text.quantities import quantities
from index.text.quotations import quotations
from index.text.sentences import sentences


def analyse(article: Article) -> Analysis:
    """Sentences, quantities, dates, names and quotations of the article's text, each in text order."""
    text = article.text
    split = sentences(text)
    named = names(text, split)
    return Analysis(
        article,
        split,
        quantities(text),
        dates(text, article.published),
        named,
        quotations(text, split, named),
    )
