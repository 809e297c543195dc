"""One report in, one reading out: the whole way on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.language.mending import mend
from onrecord.language.plain import plain
from onrecord.language.plain_words import Doc
from onrecord.language.printed import Printed, as_read, put_back
from onrecord.reading.document import Document, DocumentInfo
from onrecord.reading.reading import Reading
from onrecord.resources import Resources, load_resources
from onrecord.stages.attributions import find_attributions
from onrecord.stages.chains import link_chains
from onrecord.stages.circumstances import assess_circumstances
from onrecord.stages.commitments import find_commitments
from onrecord.stages.coreference import resolve_coreference
from onrecord.stages.deeds_named import tell_whose_deeds
from onrecord.stages.entities import find_mentions
from onrecord.stages.events import find_events
from onrecord.stages.factuality import assess_factuality
from onrecord.stages.furniture import find_furniture
from onrecord.stages.labels import find_labels
from onrecord.stages.places import link_places
from onrecord.stages.positions import find_positions
from onrecord.stages.recalled import join_recalled
from onrecord.stages.repeats import join_repeats
from onrecord.stages.times import find_times
from onrecord.stages.tolls import find_tolls
from onrecord.stages.unnamed_doers import tell_who_did
from onrecord.stages.whose_blows import tell_whose_blows

if TYPE_CHECKING:
    from spacy import tokens

_BATCH_REPORTS = 64
_BATCH_CHARS = 200_000


def read_doc(document: Document, printed: Printed, doc: tokens.Doc, know: Resources) -> Reading:
    """Read one report whose text, as it is read and not as it is printed, the language step has annotated already."""
    with plain(doc) as words:
        return put_back(read_words(document, words, know), printed)


def read_words(document: Document, doc: Doc, know: Resources) -> Reading:
    """Read one report whose words are plain (`onrecord.language.plain`) and not settled yet; they are mended.

    Offsets are those of the words' own text: `put_back` makes them those of the report's.
    """
    mend(doc, know.lexicon, know.actors.countries.is_name, know.actors.label_of)
    furniture = find_furniture(doc, document, know.lexicon)
    times = find_times(doc, document.published, know.lexicon)
    mentions = find_mentions(doc, furniture, times, know.lexicon, know.actors, document.published)
    drafts = find_attributions(doc, mentions, furniture, know.lexicon)
    entities = resolve_coreference(doc, mentions, drafts, know.lexicon, know.actors, document.published, furniture)
    attributions = link_chains(doc, drafts, entities, furniture, know.lexicon)
    places = link_places(doc, document, entities, know.lexicon, know.gazetteer)
    acts = find_events(doc, entities, attributions, furniture, know.lexicon, know.actors.countries.is_name)
    events, bare = (
        assess_circumstances(
            doc,
            assess_factuality(doc, some, attributions, entities, furniture, know.lexicon),
            places,
            times,
            document.published,
            know.lexicon,
        )
        for some in (acts.told, acts.bare)
    )
    events = tell_whose_blows(doc, events, know.lexicon)
    events = tell_who_did(doc, events, entities, times, know.lexicon, know.actors.countries.is_name)
    events = join_repeats(doc, tell_whose_deeds(doc, events, entities, times), entities)
    tolls = find_tolls(doc, events, attributions, know.lexicon)
    events = join_recalled(doc, events, (*bare, *tolls), times, entities, know.lexicon)
    return Reading(
        id=document.id,
        document=DocumentInfo.of(document),
        made_by=know.made_by,
        sentences=tuple((sentence.start_char, sentence.end_char) for sentence in doc.sents),
        furniture=furniture,
        entities=entities,
        places=places,
        times=times,
        attributions=attributions,
        events=events,
        positions=find_positions(doc, events, attributions, entities, know.lexicon),
        commitments=find_commitments(doc, events, attributions, entities, times, know.lexicon),
        labels=find_labels(doc, entities, attributions, furniture, know.lexicon),
    )


def read_each(items: Iterable[Document | InputError], know: Resources) -> Iterator[Reading | InputError]:
    """Read what can be read, in order; an error stands in the place of what cannot.

    The language step works on batches of reports, of which no more than one is held.
    """
    for batch in _batches(items):
        documents = [item for item in batch if isinstance(item, Document)]
        texts = [as_read(document.text, know.lexicon) for document in documents]
        docs = zip(texts, know.parser.read([printed.text for printed in texts]), strict=True)
        for item in batch:
            yield item if isinstance(item, InputError) else _read_or_error(item, *next(docs), know)


def read_many(documents: Iterable[Document | InputError], know: Resources | None = None) -> Iterator[Reading]:
    """Read reports one after another, in order.

    Raises:
        MissingDataError: the network or the gazetteer is not installed.
        InputError: a report cannot be read, or an error stands in its place.
    """
    for result in read_each(documents, know or load_resources()):
        if isinstance(result, InputError):
            raise result
        yield result


def read(document: Document | str, know: Resources | None = None) -> Reading:
    """Read one report; a bare string is taken as its text."""
    if isinstance(document, str):
        document = Document(id="text", text=document)
    return next(read_many([document], know))


def _batches(items: Iterable[Document | InputError]) -> Iterator[list[Document | InputError]]:
    batch: list[Document | InputError] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= _BATCH_REPORTS or chars >= _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def _read_or_error(document: Document, printed: Printed, doc: tokens.Doc, know: Resources) -> Reading | InputError:
    try:
        return read_doc(document, printed, doc, know)
    except Exception as error:  # noqa: BLE001 - a report that trips a stage must not cost the batch
        failure = InputError(f"read {document.id}", f"{type(error).__name__}: {error}", "Report it with its text")
        failure.__cause__ = error
        return failure
