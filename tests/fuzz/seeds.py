"""A small sound file of every format that the importer reads."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

_BODY = "The harbour council voted on Monday to widen the north quay. Two members abstained, the clerk said."

_HTML = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay to be widened | Harbour Post</title>
<meta property="og:title" content="Quay to be widened"><link rel="canonical" href="https://example.org/quay">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Quay to be widened",
"datePublished": "2026-03-02T09:00:00+01:00", "author": [{{"name": "Ada Moss"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Quay to be widened</h1>
<p>{_BODY}</p><p>{_BODY} <a href="https://example.org/b">More</a></p><table><tr><td>1</td></tr></table></article>
</body></html>""".encode()

_RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Quay &amp; more</title><link>https://example.org/quay?utm_source=x</link>
<pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate><guid>tag:1</guid>
<description><![CDATA[<p>{_BODY}</p>]]></description></item></channel></rss>""".encode()

_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title><entry>
<title type="html">Quay &lt;b&gt;widened&lt;/b&gt;</title><id>tag:example.org,2026:1</id>
<link rel="alternate" href="https://example.org/quay"/><updated>2026-03-02T09:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{_BODY}</p></div></content></entry>
</feed>""".encode()

_MAIL = f"""From: =?utf-8?q?Harbour_Post?= <news@example.org>
To: reader@example.org
Subject: =?iso-8859-1?q?Qu=E4y?= widened
Date: Mon, 2 Mar 2026 09:00:00 +0100
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{_BODY}=20
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: base64

PHA+VGhlIGhhcmJvdXI8L3A+
--b--
""".encode()

_RECORD = {
    "title": "Quay to be widened",
    "text": _BODY,
    "source": "Harbour Post",
    "published": "2026-03-02T09:00:00Z",
    "url": "https://example.org/quay",
    "author": ["Ada Moss", "Ben Rill"],
    "language": "en",
}
_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Post",
    "items": [{"id": "1", "content_text": _BODY}],
}
_NINJS = {"uri": "urn:1", "versioncreated": "2026-03-02T09:00:00Z", "headline": "Quay", "body_xhtml": f"<p>{_BODY}</p>"}
_CSL = [{"id": "1", "type": "article", "title": "Quay", "abstract": _BODY, "issued": {"date-parts": [[2026, 3, 2]]}}]

_NITF = f"""<nitf><head><title>Quay</title><docdata><doc-id id-string="1" regsrc="HP"/>
<date.issue norm="20260302T090000Z"/></docdata></head>
<body><body.head><hedline><hl1>Quay</hl1></hedline><byline>By Ada Moss</byline></body.head>
<body.content><p>{_BODY}</p></body.content></body></nitf>""".encode()
_NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" xml:lang="en"><contentMeta>
<contentCreated>2026-03-02</contentCreated><headline>Quay</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{_BODY}</p></body></html></inlineXML></contentSet>
</newsItem>""".encode()
_OPML = b"""<opml version="1.0"><body><outline text="Ports"><outline text="Harbour Post" title="Harbour Post"
xmlUrl="https://example.org/feed" type="rss"/></outline></body></opml>"""
_RIS = f"""TY  - NEWS
TI  - Quay
AU  - Moss, Ada
PY  - 2026/03/02
AB  - {_BODY}
UR  - https://example.org/quay
ER  -
""".encode()
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _HTML
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/quay\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%b\r\n\r\n" % (len(_HTTP), _HTTP)
)


def _zip(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return packed.getvalue()


SEEDS: dict[str, bytes] = {
    "page.html": _HTML,
    "feed.xml": _RSS,
    "atom.xml": _ATOM,
    "letter.eml": _MAIL,
    "box.mbox": b"From a@example.org Mon Mar  2 09:00:00 2026\n"
    + _MAIL
    + b"\nFrom b Mon Mar  2 09:00:00 2026\n"
    + _MAIL,
    "notes.txt": f"Quay to be widened\nBy Ada Moss | 2 March 2026\n\n{_BODY}\n\nFollow us:\n".encode(),
    "notes.md": f"---\ntitle: Quay\ndate: 2026-03-02\n---\n# Quay\n\n{_BODY} [more](https://example.org/b)\n".encode(),
    "lines.jsonl": (json.dumps(_RECORD) + "\n").encode() * 2,
    "list.json": json.dumps([_RECORD]).encode(),
    "feed.json": json.dumps(_FEED).encode(),
    "ninjs.json": json.dumps(_NINJS).encode(),
    "csl.json": json.dumps(_CSL).encode(),
    "table.csv": f'title,text,date\nQuay,"{_BODY}",2026-03-02\n'.encode(),
    "nitf.xml": _NITF,
    "newsml.xml": _NEWSML,
    "list.opml": _OPML,
    "references.ris": _RIS,
    "web.warc": _WARC,
    "web.warc.gz": gzip.compress(_WARC, mtime=0),
    "page.html.gz": gzip.compress(_HTML, mtime=0),
    "web.arc": b"https://example.org/ 192.0.2.1 20260302090000 text/html %d\n%b\n" % (len(_HTTP), _HTTP),
    "packed.zip": _zip({"a/page.html": _HTML, "notes.txt": _BODY.encode()}),
    "web.wacz": _zip({"datapackage.json": b"{}", "archive/data.warc.gz": gzip.compress(_WARC, mtime=0)}),
    "packed.tar": _tar({"a/page.html": _HTML, "feed.xml": _RSS}),
    "packed.tar.gz": gzip.compress(_tar({"letter.eml": _MAIL}), mtime=0),
}
