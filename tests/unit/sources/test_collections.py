"""Inputs that hold many reports: tables, feeds, archives, folders."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.sources import count, load
from onrecord.sources.folder import find_files

PARAGRAPH = "The governor met the leaders of eleven armed groups on Wednesday and said that the talks would go on. "
PAGE = (
    "<html><head><title>{title}</title><meta property='og:site_name' content='Lakeside Courier'></head>"
    "<body><article><h1>{title}</h1><p>" + PARAGRAPH * 5 + "</p></article></body></html>"
)


def _load(path: Path, **known: str) -> list[Document | InputError]:
    return list(load(str(path), known))


def _documents(path: Path, **known: str) -> list[Document]:
    items = _load(path, **known)
    assert all(isinstance(item, Document) for item in items), items
    return items  # type: ignore[return-value]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_gives_a_report_a_row(tmp_path: Path, separator: str) -> None:
    """Columns are known by their usual names; quoted line breaks belong to the text; a byte order mark does not."""
    path = tmp_path / "news.csv"
    rows = [
        ["Headline", "Body", "Date", "Source", "Link"],
        ["Talks", '"One.\nTwo."', "2024-05-16", "Courier", "https://a.example/1"],
    ]
    path.write_text("\ufeff" + "\n".join(separator.join(row) for row in rows) + "\n\n")
    (item,) = _documents(path)
    assert (item.title, item.text, item.published) == ("Talks", "One.\nTwo.", "2024-05-16")
    assert (item.publisher, item.url) == ("Courier", "https://a.example/1")


def test_a_bad_row_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    rows = [
        b"id,text,title",
        b"1,Fine.,",
        b"2,,No text",
        b"3,Caf\x8e.,",
        b"4,Fine.,Caf\x8e",
        b'5,"' + b"Long. " * 40_000 + b'",',
    ]
    path.write_bytes(b"\n".join(rows))
    items = _load(path)
    assert [item.id for item in items if isinstance(item, Document)] == ["1", "5"]
    errors = [str(item) for item in items if isinstance(item, InputError)]
    assert [f"{path}:{line}" in error for line, error in zip((3, 4, 5), errors, strict=True)] == [True] * 3
    assert "its text is empty" in errors[0]
    assert "no UTF-8" in errors[1]
    assert "its title is no valid Unicode" in errors[2]


def test_a_table_without_a_text_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "deaths.csv"
    path.write_text("country,killed\nA,1\nB,2\n")
    (error,) = _load(path)
    assert "no column for the text (it has country, killed)" in str(error)


def test_the_archivers_database(tmp_path: Path) -> None:
    """Its metadata are Python's own notation; dates are made of it, and nothing in it is ever run."""
    metadata = (
        "{'url': 'https://a.example/1',"
        " 'timestamp': datetime.datetime(2024, 5, 16, 9, 0, tzinfo=datetime.timezone.utc),"
        " 'content': 'Gunmen fired.', '_processed': __import__('os').abort(), 'tries': -1, 'tags': ['a']}"
    )
    path = tmp_path / "db.csv"
    path.write_text(f'status,metadata,media\nok,"{metadata}",[]\nnone,"{{}}",[]\nodd,"{{",[]\n')
    document, empty, broken = _load(path)
    assert isinstance(document, Document)
    assert (document.text, document.url) == ("Gunmen fired.", "https://a.example/1")
    assert document.published == "2024-05-16T09:00:00+00:00"
    assert "kept no text of it (none)" in str(empty)
    assert "no Python dictionary" in str(broken)


