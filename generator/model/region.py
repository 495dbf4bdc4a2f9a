"""The regions of the topic map."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.enrichment import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A label of the map.

    Attributes:
        topic: Id of the topic whose name is the label.
        centre: A place among its papers.
        papers: How many papers have it as their first topic.
    """

    topic: str
    centre: Position
    papers: int
