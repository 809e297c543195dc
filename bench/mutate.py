"""Inputs nobody wrote on purpose: reports and files of every format, made of our own texts and changed by chance.

The same seed gives the same input, in the same checkout. Texts are the examples, the stories of the tests and the
lexicon's example sentences; files are built whole, from changed texts, and then changed byte by byte.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

ROOT = Path(__file__).parent.parent
_MARK = re.compile(r"\w\{([^{}]*)\}|\[([^\]]*)\]\([^)]*\)")  # of the lexicon, of the stories
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")

# What tokenizers, readers of times and numbers, and matchers of quotation marks trip over.
_FRAGMENTS: Final = (
    *"\"'“”‘’«»„‹›`´()[]{}—–-…·•|\\/&<>=*_#@~^%$€£¥°№§¶",
    "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u2028", "\u2029", "\u200b", "\u200d", "\ufeff", "\u00ad",
    "\x0b", "\x0c", "\x85",
    "\u202e", "\u2066", "\u0301" * 40, "\u0489", "e\u0301", "ß", "ſ", "İ", "ı", "ﬁ", "Ǆ",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1fa\U0001f1f3", "\U000e0041", "\uffff", "\U0010ffff", "\ue000", "𝐁𝐨𝐥𝐝", "٣٤٥", "二〇二四年", "Москва",
    "القاهرة", "ཀྲ",
    "0", "00", "1/1/0000", "31 February", "May 35, 99999", "24:61", "1e309", "-1", "1,000,000,000,000,000,000",
    "½", "10²³", "Ⅻ",
    "9" * 400, "twenty-two hundred and", "minus zero", "the 1930s", "since since", "between 3 and", "3-5-7",
    "%", "a year ago today tomorrow",
    " said ", " said that said ", ', " he said, "', "He said “she said ‘they said ", " not not ", " if unless ",
    " who which that ",
    "Mr. ", "U.S.", "St. St. St.", " and and ", ", ,", "...", "?!?!", "(AP) -- ", "PARIS, Jan. 1 (Reuters) - ",
    "By ", "http://x.y/?a=1&b", "a@b.c",
)  # fmt: skip
_BYTES: Final = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"<", b">",
    b"</", b"<!--", b"-->",
    b"<![CDATA[", b"]]>", b"<!DOCTYPE", b"&", b"&#", b"&#x110000;", b"&#0;", b"&amp;", b"<?xml", b"?>",
    b"<script>", b"<p>", b"<html>",
    b'"', b"'", b"\\", b"\\u", b"\\ud800", b"{", b"}", b"[", b"]", b":", b",", b";", b"\t", b"\n", b"\r\n",
    b"\r\n\r\n", b"-1", b"0",
    b"1e999", b"99999999999999999999", b"null", b"true", b"WARC/1.0\r\n", b"Content-Length: -5\r\n",
    b"HTTP/1.1 200 OK\r\n", b"charset=",
    b"utf-16", b"utf-7", b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"PAR1", b"datetime.datetime(", b"a" * 5_000,
    b"<a" * 300, b"<!---->" * 60,
)  # fmt: skip


@cache
def texts() -> tuple[str, ...]:
    """Our own texts: whole reports, and sentences by the dozen."""
    reports = [path.read_text() for path in sorted((ROOT / "examples").glob("*.txt"))]
    for path in sorted((ROOT / "tests" / "stories").glob("*.toml")):
        reports += [report["text"].strip() for report in tomllib.loads(path.read_text()).get("report", ())]
    sentences: list[str] = []
    for path in sorted((ROOT / "src" / "onrecord" / "lexicon" / "data" / "en").glob("*.toml")):
        for entries in tomllib.loads(path.read_text()).values():
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict):
                    sentences += [*entry.get("examples", ()), *entry.get("not_examples", ())]
    groups = (" ".join(sentences[at : at + 6]) for at in range(0, len(sentences), 6) if sentences)
    return tuple(_MARK.sub(lambda found: found[1] or found[2] or "", text) for text in (*reports, *groups))


def make_text(chance: Random) -> str:
    """A report: real, put together from several, or changed by one to a dozen mishaps."""
    text = chance.choice(texts())[: chance.choice((300, 1_000, 3_000))]
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 12))):
        text = chance.choice(_MISHAPS)(text, chance)[:6_000]
    return text


def _place(text: str, chance: Random) -> int:
    return chance.randrange(len(text) + 1)


def _cut(text: str, chance: Random) -> str:
    one, other = sorted((_place(text, chance), _place(text, chance)))
    return text[:one] + text[other:] if chance.random() < 0.5 else text[one:other]


def _insert(text: str, chance: Random) -> str:
    for _ in range(chance.choice((1, 1, 3, 10))):
        at = _place(text, chance)
        text = text[:at] + chance.choice(_FRAGMENTS) + text[at:]
    return text


def _repeat(text: str, chance: Random) -> str:
    at = _place(text, chance)
    piece = text[at : at + chance.choice((1, 3, 15, 80))] if chance.random() < 0.5 else chance.choice(_FRAGMENTS)
    return text[:at] + piece * chance.choice((2, 5, 30, 200)) + text[at:]


def _splice(text: str, chance: Random) -> str:
    other = chance.choice(texts())
    return text[: _place(text, chance)] + other[_place(other, chance) :]


def _shuffle_words(text: str, chance: Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    piece = words[at : at + 12]
    chance.shuffle(piece)
    return " ".join([*words[:at], *piece, *words[at + 12 :]])


def _shuffle_sentences(text: str, chance: Random) -> str:
    sentences = _SENTENCE.split(text)
    chance.shuffle(sentences)
    return chance.choice((" ", "\n\n", "")).join(sentences)


def _recase(text: str, chance: Random) -> str:
    one, other = sorted((_place(text, chance), _place(text, chance)))
    change: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:one] + change(text[one:other]) + text[other:]


def _unquote(text: str, chance: Random) -> str:
    """Take marks away, or turn one kind into another."""
    mark = chance.choice("\"“”'’.,\n")
    return text.replace(mark, chance.choice(("", '"', "“", "''", " ")), chance.choice((1, 2, -1)))


def _any_letters(text: str, chance: Random) -> str:
    start = chance.choice((0x20, 0xA0, 0x300, 0x600, 0x900, 0x2000, 0x3040, 0xAC00, 0xFE00, 0x1F300, 0xE0000))
    letters = "".join(chr(start + chance.randrange(0x100)) for _ in range(chance.choice((1, 5, 40))))
    at = _place(text, chance)
    return text[:at] + letters + text[at:]


_MISHAPS: Final = (
    _cut, _insert, _insert, _repeat, _splice, _shuffle_words, _shuffle_sentences, _recase, _unquote, _any_letters,
)  # fmt: skip


def make_file(kind: str, chance: Random) -> bytes:
    """A file of a format of `FORMATS`, built of one to three changed reports, then changed itself (or left alone)."""
    reports = [make_text(chance) for _ in range(chance.choice((1, 1, 2, 3)))]
    packed = kind.endswith((".gz", ".wacz"))
    inside = chance.choice((0, 0, 1, 2, 6)) if packed else 0
    data = FORMATS[kind](reports, lambda part: damage(part, chance, inside))
    return damage(data, chance, chance.choice((0, 0, 0, 1)) if packed else chance.choice((0, 1, 1, 2, 4, 10)))


def damage(data: bytes, chance: Random, times: int) -> bytes:
    """Change bytes: flip, cut, repeat, put in what parsers look for."""
    for _ in range(times):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 1, 4, 50, 1_000)))
        match chance.randrange(5):
            case 0:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
            case 1:
                data = data[:at] + data[to:]
            case 2:
                data = data[:at] + data[at:to] * chance.choice((2, 10)) + data[to:]
            case 3:
                data = data[:at] + chance.choice(_BYTES) + data[at:]
            case _:
                data = data[:at]
    return data


Inside = Callable[[bytes], bytes]


def _text(reports: list[str], _: Inside) -> bytes:
    return "\n\n".join(reports).encode()


def _article(report: str) -> str:
    body = "".join(f"<p>{html.escape(part)}</p>\n" for part in report.split("\n"))
    head = '<meta charset="utf-8"><title>Report</title><meta property="article:published_time" content="2024-05-06">'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Report</h1>{body}</article></body></html>"


def _html(reports: list[str], _: Inside) -> bytes:
    return "\n".join(map(_article, reports)).encode()


def _jsonl(reports: list[str], _: Inside) -> bytes:
    lines = ({"id": str(n), "text": text, "published": "2024-05-06", "title": None} for n, text in enumerate(reports))
    return b"".join(json.dumps(line, ensure_ascii=n % 2 == 0).encode() + b"\n" for n, line in enumerate(lines))


def _table(reports: list[str], delimiter: str, header: list[str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    for number, text in enumerate(reports):
        row = {"id": number, "text": text, "content": text, "date": "2024-05-06", "status": "done", "media": "[]"}
        kept = {"content": text, "url": "https://x.example/1", "timestamp": None}
        writer.writerow([row.get(name, repr(kept)) for name in header])
    return out.getvalue().encode()


def _feed(reports: list[str], _: Inside) -> bytes:
    items = "".join(
        f"<item><title>T{n}</title><link>https://x.example/{n}</link><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>"
        f"<description>{html.escape(_article(text) if n % 2 else text)}</description></item>"
        for n, text in enumerate(reports)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'.encode()


def _warc(reports: list[str], _: Inside) -> bytes:
    return b"".join(_records(reports))


def _records(reports: list[str]) -> list[bytes]:
    records = []
    for number, text in enumerate(reports):
        page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _article(text).encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/{number}\r\n"
        head += f"WARC-Date: 2024-05-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
        records.append(head.encode() + page + b"\r\n\r\n")
    return records


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 1, mtime=0)


def _wacz(reports: list[str], inside: Inside) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.warc"), inside(_warc(reports, inside)))
        pages = b'{"format": "json-pages-1.0"}\n{"url": "https://x.example/0", "title": "T"}\n'
        archive.writestr(zipfile.ZipInfo("pages/pages.jsonl"), inside(pages))
    return out.getvalue()


def _parquet(reports: list[str], _: Inside) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - only this format needs it
    import pyarrow.parquet as pq  # noqa: PLC0415

    out = io.BytesIO()
    pq.write_table(pa.table({"id": [str(n) for n, _ in enumerate(reports)], "text": reports}), out)
    return out.getvalue()


# Suffix of the file -> what builds it.
FORMATS: Final[Mapping[str, Callable[[list[str], Inside], bytes]]] = MappingProxyType(
    {
        ".txt": _text,
        ".html": _html,
        ".jsonl": _jsonl,
        ".jsonl.gz": lambda reports, inside: _packed(inside(_jsonl(reports, inside))),
        ".csv": lambda reports, _: _table(reports, ",", ["id", "text", "date"]),
        ".tsv": lambda reports, _: _table(reports, "\t", ["status", "metadata", "media"]),
        ".rss": _feed,
        ".warc": _warc,
        ".warc.gz": lambda reports, inside: b"".join(_packed(inside(record)) for record in _records(reports)),
        ".wacz": _wacz,
        ".parquet": _parquet,
    }
)
