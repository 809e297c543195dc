"""POLECAT, ICEWS, GDELT, ACLED's and UCDP's layouts and event-report rows, as pandas reads them."""

from __future__ import annotations

from typing import Any

import pytest

from export_read import export, table
from onrecord.export.formats import acled, eventreport, gdelt, gdelt_mentions, icews, polecat, ucdp
from onrecord.export.formats.ucdp import priogrid_of
from onrecord.export.pairs import number_of
from project_source import Page, Project, kadi

PROJECT = Project(kadi())


@pytest.mark.parametrize(
    ("module", "columns"),
    [(polecat, 40), (icews, 20), (gdelt, 61), (gdelt_mentions, 16), (acled, 31), (ucdp, 49), (eventreport, 109)],
)
def test_the_number_of_columns(module: Any, columns: int) -> None:
    assert len(module.COLUMNS) == len(set(module.COLUMNS)) == columns


def cells(row: Any, *names: str) -> list[str]:
    return [row[name] for name in names]


def test_polecat() -> None:
    row = table(PROJECT, "polecat").set_index("Event ID").loc["r1:E1_ASSAULT"]
    assert cells(row, "Event Date", "Event Mode", "Intensity", "Quad Code", "Contexts") == [
        "2024-05-13", "heavy-weapons", "-9.0", "4", "military",
    ]  # fmt: skip
    assert cells(row, "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Wikipedia Actor ID") == [
        "Arland's army", "Democratic Republic of the Congo", "490", "MIL", "None",
    ]  # fmt: skip
    assert cells(row, "City", "Province", "GeoNames ID", "Raw Placename") == ["Kadi", "Nord Kivu", "123", "Kadi"]
    assert cells(row, "Story Organizations", "Story Locations", "Publication Date") == [
        "The Korvan Front;Bresia;Arland;The League", "Kadi", "2024-05-16",
    ]  # fmt: skip


def test_polecat_lists_are_equally_long_and_missing_is_the_word_none() -> None:
    row = table(PROJECT, "polecat").set_index("Event ID").loc["r1:E5_CONSULT"]
    lists = [row[name].split(";") for name in polecat.COLUMNS[7:15]]
    assert {len(found) for found in lists} == {2}
    assert row["Actor Sectors"] == "GOV|MIL;GOV"
    assert set(row[list(polecat.COLUMNS[15:23])]) == {"None"}


def test_icews_writes_talks_both_ways_and_keeps_the_zero() -> None:
    rows = table(PROJECT, "icews")
    talks = rows[rows["CAMEO Code"] == "040"]
    assert talks[["Source Name", "Target Name"]].to_numpy().tolist() == [["Arland", "Bresia"], ["Bresia", "Arland"]]
    assert set(talks["Event Text"]) == {"Consult"}
    assert rows["Event ID"].is_unique
    assert (rows["Event ID"].astype("uint64") < 2**63).all()


def test_icews_names_who_is_told_by_role_with_the_country() -> None:
    row = table(PROJECT, "icews").set_index("CAMEO Code").loc["194"]
    assert cells(row, "Source Name", "Source Sectors", "Target Sectors", "Intensity", "Sentence Number") == [
        "Arland's army (Democratic Republic of the Congo)", "Military", "General Population / Civilian / Social",
        "-10.0", "1",
    ]  # fmt: skip


def test_gdelt() -> None:
    row = table(PROJECT, "gdelt", gdelt.COLUMNS).set_index("EventCode").loc["194"]
    assert cells(row, "SQLDATE", "MonthYear", "Year", "FractionDate") == ["20240513", "202405", "2024", "2024.4466"]
    assert cells(row, "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code", "Actor2Code") == [
        "CODMIL", "ARLAND'S ARMY", "COD", "MIL", "CVL",
    ]  # fmt: skip
    assert cells(row, "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "AvgTone") == [
        "194", "19", "4", "-10.0", "",
    ]  # fmt: skip
    assert cells(row, "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_FeatureID") == [
        "4", "Kadi, Nord Kivu, Democratic Republic of the Congo", "CG", "",  # FIPS 10-4, not ISO
    ]  # fmt: skip
    assert cells(row, "IsRootEvent", "NumMentions", "NumSources", "NumArticles", "DATEADDED") == [
        "1", "1", "1", "1", "20240516000000",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("about", "code", "group"),
    [
        ({"country": "UNO"}, "IGOUNO", "UNO"),  # as GDELT writes the United Nations
        ({"country": "NGO", "sectors": ("MED",)}, "NGOHLH", ""),  # CAMEO's MED is the media
        ({"country": "ROU", "sectors": ("JRN",)}, "ROMMED", ""),  # CAMEO's Romania
        ({"sectors": ("UAF",)}, "UAF", ""),  # gunmen of no known country
        ({"sectors": ("PRM",)}, "", ""),  # CAMEO has no code for pro-government gunmen
    ],
)
def test_gdelt_codes_of_parties(about: dict[str, Any], code: str, group: str) -> None:
    page = Page("r", "Somebody struck Kadi.").party("T1", "Somebody", **about).event("E1", "struck", by=["T1"])
    row = table(Project(page), "gdelt", gdelt.COLUMNS).iloc[0]
    assert cells(row, "Actor1Code", "Actor1KnownGroupCode", "Actor2Code") == [code, group, ""]


