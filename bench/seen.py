"""How much of an archive the network need not read, since it has read the same paragraph before.

python bench/seen.py FILE.jsonl ...     reports in the field `text`, in the order of the files
python bench/seen.py                    the stories of tests/stories and copies of them, as bench/copies.py makes them
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import Any

from copies import make_archive
from onrecord.language.parser import NetworkParser
from onrecord.resources import load_resources


def main() -> int:
    """Print how many words there are, and how many went through the network."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    args = parser.parse_args()
    texts = [json.loads(line)["text"] for path in args.files for line in path.read_text().splitlines()]
    if not texts:
        texts = [document.text for document in make_archive(random.Random(1))]  # noqa: S311 - the same each time
    reader = load_resources().parser
    assert isinstance(reader, NetworkParser)
    runtime = reader.network.runtime
    run, read = runtime.words, 0

    def counted(inputs: Any) -> Any:  # noqa: ANN401 - arrays by name
        nonlocal read
        read += len(inputs["starts"])
        return run(inputs)

    runtime.words = counted  # type: ignore[method-assign]
    words = sum(sum(not token.is_space for token in doc) for doc in reader.read(texts))
    print(f"{len(texts)} reports, {words} words; read {read} ({read / words:.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
