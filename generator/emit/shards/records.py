"""What results show, and abstracts, a few papers a file, from the oldest paper on.

New papers come last, so that files of others stay. Each file begins with the mark of the papers
around it: postings that number papers otherwise are of another build.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.artifact import Artifact
from generator.emit.shards.pieces import deflated, mark, packed

Value = TypeVar("Value")

BLOCK = 128
"""Papers that share a mark."""

# A file a paper costs a reader least; but sites of many papers should have fewer files to carry.
_MANY = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Files of as many papers each.

    Attributes:
        name: Of the kind: its folder in ``search/``.
        each: Papers a file; a part of a block.
        bodies: The files, by number.
    """

    name: str
    each: int
    bodies: Sequence[bytes]

    @property
    def listed(self) -> Mapping[str, object]:
        """What the root says of them: a mark that changes with any, for caches."""
        whole = hashlib.sha256()
        for body in self.bodies:
            whole.update(len(body).to_bytes(8, "big"))
            whole.update(body)
        return {"each": self.each, "mark": whole.hexdigest()[:6]}

    def artifacts(self, folder: str, marks: Sequence[str]) -> Iterator[Artifact]:
        """Yield the files, below ``folder``; ``marks`` are ``block_marks``."""
        for number, body in enumerate(self.bodies):
            block = marks[number * self.each // BLOCK]
            yield packed(f"{folder}{self.name}/{number}.bin", block.encode() + body)


def papers_a_file(papers: int) -> int:
    """Return how many papers share a file."""
    return 1 if papers <= _MANY else 2


def grouped(
    name: str, values: Sequence[Value], each: int, written: Callable[[Sequence[Value]], bytes]
) -> Groups:
    """Return files of ``each`` values, as ``written`` writes them."""
    starts = range(0, len(values), each)
    bodies = [deflated(written(values[start : start + each])) for start in starts]
    return Groups(name=name, each=each, bodies=bodies)


def block_marks(ids: Sequence[str]) -> list[str]:
    """Return, for each block of papers in their order, letters that change with any of them."""
    blocks = (ids[start : start + BLOCK] for start in range(0, len(ids), BLOCK))
    return [mark("\n".join(block).encode()) for block in blocks]


def compact_json(value: object) -> bytes:
    """Return JSON without blanks or escapes that UTF-8 makes unnecessary."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
