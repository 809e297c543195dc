"""What stands in a worker process where the parser stands; it lies here because a worker imports it by name."""

from __future__ import annotations

import os
import signal

from onrecord.errors import InputError
from onrecord.reading.document import Document
from onrecord.reading.reading import write_json
from onrecord.settings import Settings
from readings import sample


def read_or_die(batch: list[Document], settings: Settings) -> list[bytes | InputError]:
    """Die on some texts, fail on others."""
    del settings
    if any(document.text == "DIE" for document in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    failure = InputError("read it", "it fails", "Mend it")
    return [failure if document.text == "FAIL" else write_json(sample()) for document in batch]
