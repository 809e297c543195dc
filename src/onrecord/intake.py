"""From bytes to a document that can be read, or to an error that says why not. Every source goes through here."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import msgspec

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.reading.markup import is_bare_markup

MAX_BYTES = 20_000_000  # a day of a newspaper is smaller; what is larger is no report
MAX_CHARS = 2_000_000

# First bytes of what people most often hand in by mistake, and what to do about it.
_MAGIC = (
    (b"%PDF", "it is a PDF", "Extract its text first, for instance with pdftotext, and read that"),
    (b"PK\x03\x04", "it is a ZIP archive or an office document", "Save it as plain text or HTML and read that"),
    (b"\x1f\x8b", "it is packed with gzip", "Unpack it first"),
    (b"\xd0\xcf\x11\xe0", "it is an old office document", "Save it as plain text or HTML and read that"),
)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# A capital with an accent in small letters, a sign inside a word, or three letters with accents in a row.
_MISTAKEN = re.compile(
    "[a-zà-öø-ÿ][À-ÖØ-ÞŠŽŒŸ]|[A-Za-zÀ-ÿ][€†‡ˆ‰‹•˜™›¡-¬®-¶¸-¿×÷][A-Za-zÀ-ÿ]|[A-Za-z][‚„]|[À-ÖØ-öø-ÿ]{3}"
)
_LETTER = re.compile("[A-Za-z]")
_FEW_OTHERS, _MOST_OTHERS = 3, 0.2  # signs beyond ASCII: of a short text, and of every other
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD, _MOST_CONTROLS = 10_000, 20
_DAY_CHARS = len("2015-04-09")
# Other ways to write a day that can mean one day only ("04/09/2015" means two).
_DAY_FORMS = ("%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y")
_FIELDS = ("title", "publisher", "url", "published")

# What tables and dumps of news call these fields, in the order in which one that has several is asked.
_NAMES = {
    "id": ("id", "doc_id", "docid", "document_id", "article_id"),
    "text": ("text", "content", "body", "full_text", "fulltext", "article", "article_text"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "newspaper", "source"),
    "url": ("url", "link", "uri"),
    "published": ("published", "date", "published_at", "publish_date", "pub_date", "pubdate", "publication_date"),
}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page that stands in something larger, a feed or an archive, and still has to become a document.

    Attributes:
        where: the file and the place in it, as an error names them.
        known: fields of the document that the surroundings tell.
    """

    data: bytes
    where: str
    known: dict[str, Any]
    html: bool = True


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """The address of a report that a feed only announces, with the fields that the feed tells."""

    url: str
    known: dict[str, Any]


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: the file is missing, unreadable or larger than `MAX_BYTES`.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(
                f"read {path}", f"it has {size:,} bytes and a report may have {MAX_BYTES:,}", "Split it into reports"
            )
        return path.read_bytes()
    except IsADirectoryError as error:
        cure = "Name the files in it, or take all of them into a project with `onrecord ingest`"
        raise InputError(f"read {path}", "it is a folder", cure) from error
    except OSError as error:
        raise InputError(f"read {path}", error.strerror or str(error), "Check the path and its permissions") from error


def check_magic(data: bytes, where: str) -> None:
    """Refuse what is no text by its first bytes.

    Raises:
        InputError: the bytes open a PDF, an archive or an office document.
    """
    for magic, cause, cure in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"read {where}", cause, cure)


def as_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8 where they can only be English in Windows-1252, as Excel writes it; else as they are.

    They are those of a file, or of one cell of a table or one line, which is judged by itself.
    They are not where one sequence of UTF-8 shows that they were UTF-8 and are damaged, nor where letters and signs
    stand as they do when another encoding is taken for this one ("donÕt", "cafŽ", "Wa³êsa").
    """
    try:
        data.decode()
    except UnicodeDecodeError:
        if _UTF_8.search(data):
            return data
    else:
        return data
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return data
    others = sum(sign > "\x7f" for sign in text)
    if _MISTAKEN.search(text) or not _LETTER.search(text) or others > max(_FEW_OTHERS, _MOST_OTHERS * len(text)):
        return data
    return text.encode()


def decode(data: bytes, where: str) -> str:
    """Text from bytes in UTF-8 or Windows-1252, or in UTF-16 where a byte order mark says so; the mark is dropped.

    Raises:
        InputError: the bytes are empty, binary or in another encoding; the message names the first bad byte.
    """
    check_magic(data, where)
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = (data if encoding == "utf-16" else as_utf8(data)).decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-16":
            _check_binary(data[:_HEAD].decode("latin-1"), where)
        cause = f"byte {error.start:,} is no {'UTF-16' if encoding == 'utf-16' else 'UTF-8'}"
        cure = "Save the file as UTF-8, for instance by iconv -f ENCODING -t utf-8"
        raise InputError(f"read {where}", cause, cure) from error
    check_empty(text, where)
    _check_binary(text[:_HEAD], where)
    return text


def check_empty(content: str | bytes, where: str) -> None:
    """Refuse a file or a page that holds nothing.

    Raises:
        InputError: there is nothing but blanks.
    """
    if not content.strip():
        raise InputError(f"read {where}", "it is empty", "Give one that holds a report")


def _check_binary(head: str, where: str) -> None:
    if "\x00" in head or len(_CONTROL.findall(head)) > _MOST_CONTROLS:
        raise InputError(f"read {where}", "it is binary, not text", "Give plain text, HTML or JSON Lines")


def fields_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a document, by the names that tables and dumps of news usually have for them."""
    chosen = {field: next((name for name in names if name in row), None) for field, names in _NAMES.items()}
    return {field: row[name] for field, name in chosen.items() if name is not None}


