"""Entries of the lexicon as typed values, and what the format asks of them.

Every fault is a LexiconError that names the file, the entry and the cure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from onrecord.errors import LexiconError
from onrecord.lexicon.steps import STEPS, PathSteps, no_step, path_steps
from onrecord.reading.event import EventType, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Pos = Literal["VERB", "NOUN", "ADJ"]

_EVENT_FIELDS = frozenset(
    {
        "id", "lemma", "pos", "type", "mode", "contexts", "cameo", "actor", "recipient", "particle", "needs", "bars",
        "inner", "inner_status", "inner_actor", "reciprocal", "voice", "object", "negated", "stance", "promise",
        "recalls", "tells", "examples", "not_examples", "origin",
    }
)  # fmt: skip
_DEFAULT_ACTOR = {"VERB": ("subj",), "NOUN": ("poss", "by", "mod"), "ADJ": ("subj",)}
_DEFAULT_RECIPIENT = {"VERB": ("obj",), "NOUN": ("of", "against", "on"), "ADJ": ("of", "to", "with")}
_CHOICES: dict[str, tuple[str, ...]] = {
    "pos": get_args(Pos),
    "inner_status": (*get_args(Status), "none"),
    "inner_actor": ("actor", "recipient"),
    "voice": ("active", "passive"),
    "object": ("party", "target"),
    "negated": ("none",),
    "stance": ("supports", "opposes"),
    "promise": ("promise", "offer", "agreement", "threat", "plan"),
}
MOST_SPELLINGS = 8
_UTTERED = frozenset({"REQUEST", "ACCUSE", "THREATEN"})


class PloverType(msgspec.Struct, frozen=True, kw_only=True):
    """One of PLOVER's root types: its quad, score, and the scores of its modes (None: as the type)."""

    quad: int
    score: float
    requires_recipient: bool
    modes: dict[str, float | None]


