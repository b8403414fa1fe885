from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.ingest import importer
from index.ingest.importer import Item, items
from index.ingest.limits import MAX_DEPTH, MAX_DOCUMENT
from index.text.sanitise import clean_line
from tests.fuzz.run import SLOWEST, Outcome, check, corpus, run
from tests.fuzz.seeds import SEEDS
from tests.hostile.escapes import ESCAPES

PROSE = "The council voted on Monday to widen the north quay."


def read(folder: Path, name: str, data: bytes) -> list[Item]:
    path = folder / name
    path.write_bytes(data)
    return list(items([path]))


def reason(found: list[Item]) -> str:
    (item,) = found
    assert item.skip is not None
    return str(item.skip)


@pytest.mark.parametrize("name", [name for name in SEEDS if name != "list.opml"])
def test_a_sound_file_of_every_format_gives_its_articles(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, SEEDS[name])
    assert any(item.article and "north quay" in item.article.text for item in found)
    assert not any(item.skip and item.skip.fault for item in found)


@pytest.mark.parametrize(
    "name", ["page.html", "feed.xml", "lines.jsonl", "references.ris", "letter.eml", "nitf.xml", "notes.md", "csl.json"]
)
def test_title_and_date_come_along(tmp_path: Path, name: str) -> None:
    article = read(tmp_path, name, SEEDS[name])[0].article
    assert article is not None
    assert "Qu" in article.title
    assert article.published is not None
    assert (article.published.year, article.published.month, article.published.day) == (2026, 3, 2)


def test_a_folder_is_read_one_file_at_a_time(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{PROSE} Number {number}.")
    found = items([tmp_path])
    next(found)
    (tmp_path / "4.txt").unlink()
    (tmp_path / "3.txt").write_text(f"{PROSE} Changed in the meantime.")
    rest = list(found)
    assert rest[2].article is not None
    assert "meantime" in rest[2].article.text


def test_every_file_is_accounted_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "c.txt").write_text("")
    (tmp_path / "d").mkdir()
    found = list(items([tmp_path, tmp_path / "none"]))
    assert [Path(item.path).name for item in found] == ["a.txt", "b.bin", "c.txt", "d", "none"]
    assert [bool(item.skip and item.skip.fault) for item in found] == [False, False, False, False, True]


