"""What makes a report the same report, and what makes it another version."""

from __future__ import annotations

import pytest

from onrecord.reading.document import Document
from onrecord.store.identity import content_id_of, report_id_of, same_address

BASE = Document(id="1", text="The army said nothing.", url="https://www.lakeside.example/a/b?page=2&utm_source=x#top")


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://lakeside.example/a/b/?page=2", True),  # scheme, "www.", slash, tracking, fragment tell no pages apart
        ("https://Lakeside.example/a/b?page=2&fbclid=1", True),
        ("https://lakeside.example/a/b?page=3", False),
        ("https://lakeside.example/a/B?page=2", False),  # paths may differ in case
        ("https://other.example/a/b?page=2", False),
    ],
)
def test_addresses(url: str, *, same: bool) -> None:
    other = Document(id="another id", text="Other words.", url=url)
    assert (report_id_of(BASE) == report_id_of(other)) is same


def test_an_address_that_is_none_is_kept() -> None:
    assert same_address("http://[half") == "http://[half"


def test_without_address_the_id_tells() -> None:
    one, two, three = (Document(id=key, text="x") for key in ("a", "a", "b"))
    assert report_id_of(one) == report_id_of(two) != report_id_of(three)


def test_ids_stay_what_they_are() -> None:
    """Judgements and other people's notes name them: they must not change from one release to the next."""
    assert report_id_of(Document(id="a", text="x")) == "afe677844772d1dd"


@pytest.mark.parametrize("field", ["text", "title", "publisher", "published"])
def test_an_edit_of_what_a_reading_depends_on_is_an_edit(field: str) -> None:
    from msgspec.structs import replace

    assert content_id_of(replace(BASE, **{field: "2024-05-16"})) != content_id_of(BASE)
    assert content_id_of(replace(BASE, id="2", url=None)) == content_id_of(BASE)


def test_fields_do_not_run_into_one_another() -> None:
    one = Document(id="1", text="ab", title="c")
    two = Document(id="1", text="a", title="bc")
    assert content_id_of(one) != content_id_of(two)
    assert content_id_of(Document(id="1", text="a", title="")) != content_id_of(Document(id="1", text="a"))
