"""GEXF and GraphML as networkx reads them."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from export_read import export, written
from project_source import Page, Project, kadi

PROJECT = Project(kadi())
GEXF = "{http://www.gexf.net/1.2draft}"


def graph(name: str, project: Project = PROJECT, **options: object) -> nx.MultiDiGraph:
    out = io.BytesIO(written(project, name, **options))
    return nx.MultiDiGraph(nx.read_gexf(out) if name == "gexf" else nx.read_graphml(out))


def ties(found: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    names = nx.get_node_attributes(found, "label")
    return {(names[a], data["event_type"], names[b]) for a, b, data in found.edges(data=True)}


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_events_and_stands_are_ties(name: str) -> None:
    found = graph(name, undated=True)
    assert ties(found) == {
        ("Arland's army", "ASSAULT", "people"),
        ("Arland", "CONSULT", "Bresia"),  # talks go both ways
        ("Bresia", "CONSULT", "Arland"),
        ("The Korvan Front", "position:opposes", "Bresia"),
    }
    assert found.is_directed()
    attack = next(data for _, _, data in found.edges(data=True) if data["event_type"] == "ASSAULT")
    assert (attack["status"], attack["told_by"], attack["quad"], attack["score"]) == (
        "happened",
        "an official",
        4,
        -9.0,
    )
    assert (attack["reports"], attack["independent_reports"], attack["speakers"]) == (1, 1, 1)
    front = next(data for _, data in found.nodes(data=True) if data["label"] == "The Korvan Front")
    assert (front["kind"], front["country"], front["sectors"], front["named"]) == ("organization", "COD", "REB", True)


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_absence_never_becomes_opposition(name: str) -> None:
    assert not [tie for tie in ties(graph(name)) if tie[0] == "The League"]
    asked = ties(graph(name, include=["unknown"]))
    assert ("The League", "position:unknown", "Bresia") in asked
    assert sum(1 for _, kind, _ in asked if kind == "position:opposes") == 1


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_events_without_a_date_are_counted_not_shown(name: str) -> None:
    assert ("Arland", "CONSULT", "Bresia") not in ties(graph(name))
    assert "not written: 2 events without a date (use --undated)" in export(PROJECT, name)[1].lines


def test_both_ways_share_one_event_id() -> None:
    found = graph("graphml", undated=True)
    talks = [data for _, _, data in found.edges(data=True) if data["event_type"] == "CONSULT"]
    assert [data["event_id"] for data in talks] == ["r1:E5", "r1:E5"]


def test_days() -> None:
    attack = next(d for _, _, d in graph("graphml").edges(data=True) if d["event_type"] == "ASSAULT")
    assert (attack["start"], attack["end"]) == ("2024-05-13", "2024-05-13")
    spells = ET.fromstring(written(PROJECT, "gexf")).iter(f"{GEXF}spell")
    assert next(spell.attrib for spell in spells) == {"start": "2024-05-13", "end": "2024-05-13"}


def test_gexf_uses_its_own_words_only_for_what_they_mean() -> None:
    tree = ET.fromstring(written(PROJECT, "gexf", undated=True))
    assert {edge.attrib["type"] for edge in tree.iter(f"{GEXF}edge")} == {"directed"}
    titles = [attribute.attrib["title"] for attribute in tree.iter(f"{GEXF}attribute")]
    assert not {"type", "label", "weight", "start", "end", "id"} & set(titles)
    for kind in ("node", "edge"):
        ids = [item.attrib["id"] for item in tree.iter(f"{GEXF}{kind}")]
        assert len(ids) == len(set(ids))


def test_too_many_parties_meet_in_a_node_of_the_event() -> None:
    words = ["Ada", "Bel", "Cor", "Dun", "Eld", "Fen"]
    page = Page("r", " ".join(words) + " held talks on 13 May.").time("D1", "13 May", "2024-05-13")
    for at, word in enumerate(words):
        page.party(f"T{at}", word)
    page.event("E1", "held talks", "CONSULT", by=[f"T{at}" for at in range(6)], rule="meet.v.1", time="D1")
    found = graph("graphml", Project(page))
    assert ties(found) == {(word, "CONSULT", "CONSULT") for word in words}
    assert len(graph("graphml", Project(page), all_pairs=True).edges) == 30
