"""A dialogue with a reader: one line in, one answer out."""

from __future__ import annotations

from index.errors import DamagedIndexError, LateralError, VersionError
from index.library import Library
from index.model import Article
from tui.plain import wording
from tui.plain.commands import NAMED, Command
from tui.plain.sheet import Place, Sheet, ordinal
from tui.widgets.phrasing import count


class Dialogue:
    """Answers lines about a library.

    `sheets` are what was shown, the current one last; `left` becomes true when the reader has said goodbye.
    """

    def __init__(self, library: Library) -> None:
        self.left = False
        self.library = library
        self.sheets: list[Sheet] = []

    def greeting(self) -> str:
        """The first words."""
        size = count(self.library.count(), "article")
        return f'lateral, {size}. Type "search" and words to find, "help" for all commands.'

    def answer(self, line: str) -> str:
        """What there is to say to a line; errors are sentences, too."""
        word, rest = _split(line)
        command = NAMED.get(word)
        if command is None:
            line = wording.plain(line).strip()
            return f'There is no command "{word}". To find it, type "search {line}"; for all commands "help".'
        try:
            answer = self._answered(command, rest)
        except LateralError as error:
            answer = wording.plain(str(error))
        self._keep_position()
        return answer

    def _answered(self, command: Command, rest: str) -> str:
        """The answer of a command, if need be with an index that has been made anew."""
        try:
            return command.answer(self, rest)
        except (DamagedIndexError, VersionError):
            self.library.heal(damaged=True)
            return command.answer(self, rest)

    # What is being read

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.sheets[-1] if self.sheets else None

    def show(self, sheet: Sheet) -> str:
        """Go to a sheet."""
        self.sheets.append(sheet)
        return sheet.show()

    def _keep_position(self) -> None:
        sheet = self.sheet
        if sheet is not None and sheet.kind == "paragraphs":
            self.library.state.set_position(sheet.article, sheet.offset)

    def article(self) -> Article | None:
        """The article that is open, or that what is shown is about."""
        ids = [sheet.article for sheet in self.sheets if sheet.article]
        return self.library.article(ids[-1]) if ids else None

    def place(self, number: str, letter: str = "") -> Place | None:
        """Where what carries this number in the list shown last leads."""
        lists = (sheet for sheet in reversed(self.sheets) if any(each.places for each in sheet.passages))
        sheet = next(lists, None)
        return sheet.place(ordinal(number), letter) if sheet is not None else None


def _split(line: str) -> tuple[str, str]:
    """The command and the rest of a line; a bare number opens, a slash searches."""
    line = wording.plain(line).strip()
    if line.startswith("/"):
        return "search", line[1:].strip()
    if line.isdecimal():
        return "open", line
    command, _, rest = line.partition(" ")
    return command.lower(), rest.strip()
