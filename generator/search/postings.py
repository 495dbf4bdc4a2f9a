"""A file of postings, read; ``generator/emit/shards/terms.py`` writes it, docs/search.md has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from generator.emit.lunr.scores import mean_length, rarity
from generator.emit.shards.front import decoded
from generator.emit.shards.volume import inflated
from generator.search.backend import Posting

_HEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What the root says of a field: see ``Scheme``."""

    name: str
    boost: float
    mean: float
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What the root says of all postings.

    Attributes:
        papers: How many there are.
        k1: How much repetition counts in scores.
        b: How much lengths do.
        fields: In the index's order; ``width`` is the Rice parameter of lengths, -1 for none.
        lengths: By paper, of the field whose lengths are not written.
    """

    papers: int
    k1: float
    b: float
    fields: tuple[Field, ...]
    lengths: Sequence[int]


class Bits:
    """Reads unary and Rice codes, most significant bit first."""

    def __init__(self, body: bytes) -> None:
        # The one in front keeps the zeros after it.
        self._bits = bin(int.from_bytes(b"\1" + body, "big"))[3:]
        self._place = 0

    def unary(self) -> int:
        """Return how many zeros come before the next one."""
        end = self._bits.index("1", self._place)
        zeros = end - self._place
        self._place = end + 1
        return zeros

    def rice(self, width: int) -> int:
        """Return the next number, of a code with that parameter."""
        high = self.unary()
        if not width:
            return high
        low = int(self._bits[self._place : self._place + width], 2)
        self._place += width
        return high << width | low


def scheme_of(root: Mapping[str, Any]) -> Scheme:
    """Return the scheme that a root describes."""
    papers = root["papers"]
    fields = [
        Field(name=name, boost=boost, mean=mean_length(total, papers), width=width)
        for name, boost, total, width in root["fields"]
    ]
    lengths: list[int] = []
    length = 0
    for step, count in zip(root["runs"][::2], root["runs"][1::2], strict=True):
        length += step
        lengths += [length] * count
    return Scheme(papers=papers, k1=root["k1"], b=root["b"], fields=tuple(fields), lengths=lengths)


def read_postings(body: bytes, scheme: Scheme) -> dict[str, list[Posting]]:
    """Return the postings of a file by term.

    Raises:
        ValueError, IndexError, zlib.error: It is no such file.
    """
    size = int.from_bytes(body[:_HEAD], "little")
    text, _, counts = inflated(body[_HEAD : _HEAD + size]).partition(b"\n")
    terms = decoded(text.decode())
    held = list(_varints(counts))
    bits = Bits(body[_HEAD + size :])
    read = {}
    for place, term in enumerate(terms):
        holders = held[place :: len(terms)]
        weight = rarity(scheme.papers, sum(holders))
        read[term] = [
            _posting(bits, scheme, field, count, weight)
            for field, count in zip(scheme.fields, holders, strict=True)
            if count
        ]
    return read


def rice_width(papers: int, holders: int) -> int:
    """Return the parameter of the gaps between papers; as ``rice_width`` in ``bits.py``."""
    part = papers * 11 // (holders * 16)
    return part.bit_length() - 1 if part else 0


def _posting(bits: Bits, scheme: Scheme, field: Field, holders: int, weight: float) -> Posting:
    papers, scores = [], []
    gap = rice_width(scheme.papers, holders)
    paper = -1
    for _ in range(holders):
        paper += bits.rice(gap) + 1
        count = bits.unary() + 1
        length = scheme.lengths[paper] if field.width < 0 else bits.rice(field.width) + 1
        papers.append(paper)
        damping = scheme.k1 * (1 - scheme.b + scheme.b * (length / field.mean))
        # In Lunr's order of operations, so that numbers round as in its index.
        scaled = weight * ((scheme.k1 + 1) * count) / (damping + count) * field.boost * 1000
        scores.append(_thousandths(scaled))
    return Posting(field=field.name, papers=papers, scores=scores)


def _thousandths(scaled: float) -> float:
    whole = floor(scaled)
    return (whole + (scaled - whole >= 0.5)) / 1000  # a half


def _varints(body: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in body:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte <= 0x7F:  # the last group of a number
            yield number
            number = shift = 0
