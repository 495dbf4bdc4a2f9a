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
_RUN = 2_000  # terms whose sizes are found at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class _Postings:
    """All postings in the order in which they are written: by term, then field, then paper.

    Attributes:
        keys: Of each posting the term's rank times the number of fields plus the field, that times
            the number of papers plus the paper from the corpus's end, and that twice, and 1 more
            for a name of the paper's first author. One number a posting: there are a hundred for
            each paper.
        held: By term, in order, and by field, how many papers hold it.
        papers: How many there are.
        names: The field of the authors' names; -1 without one.
    """

    keys: Numbers
    held: Numbers
    papers: int
    names: int

    @property
    def edges(self) -> Numbers:
        """Where the postings of each term begin, and where the last one's end."""
        return np.concatenate(([0], np.cumsum(self.held.sum(axis=1))))

    def codes(self, keys: Numbers) -> Codes:
        """Return for each of these postings its gap, of names with a bit more at its end.

        Args:
            keys: Those of some terms that follow each other.
        """
        groups, papers = np.divmod(keys >> 1, max(self.papers, 1))
        before = np.concatenate(([-1], papers[:-1]))[: len(papers)]
        before[np.flatnonzero(np.diff(groups, prepend=-1))] = -1
        gaps = papers - before - 1
        widths = rice_width(span_of(self.papers), self.held.ravel()[groups])
        names = groups % max(self.held.shape[1], 1) == self.names
        return Codes(numbers=np.where(names, 2 * gaps + (keys & 1), gaps), widths=widths + names)


def span_of(number: int) -> int:
    """Return a number rounded up to four binary digits: what hangs on it then changes seldom."""
    step = max(number.bit_length() - _STEP, 0)
    return -(-number >> step) << step


def file_size(papers: int) -> int:
    """Return how many bytes a file of terms should have, about.

    It is the square root of three times all of them: what the root says of files, and what a query
    of one to three words fetches beside its terms, are together smallest about there.
    """
    return min(max(math.isqrt(3 * _PAPER_BYTES * span_of(papers)), _LEAST_SIZE), _MOST_SIZE)


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
    edges = postings.edges.tolist()
    weights = [
        _TERM_BYTES + size // 8
        for first in range(0, len(ordered), _RUN)
        for size in _sizes(postings, edges[first : first + _RUN + 1])
    ]
    cuts = cut_places(ordered, weights, file_size(counts.documents))
    starts = starts_of(ordered, cuts)
    groups = _by_file(starts, synonyms)
    bodies = []
    for number, (first, last) in enumerate(pairwise(cuts)):
        bits = _packed(postings.codes(postings.keys[edges[first] : edges[last]]))
        bodies.append(_body(ordered[first:last], groups[number], postings.held[first:last], bits))
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


def _sizes(postings: _Postings, edges: Sequence[int]) -> list[int]:
    """Return the bits that the postings of terms take; they lie between these edges."""
    lengths = postings.codes(postings.keys[edges[0] : edges[-1]]).lengths
    ends = np.concatenate(([0], np.cumsum(lengths)))[np.array(edges) - edges[0]]
    sizes: list[int] = np.diff(ends).tolist()
    return sizes


def _keys(firsts: Sequence[Sequence[int]], terms: int) -> Numbers:
    """Return a number for each document and term of its first author's name."""
    sizes = [len(some) for some in firsts]
    documents = np.repeat(np.arange(len(firsts)), sizes)
    return documents * terms + np.array([term for some in firsts for term in some], dtype=np.int64)


def _in_order(counts: Counts, firsts: Numbers, ordered: Sequence[str]) -> _Postings:
    fields, papers = counts.fields, max(counts.documents, 1)
    numbers = np.array([counts.terms[term] for term in ordered], dtype=np.int64)
    ranks = np.empty(len(ordered), dtype=np.int64)
    ranks[numbers] = np.arange(len(ordered))
    held = np.zeros((len(ordered), len(fields)), dtype=np.int64)
    keys = np.empty(sum(len(field.terms) for field in fields), dtype=np.int64)
    end = 0
    for place, field in enumerate(fields):
        held[:, place] = np.bincount(field.terms, minlength=len(ordered))[numbers]
        own = keys[end : end + len(field.terms)]
        own[:] = ranks[field.terms]
        own *= len(fields)
        own += place + 1
        own *= papers
        own -= field.documents
        own -= 1
        own *= 2
        if field.name == NAMES:
            own += _firsts(field, firsts, len(ordered))
        end += len(own)
    keys.sort()
    names = [field.name for field in fields]
    place = names.index(NAMES) if NAMES in names else -1
    return _Postings(keys=keys, held=held, papers=counts.documents, names=place)


def _firsts(field: FieldCounts, firsts: Numbers, terms: int) -> Numbers:
    """Return 1 for each name of a paper's first author, 0 for other names."""
    keys = field.documents.astype(np.int64) * terms + field.terms
    return np.isin(keys, firsts).astype(np.int64)


def _packed(codes: Codes) -> bytes:
    sizes = codes.lengths
    ends = np.cumsum(sizes)
    return pack([codes], ends - sizes, int(ends[-1]) if len(ends) else 0)


def _body(terms: Sequence[str], groups: Sequence[str], held: Numbers, bits: bytes) -> bytes:
    """Return a file: the head's size in four bytes, the head, the bits."""
    text = f"{front_coded(terms)}\n{';'.join(groups)}\n".encode("utf-8", "replace")
    head = deflated(text, _varints(held.T.ravel().tolist()))
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
