"""`onrecord read`: reports in, readings out, nothing kept."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from onrecord.errors import InputError
from onrecord.reading.document import Document


def read(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|URL|-", help="Reports: text, HTML, mails, JSON, tables, feeds, archives."),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print readings as indented JSON.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Take and print one report a line.")] = False,
    publisher: Annotated[str | None, typer.Option(help="The outlet, where the input does not say.")] = None,
    published: Annotated[str | None, typer.Option(help="Date of publication, as 2015-04-09.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where the input does not say.")] = None,
    lexicon: Annotated[list[Path] | None, typer.Option(help="A folder with entries of your own.")] = None,
    model: Annotated[str, typer.Option(help="The language network, or an installed spaCy pipeline.")] = "onrecord_en",
) -> None:
    """Read reports and print what they say, on whose word; keep nothing."""
    from onrecord.pipeline import read_each  # noqa: PLC0415 - the parser is heavy, `--help` must not wait for it
    from onrecord.resources import keep_resources  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    known = {"publisher": publisher, "published": published, "title": title}
    texts: deque[str] = deque()
    items = _load_all(sources, known, texts, jsonl=jsonl)
    know = keep_resources(Settings(model=model, lexicon=tuple(lexicon or ())))
    failed = printed = 0
    for result in read_each(items, know):
        text = texts.popleft()
        if isinstance(result, InputError):
            failed += 1
            typer.echo(str(result), err=True)
            if context.obj["debug"] and result.__cause__ is not None:
                raise result
        else:
            if printed and not json and not jsonl:
                typer.echo()  # a report ends where the next begins
            _print(result, text, json=json, jsonl=jsonl)
            printed += 1
    raise typer.Exit(1 if failed else 0)


def _load_all(
    sources: Iterable[str], known: dict[str, Any], texts: deque[str], *, jsonl: bool
) -> Iterator[Document | InputError]:
    """Documents of all sources; `texts` gets one for each of them, "" for an error: two reports may bear one id."""
    from onrecord.language.identify import check_language  # noqa: PLC0415
    from onrecord.sources import load  # noqa: PLC0415

    for source in sources:
        for item in load(source, known, jsonl=jsonl):
            checked = check_language(item) if isinstance(item, Document) else item
            texts.append(checked.text if isinstance(checked, Document) else "")
            yield checked


def _print(reading: Any, text: str, *, json: bool, jsonl: bool) -> None:  # noqa: ANN401 - a Reading, loaded late
    from onrecord.reading.reading import write_json  # noqa: PLC0415

    if jsonl:
        sys.stdout.buffer.write(write_json(reading) + b"\n")
    elif json:
        import msgspec  # noqa: PLC0415

        sys.stdout.buffer.write(msgspec.json.format(write_json(reading), indent=1) + b"\n")
    else:
        from onrecord.cli.show import print_reading  # noqa: PLC0415

        print_reading(reading, text)
