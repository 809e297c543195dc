"""PLOVER's rules over the whole lexicon: types against the conversion table of CAMEO codes."""

from __future__ import annotations

from knowing import shipped_lexicon


def test_types_agree_with_the_codes() -> None:
    """An entry's CAMEO code has the entry's type, by PLOVER's conversion table or by its manual."""
    lexicon = shipped_lexicon()
    differing = [
        (entry.id, entry.type, entry.cameo)
        for entry in lexicon.event_entries
        if entry.cameo is not None
        and entry.type not in {lexicon.plover.cameo[entry.cameo], lexicon.plover.cameo_by_manual.get(entry.cameo)}
    ]
    assert differing == []
    assert set(lexicon.plover.cameo_by_manual.values()) == {"SANCTION", "CONCEDE"}


def test_no_verdict_is_an_accusation() -> None:
    """Where the manual decides, the table's type is not taken beside it."""
    lexicon = shipped_lexicon()
    assert {e.type for e in lexicon.event_entries if e.cameo == "116"} == {"SANCTION"}
    assert {e.type for e in lexicon.event_entries if e.cameo in {"055", "056"}} == {"CONCEDE"}
