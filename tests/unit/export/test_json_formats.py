"""PLOVER, FollowTheMoney, GeoJSON and Web Annotations against their schemas, and what stands in them."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from export_read import export, lines, written
from export_schemas import GEOJSON, GEOJSON_PROPERTIES, PLOVER, WEB_ANNOTATION, ftm_schema
from project_source import KADI, Page, Project, kadi

PROJECT = Project(kadi())
ASKED = ["planned", "denied", "unclear", "unknown"]


@pytest.mark.parametrize("include", [[], ASKED])
def test_plover_schema(include: list[str]) -> None:
    for item in lines(PROJECT, "plover", include=include):
        Draft202012Validator(PLOVER).validate(item)


def test_plover_holds_what_plover_lacks_under_a_key_of_its_own() -> None:
    first, talks, backing = lines(PROJECT, "plover")
    assert (first["id"], first["date"], first["event"], first["size"]) == (
        "r1:E1",
        "2024-05-13",
        ["ASSAULT"],
        {"dead": 12},
    )
    assert first["actor"] == [
        {"code": "COD", "sector": "MIL", "entity_text": "Arland's army", "identifier_text": "Arland's army"}
    ]
    assert first["onrecord"]["told_by"] == "an official"
    assert first["text"] == KADI[first["text_info"]["start"] : first["text_info"]["end"]]
    assert talks["onrecord"]["positions"] == [
        {
            "holder": "Bresia",
            "stance": "supports",
            "basis": "stated",
            "conditions": ["if talks fail"],
            "told_by": "the reporter",
        }
    ]
    assert (backing["date"], backing["onrecord"]["date_from"]) == ("2024-05-16", "publication")


def test_plover_marks_what_did_not_happen_in_its_context() -> None:
    by_id = {item["id"]: item for item in lines(PROJECT, "plover", include=ASKED)}
    assert by_id["r1:E4"]["context"] == ["future"]
    assert by_id["r1:E2"]["context"] == ["negation"]
    assert by_id["r1:E3"]["onrecord"]["status"] == "unclear"


def test_plover_refuses_events_without_an_actor() -> None:
    page = Page("r", "Twelve died when Kadi was shelled.").event("E1", "shelled")
    out, summary = export(Project(page), "plover")
    assert out == b""
    assert "not written: 1 event without an actor" in summary.lines


def test_plover_ranges_stand_only_where_they_can() -> None:
    page = Page("r", "Arland struck Kadi, killing 12 to 20.").party("T1", "Arland")
    (item,) = lines(Project(page.event("E1", "struck", by=["T1"], killed=(12, 20))), "plover")
    assert "size" not in item
    assert item["onrecord"]["numbers"]["killed"] == {"low": 12, "best": 12, "high": 20, "words": "12"}


@pytest.mark.parametrize("include", [[], ASKED])
def test_ftm_schema_and_references(include: list[str]) -> None:
    entities = lines(PROJECT, "ftm", include=include)
    for entity in entities:
        Draft202012Validator(ftm_schema(entity["schema"])).validate(entity)
    ids = {entity["id"]: entity["schema"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name in ("subject", "object", "involved", "document", "resolved", "proof"):
            assert set(entity["properties"].get(name, ())) <= ids.keys(), (entity, name)
        for party in entity["properties"].get("involved", ()):
            assert ids[party] in ("Person", "Organization", "PublicBody", "LegalEntity")


def test_ftm_says_who_did_it_and_whether_it_happened() -> None:
    entities = lines(PROJECT, "ftm")
    names = {entity["id"]: entity["properties"].get("name", [""])[0] for entity in entities}
    links = [entity["properties"] for entity in entities if entity["schema"] == "UnknownLink"]
    told = {(names[p["subject"][0]], p["role"][0], names[p["object"][0]], p["status"][0]) for p in links}
    assert ("Arland's army", "actor", "ASSAULT: Arland's army → people", "happened") in told
    assert ("people", "recipient", "ASSAULT: Arland's army → people", "happened") in told
    assert ("Bresia", "supports", "CONSULT: Arland, Bresia", "stated") in told
    assert ("The Korvan Front", "opposes", "Bresia", "stated") in told


def test_ftm_absence_is_a_tie_only_where_it_was_asked_for_and_never_opposition() -> None:
    def roles(**options: list[str]) -> list[str]:
        return [e["properties"]["role"][0] for e in lines(PROJECT, "ftm", **options) if e["schema"] == "UnknownLink"]

    assert "unknown" not in roles()
    assert roles(include=["unknown"]).count("unknown") == 1
    assert roles(include=["unknown"]).count("opposes") == roles().count("opposes") == 1


def test_ftm_one_party_in_two_reports_is_one_entity() -> None:
    entities = lines(Project(kadi("r1"), kadi("r2")), "ftm")
    (front,) = [
        e for e in entities if e["properties"].get("name") == ["The Korvan Front"] and e["schema"] == "Organization"
    ]
    assert len(front["properties"]["proof"]) == 2
    unnamed = [e for e in entities if e["properties"].get("name") == ["an official"] and e["schema"] == "Person"]
    assert len(unnamed) == 2  # two reports' officials are not one person


def test_geojson_schema_order_and_axes() -> None:
    collection = json.loads(written(PROJECT, "geojson", include=ASKED))
    Draft202012Validator(GEOJSON).validate(collection)
    first = next(feature for feature in collection["features"] if feature["id"] == "r1:E1")
    assert list(first["properties"]) == GEOJSON_PROPERTIES
    assert first["geometry"]["coordinates"] == [29.25, -1.5]  # longitude first
    assert [f["geometry"] for f in collection["features"] if f["id"] == "r1:E5"] == [None]  # kept, so that counts agree


def test_a_country_drawn_as_a_point_is_said_to_be_one() -> None:
    page = Page("r", "Arland struck Bresia.").place("L1", "Bresia", precision="country", feature="PCLI", admin1=None)
    out, summary = export(Project(page.event("E1", "struck", place="L1")), "geojson")
    assert json.loads(out)["features"][0]["properties"]["place_precision"] == "country"
    assert any("middle of a region or country" in line for line in summary.lines)


def test_web_annotation_schema() -> None:
    for item in lines(PROJECT, "web-annotation", include=ASKED):
        Draft202012Validator(WEB_ANNOTATION).validate(item)


def test_both_selectors_point_at_the_same_words() -> None:
    items = lines(PROJECT, "web-annotation")
    assert len(items) == 3 + 3 + 1 + 1  # events, positions, commitments, labels
    for item in items:
        for target in item["target"]:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert KADI[start:end] == quote["exact"]
            assert KADI[:start].endswith(quote["prefix"])
            assert KADI[end:].startswith(quote["suffix"])


def test_an_annotation_holds_the_whole_event() -> None:
    body = lines(PROJECT, "web-annotation")[0]["body"][-1]
    event = json.loads(body["value"])
    assert event["voice"]["told_by"] == "an official"
    assert event["figures"][0]["low"] == 12


def test_annotations_without_words_say_that_they_are() -> None:
    out, summary = export(PROJECT, "web-annotation", words=False)
    assert b"TextQuoteSelector" not in out
    assert b"did not attend" not in out
    assert any("only for the very same text" in line for line in summary.lines)


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (None, "urn:sha256:"),
        ("javascript:alert(1)", "urn:sha256:"),
        ("https://example.org/a b", "urn:sha256:"),  # no address
    ],
)
def test_sources_of_annotations(url: str | None, source: str) -> None:
    item = lines(Project(kadi(url=url)), "web-annotation")[0]
    assert item["target"][0]["source"].startswith(source)
