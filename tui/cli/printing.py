"""What the commands print for people: plain lines, every field from outside made harmless."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from textwrap import fill, indent
from typing import Any

from index.config import Settings
from index.model import Article, Claim, Facet, Fate, Hit, Outcome, Results, Source, Story, Tally, Version
from index.text.sanitise import clean, clean_line
from tui.cli import jsonform
from tui.widgets.phrasing import count

_WIDTH = 78  # columns of wrapped text


def nothing(found: Results) -> str:
    """Word that there are no hits, with what may have been meant."""
    hint = f' Did you mean "{clean_line(found.suggestion)}"?' if found.suggestion else ""
    return f"Nothing found.{hint}"


def results(found: Results) -> str:
    """A page of hits with the total and the most frequent sources."""
    shown = "" if len(found.hits) == found.total else f", {len(found.hits)} shown"
    lines = [f"{found.total} found{shown}", *(_hit(hit) for hit in found.hits)]
    facets = found.facets.get("source", ())
    return "\n\n".join([*lines, *([_facets(facets)] if facets else [])])


def article(shown: Article, versions: Sequence[Version]) -> str:
    """Title, byline and text."""
    byline = _line(shown.source, shown.author, day(shown.published), shown.language)
    edited = [f"{len(versions)} versions"] if len(versions) > 1 else []
    head = [clean_line(shown.title), byline, clean_line(shown.url), *edited]
    return "\n".join([*filter(None, head), "", clean(shown.text)])


def claims(shown: Article, found: Sequence[Claim]) -> str:
    """The claims, best first, with their reasons."""
    if not found:
        return "No sentence of this article stands out as a claim."
    return "\n\n".join(_claim(shown, claim) for claim in found)


def stories(found: Iterable[Story]) -> str:
    """The stories with what holds them together."""
    return "\n\n".join(_story(each) for each in found) or "No two articles tell the same story."


def sources(found: Sequence[Source]) -> str:
    """The outlets as a table."""
    rows = [(each.articles, _span(each.first, each.last), clean_line(each.name) or "(no source)") for each in found]
    return "\n".join(f"{articles:>7}  {span:<24}  {name}" for articles, span, name in rows)


def outcome(met: Outcome) -> str:
    """One line of the ledger."""
    name = clean_line(f"{met.path} {met.item}".strip())
    return f"{met.fate:<9}  {name}" + (f": {clean_line(met.reason)}" if met.reason else f"  {met.id}")


def tally(sums: Tally, *, dry_run: bool) -> str:
    """The sums of an import."""
    counted = ", ".join(f"{sums.counts.get(fate, 0)} {fate}" for fate in Fate if fate is not Fate.REMOVED)
    if not sums.items:
        counted = "no articles found"
    feeds = f" {count(sums.feeds, 'feed')} among them, for your list." if sums.feeds else ""
    return f"{'Would be: ' if dry_run else ''}{counted}.{feeds}"


def settings(given: Settings) -> str:
    """The settings in force, as TOML."""
    lines = []
    for table, values in asdict(given).items():
        lines.append(f"[{table}]")
        lines += [f"{name if name.isidentifier() else _toml(name)} = {_toml(value)}" for name, value in values.items()]
    return "\n".join(lines)


def pairs(found: Mapping[str, Any]) -> str:
    """Names and values in two columns."""
    width = max(map(len, found), default=0) + 2
    return "\n".join(f"{name:<{width}}{clean_line(str(value))}" for name, value in found.items())


def day(time: datetime | None) -> str:
    """A date as people read it."""
    return time.astimezone(UTC).strftime("%Y-%m-%d") if time else ""


def _hit(hit: Hit) -> str:
    reprints = f"+{hit.reprints} with the same text" if hit.reprints else ""
    head = f"{hit.id}  {clean_line(hit.title)}"
    byline = _line(hit.source, day(hit.published), reprints)
    return "\n".join(filter(None, [head, indent(byline, "  "), _wrap(hit.snippet.text)]))


def _claim(shown: Article, claim: Claim) -> str:
    text = _wrap(" ".join(shown.text[claim.start : claim.end].split()))
    reasons = "; ".join(each.name for each in claim.reasons)
    return f"{'●' * claim.strength:<4}{', '.join(claim.kinds)}\n{text}\n{indent(reasons, '  ')}"


def _story(told: Story) -> str:
    counts = ((len(told.articles), "article"), (len(told.sources), "source"), (told.independent, "independent text"))
    texts = ", ".join(_count(number, thing) for number, thing in counts)
    head = f"{told.id}  {clean_line(told.title)}"
    because = f"shared: {clean_line(', '.join(told.because))}" if told.because else ""
    return "\n".join(filter(None, [head, f"  {texts}, {_span(told.first, told.last)}", indent(because, "  ")]))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _facets(values: Sequence[Facet]) -> str:
    return "Sources: " + ", ".join(f"{clean_line(facet.value)} ({facet.count})" for facet in values[:8])


def _span(first: datetime | None, last: datetime | None) -> str:
    if not first or not last:
        return "undated"
    return day(first) if day(first) == day(last) else f"{day(first)} to {day(last)}"


def _line(*parts: str) -> str:
    return " · ".join(clean_line(part) for part in parts if part)


def _wrap(text: str) -> str:
    return fill(clean_line(text), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return jsonform.written(value)
