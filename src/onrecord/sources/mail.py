"""A mail that a program saved (`.eml`, RFC 5322): its subject is the title, its sender the publisher."""

from __future__ import annotations

from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import MissingHeaderBodySeparatorDefect, NoBoundaryInMultipartDefect, StartBoundaryNotFoundDefect
from email.headerregistry import AddressHeader, DateHeader
from email.message import EmailMessage, MIMEPart
from itertools import pairwise
from typing import Any, cast

from onrecord.errors import InputError
from onrecord.intake import Page, as_utf8, check_empty, check_magic

_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError)  # what `email` lets out of bad headers
_WIDEST = 100  # characters of a line in mails that are cut at a width
_SIGNED = "-- "  # before a signature
_OPENERS = (">", "*", "•", "- ", " ", "\t")  # of lines that go on with nothing: what is quoted, lists, verse
_ANEW = "Save the mail anew, or its text as a .txt file"


def open_mail(data: bytes, where: str, known: dict[str, Any]) -> Page:
    """The text of a mail, or the page of one that is only HTML, with what its headers say.

    Raises:
        InputError: the bytes are no mail, its headers or its parts are broken, or it holds no text.
    """
    check_magic(data, where)
    check_empty(data, where)
    try:
        mail = message_from_bytes(data, policy=policy.default)
        _check_form(mail, where)
        stated = {**_stated(mail), **{name: value for name, value in known.items() if value}}
        part = mail.get_body(("plain", "html"))
        text = _words_of(part)
        if part is not None and not text.strip() and part.get_content_type() == "text/plain":
            part = mail.get_body(("html",))
            text = _words_of(part)
    except _BROKEN as error:
        raise InputError(f"read {where}", f"its headers are broken ({error})", _ANEW) from error
    if part is None or not text.strip():
        raise InputError(f"read {where}", "the mail holds no text", "Save what is attached to it and read that")
    is_page = part.get_content_type() == "text/html"
    words = text if is_page else _unwrapped(text)
    return Page(data=words.encode("utf-8", "replace"), where=where, known=stated, html=is_page)


def _words_of(part: MIMEPart | None) -> str:
    """What a part says; where it does not name its encoding, or a wrong one, in UTF-8 or Windows-1252."""
    if part is None:
        return ""
    text = str(part.get_content())
    if "\ufffd" in text:
        with suppress(UnicodeDecodeError):
            return as_utf8(cast("bytes", part.get_payload(decode=True))).decode()
    return text


def _unwrapped(text: str) -> str:
    """Paragraphs in one line each, where the mail's program cut them at a width: a name may open any of those lines.

    A line was cut where the first word of the next had no room in it any more, or, in flowed text (RFC 3676), where it
    ends in a blank.
    """
    lines = text.splitlines()
    width = max(map(len, lines), default=0)
    told = []
    for line, following in pairwise([*lines, ""]):
        first = following.split(maxsplit=1)[:1]
        is_full = width <= _WIDEST and len(line.rstrip()) + 1 + len("".join(first)) > width
        is_flowed = line.endswith(" ") and line != _SIGNED
        is_cut = bool(line.strip() and first) and (is_full or is_flowed) and not following.startswith(_OPENERS)
        told.append(line.rstrip() + " " if is_cut else line + "\n")
    return "".join(told)


def _check_form(mail: EmailMessage, where: str) -> None:
    """Refuse what would be read for the text though it is none."""
    if not mail.keys():
        raise InputError(f"read {where}", "it is no mail: it begins with no header", _ANEW)
    if any(isinstance(defect, MissingHeaderBodySeparatorDefect) for defect in mail.defects):
        cause = f"its headers are broken: behind {mail.keys()[-1]} stands a line that is none"
        raise InputError(f"read {where}", cause, _ANEW)
    parts = (NoBoundaryInMultipartDefect, StartBoundaryNotFoundDefect)
    if any(isinstance(defect, parts) for part in mail.walk() for defect in part.defects):
        raise InputError(f"read {where}", "its parts are not to be told from one another", _ANEW)


def _stated(mail: EmailMessage) -> dict[str, Any]:
    """Title, publisher and date; a date that is none is handed on as it stands, and refused with the rest."""
    sent, day = mail["date"], None
    if isinstance(sent, DateHeader):
        day = sent.datetime.isoformat() if sent.datetime else str(sent)
    return {"title": " ".join(str(mail["subject"] or "").split()), "publisher": _sender(mail), "published": day}


def _sender(mail: EmailMessage) -> str | None:
    """The name of who sent it, or else where the address is at home ("reuters.com")."""
    header = mail["from"]
    if not isinstance(header, AddressHeader) or not header.addresses:
        return None
    first = header.addresses[0]
    return (first.display_name if "@" not in first.display_name else "") or first.domain or None
