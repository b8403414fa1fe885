"""The same made-up articles for every program that the terminal benchmark drives."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from html import escape
from itertools import islice
from pathlib import Path
from textwrap import fill

from index.model import Article
from tests.benchmarks.corpus import articles
from tests.benchmarks.installed import install

TEXTS = 120
_SHORT = 300  # characters
_JOINED = 6  # corpus texts that make one article, about 2,400 words


class Shelf:
    """A folder with a library, a feed, lists and texts of the same articles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lateral = install(folder)
        self.library = folder / "library"
        self.articles = list(_long_articles())
        self._lines("articles.jsonl", [json.dumps(_as_json(each)) for each in self.articles])
        self._lines("list.txt", [f"{each.title} - {each.source} - {each.text[:200]}" for each in self.articles])
        self._write("feed.xml", _feed(self.articles))
        self._write("urls", f"file://{folder}/feed.xml\n")
        self._write("newsboat.conf", "auto-reload no\nconfirm-exit no\nshow-read-feeds yes\nshow-read-articles yes\n")
        self._import()

    def many(self, count: int) -> Path:
        """Another library, of so many short articles."""
        library = self.folder / f"library-{count}"
        short = (replace(each, text=f"{each.text[:_SHORT]} {number}") for number, each in enumerate(articles(count)))
        self._add(library, self._lines(f"{count}.jsonl", [json.dumps(_as_json(each)) for each in short]))
        return library

    def _add(self, library: Path, file: Path) -> None:
        command: list[str | Path] = [self.lateral, "--library", library, "add", file]
        subprocess.run(command, check=True, capture_output=True)

    def _import(self) -> None:
        self._add(self.library, self.folder / "articles.jsonl")
        if shutil.which("newsboat"):
            home = os.environ | {"HOME": str(self.folder)}
            subprocess.run([*self.newsboat, "-x", "reload"], check=True, capture_output=True, env=home)

    @property
    def newsboat(self) -> list[str | Path]:
        """The command line that opens newsboat on the feed."""
        files = {"-u": "urls", "-c": "cache.db", "-C": "newsboat.conf"}
        return ["newsboat", *(part for option, name in files.items() for part in (option, self.folder / name))]

    def text(self, number: int, width: int) -> Path:
        """One article wrapped at a width."""
        paragraphs = self.articles[number].text.split("\n\n")
        return self._write(f"{number}-{width}.txt", "\n\n".join(fill(each, width) for each in paragraphs) + "\n")

    def pages(self, width: int, lines: list[str]) -> Path:
        """Coloured lines for a pager."""
        return self._lines(f"pages-{width}.ansi", lines)

    def _lines(self, name: str, lines: list[str]) -> Path:
        return self._write(name, "\n".join(lines) + "\n")

    def _write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text)
        return path


def _long_articles() -> list[Article]:
    """Articles of several corpus texts each; every second one tells what the one before does, half in its words."""
    source = iter(articles(TEXTS * _JOINED))
    made: list[Article] = []
    while parts := list(islice(source, _JOINED)):
        text = "\n\n".join(part.text for part in parts)
        if len(made) % 2:
            text = "\n\n".join([*made[-1].text.split("\n\n")[::2], *text.split("\n\n")[::2]])
        made.append(Article(parts[0].id, parts[0].title, text, parts[0].source, published=parts[0].published))
    return made


def _as_json(article: Article) -> dict[str, str]:
    published = article.published.isoformat() if article.published else ""
    return {"title": article.title, "text": article.text, "source": article.source, "published": published}


def _feed(shown: list[Article]) -> str:
    items = "".join(
        f"<item><title>{escape(each.title)}</title><guid>{each.id}</guid>"
        f"<link>https://example.org/{each.id}</link><description>{escape(_html(each))}</description></item>"
        for each in shown
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Made up</title>{items}</channel></rss>'


def _html(article: Article) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in article.text.split("\n\n"))
