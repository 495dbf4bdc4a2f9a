from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.discovery import LEAST_PAPERS, discover, extended
from generator.curate.topic_model import TopicModel, topics_by_model
from generator.curate.topic_state import state_text
from generator.model.paper import Paper
from tests.curate.themes import THEMES, themed_papers
from tests.factories import make_paper


def found(papers: tuple[Paper, ...]) -> TopicModel:
    model = discover(papers)
    assert model is not None
    return model


def primary(papers: tuple[Paper, ...], model: TopicModel) -> dict[str, str]:
    scores = topics_by_model(papers, model, 3)
    return {p.id: entries[0].topic for p, entries in zip(papers, scores, strict=True) if entries}


def test_papers_on_one_theme_share_a_topic_and_those_on_others_do_not() -> None:
    papers = themed_papers()
    topic_of = primary(papers, found(papers))
    assert len(topic_of) == len(papers)
    for paper in papers:
        theme = paper.title.partition(" with ")[0]
        alike = {topic_of[other.id] for other in papers if other.title.startswith(theme)}
        others = {topic_of[other.id] for other in papers if not other.title.startswith(theme)}
        assert not alike & others


def test_topics_bear_the_authors_keywords() -> None:
    names = {topic.name for topic in found(themed_papers()).topics}
    assert {name.capitalize() for name in THEMES} <= names


def test_without_keywords_a_phrase_of_the_titles_names_the_topic() -> None:
    names = {topic.name for topic in found(themed_papers(keywords=False)).topics}
    assert "Lunar geology" in names
    assert "Bread baking" in names


def test_a_topic_is_described_by_its_words_and_typical_titles() -> None:
    topic = next(topic for topic in found(themed_papers()).topics if topic.name == "Bread baking")
    assert "“Bread baking with " in topic.description
    assert topic.terms


def test_few_papers_get_no_topics() -> None:
    papers = themed_papers(5)
    assert discover(papers[: LEAST_PAPERS - 1]) is None
    assert discover(papers[:LEAST_PAPERS]) is not None


def test_papers_that_share_nothing_get_no_topics() -> None:
    papers = [make_paper(f"Onlyword{n}", abstract=f"Unique{n} lonely{n}.") for n in range(20)]
    assert discover(papers) is None


def test_equal_and_empty_papers_do_no_harm() -> None:
    assert (
        discover([make_paper("The same", abstract="", id=f"made:{n}") for n in range(30)]) is None
    )
    assert discover([make_paper("!", abstract="", id=f"made:{n}") for n in range(30)]) is None


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_papers_does_not_matter(random: st.random.Random) -> None:  # type: ignore[name-defined]  # hypothesis hands over random.Random
    papers = list(themed_papers())
    expected = state_text(found(tuple(papers)))
    random.shuffle(papers)
    assert state_text(found(tuple(papers))) == expected


def test_with_a_kept_model_added_papers_move_no_old_one() -> None:
    old = themed_papers(6)
    model = found(old)
    before = topics_by_model(old, model, 3)
    added = themed_papers(2, first=7)
    assert topics_by_model((*old, *added), model, 3)[: len(old)] == before
    assert all(topics_by_model(added, model, 3))


def test_extending_a_kept_model_adds_topics_and_changes_none() -> None:
    old = themed_papers(6)
    model = found(old)
    birds = tuple(
        make_paper(f"Heron counting, walk {n}", abstract="Herons, marsh, reeds and nests.")
        for n in range(LEAST_PAPERS)
    )
    fresh = tuple(
        make_paper(f"Cello tuning, take {n}", abstract="Strings, rosin, bows and pegs.")
        for n in range(LEAST_PAPERS)
    )
    wider = extended(model, (*old, *birds, *fresh))
    assert wider.topics[: len(model.topics)] == model.topics
    assert len(wider.topics) > len(model.topics)
    assert topics_by_model(old, wider, 1) == topics_by_model(old, model, 1)


def test_a_model_that_fits_every_paper_stays_as_it_is() -> None:
    papers = themed_papers()
    model = found(papers)
    assert extended(model, papers) is model