def check_document(fields: Mapping[str, Any], where: str, fallback_id: str) -> Document:
    """A document from the fields of the contract; unknown fields are left alone.

    Args:
        fields: `text`, and where known `id`, `title`, `publisher`, `url`, `published`.
        where: file and line, as an error names them.
        fallback_id: the id of a document that brings none.

    Raises:
        InputError: no text, a field of the wrong type, a date that is none, a text that is too long.
    """
    text = fields.get("text")
    if not isinstance(text, str):
        raise InputError(f"read {where}", 'it has no "text", or its text is no string', 'Give each report a "text"')
    if not text.strip() or is_bare_markup(text):
        raise InputError(f"read {where}", "its text is empty", "Leave the report out or give it a text")
    if len(text) > MAX_CHARS:
        cause = f"its text has {len(text):,} characters and may have {MAX_CHARS:,}"
        raise InputError(f"read {where}", cause, "Split it into reports")
    _check_unicode(text, "text", where)
    kept = {name: _string(fields, name, where) for name in _FIELDS}
    kept["published"] = _date(kept["published"], where)
    identity = fields.get("id")
    key = fallback_id if identity in (None, "") else str(identity)
    _check_unicode(key, "id", where)
    return Document(id=key, text=text, **kept)


def check_given(given: Document | str) -> Document | InputError:
    """A report handed in from Python, checked as those of files are; of a bare string, its text, the id is "text"."""
    if isinstance(given, str):
        given = Document(id="text", text=given)
    if not isinstance(given, Document):
        kind = type(given).__name__
        return InputError("read a report", f"it is of type {kind}", "Give its text, or an onrecord.Document")
    try:
        return check_document(msgspec.structs.asdict(given), str(given.id), "text")
    except InputError as error:
        return error


def _check_unicode(value: str, name: str, where: str) -> None:
    if any("\ud800" <= c <= "\udfff" for c in value):
        cause = f"its {name} is no valid Unicode (half a surrogate pair, or bytes that are no UTF-8)"
        raise InputError(f"read {where}", cause, "Write the file as valid UTF-8")


def _string(fields: Mapping[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"read {where}", f'"{name}" is no string', f'Write "{name}" as a string or leave it out')
    if not value.strip():  # an empty cell says nothing, with or without a space in it
        return None
    _check_unicode(value, name, where)
    return value


def _date(value: str | None, where: str) -> str | None:
    """The date or date-time; only the day where the time of day is no ISO time ("2016-12-10 18:38 ET")."""
    if value is None:
        return None
    value = value.strip()
    if not re.match(r"\d{4}-\d\d-\d\d", value):
        value = _spelled_day(value) or value
    try:
        date.fromisoformat(value[:_DAY_CHARS])
    except ValueError as error:
        cause = f'"published" is {value[:40]!r}, which is no ISO date'
        raise InputError(f"read {where}", cause, "Write it as 2015-04-09 or 2015-04-09T10:30:00Z") from error
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return value[:_DAY_CHARS]
    return value


def _spelled_day(value: str) -> str | None:
    """The ISO date, or date-time of a mail or a feed (RFC 5322), that is written otherwise; None where it is none."""
    with suppress(ValueError):
        return datetime.fromisoformat(value).isoformat()  # "20150409", "20150409T103000Z"
    for form in _DAY_FORMS:
        with suppress(ValueError):
            return datetime.strptime(value, form).date().isoformat()  # noqa: DTZ007 - a day has no zone
    with suppress(ValueError):
        return parsedate_to_datetime(value).isoformat()
    return None
