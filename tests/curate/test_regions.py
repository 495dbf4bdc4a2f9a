from __future__ import annotations

from generator.curate.regions import regions
from generator.model.enrichment import Position, TopicScore
from generator.model.paper import PaperId
from generator.model.region import Region


def score(topic: str) -> tuple[TopicScore, ...]:
    return (TopicScore(topic=topic, score=0.5), TopicScore(topic="second", score=0.4))


def test_a_region_lies_where_its_papers_are_densest_not_between_its_parts() -> None:
    at = {PaperId(f"p{n}"): Position(0.1, 0.1 + n / 100) for n in range(3)}
    at[PaperId("far")] = Position(0.9, 0.9)
    found = regions(at, {paper: score("otters") for paper in at})
    assert found == (Region(topic="otters", centre=Position(0.1, 0.11), papers=4),)


def test_the_largest_region_comes_first_and_only_first_topics_count() -> None:
    at = {PaperId(f"p{n}"): Position(n / 10, 0.5) for n in range(3)}
    topics = dict(zip(at, [score("a"), score("b"), score("b")], strict=True))
    assert [region.topic for region in regions(at, topics)] == ["b", "a"]


def test_a_paper_without_a_topic_is_in_no_region() -> None:
    assert regions({PaperId("p"): Position(0.5, 0.5)}, {}) == ()


def test_the_order_of_the_positions_does_not_matter() -> None:
    at = {PaperId(f"p{n}"): Position(n * 7 % 10 / 10, n % 3 / 3) for n in range(10)}
    topics = {paper: score("t") for paper in at}
    assert regions(dict(reversed(at.items())), topics) == regions(at, topics)
