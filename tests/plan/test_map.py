from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config.map import MapConfig
from generator.emit.map_files import emit_map
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment, Position, TopicScore
from generator.model.region import Region
from generator.model.topic import Topic
from generator.plan.contexts import MapPage
from generator.plan.map_dots import NO_TOPIC, map_dots, mark, packed
from generator.plan.map_labels import placed_labels
from generator.plan.map_parts import MapLabel
from tests.factories import make_config, make_paper
from tests.planning import make_plan

PLACES = [(0.02, 0.98), (0.5, 0.5), (0.51, 0.5), (0.98, 0.02), (0.7, 0.3)]


def mapped(places: list[tuple[float, float]]) -> Corpus:
    papers = tuple(make_paper(f"Otter {n} of <b>Kelp</b>") for n in range(len(places)))
    topics = (Topic(id="kelp", name="Kelp & tides"),)
    scores = (TopicScore(topic="kelp", score=1.0),)
    enrichments = {
        paper.id: Enrichment(position=Position(*at), topics=scores if number else ())
        for number, (paper, at) in enumerate(zip(papers, places, strict=True))
    }
    region = Region(topic="kelp", centre=Position(0.5, 0.5), papers=len(papers) - 1)
    return Corpus(papers=papers, topics=topics, enrichments=enrichments, regions=(region,))


def page_of(corpus: Corpus) -> MapPage:
    plan = make_plan(corpus, make_config())
    context = next(page for page in plan.pages if page.url == "map/").context()
    assert isinstance(context, MapPage)
    return context


def test_every_paper_is_a_dot_in_steps_of_the_side() -> None:
    corpus = mapped(PLACES)
    dots = map_dots(corpus)
    assert {(dot.x, dot.y) for dot in dots} == {
        (round(1000 * x), round(1000 * y)) for x, y in PLACES
    }
    assert [dot.topic for dot in dots if dot.paper == corpus.papers[0].id] == [NO_TOPIC]


def test_what_is_near_on_the_map_is_near_in_the_order() -> None:
    order = [(dot.x, dot.y) for dot in map_dots(mapped(PLACES))]
    assert abs(order.index((500, 500)) - order.index((510, 500))) == 1


def test_dots_are_packed_into_four_bytes_each() -> None:
    dots = map_dots(mapped(PLACES))
    body = packed(dots)
    values = [int.from_bytes(body[at : at + 4], "little") for at in range(0, len(body), 4)]
    assert [(v & 1023, v >> 10 & 1023, v >> 20) for v in values] == [
        (dot.x, dot.y, dot.topic) for dot in dots
    ]


def test_a_map_of_other_papers_has_another_mark() -> None:
    dots = map_dots(mapped(PLACES))
    renamed = (replace(dots[0], paper=make_paper("Heron").id), *dots[1:])
    assert len({mark(dots), mark(dots[1:]), mark(renamed)}) == 3


def test_the_page_draws_every_dot_and_names_the_topics() -> None:
    page = page_of(mapped(PLACES))
    assert sum(stroke.path.count("M") for stroke in page.strokes) == len(PLACES)
    assert [label.text for label in page.wide] == ["Kelp & tides"]
    assert [(entry.topic.name, entry.x, entry.y) for entry in page.topics] == [
        ("Kelp & tides", 500, 500)
    ]
    assert page.left_out == 0


def test_the_picture_of_very_many_papers_leaves_some_out() -> None:
    page = page_of(mapped([(n % 100 / 100, n // 100 / 100) for n in range(4_000)]))
    assert page.count == 4_000
    assert page.left_out == 2_000


def test_too_few_papers_and_a_map_switched_off_have_no_page() -> None:
    for corpus in (mapped(PLACES[:4]), mapped([])):
        plan = make_plan(corpus, make_config())
        assert "map/" not in {page.url for page in plan.pages}
        assert list(emit_map(corpus, plan, make_config())) == []
    assert MapConfig().enabled


def test_the_files_hold_titles_and_addresses_in_the_order_of_the_dots() -> None:
    corpus = mapped([(n % 20 / 20, n // 20 / 20) for n in range(260)])
    plan = make_plan(corpus, make_config())
    files = {file.path: file.body for file in emit_map(corpus, plan, make_config())}
    assert files.keys() == {"map/dots.bin", "map/papers/0.json", "map/papers/1.json"}
    first = map_dots(corpus)[250].paper
    assert files["map/papers/1.json"].startswith(f'[["{plan.paper_urls[first]}",'.encode())


@pytest.mark.parametrize("size", [21, 40])
def test_no_label_covers_another_or_leaves_the_map(size: int) -> None:
    names = [
        MapLabel(text="Kelp " * (n % 4 + 1), x=n * 37 % 1000, y=n * 91 % 1000) for n in range(60)
    ]
    placed = placed_labels(names, size)
    assert placed[0].text == names[0].text
    boxes = []
    for label in placed:
        half = len(label.text) * size * 0.3
        boxes.append((label.x - half, label.y - size / 2, label.x + half, label.y + size / 2))
    for number, one in enumerate(boxes):
        assert min(one) >= -1
        assert max(one) <= 1001
        for other in boxes[:number]:
            apart = one[0] >= other[2] or other[0] >= one[2]
            assert apart or one[1] >= other[3] or other[1] >= one[3]


def test_a_label_longer_than_the_map_is_left_out() -> None:
    assert placed_labels([MapLabel(text="Kelp" * 40, x=500, y=500)], 40) == ()
