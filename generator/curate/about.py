"""What each paper is about, as a vector short enough to be sent to readers: its heaviest terms.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np

from generator.curate.rows import Integers, spread_out
from generator.curate.telling import is_telling
from generator.curate.vectors import Vectors
from generator.model.enrichment import About
from generator.model.paper import PaperId

_MOST = 16
_LOOKED_AT = 64
_RUN = 1_000


def about(vectors: Vectors) -> Mapping[PaperId, About]:
    """Return the heaviest terms of each paper that name a subject which another one has too.

    Sixteen find the related papers of a single paper about as well as its whole vector does, once
    topics count as well (static/js/reader/for-you.js); more add bytes, and hardly anything else.
    """
    count = len(vectors.papers)
    runs = [np.arange(start, min(start + _RUN, count)) for start in range(0, count, _RUN)]
    heaviest = [_heaviest_first(vectors, run) for run in runs]
    used = sum(
        (np.bincount(vectors.numbers[order], minlength=len(vectors.terms)) for order in heaviest),
        start=np.zeros(len(vectors.terms), dtype=np.int64),
    )
    names, texts = _names(vectors, np.flatnonzero(used > 1))
    found = dict.fromkeys(vectors.papers, About())
    for order in heaviest:
        for owner, terms, weights in _told(vectors, order, names):
            found[vectors.papers[owner]] = About(
                terms=tuple([texts[term] for term in terms]), weights=tuple(weights)
            )
    return found


def _names(vectors: Vectors, terms: Integers) -> tuple[Integers, list[str]]:
    """Return which text each term has, -1 for one that names no subject, and the texts."""
    names = np.full(len(vectors.terms), -1, dtype=np.int64)
    places: dict[str, int] = {}
    for term in terms.tolist():
        text = vectors.terms[term]
        if is_telling(text):
            names[term] = places.setdefault(text, len(places))  # two may be printed alike
    return names, list(places)


def _heaviest_first(vectors: Vectors, run: Integers) -> Integers:
    """Return where the 64 heaviest entries of each paper of a run lie, paper after paper."""
    entries, lengths = spread_out(vectors.starts, run)
    owners = np.repeat(run, lengths)
    order = np.lexsort((-vectors.weights[entries], owners))  # stable: the first among equals
    return entries[order[_ranks(owners[order]) < _LOOKED_AT]]


def _told(
    vectors: Vectors, order: Integers, names: Integers
) -> Iterator[tuple[int, list[int], list[int]]]:
    """Yield each paper of a run with its first sixteen texts, and their weights in hundredths."""
    named = order[names[vectors.numbers[order]] >= 0]
    owners = np.searchsorted(vectors.starts, named, side="right") - 1
    texts = names[vectors.numbers[named]]
    _, firsts = np.unique(owners * (names.max(initial=0) + 1) + texts, return_index=True)
    firsts.sort()
    kept = firsts[_ranks(owners[firsts]) < _MOST]
    weights = np.maximum(np.rint(vectors.weights[named[kept]] * 100), 1).astype(np.int64)
    bounds = [*np.flatnonzero(np.diff(owners[kept], prepend=-1)).tolist(), len(kept)]
    every, heavy, own = texts[kept].tolist(), weights.tolist(), owners[kept].tolist()
    for start, end in pairwise(bounds):
        yield own[start], every[start:end], heavy[start:end]


def _ranks(owners: Integers) -> Integers:
    """Return the place of each entry among those of its owner; the owners are sorted."""
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    return np.arange(len(owners)) - np.repeat(starts, np.diff(np.append(starts, len(owners))))
