"""One name per outlet: names and hosts are looked up in a list of aliases that the user can edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from index.errors import ConfigError
from index.ingest import urls
from index.ingest.limits import MAX_FIELD
from index.text.sanitise import clean_line

_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})/?", re.IGNORECASE)
# How sites and feeds decorate their names: "The Herald - RSS Feed", "Herald | Home".
_DECORATION = re.compile(r"\s*(?:[|:»›–—-]+\s*)?(?:rss(?: feeds?)?|atom feed|feed|home ?page|home)\s*$", re.IGNORECASE)


class Aliases:
    """The names an outlet goes by, each mapped to the one it is shown under."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {_fold(alias): name for alias, name in names.items()}

    def name(self, source: str, url: str = "") -> str:
        """The outlet's one name: of `source` as stated, else of the host of `url`; "" if neither is known.

        A stated name stays as it is if no alias knows it or the host.

        >>> Aliases({"ndtv.com": "NDTV"}).name("", "https://www.ndtv.com/world/1")
        'NDTV'
        """
        stated = _plain(source)
        host = urls.host(url)
        return self._names.get(_fold(stated)) or self._by_host(stated) or self._by_host(host) or stated or host

    def _by_host(self, host: str) -> str:
        """The name of the host or of the nearest domain above it."""
        host = host.lower()
        while "." in host:
            if name := self._names.get(host):
                return name
            host = host.partition(".")[2]
        return ""


def _plain(source: str) -> str:
    """A stated name without decoration and slogans ("The Herald | News, Sport"), or the host if it is an address."""
    whole = clean_line(source)[:MAX_FIELD].rstrip()
    name = _DECORATION.sub("", whole.split(" | ")[0]) or whole
    written = _HOST.fullmatch(name)
    return written[1].lower() if written else name


def load(path: Path | None = None) -> Aliases:
    """The aliases that come with the program, with those of the user's file at `path` before them.

    The file is TOML: a table `aliases` with a list of names and hosts under each outlet's name.

    Raises:
        ConfigError: the file cannot be read or is no such list.
    """
    return Aliases(_shipped() if path is None else {**_shipped(), **_read(path)})


@cache
def _shipped() -> dict[str, str]:
    return _parse((resources.files("index.ingest") / "aliases.toml").read_text("utf-8"), "aliases.toml")


def _read(path: Path) -> dict[str, str]:
    try:
        return _parse(path.read_text("utf-8"), str(path))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"The list of source names {path} cannot be read: {error}.") from error


def _parse(text: str, where: str) -> dict[str, str]:
    try:
        table = tomllib.loads(text).get("aliases", {})
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"The list of source names {where} is not valid TOML: {error}.") from error
    names: dict[str, str] = {}
    for name, others in table.items() if isinstance(table, dict) else ():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise ConfigError(f'In {where}, "{name}" needs a list of names and hosts, such as ["example.org"].')
        names.update((_fold(other), name) for other in (name, *others))
    return names


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
