"""Decisions as examples: pairs that are one act or two, and sentences in the lexicon's own form."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.merge.acts import find_act, load_report
from onrecord.merge.decide import judge_apart, judge_correct, judge_merge, judge_right
from onrecord.merge.project import merge_project
from onrecord.merge.training import training_examples
from onrecord.store.identity import report_id_of
from onrecord.store.project import open_view, open_writer
from onrecord.store.rows import ClusterRow
from onrecord.store.view import View
from readings import report

DOCUMENT, READING = report("1")
ID = report_id_of(DOCUMENT)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One report with two acts, which the merge keeps apart."""
    path = tmp_path / "onrecord.db"
    with open_writer(path) as writer:
        writer.add(DOCUMENT, READING)
    merge_project(path)
    return path


def _events(view: View) -> tuple[ClusterRow, ClusterRow]:
    one, other = view.clusters()
    return one, other


@pytest.mark.parametrize(("same", "judge"), [(True, "merge"), (False, "apart")])
def test_a_merge_is_a_pair_that_is_one_act_and_a_split_one_of_two(project: Path, same: bool, judge: str) -> None:  # noqa: FBT001
    with open_view(project) as view:
        one, other = _events(view)
        made = (
            judge_merge(view, [one, other], "Ana", "seen")
            if judge == "merge"
            else judge_apart(view, one, other, "Ana", "seen")
        )
    with open_writer(project) as writer:
        writer.add_judgement(made)
    with open_view(project) as view:
        (example,) = training_examples(view)
    assert (example["task"], example["same"]) == ("same act", same)
    words = {side["sentence"][slice(*side["trigger"])] for side in (example["one"], example["other"])}
    assert words == {"shelled", "attack"}


@pytest.mark.parametrize(
    ("field", "value", "marked"),
    [
        pytest.param(None, None, "A{The militia} T{shelled} Kadi", id="right as read"),
        pytest.param("recipient", "Kadi", "A{The militia} T{shelled} R{Kadi}", id="words of the sentence"),
        pytest.param("actor", "", "The militia T{shelled} Kadi", id="nobody did it"),
        pytest.param("actor", "The rebels", None, id="words that stand elsewhere"),
        pytest.param("actor", "a", None, id="words that stand there more than once"),
        pytest.param("recipient", "shelled Kadi", None, id="words that hold the trigger"),
    ],
)
def test_a_sentence_is_marked_where_every_party_stands_in_it(
    project: Path, field: str | None, value: str, marked: str | None
) -> None:
    with open_view(project) as view:
        key = find_act(load_report(view, ID), "E1").key
        made = judge_correct(view, key, field, value, "Ana", "seen") if field else judge_right(view, key, "Ana", "seen")
    with open_writer(project) as writer:
        writer.add_judgement(made)
    with open_view(project) as view:
        (example,) = training_examples(view)
    if marked is None:
        assert example["marked"] is None
    else:
        assert marked in example["marked"]
