"""The command line as argparse reads it; each subcommand names the function that runs it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from index.search.tree import Sort
from tui.cli import commands

_NEGATION = re.compile(r"-[^\W\d]{2}|-\"")


class _Parser(argparse.ArgumentParser):
    """argparse, saying what is wrong in one sentence."""

    def error(self, message: str) -> None:  # type: ignore[override]
        from index.errors import UsageError

        raise UsageError(f'{message[:1].upper()}{message[1:]}. See "{self.prog} --help".')


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line. Raises `UsageError`; leaves by `SystemExit` for --help and --version."""
    return _build().parse_args(_with_negations(arguments))


def _with_negations(arguments: Sequence[str]) -> list[str]:
    """`-word` in a query is no option; a space in front tells argparse so."""
    given = list(arguments)
    if "search" not in given:
        return given
    start = given.index("search") + 1
    return [*given[:start], *(f" {each}" if _NEGATION.match(each) else each for each in given[start:])]


def _build() -> _Parser:
    parser = _Parser(prog="lateral", description="Read laterally: search, read and compare what many sources say.")
    parser.add_argument("--version", action="store_const", const=commands.version, dest="run", help="print the version")
    parser.add_argument("--library", metavar="DIR", help="the library to use (else LATERAL_LIBRARY, else your own)")
    parser.add_argument("--sample", action="store_true", help="open the sample library")
    parser.add_argument("--plain", action="store_true", help="read in a line dialogue, without a screen")
    parser.add_argument("--kiosk", action="store_true", help="read only: no import, no path, nothing written but marks")
    parser.set_defaults(run=commands.read)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    _articles(verbs)
    _events(verbs)
    _upkeep(verbs)
    return parser


Verbs = "argparse._SubParsersAction[_Parser]"


def _articles(verbs: Verbs) -> None:  # type: ignore[valid-type]
    verb = _verb(verbs, "add", commands.add, "import files and folders")
    verb.add_argument("paths", nargs="+", metavar="PATH", help='a file or a folder, or "-" for standard input')
    verb.add_argument("--dry-run", action="store_true", help="tell what would happen, and write nothing")
    verb = _verb(verbs, "fetch", commands.fetch, "import pages and feeds from the web")
    verb.add_argument("targets", nargs="*", metavar="URL|OPML", help="an address, or a file of feeds (else: your list)")
    verb.add_argument("--allow-private", action="store_true", help="also from this machine and the local network")
    verb.set_defaults(dry_run=False)
    verb = _verb(verbs, "remove", commands.remove, "take articles out of the library, with all their versions")
    which = verb.add_mutually_exclusive_group()
    which.add_argument("ids", nargs="*", default=[], metavar="ID", help="an id, or the beginning of one")
    which.add_argument("--last-import", action="store_true", help="what the last import added")
    verb = _verb(verbs, "search", commands.search, "search the library")
    verb.add_argument("query", metavar="QUERY", nargs="+")
    verb.add_argument("--limit", type=_count, default=20, metavar="N", help="hits to print (20)")
    verb.add_argument("--sort", type=_sort, metavar="|".join(Sort))
    verb = _verb(verbs, "show", commands.show, "one article as text")
    verb.add_argument("id", metavar="ID", help="an id, or the beginning of one")
    verb = _verb(verbs, "claims", commands.claims, "the key claims of an article, with reasons")
    verb.add_argument("id", metavar="ID", help="an id, or the beginning of one")


def _events(verbs: Verbs) -> None:  # type: ignore[valid-type]
    _verb(verbs, "stories", commands.stories, "events that several articles tell")
    verb = _verb(verbs, "compare", commands.compare, "articles side by side", json=False)
    verb.add_argument("ids", nargs="*", metavar="ID", help="two to eight articles")
    verb.add_argument("--story", metavar="ID", help="the articles of a story")
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--markdown", action="store_true", help="a report in Markdown")
    form.add_argument("--html", action="store_true", help="a report as one HTML page")
    verb = _verb(verbs, "sources", commands.sources, "the outlets in the library, or its list of feeds")
    verb.add_argument("--opml", action="store_true", help="the list of feeds, as OPML")


def _upkeep(verbs: Verbs) -> None:  # type: ignore[valid-type]
    verb = _verb(verbs, "index", commands.index, "look after the search index")
    verb.add_argument("action", choices=("check", "rebuild", "stats"))
    verb = _verb(verbs, "config", commands.config, "look after the settings")
    verb.add_argument("action", choices=("path", "check", "show"))
    _verb(verbs, "doctor", commands.doctor, "terminal, library and environment at a glance")


def _verb(verbs: Verbs, name: str, run: commands.Command, help: str, *, json: bool = True) -> _Parser:  # type: ignore[valid-type]
    verb: _Parser = verbs.add_parser(name, help=help, description=f"{help[:1].upper()}{help[1:]}.")  # type: ignore[attr-defined]
    if json:
        verb.add_argument("--json", action="store_true", help="print JSON")
    # The library may be named before or after the command.
    verb.add_argument("--library", metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    verb.set_defaults(run=run)
    return verb


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f'"{text}" is no number')
    return int(text)


def _sort(text: str) -> Sort:
    if text not in tuple(Sort):
        raise argparse.ArgumentTypeError(f'"{text}" is no order; there are {", ".join(Sort)}')
    return Sort(text)
