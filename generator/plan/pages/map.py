"""The topic map: every paper a dot, near to those about the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.plan import urls
from generator.plan.contexts import MapPage
from generator.plan.frame import Frame
from generator.plan.map_dots import NO_TOPIC, Dot, map_dots, mark, steps
from generator.plan.map_labels import placed_labels
from generator.plan.map_parts import MapLabel, MapStrokes, MapTopic
from generator.plan.site_plan import Page
from generator.plan.views import HUES

_DRAWN = 3_000
_LISTED = 80
_WIDE, _NARROW = 21, 40
_LARGEST, _SMALLEST, _INK = 15, 4, 200


def map_pages(frame: Frame) -> Iterator[Page]:
    """Yield the map, where papers have places on it."""
    if frame.has_map:
        yield Page(
            url=urls.MAP,
            template="pages/map.html",
            kind="map",
            title=frame.language.text("pages.map"),
            context=partial(_context, frame),
        )


def _context(frame: Frame) -> MapPage:
    corpus = frame.corpus
    dots = map_dots(corpus)
    drawn = dots[:: -(-len(dots) // _DRAWN)]
    topics = []
    for region in corpus.regions[:_LISTED]:
        x, y = steps(region.centre)
        topics.append(
            MapTopic(
                topic=frame.views.topics[region.topic],
                number=next(n for n, t in enumerate(corpus.topics) if t.id == region.topic),
                x=x,
                y=y,
            )
        )
    labels = [MapLabel(text=entry.topic.name, x=entry.x, y=entry.y) for entry in topics]
    return MapPage(
        head=frame.head(
            url=urls.MAP,
            kind="map",
            title=frame.language.text("pages.map"),
            description=frame.language.text("map.description", n=len(dots), site=frame.site.title),
        ),
        count=len(dots),
        left_out=len(dots) - len(drawn),
        dot_size=round(max(_SMALLEST, min(_LARGEST, _INK / len(drawn) ** 0.5)), 1),
        strokes=_strokes(drawn),
        wide=placed_labels(labels, _WIDE),
        narrow=placed_labels(labels, _NARROW),
        topics=tuple(sorted(topics, key=lambda entry: -entry.topic.count)),
        all_listed=len(corpus.regions) <= _LISTED,
        dots_url=f"{urls.MAP_DOTS}?v={mark(dots)}",
        papers_url=urls.MAP_PAPERS,
    )


def _strokes(dots: Sequence[Dot]) -> tuple[MapStrokes, ...]:
    """Return the dots of each colour as one path of strokes without length: round caps show."""
    by_hue: dict[int, list[str]] = {}
    for dot in dots:
        hue = HUES if dot.topic == NO_TOPIC else dot.topic % HUES
        by_hue.setdefault(hue, []).append(f"M{dot.x} {dot.y}h0")
    return tuple(MapStrokes(hue=hue, path="".join(by_hue[hue])) for hue in sorted(by_hue))
