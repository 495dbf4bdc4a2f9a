"""The names on the topic map: where each topic's papers lie densest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from generator.model.enrichment import Position, TopicScore
from generator.model.paper import PaperId
from generator.model.region import Region

_WIDTH = 0.06
_LOOKED_AT = 200


def regions(
    positions: Mapping[PaperId, Position], topics: Mapping[PaperId, Sequence[TopicScore]]
) -> tuple[Region, ...]:
    """Return a region for each topic that is some paper's first, largest first.

    The centre is the paper of the topic with most of its other papers around it: the middle of all
    would lie outside of a topic in two parts. Of many papers, 200 spread evenly are looked at.
    """
    members: dict[str, list[Position]] = {}
    for paper in sorted(positions):
        if scores := topics.get(paper, ()):
            members.setdefault(scores[0].topic, []).append(positions[paper])
    found = [
        Region(topic=topic, centre=_densest(places), papers=len(places))
        for topic, places in members.items()
    ]
    return tuple(sorted(found, key=lambda region: (-region.papers, region.topic)))


def _densest(places: Sequence[Position]) -> Position:
    some = places[:: math.ceil(len(places) / _LOOKED_AT)]

    def crowd(place: Position) -> float:
        return math.fsum(
            math.exp(-((place.x - other.x) ** 2 + (place.y - other.y) ** 2) / (2 * _WIDTH**2))
            for other in some
        )

    return max(some, key=lambda place: (round(crowd(place), 9), place.x, place.y))
