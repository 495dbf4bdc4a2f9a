"""Which papers a reader would want next, and why.

Words decide first (see ``likeness``); a shared topic and a named system add to it. A paper is
listed only when its words alone are alike enough, and when there is a term or a name to show as the
reason.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from generator.config.related import RelatedConfig
from generator.curate.likeness import Alike, alike
from generator.curate.mentioned_systems import MentionedSystems
from generator.curate.rows import Integers, Shorts
from generator.curate.shared_terms import SharedTerms
from generator.curate.vectors import Vectors
from generator.model.enrichment import Facts, RelatedPaper, TopicScore
from generator.model.paper import Paper, PaperId

_SAME_TOPIC = 0.12
_SAME_FIRST_TOPIC = 0.12
_NAMED = 0.1
_MUTUAL = 0.02
_MUTUAL_RANK = 10
_TWINS = 0.6
_SPARE = 2
_DECIMALS = 6
_BLOCK = 1_024

Topics = Mapping[PaperId, Sequence[TopicScore]]
Floats = NDArray[np.float64]


def find_related(
    papers: Iterable[Paper],
    vectors: Vectors,
    config: RelatedConfig,
    *,
    near: Alike | None = None,
    topics: Topics | None = None,
    facts: Mapping[PaperId, Facts] | None = None,
) -> dict[PaperId, tuple[RelatedPaper, ...]]:
    """Return the papers related to each paper, best first; none where nothing is alike enough.

    Args:
        papers: Those of the vectors, in any order; the answer does not depend on it.
        vectors: What the papers are about.
        config: How many to list, and from which likeness on.
        near: The papers most like each of them, where somebody has compared them already.
        topics: Topics of each paper, primary first, where known.
        facts: What each paper names, where known.
    """
    order = vectors.papers
    if not config.limit or len(order) < 2:
        return dict.fromkeys(order, ())
    near = alike(vectors.rows(), vectors.lots()) if near is None else near
    systems = MentionedSystems(order, papers, facts or {})
    names = _names(near.places, systems)
    scores = near.scores + _bonus(near.places, [(topics or {}).get(paper, ()) for paper in order])
    for place, column in names:
        scores[place, column] += _NAMED
    scores = np.where(near.words >= config.min_score, scores.round(_DECIMALS), -np.inf)
    best = _listed_first(near, scores)[:, : config.limit + _SPARE]
    terms = SharedTerms(vectors, np.take_along_axis(near.places, best, axis=1))
    listed = {}
    for place, columns in enumerate(best.tolist()):
        own, others = scores[place].tolist(), near.places[place].tolist()
        found = (
            (own[column], others[column], reasons)
            for number, column in enumerate(columns)
            if own[column] > 0.0
            and (reasons := terms.reasons(place, number, names.get((place, column), "")))
        )
        ranked = sorted(islice(found, config.limit), key=lambda entry: (-entry[0], entry[1]))
        listed[order[place]] = tuple(
            RelatedPaper(paper=order[other], score=round(min(score, 1.0), 3), terms=reasons)
            for score, other, reasons in ranked
        )
    return listed


def _names(places: Integers, systems: MentionedSystems) -> dict[tuple[int, int], str]:
    """Return the system that one of a pair mentions of the other, by row and column."""
    either = systems.named[:, None] | systems.named[places]
    rows, columns = np.nonzero(either)
    others = places[either]
    pairs = zip(rows.tolist(), columns.tolist(), others.tolist(), strict=True)
    return {
        (place, column): name
        for place, column, other in pairs
        if (name := systems.between(place, other))
    }


def _bonus(places: Integers, topics: Sequence[Sequence[TopicScore]]) -> Floats:
    """Return what speaks for each pair besides its words and the systems it names."""
    size, rank = len(places), min(_MUTUAL_RANK, places.shape[1])
    papers = np.arange(size)[:, None]
    best = np.sort((papers * size + places[:, :rank]).ravel())
    bonus = np.where(np.isin(places * size + papers, best), _MUTUAL, 0.0)
    ours, sure = _as_columns(topics)
    theirs = np.where(ours < 0, np.int32(-2), ours)
    for start in range(0, size, _BLOCK):
        block = slice(start, start + _BLOCK)
        others = places[block]
        same = ours[block, None, :, None] == theirs[others][:, :, None, :]
        both = same * sure[block, None, :, None] * sure[others][:, :, None, :]
        bonus[block] += _SAME_FIRST_TOPIC * both[:, :, 0, 0] + _SAME_TOPIC * both.max(axis=(2, 3))
    return bonus


def _as_columns(topics: Sequence[Sequence[TopicScore]]) -> tuple[Shorts, Floats]:
    """Return the topics of each paper as numbers, -1 for none, and the root of each score.

    The product of two roots is how sure both papers are of a topic: their geometric mean.
    """
    names = sorted({entry.topic for own in topics for entry in own})
    numbers = {topic: number for number, topic in enumerate(names)}
    most = max(1, *(len(own) for own in topics))
    columns = np.full((len(topics), most), -1, dtype=np.int32)
    sure = np.zeros((len(topics), most))
    for place, own in enumerate(topics):
        columns[place, : len(own)] = [numbers[entry.topic] for entry in own]
        sure[place, : len(own)] = [entry.score for entry in own]
    return columns, np.sqrt(sure)


def _listed_first(near: Alike, scores: Floats) -> Integers:
    """Return the columns of each row, best first, but those near-identical to better ones last."""
    order: Integers = np.lexsort((near.places, -scores), axis=1)
    twins = {
        (place, int(near.places[place, column]))
        for place, column in zip(*np.nonzero(near.words >= _TWINS), strict=True)
    }
    rows = {place for place, _ in twins}
    for row in np.flatnonzero(np.isin(near.places, list(rows)).sum(axis=1) > 1).tolist():
        chosen: list[int] = []
        last: list[int] = []
        for column in order[row].tolist():
            other = int(near.places[row, column])
            alone = all((other, int(near.places[row, better])) not in twins for better in chosen)
            (chosen if alone else last).append(column)
        order[row] = chosen + last
    return order
