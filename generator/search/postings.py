"""A file of postings, read; ``generator/emit/shards/terms.py`` writes it, docs/search.md has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor
from typing import Any

from generator.emit.lunr.scores import rarity
from generator.emit.shards.front import decoded
from generator.emit.shards.pieces import inflated
from generator.search.backend import Posting

_HEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """What the root says of all postings.

    Attributes:
        papers: How many there are.
        span: The number that widths of gaps are made from.
        fields: Name, boost, and whether postings tell first authors, in the index's order.
    """

    papers: int
    span: int
    fields: Sequence[tuple[str, float, int]]


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
    return Scheme(papers=root["papers"], span=root["span"], fields=root["fields"])


def read_postings(body: bytes, scheme: Scheme) -> dict[str, list[Posting]]:
    """Return the postings of a file by term.

    Raises:
        ValueError, IndexError, zlib.error: It is no such file.
    """
    size = int.from_bytes(body[:_HEAD], "little")
    text, _, counts = inflated(body[_HEAD : _HEAD + size]).split(b"\n", 2)
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


def _posting(
    bits: Bits, scheme: Scheme, field: tuple[str, float, int], holders: int, weight: float
) -> Posting:
    name, boost, tells_firsts = field
    width = rice_width(scheme.span, holders) + tells_firsts
    papers, firsts = [], []
    paper = scheme.papers
    for _ in range(holders):
        code = bits.rice(width)
        paper -= (code >> tells_firsts) + 1
        papers.append(paper)
        firsts.append(code & tells_firsts)
    return Posting(
        field=name,
        papers=papers[::-1],
        scores=[_thousandths(weight * boost * 1000)] * holders,
        firsts=firsts[::-1] if tells_firsts else (),
    )


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
