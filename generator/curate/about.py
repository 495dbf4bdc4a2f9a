"""What each paper is about, as a vector short enough to be sent to readers: its heaviest terms.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from generator.curate.rows import Integers
from generator.curate.telling import is_telling
from generator.curate.vectors import Vectors
from generator.model.enrichment import About
from generator.model.paper import PaperId

_MOST = 16
_LOOKED_AT = 64


def about(vectors: Vectors) -> Mapping[PaperId, About]:
    """Return the heaviest terms of each paper that name a subject which another one has too.

    Sixteen find the related papers of a single paper about as well as its whole vector does, once
    topics count as well (static/js/reader/for-you.js); more add bytes, and hardly anything else.
    """
    owners = np.repeat(np.arange(len(vectors.papers)), np.diff(vectors.starts))
    order = np.lexsort((vectors.numbers, -vectors.weights, owners))
    order = order[_ranks(owners[order]) < _LOOKED_AT]
    terms = vectors.numbers[order]
    order = order[np.bincount(terms, minlength=len(vectors.terms))[terms] > 1]
    weights = np.maximum(np.rint(vectors.weights[order] * 100), 1).astype(np.int64)
    found: list[dict[str, int]] = [{} for _ in vectors.papers]
    texts: dict[int, str] = {}
    entries = zip(
        owners[order].tolist(), vectors.numbers[order].tolist(), weights.tolist(), strict=True
    )
    for owner, term, weight in entries:
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


def _ranks(owners: Integers) -> Integers:
    """Return the place of each entry among those of its owner; the owners are sorted."""
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    return np.arange(len(owners)) - np.repeat(starts, np.diff(np.append(starts, len(owners))))
