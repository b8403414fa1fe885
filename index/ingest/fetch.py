"""Feeds and pages from the web, only when asked: `lateral fetch URL|OPML…`."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from index.errors import UnreadableError
from index.ingest import client, sources
from index.ingest.client import AGENT, Answer, Options
from index.ingest.draft import Blob
from index.ingest.encoding import decode
from index.ingest.formats import opml
from index.ingest.importer import Item, read
from index.ingest.limits import MAX_OPML
from index.ingest.sources import Aliases
from index.text.sanitise import clean_line, safe_url

# A site may ask for pauses between requests; nobody waits longer than this for one.
_LONGEST_PAUSE = 10.0
_NOT_MODIFIED = 304


class Validators:
    """What servers gave to ask "has it changed?" with (RFC 9110, 13.1): an ETag or a date for each address.

    Kept in a JSON file. The caller saves it once the articles are stored: an answer remembered too early would
    never be asked for again.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known: dict[str, dict[str, str]] = {}
        if path is not None and path.exists():
            try:
                self._known = json.loads(path.read_text("utf-8"))
            except (OSError, ValueError):  # without it everything is merely fetched once more
                self._known = {}

    def request(self, url: str) -> dict[str, str]:
        """The headers that make a request for `url` conditional."""
        return dict(self._known.get(url, {}))

    def remember(self, url: str, answer: Answer) -> None:
        """Take over what `answer` gave for the next time."""
        names = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        self._known[url] = {names[name]: answer.headers[name] for name in names if answer.headers.get(name)}

    def save(self) -> None:
        """Write the file, at once or not at all."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._known, indent=1, sort_keys=True), "utf-8")
        draft.replace(self._path)


@dataclass(slots=True)
class Robots:
    """What sites ask robots to leave alone (RFC 9309), asked for once a site."""

    options: Options
    sleep: Callable[[float], None] = time.sleep
    _sites: dict[str, RobotFileParser] = field(default_factory=dict)

    def check(self, url: str) -> None:
        """Wait as long as the site asks for.

        Raises:
            UnreadableError: the site does not want this address to be fetched by programs.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        known = site in self._sites
        rules = self._sites[site] if known else self._sites.setdefault(site, self._rules(site))
        if not rules.can_fetch(AGENT, url):
            raise UnreadableError("The site asks programs not to fetch it (robots.txt).")
        if known and (pause := rules.crawl_delay(AGENT)):
            self.sleep(min(float(pause), _LONGEST_PAUSE))

    def _rules(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        answer = client.get(f"{site}/robots.txt", self.options)
        if answer.status >= 500:
            raise UnreadableError(f"The site does not say what may be fetched: robots.txt answers {answer.status}.")
        rules.parse(decode(answer.body).splitlines() if answer.status == 200 else [])
        return rules


def items(
    targets: Sequence[str],
    *,
    options: Options | None = None,
    validators: Validators | None = None,
    aliases: Aliases | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Item]:
    """The articles of pages and feeds at the addresses, and at those in the OPML lists, that `targets` name.

    Nothing is raised for what cannot be fetched or read: that is an item with its reason.
    """
    options = options or Options()
    validators = validators or Validators()
    robots = Robots(options, sleep)
    for target in targets:
        try:
            for url in addresses(target):
                yield from _fetched(url, options, validators, robots, aliases or sources.load())
        except UnreadableError as error:
            yield Item(clean_line(target), "", None, error)


def addresses(target: str) -> list[str]:
    """The address that `target` is, or those of the feeds in the OPML file that it names.

    Raises:
        UnreadableError: it is neither.
    """
    if target.lower().startswith(("http:", "https:")):
        return [target]
    path = Path(target)
    if not path.is_file():
        raise UnreadableError(f"{clean_line(target)} is neither a web address nor an OPML file.")
    blob = Blob(path=target, name=path.name, opener=lambda: path.open("rb"))
    found = list(dict.fromkeys(filter(None, (safe_url(feed.url) for feed in opml.feeds(decode(blob.bytes(MAX_OPML)))))))
    if not found:
        raise UnreadableError(f"{path.name} lists no feeds with a web address.")
    return found


def _fetched(url: str, options: Options, validators: Validators, robots: Robots, aliases: Aliases) -> Iterator[Item]:
    try:
        answer = _checked(client.get(url, options, validators.request(url), robots.check))
    except UnreadableError as error:
        yield Item(clean_line(url), "", None, UnreadableError(clean_line(str(error)), fault=error.fault))
        return
    kind, _, parameters = answer.headers.get("content-type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].strip("\"' ")
    name = urlsplit(answer.url).path.rpartition("/")[2]
    opener = partial(BytesIO, answer.body)
    yield from read(Blob(url, name, opener, media_type=kind.strip().lower(), charset=charset, url=answer.url), aliases)
    validators.remember(url, answer)


def _checked(answer: Answer) -> Answer:
    """The answer, if it brings something.

    Raises:
        UnreadableError: it says that nothing has changed, or that there is nothing.
    """
    if answer.status == _NOT_MODIFIED:
        raise UnreadableError("It has not changed since it was last fetched.", fault=False)
    if answer.status != 200:
        raise UnreadableError(f"The site answers with status {answer.status}.")
    return answer
