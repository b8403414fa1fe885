"""Every command: its JSON, its text, its exit code."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.tui.cli.conftest import Run


def ids(lateral: Run, query: str) -> list[str]:
    return [hit["id"] for hit in lateral("search", query, "--json").json["hits"]]


def test_add_accounts_for_every_item(lateral: Run, articles: Path) -> None:
    found = lateral("add", articles, "--json")
    assert found.code == 0
    assert {key: found.json[key] for key in ("added", "updated", "duplicate", "skipped")} == {
        "added": 3,
        "updated": 0,
        "duplicate": 0,
        "skipped": 0,
    }
    assert [item["outcome"] for item in found.json["items"]] == ["added"] * 3
    assert all(set(item) == {"path", "item", "outcome", "id", "reason"} for item in found.json["items"])


def test_adding_again_finds_duplicates(filled: Run, articles: Path) -> None:
    assert filled("add", articles, "--json").json["duplicate"] == 3


def test_a_dry_run_writes_nothing(lateral: Run, articles: Path, home: Path) -> None:
    assert lateral("add", articles, "--dry-run", "--json").json["added"] == 3
    assert not (home / "data" / "lateral" / "library").exists()


def test_a_dry_run_knows_what_is_there(filled: Run, articles: Path) -> None:
    assert filled("add", articles, "--dry-run", "--json").json["duplicate"] == 3


def test_a_fault_is_named_and_exits_1_while_the_rest_is_kept(lateral: Run, articles: Path) -> None:
    (articles / "broken.jsonl").write_text('{"title": "cut off')
    found = lateral("add", articles)
    assert found.code == 1
    assert "broken.jsonl" in found.out
    assert "3 added" in found.out


def test_what_holds_no_article_is_named_and_no_fault_beside_articles(lateral: Run, articles: Path) -> None:
    (articles / "empty.txt").touch()
    (articles / "binary.html").write_bytes(bytes(range(256)) * 4)
    found = lateral("add", articles)
    assert found.code == 0
    assert "empty.txt" in found.out
    assert "binary.html" in found.out
    assert lateral("add", articles / "empty.txt").code == 1
    assert lateral("add", articles / "binary.html").code == 1


def test_a_folder_without_articles_exits_1(lateral: Run, home: Path) -> None:
    (home / "empty").mkdir()
    found = lateral("add", home / "empty")
    assert found.code == 1
    assert str(home / "empty") in found.out


def test_a_path_that_is_not_there_is_named(lateral: Run, home: Path) -> None:
    found = lateral("add", home / "nowhere")
    assert found.code == 1
    assert "nowhere" in found.out + found.err


def test_search_finds_what_was_added(filled: Run) -> None:
    found = filled("search", "ferry", "--json")
    assert found.code == 0
    assert found.json["total"] == 2
    hit = found.json["hits"][0]
    assert set(hit) >= {"id", "title", "source", "published", "url", "score", "snippet"}
    assert sorted(found.json["facets"]["source"]) == [["Coast Herald", 1], ["Skarvik Post", 1]]
    assert found.json["facets"]["month"] == [["2026-03", 2]]


def test_search_prints_titles_for_people(filled: Run) -> None:
    found = filled("search", "ferry")
    assert "2 found" in found.out
    assert "Ferry runs aground off Skarvik" in found.out


def test_the_limit_is_never_silent(filled: Run) -> None:
    assert "2 found, 1 shown" in filled("search", "ferry", "--limit", "1").out


def test_sorting_by_date(filled: Run) -> None:
    oldest = filled("search", "source:herald OR source:post", "--sort", "oldest", "--json").json["hits"]
    assert [hit["published"] for hit in oldest] == sorted(hit["published"] for hit in oldest)


def test_nothing_found_exits_1(filled: Run) -> None:
    found = filled("search", "volcano")
    assert (found.code, found.out, found.err) == (1, "", "Nothing found.\n")


def test_a_word_that_is_nearly_there_is_suggested(filled: Run) -> None:
    assert 'Did you mean "skarvik"?' in filled("search", "skarvki").err


def test_show_prints_the_text(filled: Run) -> None:
    (library,) = ids(filled, "library")
    found = filled("show", library, "--json")
    assert found.json["title"] == "Library reopens after two years"
    assert found.json["published"] == "2026-03-20T11:00:00+00:00"
    assert len(found.json["versions"]) == 1
    assert "Ostby" in filled("show", library[:6]).out


def test_an_unknown_id_exits_1(filled: Run) -> None:
    found = filled("show", "ffffffffffffffff")
    assert (found.code, found.out) == (1, "")
    assert "no article" in found.err


def test_claims_have_offsets_and_reasons(filled: Run) -> None:
    for each in ids(filled, "ferry"):
        text = filled("show", each, "--json").json["text"]
        found = filled("claims", each, "--json").json
        assert found["claims"]
        for claim in found["claims"]:
            sentence = found["sentences"][claim["sentence"]]
            assert (claim["start"], claim["end"]) == (sentence["start"], sentence["end"])
            assert text[claim["start"] : claim["end"]].strip()
            assert claim["reasons"]


def test_stories_group_the_event(filled: Run) -> None:
    found = filled("stories", "--json")
    assert found.code == 0
    (story,) = found.json
    assert sorted(story["articles"]) == sorted(ids(filled, "ferry"))
    assert (story["sources"], story["independent"]) == (["Coast Herald", "Skarvik Post"], 2)
    assert story["because"]


def test_compare_shows_the_figures_that_differ(filled: Run) -> None:
    found = filled("compare", *ids(filled, "ferry"), "--json")
    assert found.code == 0
    differing = [each for row in found.json["rows"] for each in row["differences"] if each["kind"] == "number"]
    assert any({"240", "260"} == {value.split()[0] for value in each["values"]} for each in differing)


def test_a_story_is_compared_by_its_id(filled: Run) -> None:
    story = filled("stories", "--json").json[0]
    found = filled("compare", "--story", story["id"], "--json").json
    assert sorted(found["articles"]) == sorted(story["articles"])
    assert sum(found["only"].values()) + found["shared"] == len(found["rows"])


def test_reports_are_self_contained(filled: Run) -> None:
    both = ids(filled, "ferry")
    assert filled("compare", *both, "--markdown").out.startswith("#")
    page = filled("compare", *both, "--html").out
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "<script" not in page
    assert "src=" not in page


def test_comparing_takes_two(filled: Run) -> None:
    found = filled("compare", ids(filled, "ferry")[0])
    assert found.code == 2
    assert "at least two" in found.err


def test_sources_are_listed(filled: Run) -> None:
    assert [(each["name"], each["articles"]) for each in filled("sources", "--json").json] == [
        ("Coast Herald", 2),
        ("Skarvik Post", 1),
    ]


def test_the_index_is_sound_and_can_be_rebuilt(filled: Run) -> None:
    assert filled("index", "check").code == 0
    before = ids(filled, "ferry")
    assert filled("index", "rebuild").code == 0
    assert ids(filled, "ferry") == before
    assert filled("index", "stats", "--json").json["articles"] == 3


def test_the_settings_are_found_checked_and_shown(lateral: Run, home: Path) -> None:
    file = Path(lateral("config", "path").out.strip())
    assert file == home / "config" / "lateral" / "config.toml"
    assert lateral("config", "check").code == 0
    file.parent.mkdir(parents=True)
    file.write_text("[reader]\nmesure = 3")
    found = lateral("config", "check")
    assert found.code == 2
    assert "reader.measure" in found.err


def test_the_doctor_reports_even_without_a_library(lateral: Run) -> None:
    found = lateral("doctor")
    assert found.code == 0
    assert "textual" in found.out
    assert "There is no library" in found.out


PAGE = """<!doctype html><html><head><title>Bridge closed</title>
<meta property="og:site_name" content="Coast Herald"></head><body><article><h1>Bridge closed</h1>
<p>The bridge over the Ost was closed to lorries on Tuesday after cracks were found in two of its nine pillars.</p>
<p>Engineers said it would stay closed for at least three months, and that cars may use one lane until then.</p>
</article></body></html>"""


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/bridge"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode() if found else b"")

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_when_asked_for(lateral: Run, site: str) -> None:
    assert lateral("fetch", f"{site}/bridge", "--allow-private", "--json").json["added"] == 1
    assert lateral("search", "bridge", "--json").json["hits"][0]["source"] == "Coast Herald"


def test_an_address_of_this_machine_is_refused_unless_allowed(lateral: Run, site: str) -> None:
    found = lateral("fetch", f"{site}/bridge")
    assert found.code == 1
    assert "127.0.0.1" in found.out
    assert "0 added" in found.out


def test_a_list_of_feeds_is_kept_and_given_back(lateral: Run, home: Path) -> None:
    listed = home / "list.opml"
    listed.write_text(
        '<opml version="2.0"><body><outline text="Coast"><outline text="Herald" xmlUrl="https://herald.example/feed"/>'
        '</outline><outline text="Post" xmlUrl="https://post.example/feed"/></body></opml>'
    )
    assert lateral("add", listed, "--dry-run", "--json").json["added"] == 2
    added = lateral("add", listed, "--json").json
    assert (added["added"], added["feeds"]) == (2, 2)
    assert "2 feeds among them" in lateral("add", listed).out
    given = lateral("sources", "--opml").out
    listed.write_text(given)
    assert lateral("add", listed, "--json").json["duplicate"] == 2
    assert 'text="Coast"' in given


def test_a_query_may_begin_with_what_is_not_wanted(filled: Run) -> None:
    assert filled("search", "-ferry", "--json", "--limit", "5").json["total"] == 1
    assert filled("search", "skarvik", "-tugs", "--json").json["total"] == 1


def test_one_form_of_output_at_a_time(filled: Run) -> None:
    assert filled("compare", *ids(filled, "ferry"), "--json", "--html").code == 2


def test_what_config_shows_can_be_used_as_settings(lateral: Run) -> None:
    file = Path(lateral("config", "path").out.strip())
    file.parent.mkdir(parents=True)
    file.write_text('[claims]\nkinds = ["figure"]\n[keys]\n"app.help" = "h"\n')
    shown = lateral("config", "show").out
    file.write_text(shown)
    assert lateral("config", "check").code == 0
    assert lateral("config", "show").out == shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("search", "x", "--limit", "-1"), '"-1" is no number'),
        (("search", "x", "--sort", "size"), "there are relevance, recent, newest, oldest"),
    ],
)
def test_wrong_options_are_explained(line: tuple[str, ...], said: str, filled: Run) -> None:
    found = filled(*line)
    assert found.code == 2
    assert said in found.err


def test_a_story_that_is_not_there_is_named_a_story(filled: Run) -> None:
    found = filled("compare", "--story", "nope")
    assert found.code == 1
    assert 'There is no story "nope"' in found.err


def test_fetching_from_an_empty_list_is_a_question(filled: Run) -> None:
    found = filled("fetch")
    assert found.code == 2
    assert "Fetch what?" in found.err
