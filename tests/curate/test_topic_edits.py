from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.schema import Config
from generator.curate.discovery import discover
from generator.curate.topic_choice import choose_topics
from generator.curate.topic_model import TopicModel, topics_by_model
from generator.curate.topic_state import STATE_FILE, state_text
from generator.curate.topics_yaml import topics_yaml
from generator.model.enrichment import TopicScore
from generator.model.paper import PaperId
from tests.curate.themes import themed_papers
from tests.factories import make_config
from tests.projects import write_project

PAPERS = themed_papers()


@pytest.fixture
def model() -> TopicModel:
    found = discover(PAPERS)
    assert found is not None
    return found


def site(root: Path, model: TopicModel, file: str) -> Config:
    write_project(root, {str(STATE_FILE): state_text(model), "seeds/topics.yaml": file})
    return make_config(root)


def discovered(model: TopicModel) -> dict[PaperId, tuple[TopicScore, ...]]:
    scores = topics_by_model(PAPERS, model, 3)
    return {paper.id: entries for paper, entries in zip(PAPERS, scores, strict=True)}


def test_the_written_file_places_every_paper_as_discovery_did(
    tmp_path: Path, model: TopicModel
) -> None:
    chosen = choose_topics(PAPERS, site(tmp_path, model, topics_yaml(model)))
    assert chosen.scores == discovered(model)
    assert (chosen.diagnostics, chosen.former) == ((), {})


def test_another_name_moves_no_paper(tmp_path: Path, model: TopicModel) -> None:
    file = topics_yaml(model).replace('"Bread baking"', '"Loaves"')
    chosen = choose_topics(PAPERS, site(tmp_path, model, file))
    assert "Loaves" in {topic.name for topic in chosen.taxonomy}
    assert chosen.scores == discovered(model)


def test_words_that_an_editor_wrote_decide(tmp_path: Path, model: TopicModel) -> None:
    file = topics_yaml(model) + "  - {slug: craters, name: Craters, terms: {crater*: 5}}\n"
    chosen = choose_topics(PAPERS, site(tmp_path, model, file))
    for paper in PAPERS:
        is_first = chosen.scores[paper.id][0].topic == "craters"
        assert is_first == ("craters" in f"{paper.title} {paper.abstract}".lower())


def test_a_deleted_topic_leads_to_the_one_most_like_it(tmp_path: Path, model: TopicModel) -> None:
    first, *others = topics_yaml(model).split("\n  - slug: ")
    kept = [topic for topic in (first, *others) if '"bread-baking"' not in topic]
    chosen = choose_topics(PAPERS, site(tmp_path, model, "\n  - slug: ".join(kept)))
    assert "bread-baking" not in {topic.id for topic in chosen.taxonomy}
    assert set(chosen.former) == {"bread-baking"}


def test_a_state_that_the_file_has_nothing_of_changes_nothing(
    tmp_path: Path, model: TopicModel
) -> None:
    config = site(tmp_path, model, "topics:\n  - {slug: bread, terms: {bread: 5}}\n")
    with_state = choose_topics(PAPERS, config)
    (tmp_path / STATE_FILE).unlink()
    assert with_state.scores == choose_topics(PAPERS, config).scores
