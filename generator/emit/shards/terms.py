"""Postings cut by term: of each field, the papers that hold a term, how often, in how many words.

Nothing else: scores follow by Lunr's formula. Papers are numbered by the length of their abstracts,
so that these, which vary most, need no bits; gaps between papers are Rice codes, occurrences unary.
``docs/search.md`` has the format.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.emit.lunr.builder import utf16_order
from generator.emit.lunr.counts import Counts, FieldCounts, Numbers
from generator.emit.shards.bits import Codes, pack, rice_width
from generator.emit.shards.front import front_coded, starts_of
from generator.emit.shards.volume import Volume, deflated

NUMBERING = "abstract"

_TERM_BYTES = 4  # a term takes about that in a compressed head
_LEAST_SIZE = 1024
_MOST_SIZE = 32768
_NO_CODE = -1
_SEVEN_BITS = 0x7F


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The postings.

    Attributes:
        volume: The files.
        starts: By file, a text that no term before it reaches and its first term does.
        widths: By field, the Rice parameter of its lengths; -1 where lengths are not written.
        runs: Papers by length of the field that numbers them: length, papers, length, papers …
            each length as the step from the one before.
    """

    volume: Volume
    starts: Sequence[str]
    widths: Sequence[int]
    runs: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Postings:
    """All postings in the order in which they are written; parallel arrays.

    Attributes:
        groups: The term's rank times the number of fields, plus the field.
        papers: The paper's number.
        counts: Occurrences, 1 or more.
        lengths: Of the field, 1 or more; 0 where it is not written.
        widths: The Rice parameter of the length.
    """

    groups: Numbers
    papers: Numbers
    counts: Numbers
    lengths: Numbers
    widths: Numbers


def paper_numbers(counts: Counts) -> Numbers:
    """Return each document's number: by length of abstract, equals in the corpus's order."""
    lengths = [field.lengths for field in counts.fields if field.name == NUMBERING]
    order = np.argsort(lengths[0], kind="stable") if lengths else np.arange(counts.documents)
    numbers = np.empty(counts.documents, dtype=np.int64)
    numbers[order] = np.arange(counts.documents)
    return numbers


def term_shards(counts: Counts, numbers: Numbers) -> Terms:
    """Return the postings of all terms.

    Args:
        counts: The corpus.
        numbers: ``paper_numbers``.
    """
    ordered = utf16_order(counts.terms)
    widths = [_length_width(field, counts.documents) for field in counts.fields]
    postings = _in_order(counts, numbers, ordered, widths)
    held = np.bincount(postings.groups, minlength=len(ordered) * len(counts.fields))
    codes = _codes(postings, held, counts.documents)
    sizes = sum((code.lengths for code in codes), np.zeros(len(postings.papers), dtype=np.int64))
    table = held.reshape(len(ordered), len(counts.fields))
    edges = np.concatenate(([0], np.cumsum(table.sum(axis=1))))
    bit_edges = np.concatenate(([0], np.cumsum(sizes)))[edges]
    cuts = _cuts(np.diff(bit_edges).tolist())
    bodies = []
    for first, last in pairwise(cuts):
        part = slice(int(edges[first]), int(edges[last]))
        bits = _packed([_part(code, part) for code in codes], sizes[part])
        bodies.append(_body(ordered[first:last], table[first:last], bits))
    pieces = [ordered[first:last] for first, last in pairwise(cuts)]
    return Terms(
        volume=Volume(name="terms", bodies=bodies),
        starts=starts_of(pieces),
        widths=widths,
        runs=_runs(counts),
    )


def _length_width(field: FieldCounts, documents: int) -> int:
    if field.name == NUMBERING:
        return _NO_CODE
    filled = int(np.count_nonzero(field.lengths))
    return int(rice_width(int(field.lengths.sum()), np.array([max(filled, 1)]))[0])


