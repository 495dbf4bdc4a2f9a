"""What each paper is about, as a vector short enough to be sent to readers: its heaviest terms.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    found: list[dict[str, int]] = [{} for _ in vectors.papers]
    texts: dict[int, str] = {}
    for order in heaviest:
        for owner, term, weight in _entries(vectors, order[used[vectors.numbers[order]] > 1]):
            own = found[owner]
            if len(own) == _MOST:
                continue
            if term not in texts:
                text = vectors.terms[term]
                texts[term] = text if is_telling(text) else ""
            if texts[term]:
                own.setdefault(texts[term], weight)  # two terms may be printed alike
    return {
        paper: About(terms=tuple(own), weights=tuple(own.values()))
        for paper, own in zip(vectors.papers, found, strict=True)
    }


def _heaviest_first(vectors: Vectors, run: Integers) -> Integers:
    """Return where the 64 heaviest entries of each paper of a run lie, paper after paper."""
    entries, lengths = spread_out(vectors.starts, run)
    owners = np.repeat(run, lengths)
    order = np.lexsort((vectors.numbers[entries], -vectors.weights[entries], owners))
    return entries[order[_ranks(owners[order]) < _LOOKED_AT]]


def _entries(vectors: Vectors, order: Integers) -> Iterator[tuple[int, int, int]]:
    """Yield paper, term and weight in hundredths of each of these entries."""
    owners = np.searchsorted(vectors.starts, order, side="right") - 1
    weights = np.maximum(np.rint(vectors.weights[order] * 100), 1).astype(np.int64)
    return zip(owners.tolist(), vectors.numbers[order].tolist(), weights.tolist(), strict=True)


def _ranks(owners: Integers) -> Integers:
    """Return the place of each entry among those of its owner; the owners are sorted."""
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    return np.arange(len(owners)) - np.repeat(starts, np.diff(np.append(starts, len(owners))))
