"""Page furniture in running text: lines that ask, link or advertise instead of reporting.

Recognised by shape (`furniture.toml`), not by outlet. A line counts as furniture only if it is short and no
sentence of a report would look like it; in doubt it stays, because a lost sentence is worse than a stray line.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources

# Longer lines are reporting, whatever they begin with; the limit in characters is for lines without spaces.
_MAX_WORDS, _MAX_CHARACTERS = 30, 400
# A summary box stands near the top, after a title, standfirst and byline.
_BOX_WITHIN = 8
# A shorter line found again in the article may be a subheading that names its subject.
_TEASER_WORDS = 8

_SHAPES: dict[str, list[str]] = tomllib.loads((resources.files("index.ingest") / "furniture.toml").read_text("utf-8"))


def _any_of(name: str, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(_SHAPES[name])}){after}", re.IGNORECASE)


_LABEL = _any_of("labels")
_POINTER = _any_of("pointers", after=r"\s*[:|\-–—»>]")
_REQUEST = _any_of("requests", before="(?:please |now |you can )?(?:also |always )?", after=r"\b")
_OBJECT = _any_of("objects", before=r"\b", after=r"\b")
_SUMMARY = _any_of("summaries")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BULLET = re.compile(r"^\s*[-–—*•·▪◦‣●■►▸|»›]+\s*(?=\S)")


def is_furniture(line: str) -> bool:
    """Whether one line by itself is page furniture.

    >>> is_furniture("Follow us:")
    True
    >>> is_furniture("Follow-up talks are planned for May.")
    False
    """
    bare = _BULLET.sub("", line[: _MAX_CHARACTERS + 1]).strip(" :.?!|>»-–—[]()*_")
    if not bare:
        return True
    if len(line) > _MAX_CHARACTERS or len(line.split()) > _MAX_WORDS:
        return False
    if _LABEL.fullmatch(bare) or (_POINTER.match(bare) and not _SENTENCE_END.search(line)):
        return True
    return _REQUEST.match(bare) is not None and _OBJECT.search(bare) is not None and _quotes(line) == 0


def is_bullet(line: str) -> bool:
    """Whether the line is an item of a list."""
    return _BULLET.match(line) is not None


def is_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return _SENTENCE_END.search(line.rstrip()) is not None


def heads_summary(line: str) -> bool:
    """Whether the line is the heading of a summary box, such as "Key points" or "Summary is AI-generated"."""
    return (
        len(line) <= _MAX_CHARACTERS
        and len(line.split()) <= 8
        and _SUMMARY.fullmatch(line.strip(" :.-–—*•·")) is not None
    )


def is_tag_line(line: str) -> bool:
    """Whether the line is a list of topics: several short names between commas, and no sentence.

    >>> is_tag_line("Trade, US President Jane Roe, Soybeans")
    True
    """
    topics = [topic.strip() for topic in re.split(r"[,|;#·]", line.strip(" .")) if topic.strip()]
    if len(topics) < 3 or is_sentence(line):
        return False
    return all(len(topic.split()) <= 5 and (topic[0].isupper() or topic[0].isdigit()) for topic in topics)


def without_furniture(paragraphs: list[str]) -> list[str]:
    """The paragraphs of an article without furniture.

    Away go lines that are furniture by themselves, the summary box above the article, a standfirst that only
    repeats the article, and the list of topics at its end.
    """
    body = [line for line in _without_summary(paragraphs) if not is_furniture(line)]
    while len(body) > 1 and is_tag_line(body[-1]):
        body.pop()
    if len(body) > 2 and _is_teaser(body[0], body[1:]):
        return body[1:]
    return body


def _without_summary(paragraphs: list[str]) -> list[str]:
    """Without the box of bullets that a site puts above an article.

    A list that is the article, or most of it, stays whatever its heading.
    """
    start = next((at for at, line in enumerate(paragraphs[:_BOX_WITHIN]) if heads_summary(line)), None)
    if start is None:
        return paragraphs
    end = start + 1
    while end < len(paragraphs) and _in_box(paragraphs[end]):
        end += 1
    bullets = sum(map(is_bullet, paragraphs[start:end]))
    prose = sum(map(_is_prose, paragraphs[end:]))
    return paragraphs[:start] + paragraphs[end:] if prose >= max(1, bullets) else paragraphs


def _in_box(line: str) -> bool:
    return is_bullet(line) or heads_summary(line) or is_furniture(line)


def _is_prose(line: str) -> bool:
    return is_sentence(line) and not is_bullet(line)


def _is_teaser(line: str, body: list[str]) -> bool:
    """A standfirst cut out of the article: unfinished, and found there word for word."""
    return not is_sentence(line) and len(line.split()) > _TEASER_WORDS and any(line in other for other in body)


def _quotes(line: str) -> int:
    return sum(line.count(mark) for mark in '"“”„«')
