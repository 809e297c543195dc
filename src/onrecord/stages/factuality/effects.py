"""What a cue word does to an act, as the lexicon's rows say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.lexicon.load import Lexicon
    from onrecord.reading.event import Certainty, Polarity, Status

_FIELDS = (
    "status",
    "certainty",
    "polarity",
    "negated",
    "absorbs",
    "reported",
    "future",
    "body",
    "nominal",
    "to_come",
    "of_content",
    "unreal",
    "own",
    "ends",
    "bare",
    "known",
    "indefinite",
)


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What a cue does.

    Attributes:
        status, certainty, polarity: what the act becomes; None leaves it.
        negated: the status if the cue itself is negated ("did not fail to").
        under: relations or prepositions by which the act hangs on the cue; of a conjunction, the tags of the verbs
            that it goes with; empty for any.
        adverb: adverbs or helpers of which one must stand with the cue ("has yet to", "fell through"); empty for none.
        reported: the status in a report of what somebody said ("said it would": will, in the past).
        future: of a conjunction, it counts only beside a clause on what is to come ("will leave once they sign").
        body: it counts only where a whole body does it ("parliament voted to ban", not "nine deputies voted to ban").
        tagged: the tags of the governing word that it goes with ("has to", not "had to"); empty for any.
        acts: the lemmas of the acts that it counts for; empty for any.
        nominal: it counts only as a noun ("reports of raids", not "the agency reported raids").
        absorbs: the act is told of as a fact whatever stands above the cue.
        to_come: it does nothing between two clauses of the past ("held him until he signed").
        of_content: it says this of what is told, not of the telling beside it ("falsely reported that").
        unreal: it counts only for an act that is so far planned, tried or thought of ("the plan to attack failed").
        ends: the act went on until then; where its end is only planned, it is the act that is to be no more.
        bare: it counts only without an infinitive of its own ("a raid is likely", not "is likely to harm trade").
        own: it counts only where somebody speaks for himself ("I want to thank Qatar").
        by: nouns of which one must be its subject ("the deal includes", not "the raids included"); empty for any.
        known: it leaves a hostile act that is known as it was ("the talks focused on the raid", not "on raids").
        indefinite: it counts only for one that is told of for the first time ("backs a boycott", not "the boycott").
    """

    status: Status | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    negated: Status | None = None
    under: frozenset[str] = frozenset()
    adverb: frozenset[str] = frozenset()
    reported: Status | None = None
    future: bool = False
    body: bool = False
    tagged: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    nominal: bool = False
    absorbs: bool = False
    to_come: bool = False
    of_content: bool = False
    unreal: bool = False
    own: bool = False
    ends: bool = False
    bare: bool = False
    by: frozenset[str] = frozenset()
    known: bool = False
    indefinite: bool = False

    @property
    def changes(self) -> bool:
        """Whether the cue by itself changes anything; "confirmed that" does only with a "not"."""
        return bool(self.status or self.certainty or self.polarity)


def effects_by_lemma(lexicon: Lexicon, kind: str) -> dict[str, tuple[Effect, ...]]:
    """The effects of the rows of a kind by lemma, those that ask for more words first."""
    table: dict[str, tuple[Effect, ...]] = {}
    for row in lexicon.entries(kind):
        effect = effect_of(row, lexicon)
        for lemma in [row["lemma"]] if isinstance(row["lemma"], str) else row["lemma"]:
            table[lemma] = (*table.get(lemma, ()), effect)
    return {lemma: tuple(sorted(effects, key=_first_tried)) for lemma, effects in table.items()}


def _first_tried(effect: Effect) -> tuple[bool, ...]:
    """A cue that asks for more words is tried first."""
    return not effect.by, not effect.unreal, not effect.own, not effect.adverb, not effect.tagged


def effect_of(row: Mapping[str, Any], lexicon: Lexicon) -> Effect:
    """The effect that a row tells of."""
    fields: dict[str, Any] = {name: row[name] for name in _FIELDS if name in row}
    sets: dict[str, Any] = {name: words_of(row.get(name, ())) for name in ("under", "tagged", "acts", "adverb")}
    return Effect(by=lexicon.together(*words_of(row.get("by", ()))), **sets, **fields)


def words_of(value: str | Sequence[str]) -> frozenset[str]:
    """The words of a row's field, which may hold one or several."""
    return frozenset([value] if isinstance(value, str) else value)
