from __future__ import annotations

import pytest

from generator.curate.discovery import discover
from generator.curate.packs import MACHINE_LEARNING, pack_model, pack_topics
from generator.curate.topic_model import topics_by_model
from generator.curate.topic_reasons import Kind, TopicSources, nearly, reasons
from generator.model.enrichment import TopicScore
from tests.curate.themes import themed_papers
from tests.factories import make_paper, make_topic

RULES = TopicSources(model=None)


def test_words_for_and_against_a_topic_are_the_reason() -> None:
    topic = make_topic("Maps", {"river map*": 4, "sea": -3, "otter": 1})
    (found,) = reasons(make_paper("River maps", abstract="By the sea."), topic, RULES)
    assert found.kind is Kind.RULES
    assert found.terms == (("river map*", 2.4), ("sea", -1.0))
    assert found.total == pytest.approx(1.4)


def test_an_editors_word_is_reason_enough() -> None:
    topic = make_topic("Maps", {"map*": 4})
    (found,) = reasons(make_paper("A map", topics=("maps",)), topic, RULES)
    assert found.kind is Kind.EDITOR


def test_a_category_is_the_reason_where_a_topic_has_no_words() -> None:
    paper = make_paper(categories=("cs.CL",))
    (found,) = reasons(paper, make_topic("Cs cl"), RULES)
    assert (found.kind, found.terms) == (Kind.CATEGORY, (("cs.CL", 1.0),))


def test_a_discovered_topics_reasons_add_up_to_the_score() -> None:
    papers = themed_papers()
    model = discover(papers)
    assert model is not None
    sources = TopicSources(model=model)
    topics = {topic.id: topic for topic in model.topics}
    for paper, scores in zip(papers, topics_by_model(papers, model, 3), strict=True):
        for entry in scores:
            (found,) = reasons(paper, topics[entry.topic], sources)
            assert found.kind is Kind.MODEL
            assert found.total == pytest.approx(entry.score, abs=0.001)


def test_a_packs_topic_has_its_rules_and_what_it_has_learned() -> None:
    topics = {topic.id: topic for topic in pack_topics(MACHINE_LEARNING)}
    paper = make_paper("Federated learning", abstract="Clients share no data.")
    sources = TopicSources(model=pack_model(), both=True)
    found = reasons(paper, topics["federated-learning"], sources)
    assert [reason.kind for reason in found] == [Kind.RULES, Kind.MODEL]


def test_the_next_topics_are_those_that_nearly_fit() -> None:
    topics = [
        make_topic(name, {name.lower(): weight})
        for name, weight in (("Otter", 3), ("Fur", 2), ("Lake", 1), ("Desert", 5))
    ]
    paper = make_paper("Otter", abstract="Its fur in a lake.")
    chosen = [TopicScore(topic="otter", score=0.5)]
    assert [topic.id for topic, _ in nearly(paper, chosen, topics, RULES)] == ["fur", "lake"]
