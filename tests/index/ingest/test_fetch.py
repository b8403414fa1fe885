from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from index.ingest import fetch
from index.ingest.client import Options, is_public
from index.ingest.importer import Item

PAGE = (
    b"<html lang='en'><head><title>Quay to be widened</title></head><body><article><p>%b</p></article></body></html>"
    % (b"The harbour council voted on Monday to widen the north quay, the clerk said. " * 3)
)
FEED = b"""<rss version="2.0"><channel><title>Harbour Post</title><item><title>Quay</title><link>/quay</link>
<description>The council voted on Monday to widen the north quay.</description></item></channel></rss>"""

Reply = tuple[int, dict[str, str], bytes]
LOCAL = Options(private=True, connect=2, total=3)


class Site:
    """A web site on this machine: what it answers by path, and the requests it has seen."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.url = ""

    def pages(self) -> list[str]:
        return [path for path, _ in self.seen if path != "/robots.txt"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as found:
        yield found


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.seen.append((self.path, dict(self.headers)))
            reply = site.replies.get(self.path, (404, {}, b""))
            if callable(reply):
                reply(self)
                return
            status, headers, body = reply
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fetched(*targets: str, options: Options = LOCAL, validators: fetch.Validators | None = None) -> list[Item]:
    return list(fetch.items(targets, options=options, validators=validators, sleep=lambda seconds: None))


def reasons(found: list[Item]) -> list[str]:
    return [str(item.skip) for item in found if item.skip]


def test_a_page_becomes_an_article_under_its_address(site: Site) -> None:
    site.replies["/quay"] = (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE)
    (item,) = fetched(f"{site.url}/quay")
    assert item.article is not None
    assert item.article.title == "Quay to be widened"
    assert item.article.url == f"{site.url}/quay"


def test_a_feeds_entries_become_articles_with_absolute_links(site: Site) -> None:
    site.replies["/feed"] = (200, {"Content-Type": "application/rss+xml"}, FEED)
    (item,) = fetched(f"{site.url}/feed")
    assert item.article is not None
    assert (item.article.source, item.article.url) == ("Harbour Post", f"{site.url}/quay")


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.replies["/feed"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(FEED))
    (item,) = fetched(f"{site.url}/feed")
    assert item.article is not None


def test_every_feed_of_a_list_is_fetched_once(site: Site, tmp_path: Path) -> None:
    site.replies["/feed"] = (200, {}, FEED)
    outlines = f'<outline text="A" xmlUrl="{site.url}/feed"/>' * 2 + f'<outline text="B" xmlUrl="{site.url}/none"/>'
    opml = tmp_path / "list.opml"
    opml.write_text(f"<opml><body>{outlines}</body></opml>")
    found = fetched(str(opml))
    assert [item.article is not None for item in found] == [True, False]
    assert site.pages() == ["/feed", "/none"]
    assert "status 404" in reasons(found)[0]


def test_what_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(304 if handler.headers.get("If-None-Match") == '"1"' else 200)
        handler.send_header("ETag", '"1"')
        handler.end_headers()
        if handler.headers.get("If-None-Match") is None:
            handler.wfile.write(FEED)

    site.replies["/feed"] = reply
    first = fetch.Validators(tmp_path / "validators.json")
    assert [item.article is not None for item in fetched(f"{site.url}/feed", validators=first)] == [True]
    first.save()
    again = fetched(f"{site.url}/feed", validators=fetch.Validators(tmp_path / "validators.json"))
    assert "has not changed" in reasons(again)[0]
    assert not again[0].skip or not again[0].skip.fault


def test_a_fetch_that_was_not_saved_is_made_in_full_again(site: Site, tmp_path: Path) -> None:
    site.replies["/feed"] = (200, {"ETag": '"1"'}, FEED)
    for _ in range(2):
        fetched(f"{site.url}/feed", validators=fetch.Validators(tmp_path / "validators.json"))
    assert all("If-None-Match" not in headers for _, headers in site.seen)


@pytest.mark.parametrize(
    "private", ["http://127.0.0.1:9/", "http://[::1]:9/", "http://localhost:9/", "http://169.254.169.254/"]
)
def test_private_addresses_are_refused_unless_allowed(private: str) -> None:
    assert "not on the public internet" in reasons(fetched(private, options=Options(connect=1)))[0]


def test_a_redirect_to_a_private_address_is_refused_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.replies["/"] = (302, {"Location": "http://192.168.7.7/"}, b"")
    port = site.url.rpartition(":")[2]
    monkeypatch.setattr("index.ingest.client.is_public", lambda address: address == "127.0.0.1")
    assert (
        "192.168.7.7 is not on the public"
        in reasons(fetched(f"http://127.0.0.1:{port}/", options=Options(connect=1)))[0]
    )


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "http:///x", "http://a b/"]
)
def test_other_schemes_and_broken_addresses_are_refused(address: str, site: Site) -> None:
    site.replies["/go"] = (302, {"Location": address}, b"")
    for target in (address, f"{site.url}/go"):
        (item,) = fetched(target)
        assert item.skip is not None
        assert item.skip.fault


def test_redirects_are_followed_and_counted(site: Site) -> None:
    site.replies["/old"] = (301, {"Location": "/quay"}, b"")
    site.replies["/quay"] = (200, {}, PAGE)
    site.replies["/loop"] = (302, {"Location": "/loop"}, b"")
    (moved,) = fetched(f"{site.url}/old")
    assert moved.article is not None
    assert moved.article.url == f"{site.url}/quay"
    assert "redirects more than 5 times" in reasons(fetched(f"{site.url}/loop"))[0]


def test_what_is_too_large_is_refused(site: Site) -> None:
    site.replies["/big"] = (200, {}, b"x" * 3_000_000)
    limited = Options(private=True, size=2 << 20)
    assert "larger than 2 MiB" in reasons(fetched(f"{site.url}/big", options=limited))[0]


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    site.replies["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50 << 20)))
    assert "unpacks to more than 16 MiB" in reasons(fetched(f"{site.url}/bomb"))[0]


def test_a_server_that_sends_a_byte_now_and_then_is_left(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            try:
                handler.wfile.write(b".")
            except OSError:
                return
            time.sleep(0.02)

    site.replies["/slow"] = drip
    impatient = Options(private=True, connect=1, total=0.3)
    assert "took longer than 0.3 seconds" in reasons(fetched(f"{site.url}/slow", options=impatient))[0]


def test_an_answer_that_breaks_off_is_named(site: Site) -> None:
    site.replies["/short"] = (200, {"Content-Length": "9999"}, PAGE)
    assert "before all was sent" in reasons(fetched(f"{site.url}/short"))[0]


def test_robots_are_honoured(site: Site) -> None:
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    site.replies["/private/quay"] = (200, {}, PAGE)
    site.replies["/quay"] = (200, {}, PAGE)
    site.replies["/detour"] = (302, {"Location": "/private/quay"}, b"")
    found = fetched(f"{site.url}/private/quay", f"{site.url}/quay", f"{site.url}/detour")
    assert [item.article is not None for item in found] == [False, True, False]
    assert all("robots.txt" in reason for reason in reasons(found))
    assert site.pages() == ["/quay", "/detour"]


def test_a_pause_that_a_site_asks_for_is_kept(site: Site) -> None:
    site.replies["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 600\nDisallow: /x\n")
    site.replies["/quay"] = (200, {}, PAGE)
    pauses: list[float] = []
    list(fetch.items([f"{site.url}/quay", f"{site.url}/quay"], options=LOCAL, sleep=pauses.append))
    assert pauses == [10.0]


def test_a_host_that_does_not_answer_is_named() -> None:
    (item,) = fetched("http://127.0.0.1:1/")
    assert (item.path, item.item) == ("http://127.0.0.1:1/", "")
    assert "127.0.0.1:1 cannot be read from" in str(item.skip)


def test_a_target_that_is_neither_address_nor_list_is_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty.opml"
    empty.write_text("<opml/>")
    assert reasons(fetched("nowhere.opml", str(empty))) == [
        "nowhere.opml is neither a web address nor an OPML file.",
        "empty.opml lists no feeds with a web address.",
    ]


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1",
        "0.0.0.0",
        "100.64.0.1",
        "224.0.0.1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_addresses_that_are_public() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
