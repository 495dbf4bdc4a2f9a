from __future__ import annotations

from pathlib import Path

from generator.config.schema import Config, TopicsConfig
from generator.curate.discovery import LEAST_PAPERS, discover
from generator.curate.topic_choice import choose_topics
from generator.curate.topic_state import STATE_FILE, state_text
from tests.curate.themes import themed_papers
from tests.factories import TODAY, make_paper
from tests.projects import write_project

MINE = "topics:\n  - slug: bread\n    name: Bread\n    terms: {bread: 5, baking: 5}\n"


def config(root: Path, **topics: object) -> Config:
    return Config(root=root, today=TODAY, topics=TopicsConfig(**topics))  # type: ignore[arg-type]  # as the test names them


def test_without_file_and_pack_topics_are_discovered_and_that_is_said(tmp_path: Path) -> None:
    papers = themed_papers()
    chosen = choose_topics(papers, config(tmp_path))
    assert {"bread-baking", "otter-tracking"} <= {topic.id for topic in chosen.taxonomy}
    assert all(chosen.scores[paper.id] for paper in papers)
    assert [problem.code for problem in chosen.diagnostics] == ["U086"]


def test_discovery_writes_nothing(tmp_path: Path) -> None:
    choose_topics(themed_papers(), config(tmp_path))
    assert list(tmp_path.rglob("*")) == []


def test_too_few_papers_get_no_topics_and_a_note(tmp_path: Path) -> None:
    papers = themed_papers()[: LEAST_PAPERS - 1]
    chosen = choose_topics(papers, config(tmp_path))
    assert not any(chosen.scores.values())
    (note,) = chosen.diagnostics
    assert note.code == "U085"
    assert f"{LEAST_PAPERS - 1} papers are too few" in note.message


def test_a_kept_state_is_used_and_its_names_stay(tmp_path: Path) -> None:
    papers = themed_papers()
    model = discover(papers)
    assert model is not None
    state = state_text(model).replace('"Bread baking"', '"Loaves"')
    write_project(tmp_path, {str(STATE_FILE): state})
    chosen = choose_topics((*papers, *themed_papers(2, first=7)), config(tmp_path))
    assert "Loaves" in {topic.name for topic in chosen.taxonomy}
    assert chosen.diagnostics == ()


def test_a_corrupted_state_is_reported_and_topics_are_discovered_anew(tmp_path: Path) -> None:
    papers = themed_papers()
    fresh = choose_topics(papers, config(tmp_path))
    write_project(tmp_path, {str(STATE_FILE): b"\xff{"})
    chosen = choose_topics(papers, config(tmp_path))
    assert chosen.scores == fresh.scores
    assert [problem.code for problem in chosen.diagnostics] == ["U087", "U086"]


def test_the_file_wins_over_discovery_unless_that_is_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path, {"seeds/topics.yaml": MINE})
    papers = themed_papers()
    filed = choose_topics(papers, config(tmp_path))
    assert {topic.id for topic in filed.taxonomy} == {"bread"}
    found = choose_topics(papers, config(tmp_path, discover=True))
    assert "otter-tracking" in {topic.id for topic in found.taxonomy}


def test_a_broken_file_is_no_reason_to_discover(tmp_path: Path) -> None:
    write_project(tmp_path, {"seeds/topics.yaml": "topics: 3\n"})
    chosen = choose_topics(themed_papers(), config(tmp_path))
    assert chosen.taxonomy == ()
    assert [problem.code for problem in chosen.diagnostics] == ["U003"]


def test_the_file_adds_to_a_pack_and_wins_where_both_have_a_slug(tmp_path: Path) -> None:
    own = MINE + "  - {slug: dialogue, name: Talk, terms: [chat]}\n"
    write_project(tmp_path, {"seeds/topics.yaml": own})
    talk = make_paper("Dialogue systems", abstract="A dialogue with a chatbot.")
    bread = make_paper("Bread", abstract="Baking.")
    chosen = choose_topics([talk, bread], config(tmp_path, pack="machine-learning"))
    names = {topic.id: topic.name for topic in chosen.taxonomy}
    assert (names["dialogue"], names["translation"]) == ("Talk", "Translation & many languages")
    assert [chosen.scores[paper.id][0].topic for paper in (talk, bread)] == ["dialogue", "bread"]


def test_categories_and_words_of_the_file_go_together(tmp_path: Path) -> None:
    write_project(tmp_path, {"seeds/topics.yaml": MINE})
    paper = make_paper("Bread baking", categories=("cs.RO",))
    chosen = choose_topics([paper], config(tmp_path, pack="arxiv"))
    assert [entry.topic for entry in chosen.scores[paper.id]] == ["bread", "cs-ro"]


def test_papers_that_fit_nowhere_are_counted(tmp_path: Path) -> None:
    chosen = choose_topics(
        [make_paper(), make_paper("B", categories=("cs.RO",))], config(tmp_path, pack="arxiv")
    )
    (note,) = chosen.diagnostics
    assert (note.code, "1 of 2 papers" in note.message) == ("U088", True)


def test_editors_win_over_discovery_and_packs(tmp_path: Path) -> None:
    papers = (*themed_papers(), make_paper("Bread baking again", topics=("my-shelf",)))
    chosen = choose_topics(papers, config(tmp_path))
    assert [entry.topic for entry in chosen.scores[papers[-1].id]] == ["my-shelf"]
    assert chosen.taxonomy[0].name == "My shelf"
    paper = make_paper("Speech recognition", topics=("translation", "nonsense"))
    packed = choose_topics([paper], config(tmp_path, pack="machine-learning"))
    assert [entry.topic for entry in packed.scores[paper.id]] == ["translation"]
    assert [problem.code for problem in packed.diagnostics] == ["U010"]
