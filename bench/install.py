"""Build the three wheels, install them into bare environments with pip, and use them there.

    python bench/install.py [--python 3.11 3.12 3.13] [--extras scale,export] [--cached | --lowest] [--compiled]

A Python is named by its version, as `uv python find` knows it, or by its path. In each environment `onrecord check` and
`onrecord demo` are run in an empty folder, with no environment variables and, on Linux as root, with no network. Prints
a table: what pip took from the registry (`--cached`: from what it has) and on the disk. `--lowest` installs, by uv, the
oldest versions that pyproject.toml allows and that have wheels: are its bounds true? `--compiled` builds a wheel for
each Python, the stages compiled to C, which takes minutes and a C compiler. Ends with 1 where anything failed, or where
the Pythons print different readings; a Python that is not there is named and costs nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).parent.parent
UV = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
UNSHARE = shutil.which("unshare")
PACKAGES = ("onrecord", "onrecord-en", "onrecord-gazetteer")
_NOT_OURS = ("pip", "setuptools")  # what `venv` puts there


def main() -> int:
    """Build, install, use, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", nargs="+", default=["3.11", "3.12", "3.13"])
    parser.add_argument("--extras", default="", help="extras to install too, as scale,export")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--cached", action="store_true", help="let pip use its cache")
    how.add_argument("--lowest", action="store_true", help="the oldest versions of what onrecord names")
    parser.add_argument("--compiled", action="store_true", help="wheels with the stages compiled to C")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if args.compiled:
            wheels = [build(Path(folder) / f"wheels{number}", name) for number, name in enumerate(args.python)]
        else:
            wheels = [build(Path(folder) / "wheels")] * len(args.python)
        for wheel in sorted({wheel for some in wheels for wheel in some}):
            print(f"{wheel.name}  {wheel.stat().st_size / 1e6:.1f} MB")
        install = install_lowest if args.lowest else partial(install_newest, extras=args.extras, cached=args.cached)
        print("\n| Python | install, s | on disk, MB | packages | check | demo, s | network | reading |")
        print("|---|---|---|---|---|---|---|---|")
        seen = [
            try_python(name, Path(folder) / f"env{number}", partial(install, wheels=some))
            for number, (name, some) in enumerate(zip(args.python, wheels, strict=True))
        ]
    readings = {digest for digest in seen if digest}
    return 0 if len(readings) == 1 and "failed" not in readings else 1


def build(folder: Path, compiled_for: str = "", compiler: str = "") -> list[Path]:
    """The wheels of all packages, made anew from the checkout; none for a Python that is not there.

    What is compiled is made from a source archive, so that nothing compiled stays in the checkout. `compiler` is the C
    compiler, where another than the Python's own is to do it.
    """
    environment, how = dict(os.environ), ["--wheel"]
    if compiled_for:
        python = find(compiled_for)
        if python is None:
            return []
        environment["HATCH_BUILD_HOOK_ENABLE_MYPYC"], how = "1", ["--python", python]
        environment |= {"CC": compiler} if compiler else {}
    for package in PACKAGES:
        command = [UV, "build", "--quiet", *how, "--package", package, "--out-dir", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, env=environment)
    return sorted(folder.glob("*.whl"))


def try_python(name: str, folder: Path, install: Callable[[str], None]) -> str:
    """Install and use in one Python; the hash of the demonstration's output, "" without that Python, or "failed"."""
    python = find(name)
    if python is None:
        print(f"| {name} | not here | | | | | | |")
        return ""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    started = time.monotonic()
    try:
        install(str(folder / "bin" / "python"))
    except subprocess.CalledProcessError:  # the installer has said why
        print(f"| {name} | cannot be installed | | | | | | failed |", flush=True)
        return "failed"
    seconds = time.monotonic() - started
    size, packages = measure(folder)
    (folder / "empty").mkdir()
    checked, _ = use(folder, "check")
    shown, demo_seconds = use(folder, "demo")
    digest = hashlib.sha256(shown.stdout).hexdigest()[:12]
    if checked.returncode or shown.returncode or b"ASSAULT" not in shown.stdout:
        print((checked.stderr + shown.stderr).decode(), file=sys.stderr)
        digest = "failed"
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[-1]
    state, network = "failed" if checked.returncode else "passed", "none" if can_cut_off() else "there"
    taken = f"{seconds:.0f} | {size / 1e6:.0f} | {packages}"
    print(f"| {version} | {taken} | {state} | {demo_seconds:.1f} | {network} | {digest} |", flush=True)
    return digest


def find(name: str) -> str | None:
    """The interpreter of a version or path; None where there is none."""
    command = [UV, "python", "find", "--no-project", "--no-python-downloads", name]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip() if found.returncode == 0 else None


def install_newest(python: str, wheels: list[Path], extras: str, *, cached: bool) -> None:
    """Install the wheels with the environment's own pip, as users do."""
    targets = [
        f"{wheel}[{extras}]" if extras and wheel.name.startswith("onrecord-") else str(wheel) for wheel in wheels
    ]
    quiet = ["--quiet", "--disable-pip-version-check", *([] if cached else ["--no-cache-dir"])]
    subprocess.run([python, "-m", "pip", "install", *quiet, *targets], check=True)


def install_lowest(python: str, wheels: list[Path]) -> None:
    """Install the wheels with the oldest versions of what pyproject.toml names that have wheels themselves."""
    into = [UV, "pip", "install", "--quiet", "--python", python]
    named = ["--no-sources", "--find-links", str(wheels[0].parent), "--requirements", str(ROOT / "pyproject.toml")]
    subprocess.run([*into, "--no-build", "--resolution", "lowest-direct", *named], check=True)
    subprocess.run([*into, "--no-deps", *map(str, wheels)], check=True)


@cache
def can_cut_off() -> bool:
    """Whether a command can be run without any network here."""
    return UNSHARE is not None and subprocess.run([UNSHARE, "-n", "true"], check=False).returncode == 0


def use(folder: Path, command: str) -> tuple[subprocess.CompletedProcess[bytes], float]:
    """Run a command of the installed package in an empty folder, without network if that can be had; its seconds."""
    words = [*([str(UNSHARE), "-n"] if can_cut_off() else []), str(folder / "bin" / "onrecord"), command]
    started = time.monotonic()
    done = subprocess.run(words, cwd=folder / "empty", env={}, capture_output=True, check=False)
    return done, time.monotonic() - started


def measure(folder: Path) -> tuple[int, int]:
    """Bytes and packages that the installation has added to the environment."""
    (site,) = (folder / "lib").glob("python*/site-packages")
    entries = [entry for entry in site.iterdir() if not entry.name.startswith(_NOT_OURS)]
    files = (file for entry in entries for file in ([entry] if entry.is_file() else entry.rglob("*")))
    size = sum(file.lstat().st_size for file in files if not file.is_dir())
    return size, sum(1 for entry in entries if entry.suffix == ".dist-info")


if __name__ == "__main__":
    sys.exit(main())
