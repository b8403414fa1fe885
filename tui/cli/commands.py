"""The commands, one function each: it takes the options, prints, and returns an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index import config as settings_file
from index import paths
from index.errors import DamagedIndexError, LibraryError, MissingLibraryError, NotFoundError, UsageError
from index.model import Fate
from tui.cli import jsonform, printing
from tui.cli.exits import Exit
from tui.terminal.capabilities import is_utf8

if TYPE_CHECKING:
    from index.library import Library
    from index.model import Outcome, Results, Tally
    from tui.cli.progress import Progress

Options = argparse.Namespace
Command = Callable[[Options], int]


def version(_: Options) -> int:
    """Print the version of the installed distribution."""
    from importlib.metadata import version as installed

    _print(f"lateral {installed('lateral')}")
    return Exit.DONE


def read(options: Options) -> int:
    """Open the reader."""
    from tui.cli.reader import open_reader

    return open_reader(options)


def add(options: Options) -> int:
    """Import files and folders."""
    named = [Path(path) for path in options.paths]

    def work(each: Callable[[Outcome], None], progress: Progress) -> Tally:
        if options.dry_run:
            return _rehearse(options, each, progress)
        with closing(_library(options, create=True)) as library:
            return library.add(named, each=each, report=progress.report, cancelled=progress.interrupted)

    return _import(options, work)


def fetch(options: Options) -> int:
    """Import pages and feeds from the web."""

    def work(each: Callable[[Outcome], None], progress: Progress) -> Tally:
        with closing(_library(options, create=True)) as library:
            return library.fetch(
                options.targets,
                private=options.allow_private,
                each=each,
                report=progress.report,
                cancelled=progress.interrupted,
            )

    return _import(options, work)


def remove(options: Options) -> int:
    """Take articles out of the library."""
    with closing(_library(options)) as library:
        ids = options.ids or _last_added(options, library)
        gone = library.remove(ids)
    _say(
        options,
        lambda: {"removed": len(gone), "items": [jsonform.outcome(each) for each in gone]},
        lambda: "\n".join(map(printing.outcome, gone)),
    )
    return Exit.DONE


def _last_added(options: Options, library: Library) -> Sequence[str]:
    if not options.last_import:
        raise UsageError('Name the articles to remove: "lateral remove ID", or what came last: --last-import.')
    added = [outcome.id for outcome in library.last_import(Fate.ADDED) if not outcome.feed]
    if not added:
        raise NotFoundError("The last import added no article.")
    return added


def _import(options: Options, work: Callable[[Callable[[Outcome], None], Progress], Tally]) -> int:
    """Run an import, print what became of each item and the sums."""
    from tui.cli.progress import Progress

    items: list[dict[str, Any]] = []
    with Progress() as progress:

        def each(outcome: Outcome) -> None:
            progress.count(outcome)
            if options.json:
                items.append(jsonform.outcome(outcome))
            else:
                progress.say(printing.outcome(outcome))

        tally = work(each, progress)
    if options.json:
        _print_json(jsonform.tally(tally, items))
    else:
        _print(printing.tally(tally, dry_run=options.dry_run))
    if tally.cancelled:
        return Exit.INTERRUPTED
    return Exit.PARTLY if tally.faults or not tally.kept else Exit.DONE


def _rehearse(options: Options, each: Callable[[Outcome], None], progress: Progress) -> Tally:
    from index.library.adding import rehearse

    try:
        library = _library(options)
    except MissingLibraryError:
        library = None
    try:
        return rehearse([Path(path) for path in options.paths], library, each, progress.interrupted)
    finally:
        if library:
            library.close()


def search(options: Options) -> int:
    """Search the library."""
    with closing(_library(options)) as library:
        found = _search(library, options)
    if found.total or options.json:
        _say(options, lambda: jsonform.results(found), lambda: printing.results(found))
    else:
        print(printing.nothing(found), file=sys.stderr)
    return Exit.DONE if found.total else Exit.PARTLY


def _search(library: Library, options: Options) -> Results:
    """Search, and once more where that showed that the index has to be made anew."""
    query = " ".join(options.query)
    try:
        return library.search(query, limit=options.limit, sort=options.sort, strict=True)
    except DamagedIndexError:
        _heal(library, damaged=True)
        return library.search(query, limit=options.limit, sort=options.sort, strict=True)


def show(options: Options) -> int:
    """Print one article."""
    with closing(_library(options)) as library:
        article = library.article(options.id)
        versions = library.versions(article.id)
        _say(options, lambda: jsonform.article(article, versions), lambda: printing.article(article, versions))
    return Exit.DONE


def claims(options: Options) -> int:
    """Print the key claims of an article."""
    with closing(_library(options)) as library:
        analysis = library.analysis(options.id)
        found = library.claims(options.id)
        _say(options, lambda: jsonform.claims(analysis, found), lambda: printing.claims(analysis.article, found))
    return Exit.DONE


def stories(options: Options) -> int:
    """Print the events that several articles tell."""
    with closing(_library(options)) as library:
        found = list(library.stories())
        _say(options, lambda: [jsonform.story(each) for each in found], lambda: printing.stories(found))
    return Exit.DONE if found else Exit.PARTLY


def compare(options: Options) -> int:
    """Print articles side by side."""
    from index.compare.report import page

    with closing(_library(options)) as library:
        made = library.compare([library.article(each).id for each in _compared(options, library)])
        articles = library.articles(made.articles)
    if options.json:
        _print_json(jsonform.comparison(made, articles))
    elif options.html:
        _print(page.html(made, articles))
    else:
        _print(page.markdown(made, articles))
    return Exit.DONE


def _compared(options: Options, library: Library) -> Sequence[str]:
    if options.story and options.ids:
        raise UsageError("Name articles or a story to compare, not both.")
    ids: Sequence[str] = _of_story(options.story, library) if options.story else options.ids
    if len(ids) < 2:
        raise UsageError('Comparing takes at least two articles: "lateral compare ID ID".')
    if len(ids) > library.MOST_COMPARED and not options.story:
        raise UsageError(f"Comparing takes at most {library.MOST_COMPARED} articles, not {len(ids)}.")
    return ids


def _of_story(story: str, library: Library) -> Sequence[str]:
    try:
        return library.story_articles(story)
    except NotFoundError:
        raise NotFoundError(f'There is no story "{story}" in this library; "lateral stories" lists them.') from None


def sources(options: Options) -> int:
    """Print the outlets in the library, or its list of feeds."""
    with closing(_library(options)) as library:
        if options.opml:
            _print(library.opml().rstrip())
            return Exit.DONE
        found = library.sources()
        _say(options, lambda: [jsonform.source(each) for each in found], lambda: printing.sources(found))
    return Exit.DONE if found else Exit.PARTLY


def index(options: Options) -> int:
    """Check, rebuild or describe the search index."""
    from tui.cli.progress import Progress

    with closing(_library(options)) as library:
        if options.action == "check":
            faults = library.index_check()
            _say(options, lambda: {"faults": list(faults)}, lambda: "\n".join(faults) or "Library and index are sound.")
            return Exit.LIBRARY if faults else Exit.DONE
        if options.action == "rebuild":
            with Progress() as progress:
                library.index_rebuild(progress.report, progress.interrupted)
                if progress.interrupted():
                    return Exit.INTERRUPTED
        stats = library.index_stats()
        shape = {
            "articles": stats.articles,
            "segments": stats.segments,
            "bytes": stats.bytes,
            "applied": stats.applied,
            "behind": library.behind(),
        }
        _say(options, lambda: shape, lambda: "\n".join(f"{name:<10}{value}" for name, value in shape.items()))
    return Exit.DONE


def config(options: Options) -> int:
    """Tell where the settings are, whether they are right, or what they are."""
    from dataclasses import asdict

    file = paths.config_file()
    if options.action == "path":
        _say(options, lambda: {"path": str(file)}, lambda: str(file))
        return Exit.DONE
    settings = settings_file.load(file)
    if options.action == "check":
        sentence = f"{file} is sound." if file.exists() else f"{file} does not exist; the defaults hold."
        _say(options, lambda: {"path": str(file), "sound": True}, lambda: sentence)
    else:
        _say(options, lambda: asdict(settings), lambda: printing.settings(settings))
    return Exit.DONE


def doctor(options: Options) -> int:
    """Print terminal, library and environment at a glance."""
    from tui.cli import doctor as report

    found = report.examine(library_folder(options))
    _say(options, lambda: found, lambda: printing.pairs(found))
    return Exit.DONE


def library_folder(options: Options) -> Path:
    """The library that the options name."""
    if options.sample:
        from tui.cli.reader import sample_folder

        return sample_folder()
    return Path(options.library).expanduser() if options.library else paths.library_folder()


def _library(options: Options, *, create: bool = False) -> Library:
    from index.library import Library

    folder, settings = library_folder(options), settings_file.load(paths.config_file())
    if options.sample:
        from tui.cli.reader import sample_library

        return sample_library(settings, readonly=options.kiosk)
    if create and not options.kiosk:
        return Library.create(folder, state=paths.state_folder(), settings=settings)
    library = Library.open(folder, state=paths.state_folder(), settings=settings, readonly=options.kiosk)
    try:
        _heal(library)
    except LibraryError:
        library.close()
        raise
    return library


def _heal(library: Library, *, damaged: bool = False) -> None:
    """Have a sound index, telling how far it is; Ctrl-C stops between two batches, and the command with it."""
    from tui.cli.progress import Progress

    with Progress() as progress:
        library.heal(progress.report, progress.interrupted, damaged=damaged)
        if progress.interrupted():
            raise KeyboardInterrupt


def _say(options: Options, shape: Callable[[], Any], text: Callable[[], str]) -> None:
    if options.json:
        _print_json(shape())
    else:
        _print(text())


def _print_json(value: Any) -> None:
    print(jsonform.written(value, indent=2))


def _print(text: str) -> None:
    if not is_utf8():
        from tui.terminal.ascii import to_ascii

        text = to_ascii(text)
    if text:
        print(text)