def test_quad_goes_by_the_root_of_the_code() -> None:
    page = Page("r", "Arland lifted the curfew.").party("T1", "Arland")
    page.event("E1", "lifted", "CONCEDE", by=["T1"], cameo="0813", quad=1)
    assert table(Project(page), "gdelt", gdelt.COLUMNS).iloc[0]["QuadClass"] == "2"


def test_gdelt_mentions_share_ids_and_count_code_points() -> None:
    events = table(PROJECT, "gdelt", gdelt.COLUMNS)
    mentions = table(PROJECT, "gdelt-mentions", gdelt_mentions.COLUMNS)
    assert set(mentions["GLOBALEVENTID"]) == set(events["GLOBALEVENTID"])
    row = mentions.iloc[0]
    assert cells(row, "MentionType", "MentionSourceName", "SentenceID", "Actor1CharOffset", "ActionCharOffset") == [
        "1", "example.org", "1", "0", "14",
    ]  # fmt: skip
    assert cells(row, "InRawText", "Confidence") == ["0", ""]  # "Arland's army" is no name
    assert mentions[mentions["SentenceID"] == "6"].iloc[0]["Actor2CharOffset"] == "-1"


@pytest.mark.parametrize(
    ("event", "because"),
    [
        ({"cameo": None, "by": ["T1"]}, "without a CAMEO code"),
        ({"cameo": "999", "by": ["T1"]}, "without a CAMEO code"),
        ({}, "without any party"),
    ],
)
def test_what_pairs_cannot_say_is_refused_and_counted(event: dict[str, Any], because: str) -> None:
    page = Page("r", "Arland struck Kadi.").party("T1", "Arland").event("E1", "struck", **event)
    assert f"not written: 1 event {because}" in export(Project(page), "gdelt")[1].lines


def test_no_date_at_all_is_refused_unless_a_stamp_is_given() -> None:
    page = Page("r", "Arland struck Kadi.", published=None).party("T1", "Arland").event("E1", "struck", by=["T1"])
    assert "not written: 1 event without a date, told or of publication" in export(Project(page), "gdelt")[1].lines
    assert table(Project(page), "gdelt", gdelt.COLUMNS, stamp="2024-06-01").iloc[0]["SQLDATE"] == "20240601"


def test_many_parties_are_not_opened_into_pairs_unasked() -> None:
    words = ["Ada", "Bel", "Cor", "Dun", "Eld", "Fen"]
    page = Page("r", " ".join(words) + " held talks.")
    for at, word in enumerate(words):
        page.party(f"T{at}", word)
    page.event("E1", "held talks", "CONSULT", by=[f"T{at}" for at in range(6)], cameo="040", rule="meet.v.1")
    assert any("more than 20 pairs" in line for line in export(Project(page), "icews")[1].lines)
    assert len(table(Project(page), "icews", all_pairs=True)) == 30


def test_who_acts_together_without_acting_on_one_another_is_no_pair() -> None:
    """ "Arland and Bresia shelled Kadi" is not an attack of either on the other."""
    page = Page("r", "Arland and Bresia shelled Kadi.").party("T1", "Arland").party("T2", "Bresia")
    page.event("E1", "shelled", by=["T1", "T2"])
    rows = table(Project(page), "icews")
    assert rows[["Source Name", "Target Name"]].to_numpy().tolist() == [["Arland", ""], ["Bresia", ""]]


def armed(kind: str = "ASSAULT", *, by: str = "MIL", on: str = "REB", **more: Any) -> Project:
    page = Page("r", "The force struck the others in Kadi, killing 12.").place("L1", "Kadi")
    page.party("T1", "The force", country="COD", sectors=(by,)).party("T2", "the others", sectors=(on,))
    return Project(page.event("E1", "struck", kind, by=["T1"], on=["T2"], place="L1", **{"killed": 12, **more}))


@pytest.mark.parametrize(
    ("project", "kind"),
    [
        (armed(), ("Battles", "Armed clash")),
        (armed(mode="drone"), ("Explosions/Remote violence", "Air/drone strike")),
        (armed(cameo="2041"), ("Explosions/Remote violence", "Chemical weapon")),
        (armed(on="CVL"), ("Violence against civilians", "Attack")),
        (armed(on="CVL", mode="abduct"), ("Violence against civilians", "Abduction/forced disappearance")),
        (armed("PROTEST", by="CVL", mode="demo"), ("Protests", "Peaceful protest")),
        (armed("PROTEST", by="CVL", mode="riot"), ("Riots", "Violent demonstration")),
        (armed("COERCE", mode="arrest"), ("Strategic developments", "Arrests")),
        (armed("RETREAT", mode="withdraw"), ("Strategic developments", "Non-violent transfer of territory")),
        (armed("SUPPORT", cameo="057", contexts=("military",)), ("Strategic developments", "Agreement")),
        (armed(on="UNK"), None),  # who was struck is not told
        (armed("ACCUSE"), None),
        (armed("PROTEST", by="CVL"), None),  # how they protested is not told
    ],
)
def test_acled_kinds(project: Project, kind: tuple[str, str] | None) -> None:
    rows = table(project, "acled")
    assert [tuple(row) for row in rows[["event_type", "sub_event_type"]].to_numpy()] == ([kind] if kind else [])


