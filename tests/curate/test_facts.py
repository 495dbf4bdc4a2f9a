from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.facts import find_facts
from generator.model.enrichment import Fact, Release
from generator.model.paper import Paper
from tests.factories import make_paper


def texts(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.text for fact in facts]


def system(title: str, abstract: str) -> str | None:
    found = find_facts(make_paper(title, abstract=abstract)).system
    return found.text if found else None


@pytest.mark.parametrize(
    ("title", "abstract", "name"),
    [
        ("OtterMap: Drawing Rivers", "Rivers bend. OtterMap draws them.", "OtterMap"),
        ("Otter 2: Drawing Rivers", "Rivers bend.", "Otter 2"),
        (
            "Drawing Rivers",
            "In this work we propose OtterMap, a novel way to draw them.",
            "OtterMap",
        ),
        ("Drawing Rivers", "We present a model called OtterMap that draws them.", "OtterMap"),
        ("Drawing Rivers", "We introduce River Otter Maps (ROM), a way to draw.", "ROM"),
        ("Drawing Rivers", "To draw them, we introduce the OtterMap framework.", "OtterMap"),
        ("Drawing Rivers", "Our unified model OtterMap draws them.", "OtterMap"),
        ("Drawing Rivers", "Our method, the River Otter Mapper (ROM), outperforms boats.", "ROM"),
        ("Drawing Rivers", "They bend. We call the new approach OtterMap and draw.", "OtterMap"),
        ("Drawing Rivers", "They bend. Code: https://github.com/otters/OtterMap.", "OtterMap"),
        (
            "Drawing Rivers",
            "We propose RiverOtterMap (ROM). ROM draws. ROM swims.",
            "RiverOtterMap",
        ),
        (
            "Drawing Rivers",
            "We propose a River Bend Fold (RBF) module. Our OtterMap achieves much.",
            "OtterMap",
        ),
        (
            "Drawing Rivers",
            "OtterMap folds rivers. We add a layer called BendFold. Our OtterMap achieves much.",
            "OtterMap",
        ),
    ],
)
def test_the_papers_own_name_is_found(title: str, abstract: str, name: str) -> None:
    assert system(title, abstract) == name


@pytest.mark.parametrize(
    ("title", "abstract"),
    [
        ("Drawing Rivers: What Otters Know", "Rivers bend. Otters know them."),
        ("Drawing Rivers", "We use BERT to draw. BERT is good. We evaluate GPT-4 too."),
        ("Drawing Rivers", "They bend. Code: https://github.com/otters/drawing."),
        ("Drawing Rivers", "Others use an X/Y map. We study 72B and Otter/Map readers."),
        ("Drawing Rivers", "We study the problem of River Otter Mapping (ROM). It is hard."),
        ("River Otter Mapping via Fish", "River Otter Mapping (ROM) is hard. ROM uses fish."),
        ("On ROM", "River Otter Mapping (ROM) is hard. ROM uses fish. ROM gains on ROM tasks."),
        ("Drawing Rivers", ""),
    ],
)
def test_what_the_field_shares_is_no_name_of_this_paper(title: str, abstract: str) -> None:
    assert system(title, abstract) is None


def test_a_name_is_expanded_in_the_papers_words() -> None:
    facts = find_facts(
        make_paper("ROM: Drawing", abstract="We propose River Otter Maps (ROM). ROM swims.")
    )
    assert facts.expansion
    assert facts.expansion.text == "River Otter Maps"
    apposed = find_facts(
        make_paper("ROM: Drawing", abstract="We propose ROM, a River Otter Mapping method.")
    )
    assert apposed.expansion
    assert apposed.expansion.text == "River Otter Mapping"


