"""Which licences pass, and that the bill of materials is the one of uv.lock."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "bench"))
from licences import ROOT, RULES, SBOM, TABLE, find_refused, is_allowed, make_table

ALLOWED = {"MIT", "Apache-2.0"}
NO_RULES = {"allowed": ["MIT"], "classifiers": {}, "packages": {}}


@pytest.mark.parametrize(
    ("expression", "passes", "why"),
    [
        ("MIT", True, "on the list"),
        ("GPL-3.0-only", False, "not on it"),
        ("MIT OR GPL-3.0-only", True, "we may choose"),
        ("MIT AND GPL-3.0-only", False, "both bind"),
        ("Apache-2.0 AND (GPL-2.0-only OR MIT)", True, "a choice inside"),
        ("GPL-3.0-only WITH GCC-exception-3.1", False, "an exception is a licence of its own"),
        ("Free for all", False, "words are no licence"),
        ("", False, "nor is nothing"),
    ],
)
def test_an_expression_passes_if_allowed_licences_meet_it(expression: str, passes: object, why: str) -> None:
    assert is_allowed(expression, ALLOWED) is passes, why


@pytest.mark.parametrize(
    ("licences", "refused"),
    [
        ([], "its licence is not named"),
        ([{"license": {"id": "MIT"}}, {"license": {"name": "Proprietary"}}], "its licence is Proprietary"),
    ],
)
def test_a_package_is_refused_with_what_it_says_of_itself(licences: list[object], refused: str) -> None:
    component = {"name": "p", "version": "1", "licenses": licences}
    assert list(find_refused({"components": [component]}, NO_RULES)) == [("p 1", refused)]


def test_what_is_known_of_one_package_counts_for_that_one_only() -> None:
    rules = {**NO_RULES, "packages": {"p": {"also": ["Zlib"]}}}
    components = [{"name": n, "version": "1", "licenses": [{"expression": "MIT AND Zlib"}]} for n in ("p", "q")]
    assert [name for name, _ in find_refused({"components": components}, rules)] == ["q 1"]


def test_every_licence_of_what_is_installed_may_be_there() -> None:
    assert list(find_refused(json.loads(SBOM.read_text()), tomllib.loads(RULES.read_text()))) == []


def test_the_bill_of_materials_is_the_one_of_the_lock_file() -> None:
    """`make licences` after each change of uv.lock."""
    locked = {(p["name"], p["version"]) for p in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    listed = {(_plain(c["name"]), c["version"]) for c in json.loads(SBOM.read_text())["components"]}
    assert listed <= locked
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    assert {_plain(re.split(r"[<>=\[; ]", d)[0]) for d in wanted} <= {"onrecord", *(name for name, _ in listed)}


def test_the_list_for_people_is_that_of_the_bill() -> None:
    assert TABLE.read_text() == make_table(json.loads(SBOM.read_text()), tomllib.loads(RULES.read_text()))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
