"""What a format is: a name, what it can say, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from onrecord.export.material import Material
from onrecord.export.options import Options
from onrecord.export.records import EventRecord
from onrecord.export.tally import Tally


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One file to be written.

    Attributes:
        material: the project's records.
        options: what the user asked for.
        tally: where the writer counts what it writes and what it cannot hold.
        apart: the file is the one beside, with the events that did not happen.
    """

    material: Material
    options: Options
    tally: Tally
    apart: bool = False

    def events(self) -> Iterator[EventRecord]:
        """The events of this file, for formats without a place for the status."""
        return self.material.asked_for() if self.apart else self.material.happened()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One export.

    Attributes:
        name: as on the command line.
        suffix: of the file's name.
        title: a line for the list.
        status: `field`: each record says whether it happened. `apart`: it cannot; what did not happen goes into a
            second file. `never`: what did not happen is refused.
        loses: what it cannot hold, names in `tally`.
        needs: modules of the extra [export] that it is written with.
        binary: it makes no sense on a terminal.
        tabular: it holds one of several tables.
        write: writes one file, given as an open binary stream.
        write_folder: for formats that are many files, writes them into a folder.
    """

    name: str
    suffix: str
    title: str
    status: Literal["field", "apart", "never"]
    loses: tuple[str, ...]
    needs: tuple[str, ...] = ()
    binary: bool = False
    tabular: bool = False
    write: Callable[[Job, BinaryIO], None] | None = None
    write_folder: Callable[[Job, Path], None] | None = None