def _in_order(
    counts: Counts, numbers: Numbers, ordered: Sequence[str], widths: Sequence[int]
) -> _Postings:
    """Return the postings by term, then field, then paper."""
    ranks = np.empty(len(ordered), dtype=np.int64)
    ranks[[counts.terms[term] for term in ordered]] = np.arange(len(ordered))
    documents = max(counts.documents, 1)
    fields = list(zip(counts.fields, widths, strict=True))
    keys = np.concatenate(
        [
            (ranks[field.terms] * len(fields) + place) * documents + numbers[field.documents]
            for place, (field, _) in enumerate(fields)
        ]
    )
    order = np.argsort(keys)
    groups, papers = np.divmod(keys[order], documents)
    lengths = [field.lengths[field.documents] * (width >= 0) for field, width in fields]
    length_widths = [np.full(len(field.terms), max(width, 0)) for field, width in fields]
    return _Postings(
        groups=groups,
        papers=papers.astype(np.int32),
        counts=np.concatenate([field.counts for field, _ in fields])[order],
        lengths=np.concatenate(lengths).astype(np.int32)[order],
        widths=np.concatenate(length_widths).astype(np.int32)[order],
    )


def _codes(postings: _Postings, held: Numbers, documents: int) -> tuple[Codes, Codes, Codes]:
    """Return, for each posting, its gap, its occurrences and its length."""
    before = np.concatenate(([-1], postings.papers[:-1]))[: len(postings.papers)]
    opens = np.concatenate(([True], np.diff(postings.groups) > 0))[: len(postings.groups)]
    before = np.where(opens, -1, before)
    none = np.zeros(len(postings.papers), dtype=np.int64)
    widths = rice_width(documents, held)[postings.groups]
    return (
        Codes(numbers=postings.papers - before - 1, widths=widths),
        Codes(numbers=postings.counts - 1, widths=none),
        Codes(numbers=postings.lengths - 1, widths=postings.widths),
    )


def _cuts(bits: Sequence[int]) -> list[int]:
    """Return where files begin and end, as places in the terms.

    A file is about as large as the square root of three times all of them: then what a query
    fetches beside its terms and what the root says about files are together smallest.
    """
    sizes = [_TERM_BYTES + size // 8 for size in bits]
    most = min(max(math.isqrt(3 * sum(sizes)), _LEAST_SIZE), _MOST_SIZE)
    cuts = [0]
    filled = 0
    for place, size in enumerate(sizes):
        if filled and filled + size > most:
            cuts.append(place)
            filled = 0
        filled += size
    return [*cuts, len(sizes)] if sizes else [0]


def _part(codes: Codes, part: slice) -> Codes:
    return Codes(numbers=codes.numbers[part], widths=codes.widths[part])


def _packed(codes: Sequence[Codes], sizes: Numbers) -> bytes:
    ends = np.cumsum(sizes)
    return pack(codes, ends - sizes, int(ends[-1]) if len(ends) else 0)


def _body(terms: Sequence[str], held: Numbers, bits: bytes) -> bytes:
    """Return a file: the head's size in four bytes, the head, the bits."""
    text = front_coded(terms).encode("utf-8", "replace")
    head = deflated(text + b"\n" + _varints(held.T.ravel().tolist()))
    return len(head).to_bytes(4, "little") + head + bits


def _varints(numbers: Sequence[int]) -> bytes:
    """Return numbers in groups of seven bits, the lowest first, all but each's last marked."""
    if max(numbers) <= _SEVEN_BITS:
        return bytes(numbers)
    written = bytearray()
    for number in numbers:
        rest = number
        while rest > _SEVEN_BITS:
            written.append(rest & _SEVEN_BITS | 0x80)
            rest >>= 7
        written.append(rest)
    return bytes(written)


def _runs(counts: Counts) -> list[int]:
    lengths = [field.lengths for field in counts.fields if field.name == NUMBERING]
    if not lengths:
        return []
    distinct, papers = np.unique(lengths[0], return_counts=True)
    steps = np.diff(distinct, prepend=0).tolist()
    return [number for pair in zip(steps, papers.tolist(), strict=True) for number in pair]
