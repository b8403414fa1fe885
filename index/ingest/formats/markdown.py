"""Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from index.ingest.draft import Blob, Draft
from index.ingest.encoding import decode
from index.ingest.formats.text import from_fields
from index.ingest.limits import MAX_MARKDOWN

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.+)$", re.MULTILINE)


def read(blob: Blob) -> Iterator[Draft]:
    """The one article of a Markdown file."""
    yield draft(decode(blob.bytes(MAX_MARKDOWN), blob.charset))


def draft(text: str) -> Draft:
    """Front matter gives the fields, the first top heading the title, and the rest the paragraphs."""
    stated = Draft(text="")
    if front := _FRONT.match(text):
        stated = from_fields({name.lower(): value.strip(" \t\r\"'") for name, value in _FIELD.findall(front[1])})
        text = text[front.end() :]
    blocks, links = _blocks(MarkdownIt("commonmark").parse(text))
    title = stated.title
    if not title and blocks and blocks[0][0] == "h1":
        title, blocks = blocks[0][1], blocks[1:]
    return replace(stated, title=title, text="\n\n".join(block for _, block in blocks), links=tuple(links))


def _blocks(tokens: Sequence[Token]) -> tuple[list[tuple[str, str]], list[str]]:
    """Each block's tag and plain text, and the addresses that are linked."""
    blocks: list[tuple[str, str]] = []
    links: list[str] = []
    tag = bullet = ""
    for token in tokens:
        if token.type == "list_item_open":
            bullet = "- "
        elif token.type in ("heading_open", "paragraph_open"):
            tag = token.tag
        elif token.type in ("fence", "code_block"):
            blocks.append(("code", token.content))
        elif token.type == "inline":
            blocks.append((tag, bullet + _plain(token.children or (), links)))
            bullet = ""
    return [(tag, text) for tag, text in blocks if text.strip()], links


def _plain(children: Sequence[Token], links: list[str]) -> str:
    """Inline text without its marks; pictures and raw tags are left out, link targets are collected."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "link_open":
            links.append(str(child.attrGet("href") or ""))
    return "".join(parts)
