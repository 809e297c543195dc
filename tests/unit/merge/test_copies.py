"""Copies are told from reports of the same story, and the cluster says who changed what."""

from __future__ import annotations

import random
import re

import msgspec
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.merge.copies import find_copies
from onrecord.merge.credits import find_credits
from onrecord.merge.shingles import Shingles, find_candidates
from onrecord.reading.document import Document

LEAD = "Gunmen on motorcycles attacked a weekly market near Kadi on Monday and killed at least 18 traders, police said."
FLED = "The attackers set stalls on fire before they fled towards the border, a councillor of the town told reporters."
QUOTE = '"We will find those who did this, whoever they are, and they will answer for it in court," the governor said.'
CLAIM = "Nobody has claimed responsibility for the attack, and the army has sent two companies of soldiers to the area."
PAST = "The province has been under emergency rule since 2019, when rebels took up arms over land and water rights."
GRAVES = "Women wept beside eighteen graves that neighbours had dug through the night by the light of telephones."
VISIT = "He visited the hospital for an hour and left by helicopter, while relatives of the wounded shouted at him."
BURIED = "Residents of Kadi buried their dead on Tuesday after the bloodiest market day that anybody there remembers."


def _text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


WIRE = _text(LEAD, FLED, QUOTE, CLAIM, PAST)
OTHER = _text(BURIED, GRAVES, QUOTE, VISIT, PAST)


def _document(key: str, text: str, day: str = "2024-03-05", publisher: str | None = None) -> Document:
    return Document(id=key, text=text, published=day, publisher=publisher)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(WIRE, "same text", id="word for word"),
        pytest.param(f"{LEAD}\n\n{FLED}", "cut", id="cut from the end: low Jaccard, high containment"),
        pytest.param(f"{CLAIM}\n\n{PAST}", "cut", id="an excerpt from the middle has another lead"),
        pytest.param(f"{WIRE}\n\n{OTHER[:180]}", "extended", id="tailed"),
        pytest.param(f"{OTHER[:108]}\n\n{LEAD}\n\n{QUOTE}", "cut and extended", id="topped, and paragraphs left out"),
        pytest.param(WIRE.replace("police", "two witnesses").replace("court", "tribunal"), "edited", id="edited"),
        pytest.param(
            re.sub(r"(\w{5,})", r"<b class='strong word'>\1</b>", WIRE).join(
                ("<div class='post body'><p>", "</p></div>")
            ),
            "same text",
            id="in HTML, whose tags are no words",
        ),
        pytest.param(OTHER, None, id="shares a quotation and the background, and is another report"),
        pytest.param(f"{QUOTE}\n\n{OTHER}", None, id="opens with the quotation"),
        pytest.param("Eighteen people were killed on Monday.", None, id="too short to tell"),
    ],
)
def test_a_copy_has_the_text_and_another_report_has_not(text: str, kind: str | None) -> None:
    copies = find_copies([_document("a", WIRE), _document("b", text, "2024-03-06")])
    assert [copy.kind for copy in copies if copy.report == "b"] == ([kind] if kind else [])


def test_the_source_is_the_earlier_report() -> None:
    copies = find_copies([_document("a", WIRE, "2024-03-06"), _document("b", f"{LEAD}\n\n{FLED}", "2024-03-05")])
    assert [(copy.report, copy.copy_of) for copy in copies] == [("b", None), ("a", "b")]


def test_of_one_day_the_source_is_the_agency_that_others_credit() -> None:
    paper = _document("a", f"(Harbour Wire) {WIRE}\n\nRead more about the province on our website.", publisher="Post")
    wire = _document("b", WIRE, publisher="Harbour Wire")
    copies = find_copies([paper, wire])
    assert [(copy.report, copy.copy_of) for copy in copies] == [("b", None), ("a", "b")]
    assert copies[1].likeness is not None
    assert copies[1].likeness.credit == "harbour wire"


def test_an_agency_on_the_text_makes_a_smaller_part_enough() -> None:
    mixed = _text(LEAD, FLED, GRAVES, VISIT, BURIED)
    wire = _document("a", WIRE, publisher="Harbour Wire")
    assert find_copies([wire, _document("b", mixed, publisher="Post")]) == ()
    assert len(find_copies([wire, _document("b", f"{mixed} (Harbour Wire)", publisher="Post")])) == 2


