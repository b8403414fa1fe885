from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.ingest.formats.opml import dump, feeds
from index.model import Feed
from index.text.sanitise import clean_line, safe_url

LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(clean_line)
FEEDS = st.builds(
    Feed,
    title=LINE,
    url=st.from_regex(r"https://[a-z]{1,8}\.example/[a-z?&=%é]{0,9}", fullmatch=True).map(safe_url),
    page=LINE,
    description=LINE,
    categories=st.lists(LINE.filter(bool), max_size=3).map(tuple),
)


def outline(title: str, url: str = "", inner: str = "") -> str:
    address = f' xmlUrl="{url}"' if url else ""
    return f'<outline text="{title}"{address}>{inner}</outline>'


def test_categories_nest() -> None:
    ports = outline("Ports", inner=outline("A", "https://a.example/"))
    text = f"<opml><body>{outline('News', inner=ports + outline('B', 'https://b.example/'))}</body></opml>"
    assert [(feed.title, feed.categories) for feed in feeds(text)] == [("A", ("News", "Ports")), ("B", ("News",))]


def test_what_is_not_escaped_is_read() -> None:
    text = """<opml><body><outline text="News & Views"><outline title="A "great" <b>site</b>" description="x > y & z"
    xmlUrl='https://a.example/?a=1&b=2' type="rss" /><outline title="B" xmlUrl="https://b.example/"></outline></body>"""
    first, second = feeds(text)
    assert first == Feed('A "great" <b>site</b>', "https://a.example/?a=1&b=2", "", "x > y & z", ("News & Views",))
    assert (second.title, second.categories) == ("B", ("News & Views",))


def test_outlines_that_are_not_closed_are_read() -> None:
    assert [
        feed.title
        for feed in feeds(
            '<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B" xmlUrl="https://b.example/"'
        )
    ] == ["A", "B"]


def test_comments_are_left_out() -> None:
    assert list(feeds(f"<opml><body><!-- {outline('A', 'https://a.example/')} --></body></opml>")) == []


@given(st.lists(FEEDS, max_size=6))
def test_lists_written_again_read_the_same(listed: list[Feed]) -> None:
    assert list(feeds(dump(listed))) == listed
