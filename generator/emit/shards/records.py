"""What results show, and abstracts, a few papers a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.emit.shards.volume import Volume, deflated

# A file a paper costs a reader least; but no site should have to carry twice as many files for it.
_FEW = 2_000
_MANY = 20_000


def papers_a_file(papers: int) -> int:
    """Return how many papers share a file."""
    return 1 if papers <= _FEW else 2 if papers <= _MANY else 4


def grouped(name: str, values: Sequence[object], each: int) -> Volume:
    """Return files of ``each`` values, as JSON lists."""
    return Volume(
        name=name,
        bodies=[
            deflated(compact_json(values[start : start + each]))
            for start in range(0, len(values), each)
        ],
    )


def rows(entries: Sequence[Mapping[str, object]], columns: Sequence[str]) -> list[list[object]]:
    """Return entries without their keys."""
    return [[entry[column] for column in columns] for entry in entries]


def compact_json(value: object) -> bytes:
    """Return JSON without blanks or escapes that UTF-8 makes unnecessary."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