def test_a_round_up_does_not_tie_its_sources_together() -> None:
    both = f"{WIRE}\n\n{OTHER}"
    copies = find_copies([_document("a", WIRE), _document("b", OTHER), _document("c", both, "2024-03-07")])
    assert {copy.report for copy in copies} in ({"a", "c"}, {"b", "c"})


def test_the_cluster_shows_who_changed_what() -> None:
    edited = WIRE.replace("at least 18", "22").replace(f"{CLAIM}\n\n", "") + "\n\nRead more on our website today."
    (_, copy) = find_copies([_document("a", WIRE), _document("b", edited, "2024-03-06")])
    changes = copy.changes
    assert changes is not None
    assert [(old.text, new.text) for old, new in changes.changed] == [("at least 18", "22")]
    assert [span.text for span in changes.left_out] == [CLAIM[:-1]]
    assert [span.text for span in changes.added] == ["Read more on our website today"]
    assert all(edited[span.start : span.end] == span.text for span in changes.added)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_reports_does_not_matter(rng: random.Random) -> None:
    documents = [_document("a", WIRE), _document("b", f"{LEAD}\n\n{FLED}"), _document("c", OTHER), _document("d", WIRE)]
    shuffled = documents.copy()
    rng.shuffle(shuffled)
    encode = msgspec.json.encode
    assert encode(find_copies(shuffled)) == encode(find_copies(documents))


@pytest.mark.parametrize(
    ("text", "publisher", "credits_"),
    [
        ("KADI, May 2 (Harbour Wire) — Gunmen fired.", "Post", {"harbour wire"}),  # dateline
        ("(Harbour Wire) Gunmen fired.", "Post", {"harbour wire"}),
        (
            "By our staff and Harbour Wire\n\nGunmen fired on the market.",
            "Post",
            {"harbour wire"},
        ),  # byline, known name
        ("By Ann Moore\n\nGunmen fired on the market.", "Post", set()),  # a person is no agency
        ("Gunmen fired on the market. (AP)", "Post", {"AP"}),
        ("Gunmen fired on the market.\n\nAP", "Post", {"AP"}),
        ("Gunmen fired on the market, AP reported.", "Post", set()),  # a source of the report, not of its text
        ("KADI (Harbour Wire) — Gunmen fired.", "Harbour Wire", set()),  # its own name
        ("KADI (HWA) — Gunmen fired.", "Harbour Wire Agency", set()),  # its own name, cut down
        ("KADI (AFM) — Gunmen fired.", "Post", {"agence france mali"}),  # another's, of which a report bears the whole
        ("The Movement for Change (MC) said that it won.", "Post", set()),  # an acronym in a sentence
    ],
)
def test_credits(text: str, publisher: str, credits_: set[str]) -> None:
    assert find_credits(text, publisher, ["AP", "Harbour Wire", "Agence France Mali"]) == credits_


def test_minhash_estimates_what_datasketch_estimates() -> None:
    """An independent implementation is the oracle; both stand within four standard errors of the exact index."""
    one, other = Shingles(WIRE), Shingles(f"{LEAD}\n\n{FLED}\n\n{OTHER}")
    exact = len(one.all & other.all) / len(one.all | other.all)
    oracle = []
    for text in (one, other):
        minhash = MinHash(num_perm=256)
        minhash.update_batch([triple.encode() for triple in sorted(text.all)])
        oracle.append(minhash)
    ours = sum(a == b for a, b in zip(one.digest, other.digest, strict=True)) / 256
    error = 4 * (exact * (1 - exact) / 256) ** 0.5
    assert abs(ours - exact) < error
    assert abs(oracle[0].jaccard(oracle[1]) - exact) < error


def test_texts_that_share_little_are_no_candidates() -> None:
    texts = [WIRE, "A court in the capital acquitted two ministers of theft on Friday.", "Two words", f"{WIRE} More."]
    assert list(find_candidates(Shingles(text).digest for text in texts)) == [(0, 3)]
