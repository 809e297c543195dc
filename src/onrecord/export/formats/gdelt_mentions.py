"""GDELT 2.0 mentions: tab-separated, no header, 16 columns; belongs beside the events with the same ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO
from urllib.parse import urlsplit

from onrecord.export.cells import Cell, in_order, write_tsv
from onrecord.export.dates import digits_of
from onrecord.export.format import Format, Job
from onrecord.export.pairs import Pair, coded_pairs, pair_number
from onrecord.export.records import EventRecord, Mention, Party, Report

COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITATION = 1, 2


def write(job: Job, out: BinaryIO) -> None:
    """One row for each mention and pair of parties. Confidence and tone stay blank: nothing here measures them."""
    write_tsv(out, (), _rows(job))


def _rows(job: Job) -> Iterator[list[Cell]]:
    for event, _, _, pairs in coded_pairs(job):
        job.tally.rows += len(pairs) * (len(event.mentions) - 1)
        for pair in pairs:
            for mention in event.mentions:
                yield in_order(COLUMNS, _row(event, pair, mention, job))


def _row(event: EventRecord, pair: Pair, mention: Mention, job: Job) -> dict[str, Cell]:
    report = mention.report
    actor, recipient = _find(pair[0], mention.actors), _find(pair[1], (*mention.recipients, *mention.actors))
    stamp = digits_of(job.options.stamp)
    return {
        "GLOBALEVENTID": pair_number(event, pair),
        "EventTimeDate": digits_of(event.report.published) or stamp,
        "MentionTimeDate": digits_of(report.published) or stamp,
        "MentionType": _WEB if _host(report) else _CITATION,
        "MentionSourceName": _host(report) or report.publisher or report.title,
        "MentionIdentifier": report.citation,
        "SentenceID": mention.sentence,
        "Actor1CharOffset": actor.start if actor else -1,
        "Actor2CharOffset": recipient.start if recipient else -1,
        "ActionCharOffset": mention.trigger.start,
        "InRawText": _by_name(actor, mention) and (pair[1] is None or _by_name(recipient, mention)),
        "MentionDocLen": report.chars,
    }


def _find(party: Party | None, among: Sequence[Party]) -> Party | None:
    return next((found for found in among if party and found.key == party.key), None)


def _by_name(party: Party | None, mention: Mention) -> bool:
    return bool(party and party.by_name and mention.quote.start <= party.start < mention.quote.end)


def _host(report: Report) -> str | None:
    try:
        parts = urlsplit(report.url or "")
    except ValueError:
        return None
    return parts.hostname.removeprefix("www.") if parts.scheme in ("http", "https") and parts.hostname else None


FORMAT = Format(
    name="gdelt-mentions",
    suffix=".CSV",
    title="GDELT 2.0 mentions, 16 columns, tab-separated, no header",
    status="apart",
    loses=(
        "speaker", "certainty", "conditions", "denials", "words", "numbers", "dates", "parties", "contexts", "mode",
        "copies", "positions", "commitments", "labels",
    ),
    write=write,
)  # fmt: skip
