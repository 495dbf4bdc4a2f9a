from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.topics import assign_topics
from generator.errors import Severity
from generator.model.paper import Paper
from generator.model.topic import Topic
from tests.factories import make_paper, make_papers, make_topic

MAPS = make_topic("Maps", {"map": 3, "river map*": 4, "route planning": 4})
OTTERS = make_topic("Otters", {"otter*": 4, "fur": 2})
SEAS = make_topic("Seas", {"ocean": 4, "lake": -4, "deep water": 5})
TOPICS = (MAPS, OTTERS, SEAS)


def topics_of(paper: Paper, limit: int = 3, topics: tuple[Topic, ...] = TOPICS) -> list[str]:
    scores = assign_topics([paper], topics, limit).scores[paper.id]
    assert all(0 < entry.score <= 1 for entry in scores)
    assert [entry.score for entry in scores] == sorted((e.score for e in scores), reverse=True)
    return [entry.topic for entry in scores]


@pytest.mark.parametrize(
    ("title", "abstract", "expected"),
    [
        ("Otters", "They have fur.", ["otters"]),
        ("On swimming", "The otterlike animals: an otter is an otter.", ["otters"]),
        ("River-mapping", "We plan.", ["maps"]),
        ("Planning", "Our Route-Planning is good.", ["maps"]),
        ("Deep-water otters", "We see otters on a map.", ["seas", "otters"]),
        ("Deep", "Water", []),
        ("The ocean", "is no lake, and a lake is no ocean.", []),
    ],
)
def test_words_and_phrases_give_a_paper_its_topics(
    title: str, abstract: str, expected: list[str]
) -> None:
    assert topics_of(make_paper(title, abstract=abstract)) == expected


def test_the_title_weighs_more_than_the_abstract() -> None:
    paper = make_paper("Maps and a map", abstract="By an ocean.")
    assert topics_of(paper)[0] == "maps"
    paper = make_paper("By an ocean", abstract="A map.")
    assert topics_of(paper)[0] == "seas"


@pytest.mark.parametrize(
    ("best", "other", "expected"),
    [
        (3.6, 2.4, ["best"]),
        (5.1, 3.5, ["best", "other"]),
        (15.0, 6.3, ["best"]),
        (15.0, 6.9, ["best", "other"]),
    ],
)
def test_a_second_topic_needs_evidence_of_its_own(
    best: float, other: float, expected: list[str]
) -> None:
    topics = (make_topic("Best", {"otter": best}), make_topic("Other", {"fur": other}))
    assert topics_of(make_paper("Otter fur", abstract=""), topics=topics) == expected


def test_keywords_count_and_no_phrase_spans_two_of_them() -> None:
    assert topics_of(make_paper("X", abstract="", keywords=("Deep water",))) == ["seas"]
    assert topics_of(make_paper("X", abstract="", keywords=("deep", "water"))) == []


def test_no_more_topics_than_the_limit() -> None:
    paper = make_paper("Otters, an ocean and a map", abstract="Otter map, ocean route planning.")
    assert len(topics_of(paper)) == 3
    assert len(topics_of(paper, limit=1)) == 1


def test_the_editors_topics_win() -> None:
    paper = make_paper("Otters", topics=("seas", "maps"))
    assert topics_of(paper) == ["seas", "maps"]


def test_an_editors_unknown_topic_is_an_error_and_the_rules_decide() -> None:
    paper = make_paper("Otters", abstract="", topics=("ottres",))
    result = assign_topics([paper], TOPICS, 3)
    assert [entry.topic for entry in result.scores[paper.id]] == ["otters"]
    (problem,) = result.diagnostics
    assert (problem.code, problem.severity) == ("U010", Severity.ERROR)
    assert problem.hint == "did you mean 'otters'?"
    assert problem.location == paper.origins[0].location


def test_a_paper_no_term_fits_goes_to_the_topic_it_resembles_and_is_reported() -> None:
    sure = [
        make_paper("Otter one", abstract="An otter cracks mussels with stones."),
        make_paper("Otter two", abstract="An otter sleeps holding hands."),
        make_paper("Map one", abstract="A map shows contour lines."),
    ]
    lost = make_paper("Cracking mussels", abstract="With stones.")
    result = assign_topics([*sure, lost], TOPICS, 3)
    assert [entry.topic for entry in result.scores[lost.id]] == ["otters"]
    assert [(d.code, d.severity) for d in result.diagnostics] == [("U011", Severity.NOTE)]


def test_a_paper_that_resembles_nothing_has_no_topic_and_is_reported() -> None:
    sure = [make_paper(f"Otter {word}", abstract="Swims.") for word in ("one", "two", "three")]
    lost = make_paper("Quarks", abstract="Gluons.")
    result = assign_topics([*sure, lost], TOPICS, 3)
    assert result.scores[lost.id] == ()
    assert [(d.code, d.severity) for d in result.diagnostics] == [("U012", Severity.WARNING)]


def test_a_taxonomy_of_another_field_is_not_forced_on_papers() -> None:
    papers = [
        make_paper("Otters", abstract=""),
        *make_papers(5, abstract="Quarks and gluons of other kinds."),
    ]
    result = assign_topics(papers, TOPICS, 3)
    assert [[entry.topic for entry in result.scores[paper.id]] for paper in papers[:2]] == [
        ["otters"],
        [],
    ]
    assert sum(bool(scores) for scores in result.scores.values()) == 1
    assert ["5 of 6" in d.message for d in result.diagnostics] == [True]


def test_without_a_taxonomy_only_editors_name_topics() -> None:
    named = make_paper("Otters", topics=("sea-otters",))
    other = make_paper("Maps")
    result = assign_topics([named, other], (), 3)
    assert [(topic.id, topic.name) for topic in result.taxonomy] == [("sea-otters", "Sea otters")]
    assert result.scores[other.id] == ()
    assert result.diagnostics == ()


def test_many_papers_without_a_fitting_term_are_counted_and_not_all_listed() -> None:
    sure = make_papers(60, abstract="The otter swims in the river.", keywords=("otter",))
    lost = [make_paper(f"Lost {n}", abstract="It swims in the river.") for n in range(50)]
    odd = [make_paper("A map", abstract="A map is drawn.")]
    found = assign_topics([*sure, *odd, *lost], TOPICS, 3).diagnostics
    assert {d.code for d in found} == {"U011"}
    assert len(found) == 21
    assert found[-1].message.startswith("30 more")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="map otrdepwl ", max_size=30), max_size=6))
def test_the_order_of_the_papers_changes_nothing(texts: list[str]) -> None:
    papers = [make_paper(f"{n} x", abstract=text) for n, text in enumerate(texts)]
    one = assign_topics(papers, TOPICS, 3)
    other = assign_topics(papers[::-1], TOPICS, 3)
    assert one.scores == other.scores
