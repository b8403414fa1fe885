"""Opening the reader: a terminal to open it on, a library to open, and the sample on a first start."""

from __future__ import annotations

import argparse
import gc
import sys
from contextlib import closing
from pathlib import Path

from index import config as settings_file
from index import paths
from index.config import Settings
from index.library import Library
from tui.cli.commands import library_folder
from tui.cli.exits import Exit
from tui.session import OPEN_OWN
from tui.terminal import boot


def open_reader(options: argparse.Namespace) -> int:
    """Run the reader until the user leaves it."""
    settings = settings_file.load(paths.config_file())
    if not options.plain:
        _need_terminal()
    with closing(_library(options, settings)) as library:
        left = _run(library, options)
    if left != OPEN_OWN:
        return left
    with closing(Library.open(paths.library_folder(), state=paths.state_folder(), settings=settings)) as library:
        return _run(library, options)


def sample_folder() -> Path:
    """Where this version's sample library is kept."""
    from index import samples

    return paths.sample_folder() / samples.digest()


def sample_library(settings: Settings, *, readonly: bool = False) -> Library:
    """The sample library, made where it is not there yet and may be."""
    from index import samples

    if readonly:
        return Library.open(sample_folder(), state=paths.state_folder(), settings=settings, readonly=True)
    library = Library.create(sample_folder(), state=paths.state_folder(), settings=settings)
    if not library.count():
        boot.uncover()
        print("Preparing the sample library …", file=sys.stderr)
        library.add(samples.paths())
    return library


def _need_terminal() -> None:
    from tui.terminal.capabilities import require

    require()


def _library(options: argparse.Namespace, settings: Settings) -> Library:
    folder = library_folder(options)
    first_start = not options.library and not (folder / "library.db").exists() and not options.kiosk
    if options.sample or first_start:
        return sample_library(settings, readonly=options.kiosk)
    return Library.open(folder, state=paths.state_folder(), settings=settings, readonly=options.kiosk)


def _run(library: Library, options: argparse.Namespace) -> int:
    if options.plain:
        from tui.plain import converse

        converse(library)
        return Exit.DONE
    from tui.terminal import environment

    environment.prepare()
    gc.disable()  # until the reader is open: nothing that is made before goes away
    from tui.app import LateralApp

    app = LateralApp(library, kiosk=options.kiosk, sample=library.folder == sample_folder())
    return app.run(mouse=library.settings.reader.mouse) or app.return_code or Exit.DONE
