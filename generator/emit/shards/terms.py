"""Postings cut by term: of each field, the papers that hold a term; and whose first authors.

Nothing else: told that neither repetition nor length counts, which ranks as well among thousands of
abstracts, Lunr's formula gives every score. Papers are counted from the corpus's end, the oldest
first, so that new ones change no number; gaps between papers are Rice-coded. ``docs/search.md`` has
the format.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.emit.lunr.builder import utf16_order
from generator.emit.lunr.counts import Counts, FieldCounts, Numbers
from generator.emit.shards.bits import Codes, pack, rice_width
from generator.emit.shards.cuts import cut_places, starts_of
from generator.emit.shards.front import front_coded
from generator.emit.shards.pieces import Pieces, deflated
from generator.emit.synonym_stems import Stems

NAMES = "authors"
"""The field whose postings tell first authors."""

_TERM_BYTES = 4  # a term takes about that in a compressed head
_PAPER_BYTES = 110  # all postings of a paper, likewise
_LEAST_SIZE = 1024
_MOST_SIZE = 32768
_SEVEN_BITS = 0x7F
_STEP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Postings:
    """All postings in the order in which they are written; parallel arrays.

    Attributes:
        groups: The term's rank times the number of fields, plus the field.
        papers: The paper, from the corpus's end.
        firsts: 1 for a name of the paper's first author, 0 for other names; -1 outside of names.
    """

    groups: Numbers
    papers: Numbers
    firsts: Numbers


def span_of(number: int) -> int:
    """Return a number rounded up to four binary digits: what hangs on it then changes seldom."""
    step = max(number.bit_length() - _STEP, 0)
    return -(-number >> step) << step


def file_size(papers: int) -> int:
    """Return how many bytes a file of terms should have, about.

    It is the square root of four times all of them: then what a query fetches beside its terms and
    what the root says about files are together smallest.
    """
    return min(max(math.isqrt(4 * _PAPER_BYTES * span_of(papers)), _LEAST_SIZE), _MOST_SIZE)


def term_pieces(
    counts: Counts,
    firsts: Sequence[Sequence[int]],
    synonyms: Mapping[Stems, Sequence[Stems]],
) -> Pieces:
    """Return the postings of all terms.

    Args:
        counts: The corpus.
        firsts: By document, the terms of its first author's name.
        synonyms: By phrase, those that mean the same; each lies where its first term does or would.
    """
    ordered = utf16_order(counts.terms)
    postings = _in_order(counts, _keys(firsts, len(ordered)), ordered)
    held = np.bincount(postings.groups, minlength=len(ordered) * len(counts.fields))
    codes = _codes(postings, held, span_of(counts.documents))
    sizes = codes.lengths
    table = held.reshape(len(ordered), len(counts.fields))
    edges = np.concatenate(([0], np.cumsum(table.sum(axis=1))))
    bits = np.diff(np.concatenate(([0], np.cumsum(sizes)))[edges])
    weights = (_TERM_BYTES + bits // 8).tolist()
    cuts = cut_places(ordered, weights, file_size(counts.documents))
    starts = starts_of(ordered, cuts)
    groups = _by_file(starts, synonyms)
    bodies = []
    for number, (first, last) in enumerate(pairwise(cuts)):
        part = slice(int(edges[first]), int(edges[last]))
        packed = _packed(_part(codes, part), sizes[part])
        bodies.append(_body(ordered[first:last], groups[number], table[first:last], packed))
    return Pieces(name="terms", starts=starts, bodies=bodies)


def _by_file(
    starts: Sequence[str], synonyms: Mapping[Stems, Sequence[Stems]]
) -> Mapping[int, list[str]]:
    """Return what each file says of phrases: each and then the others, between colons."""
    groups: dict[int, list[str]] = defaultdict(list)
    for phrase, others in sorted(synonyms.items()):
        file = bisect_right(starts, phrase[0]) - 1  # of ASCII, which sorts alike everywhere
        groups[file].append(":".join(map(" ".join, (phrase, *others))))
    return groups


def _keys(firsts: Sequence[Sequence[int]], terms: int) -> Numbers:
    """Return a number for each document and term of its first author's name."""
    sizes = [len(some) for some in firsts]
    documents = np.repeat(np.arange(len(firsts)), sizes)
    return documents * terms + np.array([term for some in firsts for term in some], dtype=np.int64)


def _in_order(counts: Counts, firsts: Numbers, ordered: Sequence[str]) -> _Postings:
    """Return the postings by term, then field, then paper."""
    ranks = np.empty(len(ordered), dtype=np.int64)
    ranks[[counts.terms[term] for term in ordered]] = np.arange(len(ordered))
    documents = max(counts.documents, 1)
    keys = np.concatenate(
        [
            (ranks[field.terms] * len(counts.fields) + place + 1) * documents - 1 - field.documents
            for place, field in enumerate(counts.fields)
        ]
    )
    names = [_firsts(field, firsts, len(ordered)) for field in counts.fields]
    order = np.argsort(keys)
    groups, papers = np.divmod(keys[order], documents)
    return _Postings(
        groups=groups,
        papers=papers.astype(np.int32),
        firsts=np.concatenate(names)[order],
    )


def _firsts(field: FieldCounts, firsts: Numbers, terms: int) -> Numbers:
    if field.name != NAMES:
        return np.full(len(field.terms), -1, dtype=np.int8)
    keys = field.documents.astype(np.int64) * terms + field.terms
    return np.isin(keys, firsts).astype(np.int8)


def _codes(postings: _Postings, held: Numbers, span: int) -> Codes:
    """Return for each posting its gap, of names with a bit more at its end."""
    before = np.concatenate(([-1], postings.papers[:-1]))[: len(postings.papers)]
    opens = np.concatenate(([True], np.diff(postings.groups) > 0))[: len(postings.groups)]
    before = np.where(opens, -1, before)
    gaps = postings.papers - before - 1
    widths = rice_width(span, held)[postings.groups]
    names = postings.firsts >= 0
    return Codes(numbers=np.where(names, 2 * gaps + postings.firsts, gaps), widths=widths + names)


def _part(codes: Codes, part: slice) -> Codes:
    return Codes(numbers=codes.numbers[part], widths=codes.widths[part])


def _packed(codes: Codes, sizes: Numbers) -> bytes:
    ends = np.cumsum(sizes)
    return pack([codes], ends - sizes, int(ends[-1]) if len(ends) else 0)


def _body(terms: Sequence[str], groups: Sequence[str], held: Numbers, bits: bytes) -> bytes:
    """Return a file: the head's size in four bytes, the head, the bits."""
    text = f"{front_coded(terms)}\n{';'.join(groups)}\n".encode("utf-8", "replace")
    head = deflated(text + _varints(held.T.ravel().tolist()))
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