def test_importing_twice_gives_the_same_ids(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.html").write_bytes(SEEDS["page.html"])
    ids = [[item.article.id for item in items([tmp_path]) if item.article] for _ in range(2)]
    assert ids[0] == ids[1]


def test_members_are_named_by_their_way_in(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("x/lines.jsonl", SEEDS["lines.jsonl"])
    outer = gzip.compress(inner.getvalue())
    found = read(tmp_path, "a.zip.gz", outer)
    assert [item.item for item in found] == ["x/lines.jsonl > line 1", "x/lines.jsonl > line 2"]


@pytest.mark.parametrize("escape", ESCAPES)
def test_escapes_in_every_field_lose_their_power(tmp_path: Path, escape: str) -> None:
    fields = ("title", "source", "author", "url", "language", "published", "text")
    record = dict.fromkeys(fields, f"{escape} x {escape}")
    name = f"a{escape}.jsonl".replace("/", "")
    found = read(tmp_path, name, json.dumps(record).encode())
    for item in found:
        assert item.article is not None
        for line in (
            item.path,
            item.item,
            item.article.title,
            item.article.source,
            item.article.author,
            item.article.text,
        ):
            assert line == clean_line(line)


def test_a_reason_repeats_no_escape(tmp_path: Path) -> None:
    assert "\x1b" not in reason(read(tmp_path, "a.csv", b"\x1b[2Ja,b\n1,2\n"))


class TestArchives:
    def archive(self, members: dict[str, bytes]) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return packed.getvalue()

    @pytest.mark.parametrize(
        "name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:/a.txt".replace("C:", ":")]
    )
    def test_names_that_lead_out_are_refused(self, tmp_path: Path, name: str) -> None:
        assert "leads out of the archive" in reason(read(tmp_path, "a.zip", self.archive({name: PROSE.encode()})))

    def test_links_in_zip_are_refused(self, tmp_path: Path) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            info = zipfile.ZipInfo("a.txt")
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
        assert "link" in reason(read(tmp_path, "a.zip", packed.getvalue()))

    @pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
    def test_links_and_devices_in_tar_are_refused(self, tmp_path: Path, kind: bytes) -> None:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w") as archive:
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        assert "link, device or sparse" in reason(read(tmp_path, "a.tar", packed.getvalue()))

    def test_a_gzip_bomb_is_left(self, tmp_path: Path) -> None:
        bomb = gzip.compress(bytes(300 << 20), compresslevel=9)
        assert "unpacks to more than" in reason(read(tmp_path, "a.jsonl.gz", gzip.compress(b"{") + bomb))

    def test_a_zip_bomb_is_left_and_what_came_before_is_kept(self, tmp_path: Path) -> None:
        found = read(tmp_path, "a.zip", self.archive({"a.txt": PROSE.encode(), "b.jsonl": b"{" + bytes(200 << 20)}))
        assert found[0].article is not None
        assert "unpacks to more than" in str(found[1].skip)

    def test_a_directory_of_any_size_is_not_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("index.ingest.formats.zip.MAX_DIRECTORY", 1000)
        packed = self.archive({f"{number}.txt": b"x" for number in range(50)})
        assert "list of members is too large" in reason(read(tmp_path, "a.zip", packed))

    def test_a_name_of_any_length_is_not_read(self, tmp_path: Path) -> None:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
            archive.addfile(tarfile.TarInfo("a" * (2 << 20)))
        assert "too long" in reason(read(tmp_path, "a.tar", packed.getvalue()))

    def test_a_large_packed_file_in_an_archive_is_no_bomb(self, tmp_path: Path) -> None:
        lines = b"".join(b'{"text": "%s"}\n' % os.urandom(1 << 20).hex().encode() for _ in range(10))
        found = read(tmp_path, "a.zip", self.archive({"lines.jsonl.gz": gzip.compress(lines, compresslevel=1)}))
        assert [item.article is not None for item in found] == [True] * 10

    def test_archives_in_archives_end_somewhere(self, tmp_path: Path) -> None:
        data = PROSE.encode()
        for _ in range(MAX_DEPTH + 2):
            data = self.archive({"a": data})
        assert "layers of archives" in reason(read(tmp_path, "a.zip", data))

    def test_a_damaged_member_does_not_take_the_others_along(self, tmp_path: Path) -> None:
        packed = bytearray(self.archive({"a.txt": PROSE.encode() * 50, "b.txt": PROSE.encode()}))
        packed[60] ^= 0xFF
        found = read(tmp_path, "a.zip", bytes(packed))
        assert [item.article is not None for item in found] == [False, True]

    def test_an_encrypted_member_is_named(self, tmp_path: Path) -> None:
        packed = bytearray(self.archive({"a.txt": PROSE.encode()}))
        packed[packed.index(b"PK\x01\x02") + 8] |= 1
        assert "encrypted" in reason(read(tmp_path, "a.zip", bytes(packed)))

    def test_a_cut_off_archive_keeps_what_came_before(self, tmp_path: Path) -> None:
        lines = SEEDS["lines.jsonl"] * 5000
        found = read(tmp_path, "a.jsonl.gz", gzip.compress(lines, mtime=0)[:-2000])
        assert sum(item.article is not None for item in found) > 100
        assert "damaged" in str(found[-1].skip)

    def test_an_archive_without_articles_says_so(self, tmp_path: Path) -> None:
        assert reason(read(tmp_path, "a.zip", self.archive({}))) == "It holds no articles."


class TestHostile:
    def test_entities_are_not_expanded(self, tmp_path: Path) -> None:
        entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'
        item = "<item><title>&e11;</title><description>&e11;</description></item>"
        feed = f"{bomb}<rss><channel><title>x</title>{item}</channel></rss>"
        nitf = f"{bomb}<nitf><body><body.content><p>&e11;</p></body.content></body></nitf>"
        for name, text in (("a.xml", feed), ("b.xml", nitf)):
            for found in read(tmp_path, name, text.encode()):
                assert found.article is None or len(found.article.text) < 10_000

    def test_external_entities_are_not_read(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("the secret of the quay")
        doctype = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        item = "<item><title>Quay</title><description>&e; x</description></item>"
        bodies = {
            "a.xml": f"{doctype}<rss><channel>{item}</channel></rss>",
            "b.xml": f"{doctype}<nitf><body><body.content><p>Quay &e;</p></body.content></body></nitf>",
            "c.html": f"{doctype}<html><body><p>Quay &e;</p></body></html>",
        }
        for name, text in bodies.items():
            for found in read(tmp_path, name, text.encode()):
                assert found.article is None or "secret" not in found.article.text

    def test_json_nested_too_deep_is_named(self, tmp_path: Path) -> None:
        assert "nested more than" in reason(read(tmp_path, "a.json", b"[" * 100_000 + b"]" * 100_000))
        assert "nested more than" in reason(read(tmp_path, "a.jsonl", b'{"text":' * 50_000))

    def test_mime_nested_too_deep_is_named(self, tmp_path: Path) -> None:
        message = "From: a@example.org\nSubject: x\n"
        for depth in range(1000):
            message += f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        assert "nested too deep" in reason(read(tmp_path, "a.eml", message.encode() + b"Content-Type: text/plain\n\nx"))

    @pytest.mark.parametrize(
        ("name", "opening"),
        [("a.html", b"<div>"), ("a.html", b"<b><i>"), ("a.xml", b"<rss><channel>"), ("a.xml", b"<nitf>")],
    )
    def test_elements_nested_too_deep_do_no_harm(self, tmp_path: Path, name: str, opening: bytes) -> None:
        outcome = Outcome()
        check(name, opening * 20_000 + PROSE.encode(), outcome)
        assert not outcome.failures

    def test_one_endless_line_is_named(self, tmp_path: Path) -> None:
        line = b'{"text": "' + b"a" * (MAX_DOCUMENT + 10)
        assert "longer than" in reason(read(tmp_path, "a.jsonl", line))
        assert "larger than" in reason(read(tmp_path, "a.txt", line))
        found = read(tmp_path, "b.jsonl", line + b"\n" + SEEDS["lines.jsonl"])
        assert [item.article is not None for item in found] == [False, True, True]

    def test_nul_bytes_are_taken_out(self, tmp_path: Path) -> None:
        (item,) = read(tmp_path, "a.txt", PROSE.encode().replace(b"quay", b"qu\0ay"))
        assert item.article is not None
        assert item.article.text == PROSE

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("a.html", b"<a href='x"), ("a.html", b"<!--"), ("a.html", b"<p>a</p>"),
            ("a.html", b"http://a.b/ | "), ("a.xml", b"<item>"), ("a.xml", b"&amp;"),
            ("a.eml", b"Subject: =?utf-8?q?a?=\n "), ("a.txt", b"By By "),
            ("a.opml", b'<outline a="'), ("a.opml", b"<outline a='b' xmlUrl='"), ("a.txt", b"a, B, "),
            ("a.txt", b"(((("),
            ("a.ris", b"TY  - x\n"), ("a.csv", b'text,"'), ("a.warc", b"WARC/1.0\r\n\r\n"),
            ("a.warc", b"WARC/1.0\r\nContent-Length: 9999999\r\n\r\n"), ("a.arc", b"x 12345678 "), ("a.md", b"> * ["),
            ("a.md", b"`*_"), ("a.txt", b"a\n\n"), ("a.json", b"[1,"),
        ],
    )  # fmt: skip
    def test_repetition_does_not_take_long(self, name: str, unit: bytes) -> None:
        heads = {
            "a.xml": b"<rss><channel>",
            "a.eml": b"From: a\nTo: b\n",
            "a.opml": b"<opml><body>",
            "a.html": b"<html><body>",
            "a.arc": b"filedesc://a ",
        }
        outcome = Outcome()
        check(name, heads.get(name, b"") + unit * (100_000 // len(unit)), outcome)
        assert not outcome.failures, outcome.failures[0].reason
        assert outcome.slowest < SLOWEST / 2


@settings(max_examples=60)
@given(st.sampled_from(sorted(SEEDS)), st.binary(max_size=400), st.integers(0, 5000))
def test_bytes_put_anywhere_in_a_file_of_any_format_do_no_harm(name: str, extra: bytes, at: int) -> None:
    outcome = Outcome()
    check(name, SEEDS[name][:at] + extra + SEEDS[name][at:], outcome)
    assert not outcome.failures


def test_mutated_files_of_every_format_do_no_harm() -> None:
    outcome = run(corpus(), 1000, seed=1)
    assert [failure.reason for failure in outcome.failures] == []
    assert outcome.articles > 100


def test_memory_stays_flat_over_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an item is held once the next one is asked for."""
    alive: list[int] = []

    def counted(*arguments: object) -> Iterator[Item]:
        for number in range(3):
            alive.append(number)
            yield Item("a", str(number), None, None)

    monkeypatch.setattr(importer, "read", counted)
    (tmp_path / "a.txt").write_text(PROSE)
    found = items([tmp_path])
    next(found)
    assert alive == [0]


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE)
    found = items([path, os.fspath(path)])
    assert next(found).article is not None
    path.unlink()
    assert "no such file" in str(next(found).skip).lower()