def test_acled_protest_that_was_shot_at() -> None:
    page = Page("r", "Students marched. Soldiers shot the students.")
    page.party("T1", "Students", sectors=("CVL",), actor="onrecord:students")
    page.party("T2", "Soldiers", sectors=("MIL",)).party("T3", "students", sectors=("CVL",), actor="onrecord:students")
    page.event("E1", "marched", "PROTEST", by=["T1"], mode="demo")
    page.event("E2", "shot", by=["T2"], on=["T3"], mode="firearms")
    kinds = set(table(Project(page), "acled")["sub_event_type"])
    assert "Excessive force against protesters" in kinds


def test_acled_row() -> None:
    row = table(armed(), "acled").iloc[0]
    assert cells(row, "inter1", "inter2", "interaction", "iso", "region", "geo_precision", "fatalities") == [
        "State Forces", "Rebel Forces", "State Forces-Rebel Forces", "180", "Middle Africa", "1", "12",
    ]  # fmt: skip
    assert row["event_id_cnty"] == f"ONR{number_of('r:E1')}"
    assert row["notes"].endswith("Told by: the reporter")
    assert "killing" not in row["notes"]  # our own sentence, not the report's


@pytest.mark.parametrize(
    ("project", "fatalities"),
    [
        (armed(killed=(12, 20)), "12"),
        (armed(killed=(None, 20)), ""),  # "up to 20" has no low
        (armed("PROTEST", by="CVL", mode="demo", killed=0), "0"),
        (armed("COERCE", mode="arrest", killed=3), "3"),  # what is told counts, also for acts that do not kill
    ],
)
def test_acled_fatalities(project: Project, fatalities: str) -> None:
    assert table(project, "acled")["fatalities"].tolist() == [fatalities]


@pytest.mark.parametrize(
    ("project", "violence"),
    [
        (armed(), ("1", "The force", "the others")),
        (armed(by="REB", on="MIL"), ("1", "the others", "The force")),  # the state first
        (armed(by="REB", on="PRM"), ("2", "The force", "the others")),
        (armed(on="CVL"), ("3", "The force", "Civilians")),
        (armed(on="UNK"), None),
        (armed(by="CVL"), None),
        (armed(killed=0), None),
        (armed("COERCE"), None),
    ],
)
def test_ucdp_kinds_of_violence(project: Project, violence: tuple[str, str, str] | None) -> None:
    rows = table(project, "ucdp")
    found = [tuple(row) for row in rows[["type_of_violence", "side_a", "side_b"]].to_numpy()]
    assert found == ([violence] if violence else [])


def test_ucdp_row() -> None:
    row = table(armed(killed=(12, 20)), "ucdp").iloc[0]
    assert cells(row, "low", "best", "high", "deaths_unknown", "deaths_a") == ["12", "12", "20", "12", "0"]
    assert cells(row, "country_id", "region", "where_prec", "date_prec", "priogrid_gid", "geom_wkt") == [
        "490", "Africa", "1", "5", str(priogrid_of(-1.5, 29.25)), "POINT (29.25 -1.5)",
    ]  # fmt: skip
    assert cells(row, "conflict_new_id", "dyad_new_id", "gwnoa", "source_original") == ["", "", "", ""]
    assert row["source_article"] == '"Harbour Wire,2024-05-16,Title of r"'


def test_priogrid_cells() -> None:
    assert priogrid_of(-90, -180) == 1
    assert priogrid_of(90, 180) == 259_200  # the last cell of 360 rows of 720
    assert priogrid_of(0.25, 0.25) == 180 * 720 + 360 + 1


def test_event_reports_keep_each_report_apart() -> None:
    project = Project(kadi("r1"), kadi("r2", publisher="Other Post"))
    project.cluster("M1", "r1:E1", "r2:E1")
    rows = table(project, "eventreport")
    told = rows[rows["event_id"] == "M1"]
    assert told["id"].tolist() == ["r1:E1", "r2:E1"]
    row = told.iloc[1]
    assert cells(row, "actor1", "actor1_type", "actor1_subtype", "actor1_perpetrator", "actor1_precision") == [
        "Arland's army", "Security forces", "Security forces: Army", "1", "2",
    ]  # fmt: skip
    assert cells(row, "actor2_victim", "deaths_best", "target", "source", "told_by", "number_of_sources") == [
        "1", "12", "Citizens", "Other Post (2024-05-16) Title of r2", "an official", "0",
    ]  # fmt: skip
    assert cells(row, "election", "certain", "actor1_initiator", "actor3") == ["", "", "", ""]
