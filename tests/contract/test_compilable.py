"""What may be compiled (pyproject.toml, hooks.mypyc) means the same compiled: the compiler says nothing of these."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pathspec
import pytest

ROOT = Path(__file__).parents[2]


def compiled() -> list[Path]:
    """The modules that the hook compiles."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    wanted, barred = (pathspec.GitIgnoreSpec.from_lines(hook[name]) for name in ("include", "exclude"))
    names = (str(path.relative_to(ROOT)) for path in sorted((ROOT / "src").rglob("*.py")))
    return [ROOT / name for name in names if wanted.match_file(name) and not barred.match_file(name)]


def faults(source: str) -> Iterator[str]:
    """What would mean something else, or nothing, once compiled."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(map(_is_unpacked, node.comparators)):
            yield f"line {node.lineno} looks into what it unpacks, at which the compiler stops: name it outside"
        if not isinstance(node, ast.ClassDef):
            continue
        marks = {name.id for decorator in node.decorator_list for name in ast.walk(decorator)
                 if isinstance(name, ast.Name)}  # fmt: skip
        if "dataclass" in marks:
            yield f"{node.name} is a dataclass: make it a msgspec.Struct"
        for member in node.body:
            if isinstance(member, ast.FunctionDef) and "cached_property" in map(ast.unparse, member.decorator_list):
                yield f"{node.name}.{member.name} is a cached_property, which would be worked out at every access"
        if any("Struct" in base or "NamedTuple" in base for base in map(ast.unparse, node.bases)):
            yield from _unknown_types(node, _only_for_checking(tree))


def _is_unpacked(node: ast.expr) -> bool:
    """Whether it is written there out of others: `(*names, "of")`."""
    return isinstance(node, ast.Tuple | ast.List) and any(isinstance(e, ast.Starred) for e in node.elts)


def _only_for_checking(tree: ast.Module) -> set[str]:
    """Names of this package that are imported for the type checker alone."""
    blocks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    imports = [each for block in blocks for each in block.body if isinstance(each, ast.ImportFrom)]
    named = [each for each in imports if (each.module or "").startswith(("onrecord", "collections"))]
    return {alias.name for each in named for alias in each.names}


def _unknown_types(node: ast.ClassDef, names: set[str]) -> Iterator[str]:
    for member in node.body:
        if isinstance(member, ast.AnnAssign):
            kind = member.annotation.value if isinstance(member.annotation, ast.Subscript) else member.annotation
            if isinstance(kind, ast.Name) and kind.id in names and kind.id not in LITERALS:
                yield f"{node.name} has a {kind.id}, which is looked up when the class is made: import it for good"
            if isinstance(member.value, ast.Call) and ast.unparse(member.value.func) == "msgspec.field":
                yield f"{node.name} has a msgspec.field, which is not of the field's type: write the default itself"


LITERALS = {"EntityType", "Status", "Polarity", "Certainty"}  # no classes: nothing is looked up


def test_the_stages_are_compiled() -> None:
    names = {path.relative_to(ROOT / "src" / "onrecord").as_posix() for path in compiled()}

    assert {"stages/events/match.py", "language/grammar/tree.py", "language/plain_words.py"} <= names
    assert not names & {"language/parser.py", "pipeline.py", "stages/times/doubt.py"}


def test_nothing_that_is_compiled_changes_its_meaning() -> None:
    found = {str(path.relative_to(ROOT)): list(faults(path.read_text(encoding="utf-8"))) for path in compiled()}

    assert {name: some for name, some in found.items() if some} == {}


IN_THE_PARSER = {"language/acronyms.py", "language/name_ends.py"}  # which makes Docs of spaCy's


def strangers(source: str) -> Iterator[str]:
    """What has to do with words of spaCy's, which compiled code refuses, or hangs a plain word past `hanging.hang`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == "spacy.tokens":
            yield "takes words from spacy.tokens: take them from onrecord.language.plain_words"
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and node.attr == "head":
            if ast.unparse(node.value) == "self":  # a field of its own
                continue
            yield "sets a head, and the tree does not follow: call onrecord.language.hanging.hang"


def test_words_are_plain_behind_the_parser() -> None:
    package = ROOT / "src" / "onrecord"
    names = {path.relative_to(package).as_posix(): path for path in compiled()}
    asked = {name: path for name, path in names.items() if name not in IN_THE_PARSER | {"language/hanging.py"}}
    found = {name: list(strangers(path.read_text(encoding="utf-8"))) for name, path in asked.items()}

    assert {name: some for name, some in found.items() if some} == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("if TYPE_CHECKING:\n    from spacy.tokens import Token", "takes words from spacy.tokens"),
        ("token.head, token.dep_ = verb, 'obj'", "sets a head"),
        ("from onrecord.language.plain_words import Token\nhead = token.head", ""),
    ],
)
def test_each_stranger_is_seen(source: str, fault: str) -> None:
    assert [each[: len(fault)] for each in strangers(source)] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("class A:\n    @cached_property\n    def b(self) -> int: ...", "A.b is a cached_property"),
        ("@dataclass(frozen=True)\nclass A: ...", "A is a dataclass"),
        (
            "if TYPE_CHECKING:\n    from onrecord.reading.span import Span\nclass A(NamedTuple):\n    at: Span",
            "A has a Span",
        ),
        ("class A(msgspec.Struct):\n    b: list[int] = msgspec.field(default_factory=list)", "A has a msgspec.field"),
    ],
)
def test_each_fault_is_seen(source: str, fault: str) -> None:
    assert [each[: len(fault)] for each in faults(source)] == [fault]


def test_a_plain_class_has_no_fault() -> None:
    source = (
        "from onrecord.reading.span import Span\nclass A(msgspec.Struct):\n    at: Span\n    more: tuple[Span, ...]"
    )

    assert list(faults(source)) == []
