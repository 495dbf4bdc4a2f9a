from dataclasses import replace

from generator.config.map import MapConfig
from generator.curate.derive import WORTHWHILE, derive
from generator.model.enrichment import Position, TopicScore
from generator.model.paper import PaperId
from tests.factories import make_config, make_paper


def test_every_paper_gets_what_its_own_text_says_and_its_neighbours() -> None:
    otters = make_paper(
        "OtterMap: Rivers Drawn by Otters",
        abstract="River maps are old. We propose OtterMap, which draws river maps with otters. "
        "It beats older river maps by 12%. Code: https://github.com/otters/map.",
    )
    beavers = make_paper(
        "River Maps of Beavers", abstract="We show how beavers read river maps of otters."
    )
    topics = {otters.id: (TopicScore(topic="maps", score=1.0),), beavers.id: ()}
    made = derive([otters, beavers], topics, make_config())
    first = made[otters.id]
    assert first.topics == topics[otters.id]
    assert first.contribution is not None
    assert first.contribution.text.startswith("We propose OtterMap")
    assert first.result is not None
    assert "12%" in first.result.text
    assert first.facts.system is not None
    assert first.facts.system.text == "OtterMap"
    assert [found.link.url for found in first.links] == ["https://github.com/otters/map"]
    assert made.keys() == {otters.id, beavers.id}


def test_any_number_of_processes_derives_the_same() -> None:
    papers = [
        make_paper(f"Otters of River {number}", abstract=f"We propose OtterMap{number}, a map.")
        for number in range(2 * WORTHWHILE)
    ]
    topics: dict[PaperId, tuple[TopicScore, ...]] = {paper.id: () for paper in papers}
    made = derive(papers, topics, make_config())
    assert derive(papers, topics, make_config(), jobs=2) == made
    assert list(made) == [paper.id for paper in papers]


def test_every_paper_has_a_place_on_the_map_unless_that_is_switched_off() -> None:
    papers = [make_paper(f"Otters of River {number}", abstract="Maps.") for number in range(3)]
    topics: dict[PaperId, tuple[TopicScore, ...]] = {paper.id: () for paper in papers}
    assert all(made.position for made in derive(papers, topics, make_config()).values())
    off = derive(papers, topics, replace(make_config(), map=MapConfig(enabled=False)))
    assert not any(made.position for made in off.values())


def test_a_map_without_new_papers_stays_exactly_as_it_was() -> None:
    papers = [make_paper(f"Otters of River {number}", abstract="Maps.") for number in range(9)]
    topics: dict[PaperId, tuple[TopicScore, ...]] = {paper.id: () for paper in papers}
    places = {paper.id: Position(number / 10, 0.25) for number, paper in enumerate(papers)}
    made = derive(papers[:8], topics, make_config(), places=places)
    assert {paper: found.position for paper, found in made.items()} == {
        paper.id: places[paper.id] for paper in papers[:8]
    }
