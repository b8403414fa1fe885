"""What a web page states about its article: JSON-LD first, then meta elements, then what is visible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.errors import UnreadableError
from index.ingest import dates, urls
from index.ingest.formats.records import load
from index.ingest.limits import MAX_LINE
from index.ingest.markup import Element
from index.text.sanitise import clean_line

# schema.org types of articles end in one of these (NewsArticle, BlogPosting, Report …).
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe|WebPage)$")
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "title",
    "headline",
    "parsely-title",
    "sailthru.title",
)
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher", "cre", "article:publisher_name")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
)
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publication_date", "ptime", "article.published",
    "citation_publication_date", "og:published_time", "cxenseparse:recs:publishtime", "release_date",
)  # fmt: skip
# "Headline - The Herald", "Headline | The Herald".
_SITE_SUFFIX = re.compile(r"\s+[|·•–—»-]+\s+")
_DATE_IN_PATH = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?"
    r"(0[1-9]|[12]\d|3[01])(?=[/-]|$)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """The statements of one page, "" or empty where it makes none."""

    title: str
    site: str
    authors: tuple[str, ...]
    published: str
    url: str
    language: str
    titles: frozenset[str]


def statements(tree: Element, address: str = "") -> Page:
    """What the page says of itself. `address` is where it was found, if that is known."""
    records = list(_json_ld(tree))
    meta = _meta(tree)
    sites = [*_values(meta, _SITES[:1]), *_names(records, "publisher"), *_values(meta, _SITES)]
    site = _first([name for name in sites if not name.startswith("@")])
    url = _address(tree, meta, address)
    headings = [*_field(records, "headline"), *_values(meta, _TITLES), *_texts(tree, "//title"), *_texts(tree, "//h1")]
    return Page(
        title=_without_site(_title(headings, _texts(tree, "//h1")), site),
        site=site,
        authors=_authors(records, meta, tree),
        published=_published(records, meta, tree, url),
        url=url,
        language=_first(
            [*tree.xpath("/html/@lang"), *_field(records, "inLanguage"), *_values(meta, ("content-language",))]
        ),
        titles=frozenset(map(fold, headings)),
    )


def fold(text: str) -> str:
    """The words of `text` in lower case, for comparing headlines."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _title(stated: list[str], headings: list[str]) -> str:
    """A lone visible heading if it makes up most of what is stated elsewhere, else what is stated first."""
    if len(headings) == 1:
        heading = fold(headings[0])
        others = [fold(other) for other in stated if other != headings[0]]
        if any(heading in other and 2 * len(heading) > len(other) for other in others):
            return headings[0]
    return _first(stated)


def _without_site(title: str, site: str) -> str:
    """The title without the outlet's name at its end or, where the outlet is unknown, a short last part."""
    parts = _SITE_SUFFIX.split(title)
    last = parts[-1]
    if len(parts) > 1 and (fold(last) == fold(site) or (not site and len(last.split()) <= 3 < len(parts[0].split()))):
        return title[: title.rindex(last)].rstrip(" |·•–—»-")
    return title


def _authors(records: list[Mapping[str, object]], meta: dict[str, list[str]], tree: Element) -> tuple[str, ...]:
    stated = _names(records, "author") or _values(meta, _AUTHORS)
    named = [name for name in stated if not name.startswith(("http:", "https:", "@"))]
    return tuple(named or _texts(tree, "//a[@rel='author'] | //*[@itemprop='author']//*[@itemprop='name']")[:3])


def _published(records: list[Mapping[str, object]], meta: dict[str, list[str]], tree: Element, url: str) -> str:
    path = _DATE_IN_PATH.search(url)
    stated = [
        *_field(records, "datePublished"),
        *_values(meta, _DATES),
        *tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"),
        *tree.xpath("//article//time/@datetime"),
        *tree.xpath("//time/@datetime"),
        *_field(records, "dateCreated"),
        *(["-".join(path.groups())] if path else []),
        *_field(records, "dateModified"),
    ]
    return next((text for text in map(str, stated) if dates.parse(text)[0]), "")


def _address(tree: Element, meta: dict[str, list[str]], address: str) -> str:
    """The canonical address that the page states, if it is one page of the site it was found on."""
    stated = [*tree.xpath("//link[@rel='canonical']/@href"), *_values(meta, ("og:url", "twitter:url", "parsely-link"))]
    found = urls.canonical(address)
    for url in map(urls.canonical, map(str, stated)):
        if urls.key(url) and (not found or urls.host(url) == urls.host(found)):
            return url
    return found


def _meta(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = clean_line(element.get("content") or "")
        if name and value:
            found.setdefault(name.lower(), []).append(value)
    return found


def _values(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in meta.get(name, ())]


def _texts(tree: Element, path: str) -> list[str]:
    found = (clean_line("".join(element.itertext())) for element in tree.xpath(path))
    return [text for text in found if text]


def _json_ld(tree: Element) -> Iterator[Mapping[str, object]]:
    """The schema.org records about articles on the page."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        source = (script.text or "").strip()
        if source and len(source) <= MAX_LINE:
            try:
                yield from _articles(load(source))
            except UnreadableError:  # scripts are often not quite JSON; the rest of the page remains
                continue


def _articles(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for one in value:
            yield from _articles(one)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        yield from _articles(value.get("@graph"))


def _field(records: list[Mapping[str, object]], name: str) -> list[str]:
    found = (record.get(name) for record in records)
    return [clean_line(value) for value in found if isinstance(value, str) and value.strip()]


def _names(records: list[Mapping[str, object]], name: str) -> list[str]:
    """The names of the persons or organisations in a field, of the first record that has any."""
    for record in records:
        value = record.get(name)
        found = [
            one.get("name") if isinstance(one, Mapping) else one
            for one in (value if isinstance(value, list) else [value])
        ]
        names = [clean_line(one) for one in found if isinstance(one, str) and one.strip()]
        if names:
            return names
    return []


def _first(values: list[str]) -> str:
    return next((str(value) for value in values if value), "")
