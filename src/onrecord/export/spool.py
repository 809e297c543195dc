"""Records that wait on disk for their turn: an archive's events must be sorted, and need not fit into memory."""

from __future__ import annotations

import tempfile
from types import TracebackType
from typing import Self

import msgspec

from onrecord.export.json_text import all_encodable
from onrecord.export.records import EventRecord

Slot = tuple[int, int]


class Spool:
    """A temporary file of records; a slot is where one stands. Use it as a context manager."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `__exit__`
        self._end = 0
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(EventRecord)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, record: EventRecord) -> Slot:
        """Add a record."""
        try:
            packed = self._encoder.encode(record)
        except UnicodeEncodeError:  # half a surrogate pair, which no stored report has
            packed = self._encoder.encode(all_encodable(msgspec.to_builtins(record)))
        self._file.seek(self._end)
        self._file.write(packed)
        slot = (self._end, len(packed))
        self._end += len(packed)
        return slot

    def get(self, slot: Slot) -> EventRecord:
        """The record that stands there."""
        start, size = slot
        self._file.seek(start)
        return self._decoder.decode(self._file.read(size))
