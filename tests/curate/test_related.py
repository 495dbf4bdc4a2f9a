from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config.related import RelatedConfig
from generator.curate.related import find_related
from generator.curate.vectors import paper_vectors
from generator.model.enrichment import Fact, Facts, RelatedPaper, TopicScore
from generator.model.paper import Paper, PaperId
from tests.factories import make_paper

Related = dict[PaperId, tuple[RelatedPaper, ...]]

SOUNDS = (
    "ba",
    "de",
    "fi",
    "go",
    "lu",
    "mar",
    "nel",
    "pik",
    "rov",
    "sun",
    "tar",
    "vek",
    "wil",
    "yon",
)
OTTERS = "Otters draw river maps with their tails, and river maps of otters are exact."
DAMS = "Beavers build mountain dams of willow wood, and mountain dams hold the spring flood."


def related(papers: list[Paper], config: RelatedConfig | None = None) -> Related:
    return find_related(papers, paper_vectors(papers), config or RelatedConfig())


def valley() -> list[Paper]:
    """Return three papers about otters' maps and three about beavers' dams."""
    texts = [(f"Study {n} of river maps", OTTERS) for n in range(3)]
    texts += [(f"Study {n} of mountain dams", DAMS) for n in range(3, 6)]
    return [make_paper(title, abstract=abstract) for title, abstract in texts]


def test_papers_about_the_same_thing_come_first() -> None:
    papers = valley()
    found = related(papers)
    for paper in papers:
        mates = [p.id for p in papers if p.abstract == paper.abstract and p.id != paper.id]
        assert {entry.paper for entry in found[paper.id][:2]} == set(mates)


def test_no_paper_is_related_to_itself_or_twice() -> None:
    papers = valley()
    for paper, entries in related(papers).items():
        ids = [entry.paper for entry in entries]
        assert paper not in ids
        assert len(set(ids)) == len(ids)


def test_scores_lie_between_the_least_and_one_and_fall() -> None:
    for entries in related(valley()).values():
        scores = [entry.score for entry in entries]
        assert all(0.0 < score <= 1.0 for score in scores)


def test_at_most_so_many_are_listed_and_none_when_switched_off() -> None:
    papers = valley()
    assert all(len(entries) <= 1 for entries in related(papers, RelatedConfig(limit=1)).values())
    assert set(related(papers, RelatedConfig(limit=0)).values()) == {()}


def shelf(count: int) -> list[Paper]:
    """Return papers of fourteen subjects, with words of their own and words of all."""
    dice = random.Random(7)  # noqa: S311  # repeatable, not secret
    subjects = [[a + b + c for b in SOUNDS for c in "aeo"] for a in SOUNDS]
    everything = [word for words in subjects for word in words]
    texts = []
    for number in range(count):
        words = dice.choices(subjects[number % len(subjects)], k=24) + dice.choices(
            everything, k=24
        )
        dice.shuffle(words)
        texts.append(" ".join(words))
    return [make_paper(f"Study {number}", abstract=text) for number, text in enumerate(texts)]


def test_one_more_sentence_leaves_most_other_lists_as_they_are() -> None:
    papers = shelf(300)
    longer = replace(papers[9], abstract=f"{papers[9].abstract} {papers[200].abstract[:60]}")
    before = related(papers)
    after = related([*papers[:9], longer, *papers[10:]])
    changed = [
        paper
        for paper in before
        if [(entry.paper, entry.terms) for entry in before[paper]]
        != [(entry.paper, entry.terms) for entry in after[paper]]
    ]
    assert 0 < len(changed) < 150


def test_a_single_paper_and_strangers_have_no_relatives() -> None:
    single = make_paper("Otters", abstract=OTTERS)
    assert related([single]) == {single.id: ()}
    strangers = [make_paper("Otters", abstract="River maps."), make_paper("Dams", abstract="Wood.")]
    assert set(related(strangers).values()) == {()}
    assert related([]) == {}


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_papers_does_not_matter(order: list[int]) -> None:
    papers = valley()
    assert related([papers[number] for number in order]) == related(papers)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_abstracts_can_be_compared(abstracts: list[str]) -> None:
    papers = [
        make_paper(f"Otters {number}", abstract=text) for number, text in enumerate(abstracts)
    ]
    assert related(papers).keys() == {paper.id for paper in papers}


def terms_between(first: Paper, second: Paper, papers: list[Paper], **known: Any) -> list[str]:
    found = find_related(papers, paper_vectors(papers), RelatedConfig(), **known)
    return [term for entry in found[first.id] if entry.paper == second.id for term in entry.terms]


def test_the_reason_is_a_phrase_as_the_papers_write_it() -> None:
    papers = valley()
    terms = terms_between(papers[0], papers[1], papers)
    assert "river maps" in terms
    assert len(terms) <= 3
    assert "river" not in terms


def test_a_system_that_the_other_paper_mentions_is_the_first_reason() -> None:
    papers = valley()
    papers[1] = replace(papers[1], abstract=f"{OTTERS} It is faster than HoltNet.")
    facts = {papers[0].id: Facts(system=Fact(text="HoltNet", start=0, end=7))}
    assert terms_between(papers[0], papers[1], papers, facts=facts)[0] == "HoltNet"
    assert terms_between(papers[1], papers[0], papers, facts=facts)[0] == "HoltNet"


def test_one_name_for_two_systems_is_no_reason() -> None:
    papers = valley()
    facts = {paper.id: Facts(system=Fact(text="Otters", start=0, end=6)) for paper in papers[:2]}
    assert terms_between(papers[0], papers[1], papers, facts=facts)[0] != "Otters"


def test_of_two_equally_similar_papers_the_one_of_the_same_topic_comes_first() -> None:
    papers = valley()
    for mate in (papers[1], papers[2]):
        topics = {p.id: (TopicScore(topic="maps", score=1.0),) for p in (papers[0], mate)}
        found = find_related(papers, paper_vectors(papers), RelatedConfig(), topics=topics)
        assert found[papers[0].id][0].paper == mate.id


def test_a_topic_counts_as_much_as_both_papers_surely_belong_to_it() -> None:
    papers = [make_paper("Otters", abstract=OTTERS), make_paper("Maps", abstract="River maps lie.")]
    scores = [
        {paper.id: (TopicScore(topic="maps", score=sure),) for paper in papers}
        for sure in (1.0, 0.25, 0.0)
    ]
    surely, hardly, never = (
        find_related(papers, paper_vectors(papers), RelatedConfig(), topics=topics)[papers[0].id][0]
        for topics in scores
    )
    assert surely.score > hardly.score > never.score
    assert hardly.score - never.score == pytest.approx(
        0.25 * (surely.score - never.score), abs=2e-3
    )


def test_near_identical_papers_do_not_fill_the_list() -> None:
    copies = [make_paper(f"Copy {n}", abstract=OTTERS) for n in range(4)]
    other = make_paper("Lakes", abstract="River maps of lakes that otters know from swimming.")
    strangers = valley()[3:]
    found = related([*copies, other, *strangers], RelatedConfig(limit=2))
    assert other.id in {entry.paper for entry in found[copies[0].id]}
