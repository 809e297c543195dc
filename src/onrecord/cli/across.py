"""What holds across reports, for a person: events, copies, disagreements, promises, positions."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import typer
from rich.console import Console
from rich.text import Text

from onrecord.cli.console import console
from onrecord.reading.spelled import counted, spell_action, spell_count, spell_told
from onrecord.store.rows import ClusterRow, CopyRow, FindingRow
from onrecord.store.view import View

_LONG = 160
_NAMES = {"denied": "affirmed and denied", "number": "numbers differ", "actor": "doers differ",
          "place": "places differ", "day": "days differ"}  # fmt: skip


def print_json(rows: Iterable[Any]) -> None:
    """One JSON object a line."""
    for row in rows:
        sys.stdout.buffer.write(msgspec.json.encode(row) + b"\n")


def warn_if_stale(view: View, project: Path) -> None:
    """Say on stderr where reports have come in since the last merge."""
    if late := view.unmerged():
        typer.echo(f"{project}: {late:,} readings are newer than the last merge. Run `onrecord merge`.", err=True)


def outlets(view: View) -> dict[str, str]:
    """How to call each report: its outlet and day, and the start of its id."""
    return {
        row.report_id: " ".join(
            filter(None, (row.publisher or row.document_id, (row.published or "")[:10], f"({row.report_id[:8]})"))
        )
        for row in view.reports()
    }


def counts(event: ClusterRow) -> str:
    """The three counts."""
    return f"{counted(event.reports, 'report')}, {event.independent} independent, {counted(event.speakers, 'speaker')}"


def print_events(events: Iterable[ClusterRow]) -> None:
    """One line for each event: id, day, status, what, the three counts."""
    out = console()
    for event in events:
        status = spell_told(event.status)
        line = f"{event.cluster_id}  {event.first_day or '':10}  {status:12}  {event.record['title']}"
        out.print(Text(f"{line}  [{event.reports}/{event.independent}/{event.speakers}]"), soft_wrap=True)
    out.print(Text("[reports/independent reports/original speakers]"), soft_wrap=True)


def print_event(event: ClusterRow, names: Mapping[str, str], findings: Sequence[FindingRow],
                titles: Mapping[str, str]) -> None:  # fmt: skip
    """Everything that is told of one event, who says so, and why its tellings are taken for one."""
    out = console()
    out.print(Text.assemble((event.record["title"], "bold"), f"   {event.cluster_id}"), soft_wrap=True)
    out.print(Text(f"{spell_told(event.status)} · {event.first_day or 'no day given'} · {counts(event)}"))
    _heading(out, "WHAT IS SAID OF IT")
    for field, claims in event.record["values"].items():
        for claim in claims:
            out.print(Text(f"  {field:10} {_value(claim, field)}   {_speakers(claim)}"), soft_wrap=True)
    print_findings(findings, titles, out)
    _heading(out, "WHO TELLS IT, AND WHY IT IS TAKEN FOR ONE")
    members = {(member.report_id, member.event_id): member for member in event.members}
    for told in event.record["tellings"]:
        member = members.get((told["report"], told["event"]))  # none where the report has changed since
        out.print(Text(f"  {told['report'][:8]}/{told['event']}  {names.get(told['report'], '')}"), soft_wrap=True)
        out.print(Text(f"      “{_short(told['words'])}”"), soft_wrap=True)
        for reason in member.reasons if member else ():
            out.print(Text(f"      {reason}", style="dim"), soft_wrap=True)
    for near, score in event.record["near"]:
        out.print(Text(f"  nearly joined: {_called(near, titles)} ({score:+.1f})"), soft_wrap=True)
    for fixed in event.record["corrections"]:
        told = f"{fixed['field']} = {fixed['value']}: {fixed['who']}, {fixed['why']} ({fixed['judgement']})"
        out.print(Text(f"  {'called right before' if fixed.get('confirmed') else 'corrected'}: {told}"), soft_wrap=True)


def print_copies(rows: Sequence[CopyRow], names: Mapping[str, str]) -> None:
    """Each cluster of copies: the source, then each copy with what it changed."""
    out = console()
    for row in rows:
        if row.copy_of is None:
            out.print(Text(f"\n{names.get(row.report_id, row.report_id)}", style="bold"), soft_wrap=True)
            continue
        likeness, changes = row.evidence["likeness"], row.evidence["changes"]
        facts = f"{row.kind}; {likeness['contained']:.0%} of the shorter text, {likeness['lead']:.0%} of the lead"
        credit = f"; credits {likeness['credit']}" if likeness["credit"] else ""
        source = names.get(row.copy_of, row.copy_of)
        out.print(Text(f"  {names.get(row.report_id, row.report_id)}: {facts}{credit}; from {source}"), soft_wrap=True)
        for sign, spans in (("+", changes["added"]), ("-", changes["left_out"])):
            for span in spans:
                out.print(Text(f"      {sign} {_short(span['text'])}"), soft_wrap=True)
        for old, new in changes["changed"]:
            out.print(Text(f"      {_short(old['text'])} → {_short(new['text'])}"), soft_wrap=True)


def titles_of(view: View, rows: Iterable[FindingRow], more: Iterable[str] = ()) -> dict[str, str]:
    """What the events are called that findings speak of, and some more, by id."""
    keys = set(more) | {key for row in rows for name in ("event", "plan", "act") if (key := row.record.get(name))}
    keys |= {item["event"] for row in rows for item in row.record.get("evidence") or () if isinstance(item, dict)}
    return {key: event.record["title"] for key in sorted(keys) if (event := view.cluster(key))}


def print_findings(rows: Iterable[FindingRow], titles: Mapping[str, str], out: Console | None = None) -> None:
    """Disagreements, promises, plans and positions, each under its heading; events by their titles where known."""
    out = out or console()
    told: dict[str, list[FindingRow]] = {}
    for row in rows:
        told.setdefault(row.kind, []).append(row)
    kinds = (
        ("disagreement", "WHERE REPORTS DISAGREE", _disagreements),
        ("plan", "PLANS AND WHAT CAME OF THEM", _plans),
        ("promise", "WHAT WAS PROMISED, AND WHAT LATER REPORTS SAY", _promises),
        ("position", "WHERE PARTIES STAND, REPORT BY REPORT", _positions),
    )
    for kind, heading, lines in kinds:
        if kind in told:
            _heading(out, heading)
            for line in lines([row.record for row in told[kind]], titles):
                out.print(Text(f"  {line}"), soft_wrap=True)


def _heading(out: Console, words: str) -> None:
    out.print(Text(f"\n{words}", style="bold underline"))


_Records = Iterable[Mapping[str, Any]]


def _disagreements(records: _Records, titles: Mapping[str, str]) -> Iterable[str]:
    """Field by field, under the event."""
    for event, own in groupby(records, key=lambda record: record["event"]):
        yield _called(event, titles)
        for record in own:
            both = ", though both can be true" if record["compatible"] else ""
            field = "" if record["kind"] in ("denied", record["field"]) else f" ({record['field']})"
            yield f"    {_NAMES[record['kind']]}{field}{both}"
            for claim in record["claims"]:
                yield f"      {claim['first_day'] or '':10}  {_value(claim, record['field'])}   {_speakers(claim)}"


def _plans(records: _Records, titles: Mapping[str, str]) -> Iterable[str]:
    for record in records:
        refused = record.get("polarity") == "negative"
        told = spell_told("not_planned" if refused else "planned")
        yield f"{told:12}  {_called(record['plan'], titles)}"
        done = "done all the same" if refused and record["done"] else "done" if record["done"] else "not done"
        yield f"{done:12}  {_called(record['act'], titles)}"
        for reason in record["reasons"]:
            yield f"      {reason}"


def _called(event: str, titles: Mapping[str, str]) -> str:
    return f"{event}  {titles[event]}" if event in titles else event


def _promises(records: _Records, titles: Mapping[str, str]) -> Iterable[str]:
    for record in records:
        due = f", due {record['due']}" if record["due"] else ""
        action = spell_action(_short(record["words"]), record["polarity"])
        head = f"{record['day'] or '':10}  {record['name']}  {record['kind']}: {action}{due}"
        yield f"{head}   {record['outcome']}   says {record['speaker']['name']}"
        for condition in record["conditions"]:
            yield f"    on condition: {_short(condition)}"
        for item in record["evidence"]:
            done = "done" if item["done"] else "not done"
            yield f"    {done}: {_called(item['event'], titles)} ({'; '.join(item['reasons'][:2])})"


def _positions(records: _Records, titles: Mapping[str, str]) -> Iterable[str]:
    del titles
    for record in records:
        yield f"{record['name']} on {_short(record['matter']) or '?'}{'  CHANGED' if record['changed'] else ''}"
        for stand in record["stands"]:
            stance = f"not known ({stand['basis']})" if stand["stance"] == "unknown" else stand["stance"]
            words = _short(stand["evidence"])
            yield f"    {stand['day'] or '':10}  {stance}: “{words}”   says {stand['speaker']['name']}"


def _value(claim: Mapping[str, Any], field: str) -> str:
    if field == "day":
        return str(claim["value"]).replace("/", " to ")
    value = claim["words"] if field in ("actor", "recipient") else claim["value"]
    if isinstance(value, list):
        value = spell_count(*value)
    elif field == "status":
        value = spell_told(value)
    return f"{value} “{_short(claim['words'])}”" if claim["words"] != value else str(value)


def _speakers(claim: Mapping[str, Any]) -> str:
    names = ", ".join(dict.fromkeys(speaker["name"] for speaker in claim["speakers"]))
    return f"says {names}  [{counted(len(claim['reports']), 'report')}, {claim['independent']} independent]"


def _short(words: str) -> str:
    return textwrap.shorten(words, _LONG, placeholder=" …")
