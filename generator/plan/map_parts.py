"""The small finished values that the page of the topic map is made of."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.parts import TopicView


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStrokes:
    """The dots of one colour on the map, as the path of an SVG picture."""

    hue: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLabel:
    """A name on the map, centred on a place in steps of its side, 0 to 1,000."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTopic:
    """A topic with its place on the map.

    Attributes:
        number: The topic's place among the site's topics, as the map's dots have it.
        x: Where its papers lie densest, in steps of the map's side.
        y: The same, downwards.
    """

    topic: TopicView
    number: int
    x: int
    y: int
