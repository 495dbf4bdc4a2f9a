from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator.config.schema import PACKS
from generator.curate.packs import pack_topics, topics_by_category, topics_by_pack
from generator.curate.taxonomy import read_taxonomy
from generator.resources import shipped
from tests.factories import make_paper, make_topic

LEARNING = pack_topics("machine-learning")


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_has_no_mistake_but_topics_without_terms(name: str) -> None:
    text = (shipped("packs") / f"{name.replace('-', '_')}.yaml").read_text(encoding="utf-8")
    topics, found = read_taxonomy(text, PurePosixPath(name))
    assert {problem.code for problem in found} <= {"U007"}
    assert len({topic.name for topic in topics}) == len(topics) > 50


def test_every_topic_of_machine_learning_is_described_and_has_an_area() -> None:
    areas = {topic.id for topic in LEARNING if not topic.terms}
    assert all(topic.description for topic in LEARNING)
    assert all(topic.parent in areas for topic in LEARNING if topic.terms)


def test_the_learned_weights_belong_to_the_topics_of_the_pack() -> None:
    path = shipped("weights") / "machine_learning.json"
    assert path.stat().st_size < 300_000
    assert topics_by_pack([], LEARNING, 3) == []


@pytest.mark.parametrize(
    ("title", "abstract", "topic"),
    [
        (
            "Fair shares of a river",
            "Envy-free division of indivisible goods.",
            "markets-and-division",
        ),
        ("Talking otters", "Speech recognition from noisy audio.", "speech-and-audio"),
        ("Sharper otters", "Super-resolution of low-light pictures.", "image-restoration"),
        ("Plans for otters", "PDDL and classical planning with costs.", "automated-planning"),
        ("A paw that grips", "Dexterous manipulation with a tactile gripper.", "manipulation"),
    ],
)
def test_words_lead_to_a_topic(title: str, abstract: str, topic: str) -> None:
    (scores,) = topics_by_pack([make_paper(title, abstract=abstract)], LEARNING, 3)
    assert scores[0].topic == topic
    assert all(0 < entry.score <= 1 for entry in scores)


def test_a_method_for_pictures_is_about_pictures_first() -> None:
    paper = make_paper(
        "Few-shot semantic segmentation", abstract="We segment images with few labelled pixels."
    )
    (scores,) = topics_by_pack([paper], LEARNING, 3)
    assert scores[0].topic == "segmentation"


def test_a_paper_on_something_else_has_no_topic() -> None:
    paper = make_paper("Bread", abstract="Rye and wheat, with butter.")
    assert topics_by_pack([paper], LEARNING, 3) == [()]


def test_a_topic_of_ones_own_is_known_by_its_words() -> None:
    own = make_topic("Bread", {"rye": 5, "bread": 5})
    (scores,) = topics_by_pack([make_paper("Bread of rye", abstract="")], (own, *LEARNING), 3)
    assert scores[0].topic == "bread"


def test_no_more_topics_than_the_limit() -> None:
    paper = make_paper("Speech recognition and machine translation", abstract="")
    assert len(topics_by_pack([paper], LEARNING, 1)[0]) == 1


def test_categories_of_arxiv_are_topics_in_their_order() -> None:
    topics = pack_topics("arxiv")
    paper = make_paper(categories=("cs.CL", "stat.ML", "hep-th", "q-bio.QM", "unknown.XX"))
    (scores,) = topics_by_category([paper], topics, 3)
    assert [entry.topic for entry in scores] == ["cs-cl", "stat-ml", "hep-th"]
    assert [entry.score for entry in scores] == [1.0, 0.5, 0.333]
    assert topics_by_category([make_paper()], topics, 3) == [()]
