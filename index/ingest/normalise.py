"""The one place where a draft of any format becomes an `Article`."""

from __future__ import annotations

import re
from hashlib import blake2b

from index.errors import UnreadableError
from index.ingest import authors, dates, language, urls
from index.ingest.draft import Draft
from index.ingest.furniture import without_furniture
from index.ingest.limits import MAX_FIELD, MAX_LINKS, MAX_TEXT, MIB
from index.ingest.sources import Aliases
from index.model import Article
from index.text.sanitise import clean, clean_line

_BREAK = re.compile(r"\n[ \t]*\n\s*")
# A title made of the first sentence is cut at a clause within these limits, in characters.
_TITLE, _TITLE_LEAST = 110, 40
_CLAUSE = re.compile(r"(?:[,;:]|\s[–—-])\s")
# The end of a sentence, but not after an initial or a short title such as "Mr.".
_SENTENCE = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][\"'”’»)]*\s")


def article(draft: Draft, aliases: Aliases) -> Article:
    """The article that `draft` describes.

    Raises:
        UnreadableError: nothing is left that could be read, or it is far larger than any article.
    """
    if len(draft.text) > MAX_TEXT:
        raise UnreadableError(f"The text is longer than {MAX_TEXT // MIB} million characters; it is no single article.")
    title = clean_line(draft.title)[:MAX_FIELD].rstrip()
    paragraphs = _paragraphs(draft.text, title)
    if not paragraphs:
        raise UnreadableError("It has no text.", fault=False)
    text = "\n\n".join(paragraphs)
    url = urls.canonical(draft.url)
    source = aliases.name(draft.source, url)
    published, zone_known = dates.parse(draft.published)
    return Article(
        id=identity(url, draft.message_id, source, text),
        title=title or title_of(paragraphs[0]),
        text=text,
        source=source,
        authors=tuple(name for name in authors.split(draft.authors) if name != source),
        published=published,
        zone_known=zone_known,
        url=url,
        language=language.decide(text, draft.language),
        links=_links(draft.links),
    )


def identity(url: str, message_id: str, source: str, text: str) -> str:
    """The article's id, 16 hexadecimal digits: of its canonical URL, else its message id, else source and text.

    Two addresses of one page (http or https, with or without "www.", a closing slash or a fragment) give one id.
    """
    if page := urls.key(url):
        named = f"url {page}"
    elif message := clean_line(message_id).strip("<> "):
        named = f"message {message}"
    else:
        named = f"text {source.casefold()} {' '.join(text.split())}"
    return blake2b(named.encode("utf-8", "replace"), digest_size=8).hexdigest()


def title_of(paragraph: str) -> str:
    """A title for a text that has none: its first sentence, cut at a clause or a word where it is long."""
    end = _SENTENCE.search(paragraph)
    sentence = (paragraph[: end.start()] if end else paragraph).rstrip(".").strip()
    if len(sentence) <= _TITLE:
        return sentence or paragraph
    clauses = [match.start() for match in _CLAUSE.finditer(sentence[:_TITLE])]
    cut = clauses[-1] if clauses and clauses[-1] >= _TITLE_LEAST else sentence[:_TITLE].rfind(" ")
    return sentence[: cut if cut > 0 else _TITLE].rstrip(" ,;:–—-") + "…"


def _paragraphs(text: str, title: str) -> list[str]:
    """The clean paragraphs of the body, without furniture and without the title repeated above it."""
    found = [" ".join(paragraph.split()) for paragraph in _BREAK.split(clean(text))]
    paragraphs = [paragraph for paragraph in found if paragraph]
    body = without_furniture(paragraphs)
    if len(body) > 1 and title and body[0].casefold() == title.casefold():
        body = body[1:]
    return body or paragraphs


def _links(links: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(filter(None, map(urls.canonical, links)))
    return tuple(list(found)[:MAX_LINKS])
