"""A static site: plain HTML files that open from disk; no script, nothing from another host, all text escaped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from itertools import count, islice
from pathlib import Path
from typing import Final

from onrecord.export.cells import printable
from onrecord.export.digest import Digest
from onrecord.export.format import Format, Job
from onrecord.export.merging import RULE, total
from onrecord.export.records import EventRecord, Name, NumberKind, Pledge, Stand
from onrecord.export.tally import many
from onrecord.reading.markup import without_markup
from onrecord.reading.span import Span
from onrecord.reading.spelled import NOT_SAID

_PER_PAGE: Final = 500
_KINDS: Final[tuple[NumberKind, ...]] = ("killed", "injured", "arrested", "displaced", "crowd")


def write_folder(job: Job, folder: Path) -> None:
    """`index.html`, pages of events, a page for each report with its text and lines, and a style sheet."""
    (folder / "reports").mkdir(parents=True, exist_ok=True)
    style = resources.files("onrecord.export").joinpath("data", "site.css").read_bytes()
    (folder / "style.css").write_bytes(style)
    event_pages = _write_pages(folder, "events", "Events", _event_rows(job), _EVENT_HEADS)
    report_pages = _write_pages(folder, "reports", "Reports", _report_rows(job), _REPORT_HEADS)
    for digest, _, text in job.material.whole():
        body = _report_page(digest, text if job.options.words else None, job)
        _write(folder / "reports" / _file_of(digest.report.id), digest.report.title or digest.report.id, body, up="../")
    _write(folder / "index.html", "On record", _index(job, event_pages, report_pages))


_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{up}style.css">
</head>
<body>
<nav><a href="{up}index.html">On record</a>
<a href="{up}events-1.html">Events</a> <a href="{up}reports-1.html">Reports</a></nav>
<h1 dir="auto">{title}</h1>
{body}
</body>
</html>
"""
_EVENT_HEADS: Final = ("When", "What", "Who → to whom", "Where", "Numbers", "Says who", "Reports")
_STAND_HEADS: Final = ("Who", "Stand", "Why we say so", "Towards", "Conditions", "Says who")
_PLEDGE_HEADS: Final = ("Who", "Kind", "What", "Conditions", "Says who")
_NAME_HEADS: Final = ("Who", "Label", "Says who")
_REPORT_HEADS: Final = ("Published", "Publisher", "Title", "Events", "Positions", "Commitments")


def _index(job: Job, event_pages: Sequence[str], report_pages: Sequence[str]) -> Iterator[str]:
    counts = job.material.counts
    yield (
        f"<p>{many(job.tally.events, 'event')} of {many(counts.reports, 'report')}"
        f" ({counts.independent:,} independent).</p>"
    )
    if counts.left_out:
        told = ", ".join(f"{number:,} {status.replace('_', ' ')}" for status, number in sorted(counts.left_out.items()))
        yield f"<p>Left out, because nobody says as a fact that they happened: {told}.</p>"
    if job.material.merged:
        yield f"<p>Merged: {escape(RULE)}.</p>"
    yield "<p>A stand that is not known is not opposition. A line stands on the word of whoever is named beside it.</p>"
    for heading, pages in (("Events", event_pages), ("Reports", report_pages)):
        links = " ".join(_link(page, str(number)) for number, page in enumerate(pages, start=1))
        yield f"<h2>{heading}</h2><p>Pages: {links}</p>"


def _event_rows(job: Job) -> Iterator[str]:
    for event in job.material.events():
        job.tally.wrote(event)
        yield _event_row(event, prefix="reports/")


def _event_row(event: EventRecord, *, prefix: str) -> str:
    who = ", ".join(party.name for party in event.actors) or NOT_SAID
    whom = ", ".join(party.name for party in event.recipients)
    denied = f" (denied by {'; '.join(event.disputed_by)})" if event.disputed_by else ""
    kind = event.type + (f" / {event.mode}" if event.mode else "")
    links = " ".join(
        _link(f"{prefix}{_file_of(mention.report.id)}#e{mention.trigger.start}", mention.report.publisher or "report")
        for mention in event.mentions
    )
    three = f"{many(len(event.reports), 'report')}, {event.independent} independent, {many(event.speakers, 'speaker')}"
    return _row(
        [
            _text(_when(event)),
            f"{_text(kind)}<br><em>{_text(event.status.replace('_', ' '))}</em>",
            _text(who + (f" → {whom}" if whom else "") + denied),
            _text(event.where.name if event.where else ""),
            _text("; ".join(_numbers(event))),
            _text(event.told_by),
            f"{links}<br><small>{three}</small>",
        ]
    )


def _when(event: EventRecord) -> str:
    if event.when is None:
        return f"published {event.report.day or 'without a date'}"
    return " – ".join(dict.fromkeys((event.when.first, event.when.last)))


