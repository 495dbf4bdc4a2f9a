"""Discovered topics as numbers: what a paper must say to belong to which of them.

A paper's topics follow from the paper and the model alone, never from the other papers. So they
stay as they are while papers are added, as long as the model is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.curate.paper_words import word_batches
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic

LEAST_SIMILARITY = 0.1
"""Cosine of a paper and a topic's centre below which the paper does not belong to it."""

_SECOND_SHARE = 0.3
_SECOND_LEAST = 0.16


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """Topics with their centres.

    Attributes:
        topics: Their terms are the heaviest of their centre; parents come first and have none.
        centres: For each topic that papers can have, by slug: term weights, a unit vector.
        rarity: Weight of each term of a centre; other words of a paper do not count.
    """

    topics: tuple[Topic, ...]
    centres: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]


def topics_by_model(
    papers: Sequence[Paper], model: TopicModel, limit: int
) -> list[tuple[TopicScore, ...]]:
    """Return up to ``limit`` topics of each paper, primary first; none where nothing is near."""
    from generator.curate.topic_table import TopicTable  # noqa: PLC0415 - numpy

    slugs = tuple(model.centres)
    table = TopicTable(tuple(model.centres.values()), model.rarity)
    found = []
    for batch in word_batches(papers):
        cosines = table.cosines(batch)
        ranked = (-cosines).argsort(axis=1, kind="stable")[:, :limit]
        for own, best in zip(cosines.tolist(), ranked.tolist(), strict=True):
            found.append(_chosen(own, best, slugs))
    return found


def _chosen(
    cosines: Sequence[float], ranked: Iterable[int], slugs: Sequence[str]
) -> tuple[TopicScore, ...]:
    chosen: list[TopicScore] = []
    least = LEAST_SIMILARITY
    for number in ranked:
        cosine = cosines[number]
        if cosine < least:
            break
        chosen.append(TopicScore(topic=slugs[number], score=round(min(1.0, cosine), 3)))
        least = max(least, _SECOND_LEAST, _SECOND_SHARE * cosine)
    return tuple(chosen)
