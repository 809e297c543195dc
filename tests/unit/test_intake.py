"""Documents from fields, and what is said where they are wrong; the JSON Lines tests cover the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.intake import MAX_CHARS, check_document, decode


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
        lambda s: s.removeprefix("\ufeff").strip()
    )
)
def test_decoding_changes_nothing(text: str) -> None:
    """What comes in is kept to the character; only a byte order mark at the start goes."""
    assert decode(text.encode(), "x") == text.removeprefix("\ufeff") or text.startswith("%PDF")


def test_a_byte_order_mark_goes() -> None:
    assert decode(b"\xef\xbb\xbfFine.", "x") == "Fine."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": "x" * (MAX_CHARS + 1)}, "characters"),  # a book is no report
        ({"text": "a\ud800b"}, "surrogate"),  # cannot be written as UTF-8
        ({"text": "a", "published": "05/06/2024"}, "no ISO date"),
        ({"text": "a", "url": 7}, '"url" is no string'),
    ],
)
def test_wrong_fields(fields: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        check_document(fields, "here", "fallback")


@pytest.mark.parametrize(
    "published", ["2024-05-16", "2024-05-16T10:30:00", "2024-05-16T10:30:00+02:00", "2024-05-16T10:30:00Z"]
)
def test_iso_dates_are_taken(published: str) -> None:
    assert check_document({"text": "a", "published": published}, "here", "f").published == published


@pytest.mark.parametrize(
    "published",
    [
        "20240516",
        "2024/05/16",
        "2024.05.16",
        "16 May 2024",
        "May 16, 2024",
        " 16-May-2024 ",
        "Thu, 16 May 2024 10:30:00 GMT",
    ],
)
def test_a_day_that_is_written_otherwise_is_taken_where_it_can_mean_one_only(published: str) -> None:
    taken = check_document({"text": "a", "published": published}, "here", "f").published
    assert taken is not None
    assert taken[:10] == "2024-05-16"


@pytest.mark.parametrize(
    "published",
    ["2024-05-16 18:38 ET", "2024-05-16T25:00:00", "2024-05-16, morning"],  # outlets write what they like
)
def test_a_time_of_day_that_cannot_be_read_costs_only_itself(published: str) -> None:
    assert check_document({"text": "a", "published": published}, "here", "f").published == "2024-05-16"


@pytest.mark.parametrize(
    ("given_id", "kept"),
    [(None, "fallback"), ("", "fallback"), (17, "17"), ("a b", "a b")],  # numbers are common as ids
)
def test_ids(given_id: object, kept: str) -> None:
    assert check_document({"text": "a", "id": given_id}, "here", "fallback").id == kept


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
@pytest.mark.parametrize("field", ["title", "publisher", "url", "published"])
def test_a_blank_field_says_nothing(field: str, blank: str) -> None:
    """Tables and pages are full of them; a publisher called " " would count as an outlet of its own."""
    assert getattr(check_document({"text": "a", field: blank}, "here", "f"), field) is None