def _numbers(event: EventRecord) -> Iterator[str]:
    for kind in _KINDS:
        found = total(event, kind)
        if found:
            yield f"{kind}: {found.text}"


def _report_rows(job: Job) -> Iterator[str]:
    for digest in job.material.digests():
        report = digest.report
        link = _link(f"reports/{_file_of(report.id)}", report.title or report.id)
        held = [event for event in digest.events if event.status in job.options.statuses]
        numbers = [str(len(items)) for items in (held, digest.stands, digest.pledges)]
        yield _row([_text(report.day or ""), _text(report.publisher or ""), link, *numbers])


def _report_page(digest: Digest, text: str | None, job: Job) -> Iterator[str]:
    report = digest.report
    held = [event for event in digest.events if event.status in job.options.statuses]
    facts = [_text(report.publisher or ""), _text(report.published or ""), _address(report.url)]
    yield f"<p>{' · '.join(fact for fact in facts if fact)}</p>"
    if text is not None:
        marks = [(mention.trigger, f"e{mention.trigger.start}") for event in held for mention in event.mentions]
        yield f'<div class="text" dir="auto">{_marked(without_markup(text), marks)}</div>'
    tables: tuple[tuple[str, Sequence[str], list[str]], ...] = (
        ("Events", _EVENT_HEADS, [_event_row(event, prefix="") for event in held]),
        ("Where each party stands", _STAND_HEADS, [_row(map(_text, _stand(stand))) for stand in digest.stands]),
        ("What was promised", _PLEDGE_HEADS, [_row(map(_text, _pledge(pledge))) for pledge in digest.pledges]),
        ("Who is called what", _NAME_HEADS, [_row(map(_text, _name(name))) for name in digest.names]),
    )
    for heading, heads, rows in tables:
        if rows:
            yield f"<h2>{heading}</h2>"
            yield from _table(heads, rows)


def _stand(stand: Stand) -> Sequence[str]:
    known = "not known" if stand.stance == "unknown" else stand.stance
    toward = stand.toward.words if stand.toward else ""
    return stand.holder.name, known, stand.basis, toward, "; ".join(stand.conditions), stand.voice.told_by


def _pledge(pledge: Pledge) -> Sequence[str]:
    kind = pledge.kind if pledge.polarity == "positive" else f"{pledge.kind} not to"
    return pledge.by.name, kind, pledge.action.words, "; ".join(pledge.conditions), pledge.voice.told_by


def _name(name: Name) -> Sequence[str]:
    return name.party.name, name.span.words, name.voice.told_by


def _marked(text: str, marks: Sequence[tuple[Span, str]]) -> str:
    """The text with its triggers marked; of overlapping ones only the first is."""
    parts, at = [], 0
    for span, anchor in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        if span.start >= at:
            parts.append(_text(text[at : span.start]))
            parts.append(f'<mark id="{anchor}">{_text(text[span.start : span.end])}</mark>')
            at = span.end
    return "".join([*parts, _text(text[at:])])


def _write_pages(folder: Path, name: str, title: str, rows: Iterator[str], heads: Sequence[str]) -> list[str]:
    """Pages of 500 rows; at least one."""
    names: list[str] = []
    for number in count(1):
        page = list(islice(rows, _PER_PAGE))
        if not page and names:
            return names
        names.append(f"{name}-{number}.html")
        _write(folder / names[-1], f"{title}, page {number}", _table(heads, page))
    return names


def _write(path: Path, title: str, body: Iterable[str], up: str = "") -> None:
    page = _PAGE.format(title=_text(title), up=up, body="\n".join(body))
    path.write_bytes(page.encode())


def _table(heads: Sequence[str], rows: Iterable[str]) -> Iterator[str]:
    yield "<table>"
    yield "<thead><tr>" + "".join(f"<th>{_text(head)}</th>" for head in heads) + "</tr></thead>"
    yield "<tbody>"
    yield from rows
    yield "</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>"


def _link(target: str, words: str) -> str:
    return f'<a href="{_text(target)}">{_text(words)}</a>'


def _address(url: str | None) -> str:
    """A link if it is a web address; other schemes are shown as words, for a link could run them."""
    if (url or "").lower().startswith(("http://", "https://")):
        return f'<a rel="noopener noreferrer" href="{_text(url or "")}">{_text(url or "")}</a>'
    return _text(url or "")


def _text(words: str) -> str:
    return escape(printable(words))


def _file_of(report_id: str) -> str:
    return hashlib.sha256(report_id.encode("utf-8", "surrogatepass")).hexdigest()[:16] + ".html"


FORMAT = Format(
    name="site",
    suffix="",
    title="a static site, plain files that open from disk",
    status="field",
    loses=("figures",),
    write_folder=write_folder,
)
