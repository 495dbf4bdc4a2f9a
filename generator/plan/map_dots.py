"""The papers on the topic map, in the order and the form in which the browser gets them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from generator.model.corpus import Corpus
from generator.model.enrichment import Position
from generator.model.paper import PaperId

SIDE = 1_000
"""Steps of the map's side; every coordinate is a whole number of them."""

NO_TOPIC = 0xFFF
"""Stands for the topic of a paper that has none."""

_DIGEST_BYTES = 5
_BITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A paper on the map.

    Attributes:
        x: To the right, 0 to 1,000.
        y: Downwards.
        topic: Place of its first topic in the corpus's topics, or ``NO_TOPIC``.
    """

    paper: PaperId
    x: int
    y: int
    topic: int


def map_dots(corpus: Corpus) -> tuple[Dot, ...]:
    """Return a dot for each paper that has a place, what is near on the map near in the order."""
    numbers = {topic.id: number for number, topic in enumerate(corpus.topics)}
    dots = []
    for paper in corpus.papers:
        found = corpus.enrichments[paper.id]
        if found.position:
            topic = numbers[found.topics[0].topic] if found.topics else NO_TOPIC
            x, y = steps(found.position)
            dots.append(Dot(paper=paper.id, x=x, y=y, topic=min(topic, NO_TOPIC)))
    return tuple(sorted(dots, key=lambda dot: (_along_curve(dot.x, dot.y), dot.paper)))


def steps(place: Position) -> tuple[int, int]:
    """Return a place in steps of the map's side."""
    return round(place.x * SIDE), round(place.y * SIDE)


def packed(dots: tuple[Dot, ...]) -> bytes:
    """Return four bytes a dot, the lowest first: x and y of ten bits each, topic of twelve."""
    values = (dot.x | dot.y << 10 | dot.topic << 20 for dot in dots)
    return b"".join(value.to_bytes(4, "little") for value in values)


def mark(dots: tuple[Dot, ...]) -> str:
    """Return what tells this map from one of another build, for addresses of its files."""
    named = "\n".join(dot.paper for dot in dots).encode("utf-8", "backslashreplace")
    return hashlib.blake2b(packed(dots) + named, digest_size=_DIGEST_BYTES).hexdigest()


def _along_curve(x: int, y: int) -> int:
    """Return a place's number on a curve that fills the square (Morton 1966)."""
    return sum((x >> bit & 1) << 2 * bit | (y >> bit & 1) << 2 * bit + 1 for bit in range(_BITS))
