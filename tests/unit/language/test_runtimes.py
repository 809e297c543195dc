"""Runtimes: the shipped network gives the same trees in each, and what is missing is named."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import MissingDataError
from onrecord.language.network import Network, Window, _layout
from onrecord.language.parser import NetworkParser, load
from onrecord.language.runtimes import LABEL_ENDS, OUTPUTS, make_runtime
from onrecord.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

RUNTIMES = ["onnxruntime", "openvino"]
TEXT = (
    "OSLO (Reuters) - Rebels shelled the northern town of Kestrel on Sunday, killing six people, the army said.\n\n"
    "The two sides had agreed on a truce. “We did not break it,” said Anna Berg, who speaks for the rebels.\n\n"
    "Nobody came."
)


def load_network(runtime: str) -> Network:
    """The shipped network."""
    parser = load("onrecord_en", runtime)
    assert isinstance(parser, NetworkParser)
    return parser.network


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_the_shipped_network_is_read(runtime: str) -> None:
    """Who does what, in either runtime."""
    doc = load("onrecord_en", runtime)(TEXT)
    shelled = next(token for token in doc if token.lower_ == "shelled")
    assert {child.dep_: child.text for child in shelled.children}.items() >= {"nsubj": "Rebels", "obj": "town"}.items()
    assert ("Anna Berg", "PERSON") in [(name.text, name.label_) for name in doc.ents]


@pytest.mark.parametrize("runtime", RUNTIMES)
@settings(max_examples=25, deadline=None)
@given(size=st.integers(1, 60), count=st.integers(2, 12), salt=st.integers(0, 10**6))
def test_company_does_not_matter(runtime: str, size: int, count: int, salt: int) -> None:
    """Whatever windows share a batch, every number of every score is the same, bit for bit, as alone."""
    rng = random.Random(salt)  # noqa: S311 - no secret
    network = load_network(runtime)
    words = rng.choices(TEXT.split(), k=size)
    network._learn(words)
    group = [network._number(Window(tuple(rng.sample(words, k=size)), (True,) * size)) for _ in range(count)]
    together = network.runtime.words(_layout(group).inputs)
    for row, window in enumerate(group):
        alone = network.runtime.words(_layout([window]).inputs)
        own = slice(row * size, (row + 1) * size)
        assert np.array_equal(alone["arcs"][0], together["arcs"][row])
        assert all(np.array_equal(alone[name], together[name][own]) for name in OUTPUTS if name != "arcs")
        ends = [together[end][own] for end in LABEL_ENDS]
        every = [together[end] for end in LABEL_ENDS]
        assert np.array_equal(network.runtime.labels(*ends), network.runtime.labels(*every)[own])


def test_only_another_runtime_is_on_record() -> None:
    """A reading says when something else than the usual runtime made it."""
    names = [load("onrecord_en", runtime).name for runtime in RUNTIMES]
    assert names[1] == f"{names[0]} in openvino"


CHOICES = [
    (None, "onnxruntime", "the usual one"),
    ("", "onnxruntime", "an empty variable says nothing"),
    ("openvino", "openvino", "the variable is heard"),
]


@pytest.mark.parametrize(("variable", "chosen", "reason"), CHOICES, ids=[row[2] for row in CHOICES])
def test_the_environment_chooses(
    monkeypatch: pytest.MonkeyPatch, variable: str | None, chosen: str, reason: str
) -> None:
    """ONRECORD_RUNTIME is the default of the setting, and the setting goes before it."""
    if variable is None:
        monkeypatch.delenv("ONRECORD_RUNTIME", raising=False)
    else:
        monkeypatch.setenv("ONRECORD_RUNTIME", variable)
    assert Settings().runtime == chosen, reason
    assert Settings(runtime="other").runtime == "other"


def test_an_unknown_runtime(tmp_path: Path) -> None:
    """A name that is none is told, with those that are."""
    with pytest.raises(MissingDataError, match=r"network in 'torch': no such runtime.*Name onnxruntime or openvino\."):
        make_runtime("torch", tmp_path)


def test_a_runtime_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra to install is named."""
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(MissingDataError, match=r'in openvino: the package is not installed.*"onrecord\[openvino\]"'):
        make_runtime("openvino", tmp_path)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_missing_files(runtime: str, tmp_path: Path) -> None:
    """A package without its network is named."""
    with pytest.raises(MissingDataError, match=r"network.onnx is missing"):
        make_runtime(runtime, tmp_path)
