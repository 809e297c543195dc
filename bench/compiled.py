"""The wheel with the stages compiled to C beside the plain package: does it read the same?

    python bench/compiled.py [--texts FILE.jsonl …] [--wheels FOLDER]

Builds the wheel for this Python (minutes, and a C compiler, which is told not to optimise: what is compiled wrongly is
so by what writes the C; `--wheels`: takes those of `bench/install.py`'s `build` that lie there), installs it into a
fresh environment with the versions of uv.lock, runs there the tests of what is read, and compares the readings of the
examples, the stories and the texts (one JSON object with `text` a line) with those of the checkout, byte for byte. Ends
with 1 where a test fails, a reading differs, or nothing was compiled.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from install import ROOT, UV, build

_TESTS = ("tests/golden", "tests/lexicon")
_SHOW = "import onrecord.stages.events.match as stage; print(stage.__file__)"


def main() -> int:
    """Build, install, test, compare."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--wheels", type=Path, help="a folder of wheels that are built already")
    parser.add_argument("--print", action="store_true", help="only print the hash of each reading, read by this Python")
    args = parser.parse_args()
    if args.print:
        print("\n".join(hashes(args.texts)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        wheels = sorted(args.wheels.glob("*.whl")) if args.wheels else build_quickly(Path(folder))
        print(f"built             {time.monotonic() - started:6.0f} s")
        python = install(Path(folder) / "env", wheels)
        stage = _output([python, "-c", _SHOW]).strip()
        if not stage.endswith((".so", ".pyd")):
            print(f"Cannot compare: {stage} is not compiled. Build the wheel with the hook enabled.", file=sys.stderr)
            return 1
        tests = subprocess.run([python, "-m", "pytest", "-n", "auto", *_TESTS], cwd=ROOT, check=False)
        plain, compiled = (read_by(each, args.texts) for each in (sys.executable, python))
    differing = sum(one != other for one, other in zip(plain, compiled, strict=True))
    print(f"readings          {len(plain):6}   that differ {differing}")
    return 1 if tests.returncode or differing else 0


def build_quickly(folder: Path) -> list[Path]:
    """The wheels, by a C compiler that takes two thirds of the time since it does not optimise."""
    compiler = folder / "cc"
    compiler.write_text('#!/bin/sh\nexec cc "$@" -O0\n')  # of two levels the later one counts
    compiler.chmod(0o755)
    return build(folder / "wheels", sys.executable, str(compiler))


def install(folder: Path, wheels: Iterable[Path]) -> str:
    """Make an environment with the wheels and, of all else, the versions that the checkout has; its Python."""
    python = str(folder / "bin" / "python")
    subprocess.run([UV, "venv", "--quiet", "--python", sys.executable, str(folder)], check=True)
    locked = _output([UV, "export", "--quiet", "--frozen", "--no-emit-workspace", "--no-hashes"])
    into = [UV, "pip", "install", "--quiet", "--python", python]
    subprocess.run([*into, "--requirements", "-"], input=locked, text=True, check=True)
    subprocess.run([*into, "--no-deps", *map(str, wheels)], check=True)
    return python


def read_by(python: str, texts: Iterable[Path]) -> list[str]:
    """The hashes of the readings by a Python of its own."""
    return _output([python, __file__, "--print", "--texts", *map(str, texts)]).splitlines()


def hashes(texts: Iterable[Path]) -> Iterator[str]:
    """A hash of each reading, in order."""
    from onrecord.pipeline import read_many  # noqa: PLC0415 - which onrecord depends on who runs this file
    from onrecord.reading.document import Document  # noqa: PLC0415
    from onrecord.reading.reading import write_json  # noqa: PLC0415
    from work import example_texts  # noqa: PLC0415

    given = (json.loads(line)["text"] for path in texts for line in path.open(encoding="utf-8"))
    documents = (
        Document(id=str(number), text=text, published="2024-05-16")
        for number, text in enumerate([*example_texts(), *given])
    )
    for reading in read_many(documents):
        yield hashlib.sha256(write_json(reading)).hexdigest()[:16]


def _output(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
