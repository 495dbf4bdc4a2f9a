from __future__ import annotations

from generator.curate.resemblance import nearest_topics
from tests.factories import make_paper

SURE = [
    (make_paper("Mussels", abstract="cracked with stones"), "otters"),
    (make_paper("Fur", abstract="keeps warm with air"), "otters"),
    (make_paper("Contours", abstract="drawn with ink"), "maps"),
]


def test_a_paper_goes_where_its_rare_words_are() -> None:
    paper = make_paper("Ink", abstract="of contours")
    assert nearest_topics([paper], SURE)[paper.id].topic == "maps"


def test_words_that_every_paper_has_say_nothing() -> None:
    paper = make_paper("with", abstract="with")
    assert nearest_topics([paper], SURE) == {}


def test_no_sure_papers_no_answer() -> None:
    assert nearest_topics([make_paper()], []) == {}


def test_scores_lie_between_0_and_1() -> None:
    papers = [make_paper(f"{n} Ink and fur", abstract="cracked stones") for n in range(3)]
    found = nearest_topics(papers, SURE)
    assert all(0 < score.score <= 1 for score in found.values())
    assert len(found) == 3


def test_equal_topics_go_by_name() -> None:
    sure = [
        (make_paper("Ink"), "b"),
        (make_paper("Fur", abstract=""), "c"),
        (make_paper("Ink"), "a"),
    ]
    paper = make_paper("Ink", abstract="")
    assert nearest_topics([paper], sure)[paper.id].topic == "a"
