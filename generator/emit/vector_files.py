"""What the page of the reading list finds papers for its reader with: short vectors, in pieces.

``papers/N.json`` holds 32 papers each, sorted by URL: the URL, the terms of the paper's vector,
their weights, and its topics. ``terms/N.json`` holds, for terms in order, which papers have each
and how much it weighs there. ``index.json`` names the first of every piece. A browser that looks
for papers like those its reader saved needs the pieces of those papers, of their terms and of what
it finds: about as many bytes for ten thousand papers as for one thousand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.parts import split
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.pages.reading_list import has_vectors
from generator.plan.site_plan import SitePlan

EACH = 32
"""Papers in a piece; static/js/reader/for-you.js reads it from the index."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PIECE = 6_000  # bytes of terms in a piece; less than half of that on the wire
_MOST_HOLDERS = 64  # of a term, those in which it weighs most


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vector:
    """A paper's URL, terms with weights, and topics."""

    url: str
    weights: Mapping[str, int]
    topics: Sequence[str]


def emit_vectors(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the files; none when papers were not compared."""
    del config
    if not has_vectors(corpus):
        return
    vectors = _vectors(corpus, plan)
    holders = _holders(vectors)
    papers = [_row(vector, holders) for vector in vectors]
    pieces = [papers[start : start + EACH] for start in range(0, len(papers), EACH)]
    terms = sorted(holders, key=_order)
    lines = split([_text([term, *_parted(holders[term])]) for term in terms], _PIECE)
    firsts = accumulate(map(len, lines[:-1]), initial=0) if terms else ()
    bodies = {f"papers/{number}.json": _text(piece) for number, piece in enumerate(pieces)}
    bodies |= {f"terms/{number}.json": f"[{','.join(part)}]" for number, part in enumerate(lines)}
    index = {
        "mark": hashlib.sha256("\0".join(bodies.values()).encode()).hexdigest()[:8],
        "each": EACH,
        "papers": [piece[0][0] for piece in pieces],
        "terms": [terms[first] for first in firsts],
    }
    for name, text in {"index.json": _text(index), **bodies}.items():
        yield Artifact(
            path=urls.VECTORS + name,
            body=text.encode(),
            media_type="application/json",
            origin="the reading list",
        )


def _vectors(corpus: Corpus, plan: SitePlan) -> list[_Vector]:
    """Return the vectors of all papers, sorted by URL: a paper's number is its place."""
    vectors = [
        _Vector(
            url=urls.encoded(plan.paper_urls[paper]),
            weights=dict(zip(found.about.terms, found.about.weights, strict=True)),
            topics=[entry.topic for entry in found.topics],
        )
        for paper, found in corpus.enrichments.items()
    ]
    return sorted(vectors, key=lambda vector: vector.url)


def _holders(vectors: Sequence[_Vector]) -> dict[str, dict[int, int]]:
    """Return which papers have a term and what it weighs there, for terms that several have."""
    found: dict[str, dict[int, int]] = {}
    for number, vector in enumerate(vectors):
        for term, weight in vector.weights.items():
            found.setdefault(term, {})[number] = weight
    return {term: _heaviest(held) for term, held in found.items() if len(held) > 1}


def _heaviest(held: dict[int, int]) -> dict[int, int]:
    if len(held) <= _MOST_HOLDERS:
        return held
    best = sorted(held, key=lambda number: (-held[number], number))[:_MOST_HOLDERS]
    return {number: held[number] for number in sorted(best)}


def _row(vector: _Vector, holders: Mapping[str, object]) -> list[object]:
    shared = {term: weight for term, weight in vector.weights.items() if term in holders}
    return [vector.url, *_parted(shared), vector.topics]


def _parted(weights: Mapping[Any, int]) -> tuple[list[Any], list[int]]:
    return list(weights), list(weights.values())


def _order(term: str) -> bytes:
    """Return what sorts texts as browsers do."""
    return term.encode("utf-16-be", "surrogatepass")


def _text(value: object) -> str:
    return _ENCODER.encode(value)
