"""W3C Web Annotations, one a line: what is marked in a text, with both kinds of selectors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

import msgspec

from onrecord.export.cells import printable
from onrecord.export.format import Format, Job
from onrecord.export.json_text import to_json, write_json_lines
from onrecord.export.records import EventRecord, Name, Pledge, Report, Stand
from onrecord.reading.span import Span

CONTEXT_CHARS: Final = 32
Annotation = dict[str, Any]


def write(job: Job, out: BinaryIO) -> None:
    """Events, positions, commitments and labels; offsets are code points into the stored text, not the web page."""
    write_json_lines(out, _annotations(job))


def _annotations(job: Job) -> Iterator[Annotation]:
    for event in job.material.events():
        job.tally.wrote(event)
        targets = [(mention.report, mention.trigger) for mention in event.mentions]
        tags = [event.type, *filter(None, [event.mode]), *event.contexts, f"status:{event.status}"]
        yield _annotation(event.id, tags, _told(event), targets, job)
    for digest in job.material.digests():
        for stand in digest.stands:
            tags = [f"position:{stand.stance}", f"basis:{stand.basis}"]
            yield _annotation(stand.id, tags, _told(stand), _targets(digest.report, stand.evidence), job)
        for pledge in digest.pledges:
            tags = [f"commitment:{pledge.kind}", f"polarity:{pledge.polarity}"]
            yield _annotation(pledge.id, tags, _told(pledge), _targets(digest.report, pledge.evidence), job)
        for name in digest.names:
            yield _annotation(name.id, ["label"], _told(name), [(digest.report, name.span)], job)


def _targets(report: Report, spans: Sequence[Span]) -> list[tuple[Report, Span]]:
    return [(report, span) for span in spans]


def _annotation(
    key: str,
    tags: Sequence[str],
    told: str,
    targets: Sequence[tuple[Report, Span]],
    job: Job,
) -> Annotation:
    if not job.options.words:
        job.tally.note("annotations without their words, which hold only for the very same text")
    bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    bodies.append(
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": told,
        }
    )
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:onrecord:{key}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": bodies,
        "target": [_target(report, span, job) for report, span in targets],
    }


def _target(report: Report, span: Span, job: Job) -> dict[str, Any]:
    """Both selectors; the quote is left out where no words may be written."""
    selectors: list[dict[str, Any]] = []
    if job.options.words:
        text = job.material.text(report.id)
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": text[span.start : span.end],
                "prefix": text[max(0, span.start - CONTEXT_CHARS) : span.start],
                "suffix": text[span.end : span.end + CONTEXT_CHARS],
            }
        )
    selectors.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    state = {"type": "HttpRequestState", "value": f"onrecord-text-sha256: {report.sha256}"}
    return {"source": _source(report), "selector": selectors, "state": state}


def _source(report: Report) -> str:
    """The address if it is one, else the text's own hash."""
    url = report.url or ""
    usable = url.startswith(("http://", "https://")) and not any(letter.isspace() for letter in url)
    return printable(url) if usable else f"urn:sha256:{report.sha256}"


def _told(record: EventRecord | Stand | Pledge | Name) -> str:
    """The whole record as JSON: nothing of it is lost."""
    return to_json(msgspec.to_builtins(record)).decode()


FORMAT = Format(
    name="web-annotation",
    suffix=".jsonl",
    title="W3C Web Annotations, one a line",
    status="field",
    loses=(),
    write=write,
)
