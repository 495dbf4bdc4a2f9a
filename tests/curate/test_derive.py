from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache import Cache
from generator.config.map import MapConfig
from generator.config.related import RelatedConfig
from generator.config.tldr import TldrConfig
from generator.curate.derive import WORTHWHILE, derive
from generator.curate.links import find_links
from generator.curate.recall import SHELF
from generator.model.enrichment import Facts, FoundLink, Position, TopicScore
from generator.model.paper import Paper, PaperId
from tests.factories import make_config, make_origin, make_paper


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
        for number in range(WORTHWHILE)
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


def test_what_a_paper_says_is_read_once_and_then_recalled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(folder=tmp_path)
    otters = make_paper("Otters draw", abstract="We let otters draw. They draw better by 3%.")
    beavers = make_paper("Beavers build", abstract="We let beavers build. Their dams hold.")
    topics: dict[PaperId, tuple[TopicScore, ...]] = {otters.id: (), beavers.id: ()}
    cold = derive([otters, beavers], topics, make_config(), cache=cache)
    assert cold == derive([otters, beavers], topics, make_config())

    looked_at: list[PaperId] = []

    def watched(paper: Paper) -> tuple[FoundLink, ...]:
        looked_at.append(paper.id)
        return find_links(paper)

    monkeypatch.setattr("generator.curate.derive.find_links", watched)
    moved = replace(otters, origins=(make_origin(line=99),))
    assert derive([moved, beavers], topics, make_config(), cache=cache) == cold
    assert looked_at == []
    changed = replace(beavers, abstract="We let beavers rest.")
    derive([moved, changed], topics, make_config(), cache=cache)
    assert looked_at == [beavers.id]
    assert len(cache.load(SHELF)) == 2


def test_papers_are_not_compared_when_nobody_asks_how_alike_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def compared(*_: object) -> None:
        pytest.fail("papers were compared")

    monkeypatch.setattr("generator.curate.vectors.paper_vectors", compared)
    otters = make_paper("Otters draw", abstract="We let otters draw.")
    config = make_config(map=MapConfig(enabled=False), related=RelatedConfig(limit=0))
    made = derive([otters], {otters.id: ()}, config)
    assert (made[otters.id].related, made[otters.id].position) == ((), None)


def test_papers_are_not_read_for_statements_and_names_when_nobody_asks() -> None:
    otters = make_paper("PawNet draws", abstract="We let otters draw: https://otters.example/art.")
    made = derive([otters], {otters.id: ()}, make_config(tldr=TldrConfig(enabled=False)))
    found = made[otters.id]
    assert (found.contribution, found.result, found.facts) == (None, None, Facts())
    assert [link.link.url for link in found.links] == ["https://otters.example/art"]


@pytest.mark.parametrize(("many", "times"), [(2, 2), (3, 0)])
def test_memory_is_given_back_when_many_papers_were_compared(
    many: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[None] = []
    monkeypatch.setattr("generator.curate.derive.MANY", many)
    monkeypatch.setattr("generator.curate.derive.give_back", lambda: given.append(None))
    papers = [make_paper(f"Otters of River {number}") for number in range(2)]
    derive(papers, {paper.id: () for paper in papers}, make_config())
    assert len(given) == times
