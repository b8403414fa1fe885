"""One SQLite file, and its errors as sentences."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import DamagedError, LibraryError, LockedError, MissingLibraryError, ReadOnlyError, VersionError
from index.store.database import Database, meaning
from tests.index.store.conftest import Opened

TABLES = "CREATE TABLE note (text TEXT); CREATE TABLE other (n INTEGER)"


def write(database: Database, text: str) -> None:
    with database.write() as connection:
        connection.execute("INSERT INTO note VALUES (?)", (text,))


def notes(database: Database) -> list[str]:
    with database.read() as connection:
        return [row["text"] for row in connection.execute("SELECT text FROM note ORDER BY rowid")]


def test_what_a_block_writes_is_there_for_another_connection(tmp_path: Path, opened: Opened) -> None:
    writer = opened(Database(tmp_path / "a.db", TABLES, 1))
    write(writer, "kept")
    assert notes(opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True))) == ["kept"]


def test_a_block_that_fails_writes_nothing(tmp_path: Path, opened: Opened) -> None:
    database = opened(Database(tmp_path / "a.db", TABLES, 1))
    two = [("lost",), ("lost", "too many")]
    with pytest.raises(DamagedError), database.write() as connection:
        connection.executemany("INSERT INTO note VALUES (?)", two)
    write(database, "kept")
    assert notes(database) == ["kept"]


def test_while_a_block_writes_no_other_begins(tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.store.database.BUSY", 0.0)
    one, other = (opened(Database(tmp_path / "a.db", TABLES, 1)) for _ in range(2))
    with one.write() as connection:
        seen = connection.execute("SELECT count(*) FROM note").fetchone()[0]
        with pytest.raises(LockedError):
            write(other, "in between")
        connection.execute("INSERT INTO note VALUES (?)", (f"after {seen}",))
    assert notes(other) == ["after 0"]


def test_a_file_of_a_newer_lateral_is_refused(tmp_path: Path, opened: Opened) -> None:
    opened(Database(tmp_path / "a.db", TABLES, 2))
    with pytest.raises(VersionError, match="newer lateral"):
        opened(Database(tmp_path / "a.db", TABLES, 1))


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "a.db").write_bytes(b"this is not a database at all" * 100)
    with pytest.raises(DamagedError, match=r"a\.db"):
        opened(Database(tmp_path / "a.db", TABLES, 1))


@pytest.mark.parametrize("version", [0, 1])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, opened: Opened, version: int) -> None:
    other = sqlite3.connect(tmp_path / "a.db")
    other.execute("CREATE TABLE theirs (x)")
    other.execute(f"PRAGMA user_version = {version}")
    other.commit()
    other.close()
    with pytest.raises(DamagedError, match="not a lateral library"):
        opened(Database(tmp_path / "a.db", TABLES, 1))


def test_reading_a_file_that_is_not_there_makes_none(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(MissingLibraryError):
        opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True))
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_no_library_to_read(tmp_path: Path, opened: Opened) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(MissingLibraryError, match="not a lateral library"):
        opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True))


def test_a_reader_in_the_middle_holds_up_no_writer(
    tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.store.database.BUSY", 0.0)
    writer = opened(Database(tmp_path / "a.db", TABLES, 1))
    write(writer, "one")
    write(writer, "two")
    with opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True)).read() as connection:
        rows = connection.execute("SELECT text FROM note ORDER BY rowid")
        assert next(rows)["text"] == "one"
        write(writer, "three")
        assert [row["text"] for row in rows] == ["two"]


def test_connections_of_all_threads_are_closed_from_any(tmp_path: Path) -> None:
    database = Database(tmp_path / "a.db", TABLES, 1)
    with ThreadPoolExecutor(1) as other:
        assert other.submit(notes, database).result() == []
    database.close()
    assert not (tmp_path / "a.db-wal").exists()


def lead_nowhere(*files: Path) -> None:
    """As in a folder of somebody else, but for every user: what SQLite writes beside a file to read cannot be."""
    for file in files:
        file.symlink_to(file.name)


def test_a_library_where_nothing_can_be_written_is_read_until_a_writer_comes(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "a.db"
    with closing(Database(file, TABLES, 1)) as writer:
        write(writer, "old")
    beside = [file.with_name("a.db-wal"), file.with_name("a.db-shm")]
    lead_nowhere(*beside)
    reader = opened(Database(file, TABLES, 1, readonly=True))
    assert notes(reader) == ["old"]
    for each in beside:
        each.unlink()
    write(opened(Database(file, TABLES, 1)), "new")
    assert notes(reader) == ["old", "new"]


def test_what_a_writer_has_not_brought_home_is_never_passed_over(tmp_path: Path, opened: Opened) -> None:
    with closing(Database(tmp_path / "a.db", TABLES, 1)) as writer:
        write(writer, "brought home")
    write(opened(Database(tmp_path / "a.db", TABLES, 1)), "in the log")
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("a.db", "a.db-wal"):
        (copy / name).write_bytes((tmp_path / name).read_bytes())
    lead_nowhere(copy / "a.db-shm")
    with pytest.raises(LibraryError, match=r"a\.db"):
        opened(Database(copy / "a.db", TABLES, 1, readonly=True))


def test_a_reader_may_not_write(tmp_path: Path, opened: Opened) -> None:
    opened(Database(tmp_path / "a.db", TABLES, 1)).close()
    reader = opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True))
    with pytest.raises(ReadOnlyError):
        write(reader, "no")


def test_a_sound_file_passes_the_check(tmp_path: Path, opened: Opened) -> None:
    assert opened(Database(tmp_path / "a.db", TABLES, 1)).check() == ()


def test_truncation_is_found_by_the_check(tmp_path: Path, opened: Opened) -> None:
    database = opened(Database(tmp_path / "a.db", TABLES, 1))
    for _ in range(100):
        write(database, "x" * 5000)
    database.close()
    os.truncate(tmp_path / "a.db", 100 * 1024)
    try:
        found = opened(Database(tmp_path / "a.db", TABLES, 1, readonly=True)).check()
    except DamagedError:
        return
    assert found


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_BUSY, "LockedError"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "LockedError"),
        (sqlite3.SQLITE_READONLY, "ReadOnlyError"),
        (sqlite3.SQLITE_FULL, "DiskFullError"),
        (sqlite3.SQLITE_CANTOPEN, "MissingLibraryError"),
        (sqlite3.SQLITE_CORRUPT, "DamagedError"),
        (sqlite3.SQLITE_NOTADB, "DamagedError"),
    ],
)
def test_each_error_of_sqlite_has_a_meaning(code: int, kind: str) -> None:
    error = sqlite3.OperationalError("something {odd}")
    error.sqlite_errorcode = code
    found = meaning(error, Path("library.db"))
    assert type(found).__name__ == kind
    assert "library.db" in str(found)


FILL = """
import resource, signal, sys
from pathlib import Path
from index.errors import DiskFullError
from index.store.database import Database
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
database = Database(Path(sys.argv[1]), sys.argv[2], 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
kept = 0
try:
    while True:
        with database.write() as connection:
            connection.execute("INSERT INTO note VALUES (?)", ("x" * 5000,))
        kept += 1
except DiskFullError as error:
    print(kept)
"""


def test_a_full_disk_is_named_and_loses_nothing_that_was_kept(tmp_path: Path, opened: Opened) -> None:
    file = tmp_path / "a.db"
    ran = subprocess.run([sys.executable, "-c", FILL, str(file), TABLES], capture_output=True, text=True, check=True)
    assert len(notes(opened(Database(file, TABLES, 1)))) == int(ran.stdout)
    assert int(ran.stdout) > 0


KILL = """
import os, signal, sys
from pathlib import Path
from index.store.database import Database
database = Database(Path(sys.argv[1]), sys.argv[2], 1)
for n in range(10_000):
    with database.write() as connection:
        connection.execute("INSERT INTO note VALUES (?)", (str(n),))
    os.write(1, f"{n}\\n".encode())
"""


@pytest.mark.parametrize("after", [1, 7, 30])
def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path, after: int, opened: Opened) -> None:
    file = tmp_path / "a.db"
    with subprocess.Popen([sys.executable, "-c", KILL, str(file), TABLES], stdout=subprocess.PIPE) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(after)]
        process.kill()
        said += process.stdout.readlines()
    kept = notes(opened(Database(file, TABLES, 1)))
    assert kept[: len(said)] == [line.decode().strip() for line in said]


@pytest.mark.skipif(sys.platform == "darwin", reason="names are UTF-8 there")
def test_a_folder_may_have_a_name_that_no_text_can_hold(tmp_path: Path, opened: Opened) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9 ?#%")
    folder.mkdir()
    write(opened(Database(folder / "a.db", TABLES, 1)), "kept")
    assert notes(opened(Database(folder / "a.db", TABLES, 1, readonly=True))) == ["kept"]
