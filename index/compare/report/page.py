"""A comparison as one self-contained page: Markdown for a memo, HTML for a mail or a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from index.compare.report.sections import NOTHING, Cell, Heading, Table, brief, headings, tables
from index.model import Article, Comparison

CLOSING = "Made by lateral, which matches sentences by their words. Check what matters against the articles."

# Characters that Markdown, or HTML inside it, gives a meaning to in the middle of a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
_BARE_URL = re.compile(r"(?<=\w)(?=://)|(?<=www)(?=\.)|(?<=\w)(?=@\w)", re.IGNORECASE)

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --mark: #ffe08a; --dim: #777; }
@media (prefers-color-scheme: dark) { :root { --mark: #7a5b00; --dim: #999; } }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, th, .origin, .lead, footer { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .2rem; }
.origin, .lead, footer { color: var(--dim); font-size: .85rem; } .lead { margin: 0 0 .6rem; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-size: .8rem; color: var(--dim); }
th, td { padding: .4rem .7rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; font-weight: bold; padding: 0 .1em; }
.stacked thead, .stacked .nothing { display: none; }
.stacked tr { display: block; border-top: 1px solid var(--line); padding: .3rem 0; }
.stacked td { display: flex; gap: .8rem; border: 0; padding: .1rem 0; }
.stacked td::before { content: attr(data-of); color: var(--dim); flex: 0 0 3.5rem; direction: ltr; }
@media print {
  body { margin: 0; max-width: none; font-size: 11pt; } tr { break-inside: avoid; } h2, .lead { break-after: avoid; }
}
"""
SIDE_BY_SIDE = 5  # columns of sentences that fit side by side; of more, those of a row stand below one another
SENTENCE = 60  # characters


def markdown(comparison: Comparison, articles: Sequence[Article]) -> str:
    """The report in GitHub Flavored Markdown, ending in a newline. `articles` are in the comparison's order.

    All text of the articles is escaped, so that none of it is read as markup or becomes a link.
    """
    return "\n".join(_markdown(comparison, articles)) + "\n"


def html(comparison: Comparison, articles: Sequence[Article]) -> str:
    """The report as one HTML page without scripts or outside resources, ending in a newline."""
    return "\n".join(_html(comparison, articles)) + "\n"


def _markdown(comparison: Comparison, articles: Sequence[Article]) -> Iterator[str]:
    yield f"# {_title(articles)}"
    yield ""
    for heading in headings(articles):
        name = escaped(heading.title)
        link = f"[{name}](<{heading.url}>)" if heading.url else name
        yield f"- **{heading.letter}** {link} ({escaped(heading.origin)})"
    yield ""
    for sentence in brief(comparison):
        yield from (escaped(sentence), "")
    for table in tables(comparison, articles):
        yield from _markdown_table(table)
    yield f"*{CLOSING}*"


def _title(articles: Sequence[Article]) -> str:
    return f"{len(articles)} articles side by side"


def _markdown_table(table: Table) -> Iterator[str]:
    yield from (f"## {table.title}", "", table.lead, "")
    yield _markdown_row(table.columns)
    yield _markdown_row(["---"] * len(table.columns))
    for row in table.rows:
        yield _markdown_row(["".join(map(_markdown_piece, cell)) for cell in row])
    yield ""


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown_piece(piece: tuple[str, bool]) -> str:
    text, marked = piece
    return f"**{escaped(text.strip())}**" if marked else escaped(text)


def escaped(text: str) -> str:
    """Text that means itself in Markdown; bare addresses are broken up so that they don't become links."""
    return _BARE_URL.sub("&#8203;", _MARKUP.sub(r"\\\1", text))


def _html(comparison: Comparison, articles: Sequence[Article]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_title(articles)}</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{_title(articles)}</h1>"
    yield from map(_html_heading, headings(articles))
    yield from (f"<p>{escape(sentence)}</p>" for sentence in brief(comparison))
    for table in tables(comparison, articles):
        yield from _html_table(table)
    yield f"<footer><p>{CLOSING}</p></footer></body></html>"


def _html_heading(heading: Heading) -> str:
    name = f"<bdi>{escape(heading.title)}</bdi>"
    link = f'<a href="{escape(heading.url)}" rel="noreferrer">{name}</a>' if heading.url else name
    return f'<p><b>{heading.letter}</b> {link} <bdi class="origin">{escape(heading.origin)}</bdi></p>'


def _html_table(table: Table) -> Iterator[str]:
    yield f'<h2>{table.title}</h2><p class="lead">{table.lead}</p>'
    heads = "".join(f'<th scope="col">{name}</th>' for name in table.columns)
    kind = ' class="stacked"' if _stacks(table) else ""
    yield f"<table{kind}><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(map(_html_cell, row, table.columns))}</tr>"
    yield "</tbody></table>"


def _stacks(table: Table) -> bool:
    """Whether there are too many columns of sentences for a page."""
    longest = max(sum(len(text) for text, _ in cell) for row in table.rows for cell in row[1:] or row)
    return len(table.columns) > SIDE_BY_SIDE and longest > SENTENCE


def _html_cell(cell: Cell, column: str) -> str:
    pieces = (f"<mark>{escape(text)}</mark>" if marked else escape(text) for text, marked in cell)
    nothing = ' class="nothing"' if cell == NOTHING else ""
    return f'<td dir="auto" data-of="{column}"{nothing}><span>{"".join(pieces)}</span></td>'