class Plover(msgspec.Struct, frozen=True, kw_only=True):
    """PLOVER's tables: root types with modes and scores, contexts, sectors, CAMEO codes to types, modes and contexts.

    `cameo_by_manual` holds the codes whose type the manual gives against the conversion table.
    """

    types: dict[str, PloverType]
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    cameo: dict[str, str]
    cameo_by_manual: dict[str, EventType]
    cameo_mode: dict[str, str]
    cameo_contexts: dict[str, tuple[str, ...]]

    def score(self, event_type: str, mode: str | None) -> float:
        """The score of an event of this type and mode."""
        kind = self.types[event_type]
        scored = kind.modes.get(mode) if mode else None
        return kind.score if scored is None else scored


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """What an argument's head must be (or must not be): one of these lemmas."""

    path: PathSteps
    lemmas: frozenset[str]


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One frame: a trigger, its type, and the paths from it to actor and recipient.

    Attributes:
        lemmas: spellings of the head lemma, lower case.
        actor, recipient: paths, each a tuple of steps; the first that yields counts.
        negated: "none" where a negation tells of no act at all ("no group claimed the attack").
        recalls: what acts the noun may recall where nobody stands beside it, by type, `TYPE/mode` or
            `TYPE/code` (CAMEO); none: those of its own type and mode.
        tells: False where it tells of no act itself: a noun ("the incident") can only recall one, a verb keeps
            other entries from firing ("agreed with her").
        object: "party" where the act is none unless done to somebody ("released the crew", not "the figures"); "target"
            where it may be done to such a thing, too, as force is used on ("destroyed a bridge", not "the evidence").
        inner: paths to the act that is agreed, demanded, threatened; `inner_status` what it is then.
    """

    id: str
    lemmas: tuple[str, ...]
    pos: Pos
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actor: tuple[PathSteps, ...]
    recipient: tuple[PathSteps, ...]
    particle: str | None = None
    needs: tuple[Condition, ...] = ()
    bars: tuple[Condition, ...] = ()
    inner: tuple[PathSteps, ...] = ()
    inner_status: str | None = None
    inner_actor: str = "actor"
    reciprocal: bool = False
    voice: str | None = None
    object: str | None = None
    negated: str | None = None
    stance: str | None = None
    promise: str | None = None
    recalls: tuple[str, ...] = ()
    tells: bool = True
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    file: str = ""

    @property
    def uttered(self) -> bool:
        """Whether the act is words in themselves, such as an offer or a demand: rejected, it was made all the same."""
        return self.pos == "NOUN" and (self.type in _UTTERED or self.promise == "offer")

    @property
    def weight(self) -> int:
        """How specific the entry is: the most specific that matches wins; a need of any word at all counts half."""
        needs = sum(1 if "*" in condition.lemmas else 2 for condition in self.needs)
        return needs + 2 * (self.particle is not None) + (self.voice is not None)


def event_entry(raw: Mapping[str, Any], file: str, classes: Mapping[str, frozenset[str]], plover: Plover) -> EventEntry:
    """Check one `[[event]]` table and turn it into a value.

    Raises:
        LexiconError: the entry does not hold what the format asks for.
    """
    entry = _Checked(raw, file)
    entry.known_fields(_EVENT_FIELDS)
    for name, choices in _CHOICES.items():
        entry.choice(name, choices)
    lemmas = _spellings(entry)
    pos = entry.required("pos")
    return EventEntry(
        id=entry.required("id"),
        lemmas=lemmas,
        pos=pos,
        type=_plover_kind(entry, plover),
        mode=raw.get("mode"),
        contexts=entry.strings("contexts"),
        cameo=raw.get("cameo"),
        actor=entry.paths("actor", entry.strings("actor") if "actor" in raw else _DEFAULT_ACTOR[pos]),
        recipient=entry.paths("recipient", _recipient(entry, raw, pos)),
        particle=raw.get("particle"),
        needs=entry.conditions("needs", classes),
        bars=entry.conditions("bars", classes),
        inner=entry.paths("inner", entry.strings("inner")),
        inner_status=raw.get("inner_status"),
        inner_actor=raw.get("inner_actor", "actor"),
        reciprocal=bool(raw.get("reciprocal", False)),
        voice=raw.get("voice"),
        object=raw.get("object"),
        negated=raw.get("negated"),
        stance=raw.get("stance"),
        promise=raw.get("promise"),
        recalls=_recalled(entry, plover),
        tells=bool(raw.get("tells", True)),
        examples=entry.strings("examples"),
        not_examples=entry.strings("not_examples"),
        file=file,
    )


def _spellings(entry: _Checked) -> tuple[str, ...]:
    lemmas = tuple(lemma.lower() for lemma in entry.strings("lemma"))
    if not lemmas or len(lemmas) > MOST_SPELLINGS:
        entry.fail("`lemma` must hold one to eight spellings", "Split the entry, one for each frame")
    return lemmas


def _recipient(entry: _Checked, raw: Mapping[str, Any], pos: str) -> tuple[str, ...]:
    recipient = entry.strings("recipient") if "recipient" in raw else _DEFAULT_RECIPIENT[pos]
    if raw.get("object") and not recipient:
        entry.fail("`object` asks for a party where `recipient` names no path", 'Write recipient = ["obj"]')
    return recipient


def _plover_kind(entry: _Checked, plover: Plover) -> Any:  # noqa: ANN401 - checked to be an EventType here
    kind = entry.required("type")
    if kind not in plover.types:
        entry.fail(f"`{kind}` is no PLOVER type", f"Take one of {', '.join(plover.types)}")
    mode = entry.raw.get("mode")
    if mode is not None and mode not in plover.types[kind].modes:
        modes = ", ".join(plover.types[kind].modes) or "no mode at all"
        entry.fail(f"{kind} has no mode `{mode}`", f"Take one of its modes ({modes}) or leave `mode` out")
    for context in entry.strings("contexts"):
        if context not in plover.contexts:
            entry.fail(f"`{context}` is no PLOVER context", f"Take one of {', '.join(plover.contexts)}")
    cameo = entry.raw.get("cameo")
    if cameo is not None and cameo not in plover.cameo:
        entry.fail(f"`{cameo}` is no CAMEO code", "Give a code of the CAMEO table as a string, or leave it out")
    return kind


def _recalled(entry: _Checked, plover: Plover) -> tuple[str, ...]:
    """What acts a noun may recall, each a type, a type with a mode, a CAMEO code or the sector of its doer."""
    names = entry.strings("recalls")
    for name in names:
        kind, _, more = name.partition("@" if "@" in name else "/")
        modes = plover.types[kind].modes if kind in plover.types else {}
        known = plover.sectors if "@" in name else ("", *modes, *plover.cameo)
        if kind not in plover.types or more not in known:
            entry.fail(f"`{name}` in `recalls` is no act", "Write a PLOVER type, TYPE/mode, TYPE/code or TYPE@SECTOR")
    return names


class _Checked:
    """One raw entry with the place where it stands, for errors that say where."""

    def __init__(self, raw: Mapping[str, Any], file: str) -> None:
        self.raw, self.file = raw, file

    def fail(self, because: str, do: str) -> None:
        name = self.raw.get("id", self.raw.get("lemma", "without an id"))
        raise LexiconError(f"read entry {name} in {self.file}", because, do)

    def known_fields(self, known: frozenset[str]) -> None:
        for field in self.raw:
            if field not in known:
                self.fail(f"`{field}` is no field of an event entry", f"Use only {', '.join(sorted(known))}")

    def required(self, name: str) -> Any:  # noqa: ANN401 - TOML values
        value = self.raw.get(name)
        if not isinstance(value, str) or not value:
            self.fail(f"`{name}` is missing or is not a string", f'Write {name} = "..."')
        return value

    def choice(self, name: str, choices: Sequence[str]) -> None:
        value = self.raw.get(name)
        if value is not None and value not in choices:
            self.fail(f"`{name}` is `{value}`", f"Take one of {', '.join(choices)}")

    def strings(self, name: str) -> tuple[str, ...]:
        value = self.raw.get(name, ())
        value = (value,) if isinstance(value, str) else tuple(value)
        if not all(isinstance(item, str) and item for item in value):
            self.fail(f"`{name}` holds something that is not a string", f'Write {name} = ["...", "..."]')
        return value

    def paths(self, name: str, paths: Sequence[str]) -> tuple[PathSteps, ...]:
        for path in paths:
            step = no_step(path, _EVENT_FIELDS)
            if step is not None:
                known = ", ".join(sorted(STEPS))
                self.fail(f"`{step}` in `{name}` is no step of a path", f"Take {known} or a preposition")
        return tuple(map(path_steps, paths))

    def conditions(self, name: str, classes: Mapping[str, frozenset[str]]) -> tuple[Condition, ...]:
        rows = self.raw.get(name, {})
        return tuple(
            Condition(path=path, lemmas=self._members(words, classes))
            for path, words in zip(self.paths(name, tuple(rows)), rows.values(), strict=True)
        )

    def _members(self, words: Sequence[str] | str, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
        words = (words,) if isinstance(words, str) else words
        if len(words) == 1 and words[0][1:] in classes and words[0].startswith("@"):
            return classes[words[0][1:]]  # of several thousand conditions one and the same set
        members: set[str] = set()
        for word in words:
            if not word.startswith("@"):
                members.add(word.lower())
            elif word[1:] in classes:
                members |= classes[word[1:]]
            else:
                self.fail(f"there is no class `{word}`", f"Add [class.{word[1:]}] with its lemmas, or name another")
        return frozenset(members)
