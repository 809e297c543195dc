"""The columns of the flat tables, in the order of the files."""

from __future__ import annotations

import msgspec


class Sourced(msgspec.Struct, frozen=True, kw_only=True):
    """Which report a line stands in; these columns come last."""

    report_id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None


class EventRow(Sourced, frozen=True, kw_only=True):
    """One event. Lists are joined by `; `; the n-th key, country, sectors and count belong to the n-th party."""

    id: str
    type: str
    mode: str | None
    contexts: str | None
    cameo: str | None
    quad: int
    score: float
    status: str
    polarity: str
    certainty: str
    actors: str | None
    actor_keys: str | None
    actor_countries: str | None
    actor_sectors: str | None
    actor_counts: str | None
    recipients: str | None
    recipient_keys: str | None
    recipient_countries: str | None
    recipient_sectors: str | None
    recipient_counts: str | None
    reciprocal: bool
    date_start: str | None
    date_end: str | None
    date_words: str | None
    place: str | None
    place_words: str | None
    place_precision: str | None
    lat: float | None
    lon: float | None
    geonameid: str | None
    admin1: str | None
    country: str | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    injured_low: int | None
    injured_best: int | None
    injured_high: int | None
    arrested_low: int | None
    arrested_best: int | None
    arrested_high: int | None
    displaced_low: int | None
    displaced_best: int | None
    displaced_high: int | None
    crowd_low: int | None
    crowd_best: int | None
    crowd_high: int | None
    reports: int
    independent_reports: int
    speakers: int
    told_by: str
    first_speaker: str | None
    conditions: str | None
    denied_by: str | None
    differing: str | None
    trigger: str
    quote: str | None
    start: int
    end: int
    sentence: int
    rule: str
    members: str | None


class NumberRow(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one speaker gives it, where the events table has low, best and high."""

    event_id: str
    kind: str
    low: int | None
    high: int | None
    words: str
    told_by: str
    speaker_key: str


class PositionRow(Sourced, frozen=True, kw_only=True):
    """Where a party stands. `unknown` is a value: absence and silence are not opposition."""

    id: str
    holder: str
    holder_key: str
    holder_country: str | None
    stance: str
    basis: str
    toward: str | None
    toward_event: str | None
    toward_party: str | None
    conditions: str | None
    told_by: str
    evidence: str | None
    start: int | None
    end: int | None


class CommitmentRow(Sourced, frozen=True, kw_only=True):
    """What a party has said that it will or (polarity negative) will not do."""

    id: str
    by: str
    by_key: str
    toward: str | None
    kind: str
    polarity: str
    action: str | None
    action_event: str | None
    conditions: str | None
    due: str | None
    told_by: str
    evidence: str | None
    start: int | None
    end: int | None


class ClaimRow(Sourced, frozen=True, kw_only=True):
    """Who says what. `source` is empty where nobody is named; `told_by` is the whole chain."""

    id: str
    source: str | None
    source_key: str | None
    source_words: str | None
    cue: str | None
    content: str | None
    manner: str
    told_by: str
    within: str | None
    start: int | None
    end: int | None


class LabelRow(Sourced, frozen=True, kw_only=True):
    """What a report calls somebody, and in whose voice."""

    id: str
    party: str
    party_key: str
    label: str
    scare_quotes: bool
    told_by: str
    start: int
    end: int


class ReportRow(Sourced, frozen=True, kw_only=True):
    """One report. Those with one `copy_group` are copies of one text."""

    language: str
    sha256: str
    chars: int
    copy_group: str
    onrecord: str
    model: str
    lexicon: str
