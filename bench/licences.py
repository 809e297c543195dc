"""The bill of materials (CycloneDX) of what onrecord installs, and whether every licence in it may be there.

    python bench/licences.py          make docs/sbom.cdx.json and docs/licences.md anew from uv.lock, and check
    python bench/licences.py --check  check docs/sbom.cdx.json as it stands

A bare environment gets the packages of uv.lock with all extras and without what only developers need; `cyclonedx-py`
(cyclonedx-bom, Apache 2.0) lists it. What may be there stands in bench/licences.toml; anything else ends with 1.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing

from install import ROOT, UV, build

RULES = ROOT / "bench" / "licences.toml"
SBOM = ROOT / "docs" / "sbom.cdx.json"
TABLE = ROOT / "docs" / "licences.md"
_SPDX = get_spdx_licensing()


def main() -> int:
    """Make, check, say what may not be there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="make nothing")
    args = parser.parse_args()
    if not args.check:
        SBOM.write_text(json.dumps(make_sbom(), indent=1, ensure_ascii=False) + "\n")
    sbom, rules = json.loads(SBOM.read_text()), tomllib.loads(RULES.read_text())
    if not args.check:
        TABLE.write_text(make_table(sbom, rules))
    refused = list(find_refused(sbom, rules))
    for name, why in refused:
        print(f"Cannot install {name}: {why}. Replace it, or add what is known of it to {RULES.name}.", file=sys.stderr)
    print(f"{len(sbom['components'])} packages, {len(refused)} refused")
    return 1 if refused else 0


def make_sbom() -> dict[str, Any]:
    """The bill of materials of an environment made from uv.lock, without addresses and paths."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "environment"
        wanted = Path(folder) / "wanted.txt"
        what = ["--no-dev", "--all-extras", "--no-emit-workspace", "--no-hashes", "--output-file", str(wanted)]
        subprocess.run([UV, "export", "--quiet", "--frozen", *what], cwd=ROOT, check=True)
        subprocess.run([UV, "venv", "--quiet", str(environment)], cwd=ROOT, check=True)
        python = str(environment / "bin" / "python")
        wheels = [str(wheel) for wheel in build(Path(folder))]
        install = [UV, "pip", "install", "--quiet", "--no-deps", "--python", python]
        subprocess.run([*install, "--requirements", str(wanted), *wheels], check=True)
        how = ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "--short-PURLs"]
        listed = [sys.executable, "-m", "cyclonedx_py", "environment", python, *how]
        done = subprocess.run(listed, capture_output=True, check=True)
    sbom: dict[str, Any] = json.loads(done.stdout)
    for component in (*sbom["components"], *sbom["metadata"]["tools"]["components"]):
        component.pop("externalReferences", None)
    return sbom


def find_refused(sbom: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each package whose licences the rules do not allow, with what it says of itself."""
    for component in sbom["components"]:
        stated = licences_of(component, rules)
        allowed = {*rules["allowed"], *rules["packages"].get(component["name"], {}).get("also", ())}
        wrong = [licence for licence in stated if not is_allowed(licence, allowed)]
        if wrong or not stated:
            yield f"{component['name']} {component['version']}", f"its licence is {', '.join(wrong) or 'not named'}"


def licences_of(component: Mapping[str, Any], rules: Mapping[str, Any]) -> list[str]:
    """The licences of a package as SPDX expressions where that can be known; what its metadata say, else the rules."""
    stated = []
    for entry in component.get("licenses", ()):
        licence = entry.get("license", {})
        name = entry.get("expression") or licence.get("id") or licence.get("name", "")
        stated.append(rules["classifiers"].get(name, name))
    known = rules["packages"].get(component["name"], {}).get("licence")
    return sorted(set(stated)) or ([known] if known else [])


def is_allowed(expression: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met by allowed licences alone; what is none cannot."""
    try:
        parsed = _SPDX.parse(expression, validate=True)
    except ExpressionError:
        return False
    return _can_be_met(parsed, allowed)


def _can_be_met(part: Any, allowed: set[str]) -> bool:  # noqa: ANN401 - license_expression has no types
    if isinstance(part, _SPDX.OR):
        return any(_can_be_met(side, allowed) for side in part.args)
    if isinstance(part, _SPDX.AND):
        return all(_can_be_met(side, allowed) for side in part.args)
    return str(part) in allowed


def make_table(sbom: Mapping[str, Any], rules: Mapping[str, Any]) -> str:
    """The list of licences for people."""
    lines = [
        "# Licences of what onrecord installs",
        "",
        "Made by `python bench/licences.py` from uv.lock, with all extras. The same as a bill of materials:",
        "[sbom.cdx.json](sbom.cdx.json) (CycloneDX). What may be there stands in `bench/licences.toml`.",
        "",
        "| package | version | licence | |",
        "|---|---|---|---|",
    ]
    for component in sorted(sbom["components"], key=lambda component: component["name"].lower()):
        licences = "; ".join(licences_of(component, rules))
        why = rules["packages"].get(component["name"], {}).get("why", "")
        lines.append(f"| {component['name']} | {component['version']} | {licences} | {why} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