def test_the_archivers_sheet(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(
        "Link,Archive status,Upload timestamp,Upload title,Text content\n"
        "https://a.example/1,success,2024-05-16 09:00:00+00:00,Fire,Gunmen fired.\n"
        "https://a.example/2,nothing archived,,,\n"
    )
    document, empty = _load(path)
    assert isinstance(document, Document)
    assert (document.title, document.published) == ("Fire", "2024-05-16 09:00:00+00:00")
    assert "kept no text of it (nothing archived)" in str(empty)


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Lakeside &amp;amp; Courier</title>
<item><title>Talks &lt;b&gt;resume&lt;/b&gt;</title><link>https://a.example/1</link><guid>g1</guid>
<pubDate>Thu, 16 May 2024 10:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>One &amp; two.</p><p>Three.</p>]]></content:encoded></item>
<item><title>Only told</title><link>https://a.example/2</link><description>A plain summary.</description></item>
<item><title>Empty</title><link>https://a.example/3</link></item>
</channel></rss>"""


def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    whole, summary, empty = _load(path)
    assert isinstance(whole, Document)
    assert (whole.text, whole.title, whole.publisher) == ("One & two.\nThree.", "Talks resume", "Lakeside & Courier")
    assert (whole.published, whole.url) == ("2024-05-16T08:00:00+00:00", "https://a.example/1")
    assert isinstance(summary, Document)
    assert summary.text == "A plain summary."
    assert isinstance(empty, InputError)
    assert "https://a.example/3" in str(empty)


def test_links_are_followed_only_where_the_user_gave_an_address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing leaves the machine for a feed that lies on the disk."""
    asked = []

    def fetch(url: str, **_: bool) -> tuple[bytes, str]:
        asked.append(url)
        return (RSS.encode(), "text/xml") if url.endswith("feed") else (PAGE.format(title="Told").encode(), "text/html")

    monkeypatch.setattr("onrecord.sources.url.fetch", fetch)
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    _load(path)
    assert asked == []
    items = list(load("https://a.example/feed"))
    assert asked == ["https://a.example/feed", "https://a.example/2", "https://a.example/3"]
    assert [item.url for item in items if isinstance(item, Document)] == [f"https://a.example/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<?xml version="1.0"?><rss><channel></channel></rss>', "the feed has no entry"),
        ("<rss><channel><item>", "the feed gives no text"),
        ('<?xml version="1.0"?><urlset></urlset>', "neither a feed nor a page"),
    ],
)
def test_xml_that_holds_no_report_is_named(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(content)
    (error,) = _load(path)
    assert words in str(error)


def _warc(*pages: tuple[str, str, str, str]) -> bytes:
    """A packed archive of (url, status, media type, body)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, status, media_type, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body.encode()), http_headers=headers))
    return out.getvalue()


ARCHIVED = (
    ("https://a.example/1", "200 OK", "text/html; charset=utf-8", PAGE.format(title="One")),
    ("https://a.example/logo.png", "200 OK", "image/png", "no text"),
    ("https://a.example/gone", "404 Not Found", "text/html", PAGE.format(title="Gone")),
    ("https://a.example/void", "200 OK", "text/html", "<html><body></body></html>"),
    ("https://a.example/2", "200 OK", "text/html", PAGE.format(title="Two")),
)


def test_an_archive_gives_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(_warc(*ARCHIVED))
    one, void, two = _load(path)
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert [(d.title, d.url, d.id) for d in (one, two)] == [
        ("One", "https://a.example/1", "https://a.example/1"),
        ("Two", "https://a.example/2", "https://a.example/2"),
    ]
    assert f"{path}: https://a.example/void" in str(void)


@pytest.mark.parametrize("left", [20, 100, 200, 300, 400])
def test_a_cut_archive_gives_what_it_holds_and_says_so(tmp_path: Path, left: int) -> None:
    """Wherever the second record breaks off: in its packing, its headers, its page."""
    path = tmp_path / "crawl.warc.gz"
    first = _warc(ARCHIVED[0])
    path.write_bytes(first + _warc(ARCHIVED[4])[:left])
    items = _load(path)
    assert isinstance(items[0], Document)
    assert isinstance(items[-1], InputError)


def test_a_wacz_gives_the_pages_that_it_lists(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    listed = (
        json.dumps({"format": "json-pages-1.0"}) + "\n" + json.dumps({"url": "https://a.example/2", "title": "Two"})
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("archive/data.warc.gz", _warc(*ARCHIVED))
        archive.writestr("pages/pages.jsonl", listed)
    assert [item.title for item in _documents(path)] == ["Two"]


@pytest.mark.parametrize(("content", "words"), [(b"no archive", "damaged"), (None, "holds no WARC")])
def test_a_wacz_that_is_none_is_named(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "crawl.wacz"
    if content is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("datapackage.json", "{}")
    else:
        path.write_bytes(content)
    (error,) = _load(path)
    assert words in str(error)


def test_a_folder_gives_files_by_path_and_says_what_is_left_out(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "a.html",
        "b/1.TXT",
        ".git/x.txt",
        "b/.hidden.txt",
        "photo.jpg",
        "c.warc.gz",
        "d.gz",
        "e.csv.gz",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = find_files(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in found.paths] == [
        "a.html",
        "b/1.TXT",
        "b/2.txt",
        "c.warc.gz",
        "e.csv.gz",
    ]
    assert found.left_out == {".gz": 1, ".jpg": 1}


@pytest.mark.parametrize(
    ("name", "content", "reports"),
    [
        ("a.txt", b"One.", 1),
        ("a.jsonl", b'{"text": "x"}\n\n{"text": "y"}\n', 2),
        ("a.csv", b'text\n"a\nb"\nc\n', 2),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n{"text": "y"}\n', mtime=0), 2),
        ("broken.jsonl.gz", b"broken", 1),
        ("a.warc.gz", _warc(*ARCHIVED), 3),  # pages; that one holds no article shows when it is read
        ("a.wacz", b"broken", 1),
        ("none.csv", None, 1),
    ],
)
def test_reports_are_counted_before_they_are_read(
    tmp_path: Path, name: str, content: bytes | None, reports: int
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert count(str(path)) == reports