@pytest.mark.parametrize(
    ("sentence", "release"),
    [
        ("Our code is available at https://github.com/otters/map.", Release.YES),
        ("Code and data are publicly available.", Release.YES),
        ("We release our dataset and models.", Release.YES),
        ("Our code will be released upon acceptance.", Release.WILL),
        ("We plan to open-source the code.", Release.WILL),
        ("Project page: https://otters.github.io/map.", Release.NO),
        ("Audio samples are at https://example.org/otters.", Release.NO),
        ("We fine-tune the publicly available Beaver model.", Release.NO),
        ("We encode data as maps until more is available.", Release.NO),
        ("Otters swim.", Release.NO),
    ],
)
def test_a_release_is_told_from_a_promise_and_from_what_others_released(
    sentence: str, release: Release
) -> None:
    facts = find_facts(make_paper("Otters", abstract=f"Rivers bend. {sentence}"))
    assert facts.released is release
    assert (facts.release_span is None) == (release is Release.NO)
    if facts.release_span:
        assert facts.release_span.text == sentence


@pytest.mark.parametrize(
    ("abstract", "names"),
    [
        ("We test on ImageNet and CIFAR-10. ImageNet is large.", ["ImageNet", "CIFAR-10"]),
        ("It wins on the RiverBench dataset.", ["RiverBench"]),
        (
            "It wins on datasets such as RiverQA, BendQA, and Delta5.",
            ["RiverQA", "BendQA", "Delta5"],
        ),
        ("We introduce OtterBench, a benchmark for otters.", ["OtterBench"]),
        ("It scores 5% on GSM8K and 32.5% on RiverQA.", ["GSM8K", "RiverQA"]),
        ("It beats GPT-4 on tasks and BERT on speed.", []),
    ],
)
def test_benchmarks_are_those_well_known_or_called_so(abstract: str, names: list[str]) -> None:
    assert texts(find_facts(make_paper("Otters", abstract=abstract)).benchmarks) == names


@pytest.mark.parametrize(
    ("abstract", "pieces"),
    [
        ("It improves accuracy by 3.5% on rivers.", ["accuracy by 3.5% on rivers"]),
        ("It achieves 84.1% on bends and 3% on falls.", ["84.1% on bends and 3% on falls"]),
        ("The speed reaches high values (85-95%).", ["reaches high values (85-95%)"]),
        ("It gains (from 39 to 45.5 points) a lot.", ["It gains (from 39 to 45.5 points)"]),
        ("In 2024 we trained a 7B model.", []),
        ("It holds 9,115 questions about otters.", ["It holds 9,115 questions about otters"]),
    ],
)
def test_quantities_come_with_what_they_measure(abstract: str, pieces: list[str]) -> None:
    assert texts(find_facts(make_paper("Otters", abstract=abstract)).headline) == pieces


PIECES = st.lists(
    st.sampled_from(
        [
            "We propose OtterMap, a",
            "River Otter Maps (ROM)",
            "on ImageNet, RiverQA and",
            "improves by 3.5% (up to 4x)",
            "from 58.9 $\\rightarrow$ 61.7",
            "code is available at https://example.org/a.",
            "benchmarks (e.g., **RQA**)",
            "(LOM model).",
            "``OtterMap''",
            "9,115 questions.",
        ]
    ),
    max_size=8,
)


def spans_of(paper: Paper) -> list[Fact]:
    facts = find_facts(paper)
    single = (facts.system, facts.expansion, facts.release_span)
    return [*filter(None, single), *facts.benchmarks, *facts.headline]


@settings(max_examples=150, deadline=None)
@given(pieces=PIECES, noise=st.text(max_size=20), title=st.text(min_size=1, max_size=30))
def test_every_fact_spells_the_words_at_its_place(
    pieces: list[str], noise: str, title: str
) -> None:
    paper = make_paper(title, abstract=" ".join([*pieces, noise]))
    for fact in spans_of(paper):
        source = paper.title if fact.in_title else paper.abstract
        assert 0 <= fact.start < fact.end <= len(source)
        assert source[fact.start : fact.end] == fact.text
    assert find_facts(paper) == find_facts(paper)
