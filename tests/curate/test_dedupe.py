from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.dedupe import merge_papers
from generator.curate.sameness import Statements
from generator.errors import Severity
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, Paper, PaperId
from tests.factories import make_author, make_origin, make_paper

ADA, LIN = make_author("Ada van der Berg"), make_author("Lin Zhao")


def test_papers_that_share_an_identifier_become_one() -> None:
    first = make_paper("Otters", aliases=("arxiv:2402.00310",))
    second = make_paper("Otters, revised", aliases=("arxiv:2402.00310", "doi:10.1/x"))
    merged = merge_papers([first, second])
    assert [paper.aliases for paper in merged.papers] == [("arxiv:2402.00310", "doi:10.1/x")]
    assert merged.ids == {"doi:10.1/x": "arxiv:2402.00310"}


def test_identifiers_join_papers_that_have_none_in_common() -> None:
    papers = [
        make_paper("A", aliases=("arxiv:2402.00310",)),
        make_paper("B", aliases=("doi:10.1/x",)),
        make_paper("C", aliases=("arxiv:2402.00310", "doi:10.1/x")),
    ]
    assert len(merge_papers(papers).papers) == 1


def test_the_same_title_by_the_same_first_author_is_one_paper() -> None:
    first = make_paper("The Otters' Map", authors=(ADA,))
    second = make_paper("the otters map", authors=(make_author("A. van der Berg"), LIN))
    merged = merge_papers([first, second])
    assert len(merged.papers) == 1
    assert set(merged.ids.values()) <= {merged.papers[0].id}


def test_the_same_title_by_another_author_is_another_paper() -> None:
    papers = [make_paper("Otters", authors=(ADA,)), make_paper("Otters", authors=(LIN,))]
    assert len(merge_papers(papers).papers) == 2


def test_a_record_without_authors_joins_the_only_paper_of_its_title() -> None:
    nameless = make_paper("Otters", authors=())
    by_ada, by_lin = make_paper("Otters", authors=(ADA,)), make_paper("Otters", authors=(LIN,))
    assert len(merge_papers([nameless, by_ada]).papers) == 1
    assert len(merge_papers([nameless, by_ada, by_lin]).papers) == 3


def test_records_without_authors_and_with_one_title_are_one_paper() -> None:
    papers = [make_paper("Otters", authors=(), origins=(make_origin(line=n),)) for n in (1, 9)]
    (paper,) = merge_papers(papers).papers
    assert [origin.location.line for origin in paper.origins] == [1, 9]


def test_different_identifiers_of_one_scheme_keep_papers_apart() -> None:
    papers = [make_paper("Otters", aliases=(f"arxiv:2402.0031{n}",)) for n in (1, 2)]
    assert len(merge_papers(papers).papers) == 2


def test_titles_without_letters_do_not_make_papers_the_same() -> None:
    papers = [
        make_paper("!?", id=PaperId("a"), authors=()),
        make_paper("…", id=PaperId("b"), authors=()),
    ]
    assert len(merge_papers(papers).papers) == 2


def test_papers_stay_in_reading_order() -> None:
    papers = [make_paper("B"), make_paper("A"), make_paper("B")]
    assert [paper.title for paper in merge_papers(papers).papers] == ["B", "A"]


def test_one_id_for_two_titles_in_editors_files_is_an_error_that_names_both() -> None:
    papers = [
        make_paper("Otters", id=PaperId("x"), origins=(make_origin("seeds/a.md", 3),)),
        make_paper("Beavers", id=PaperId("x"), origins=(make_origin("seeds/b.md", 4),)),
    ]
    (problem,) = merge_papers(papers[::-1]).diagnostics
    assert (problem.code, problem.severity) == ("U020", Severity.ERROR)
    assert str(problem.location) == "seeds/b.md:4"
    assert "seeds/a.md:3" in problem.message


def test_one_id_for_two_titles_in_other_files_is_a_revision() -> None:
    origin = make_origin("seeds/a.txt", 3, "pasted-page")
    papers = [
        make_paper(title, aliases=("arxiv:2402.00310",), origins=(origin,))
        for title in ("Otters", "Otters, revised")
    ]
    assert merge_papers(papers).diagnostics == ()


def records() -> st.SearchStrategy[list[Paper]]:
    one = st.builds(
        lambda title, authors, aliases, abstract, line, year, venue: make_paper(
            title, authors=authors, aliases=aliases, abstract=abstract, venue=venue,
            published=PartialDate(year), origins=(make_origin(line=line, format_name="made"),),
        ),
        st.sampled_from(
            ["Otters", "otters!", "Beavers", "Otter maps", "Editorial", "Erratum to: Otters"]
        ),
        st.sampled_from([(), (ADA,), (LIN,), (LIN, ADA), (ADA, LIN)]),
        st.sampled_from(
            [
                *[(), ("arxiv:2402.00001",), ("arxiv:2402.00002",), ("doi:10.1/x",)],
                *[("arxiv:2402.00001", "doi:10.1/x"), ("doi:10.1/y",), ("doi:10.2139/ssrn.1",)],
            ]
        ),
        st.sampled_from(["", "Short.", "A longer one."]),
        st.integers(min_value=1, max_value=5),
        st.sampled_from([2001, 2003, 2010]),
        st.sampled_from(["", "arXiv", "RIVER"]),
    )  # fmt: skip
    return st.lists(one, max_size=7)


@settings(max_examples=150, deadline=None)
@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_no_paper(papers: list[Paper], random: Random) -> None:
    merged = merge_papers(papers)
    shuffled = papers[:]
    random.shuffle(shuffled)
    other = merge_papers(shuffled)
    assert sorted(map(repr, merged.papers)) == sorted(map(repr, other.papers))
    assert merged.ids == other.ids


@settings(max_examples=150, deadline=None)
@given(records())
def test_merging_twice_changes_nothing(papers: list[Paper]) -> None:
    merged = merge_papers(papers)
    again = merge_papers(merged.papers)
    assert again.papers == merged.papers


@settings(max_examples=150, deadline=None)
@given(records())
def test_no_paper_no_identifier_and_no_place_is_lost(papers: list[Paper]) -> None:
    merged = merge_papers(papers)
    known = {paper.id for paper in merged.papers}
    assert len(known) == len(merged.papers)
    assert not known & merged.ids.keys()
    assert len(papers) - merged.doubled + merged.doubled_into == len(merged.papers)
    for record in papers:
        assert any(
            set(record.origins) <= set(paper.origins) and set(record.aliases) <= set(paper.aliases)
            for paper in merged.papers
        )
        for name in (record.id, *record.aliases):
            assert merged.ids.get(name, PaperId(name)) in known


def test_a_paper_alone_stays_as_it_is() -> None:
    paper = replace(make_paper(), draft=True)
    assert merge_papers([paper]).papers == (paper,)


def test_a_feed_a_bibliography_and_a_page_make_one_paper() -> None:
    feed = make_paper(
        "The Otters' Map", authors=(ADA, LIN), aliases=("arxiv:2402.00310",),
        links=(Link(url="https://arxiv.org/abs/2402.00310v1"),),
    )  # fmt: skip
    entry = make_paper(
        "{The} otters' map", authors=(make_author("A. van der Berg"),), venue="RIVER 2024",
        aliases=("doi:10.1/x",),
    )  # fmt: skip
    page = make_paper("THE OTTERS’ MAP", authors=(), origins=(make_origin("seeds/a.txt", 3),))
    for order in permutations((feed, entry, page)):
        (paper,) = merge_papers(order).papers
        assert paper.aliases == ("arxiv:2402.00310", "doi:10.1/x")
        assert (paper.venue, len(paper.authors), len(paper.links)) == ("RIVER 2024", 2, 1)


@pytest.mark.parametrize(
    "alias", ["arxiv:2402.00310v2", "doi:10.48550/arxiv.2402.00310", "arxiv:2402.00310"]
)
def test_versions_and_dois_of_an_arxiv_paper_fold(alias: str) -> None:
    papers = [
        make_paper("Otters", aliases=("arxiv:2402.00310",)),
        make_paper("Otters, revised", authors=(LIN,), aliases=(alias,)),
    ]
    assert len(merge_papers(papers).papers) == 1


SAME_TITLE: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "other first author": ({"authors": (ADA,)}, {"authors": (LIN,)}, "U050"),
    "the same authors in another order": (
        {"authors": (ADA, LIN)}, {"authors": (LIN, ADA)}, "U050",
    ),
    "two DOIs": ({"aliases": ("doi:10.1/x",)}, {"aliases": ("doi:10.1/y",)}, "U051"),
    "two arXiv ids": (
        {"aliases": ("arxiv:2402.00001",)}, {"aliases": ("arxiv:2402.00002",)}, "U051",
    ),
    "two OpenReview ids": (
        {"aliases": ("openreview:aB1",)}, {"aliases": ("openreview:aB2",)}, "U051",
    ),
    "a page and an arXiv paper that is not its": (
        {"authors": (), "aliases": ("arxiv:2402.00001",)},
        {"aliases": ("arxiv:2402.00002",)}, "U052",
    ),
    "a volume's DOI and the same title by others": (
        {"authors": (ADA,), "aliases": ("doi:10.1/x",)},
        {"authors": (LIN,), "aliases": ("doi:10.1/y",)}, "U050",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "code"), SAME_TITLE.values(), ids=SAME_TITLE)
def test_look_alikes_of_one_title_stay_apart_and_are_reported(
    one: dict[str, Any], other: dict[str, Any], code: str
) -> None:
    papers = [make_paper("Otter maps", **one), make_paper("Otter Maps", **other)]
    merged = merge_papers(papers)
    assert len({paper.id for paper in merged.papers}) == 2
    assert [problem.code for problem in merged.diagnostics] == [code]


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Otters, Part I: Maps", "Otters, Part II: Rivers", "U053"),
        ("Otters (Part 1)", "Otters (Part 2)", "U053"),
        ("Otters", "Erratum to: Otters", "U053"),
        ("Otters", "Author Correction: Otters", "U053"),
        ("Otters", "Retraction notice to “Otters”", "U053"),
        ("Otters", "Reply to Otters", "U053"),
        ("Otters", "Otters [Erratum]", "U053"),
    ],
)
def test_parts_and_notices_stay_apart_and_are_reported(one: str, other: str, code: str) -> None:
    merged = merge_papers([make_paper(one), make_paper(other)])
    assert len(merged.papers) == 2
    assert [problem.code for problem in merged.diagnostics] == [code]


def test_a_notice_that_bears_the_identifier_of_its_paper_stays_apart() -> None:
    titles = ("Otters", "Erratum to: Otters", "Otters")
    papers = [make_paper(title, aliases=("doi:10.1/x",)) for title in titles]
    merged = merge_papers(papers)
    assert sorted(paper.title for paper in merged.papers) == ["Erratum to: Otters", "Otters"]
    assert merged.ids.get("doi:10.1/x", "doi:10.1/x") == "doi:10.1/x"


def test_a_retracted_paper_is_the_paper_itself() -> None:
    assert len(merge_papers([make_paper("Otters"), make_paper("RETRACTED: Otters")]).papers) == 1


def test_chapters_under_the_doi_of_their_volume_stay_apart() -> None:
    papers = [
        make_paper("Otters", authors=(ADA,), aliases=("doi:10.1/x",)),
        make_paper("Beavers", authors=(LIN,), aliases=("doi:10.1/x",)),
    ]
    merged = merge_papers(papers)
    assert len({paper.id for paper in merged.papers}) == 2
    assert [problem.code for problem in merged.diagnostics] == ["U054"]
    assert all(paper.aliases == ("doi:10.1/x",) for paper in merged.papers)


def test_a_preprint_and_its_published_record_have_a_doi_each() -> None:
    preprint = make_paper("Otters", aliases=("doi:10.1101/2020.01.31.929042",))
    record = make_paper("Otters", aliases=("doi:10.1/x",))
    assert len(merge_papers([preprint, record]).papers) == 1


@pytest.mark.parametrize(("years", "papers"), [((2001, 2002, 2004), 1), ((2001, 2010), 2)])
def test_editorials_of_one_author_are_one_only_when_near_in_time(
    years: tuple[int, ...], papers: int
) -> None:
    records = [make_paper("Editorial", published=PartialDate(year)) for year in years]
    merged = merge_papers(records)
    assert len({paper.id for paper in merged.papers}) == papers
    assert [problem.code for problem in merged.diagnostics] == ["U051"] * (papers - 1)


def test_a_title_that_is_no_mere_label_may_take_years_to_be_published() -> None:
    records = [make_paper("Maps of otters", published=PartialDate(year)) for year in (2001, 2010)]
    assert len(merge_papers(records).papers) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"$\alpha$-Otters", "α-otters"),
        ("The Otters’ Map.", "the otters' map"),
        ("Über Otter", "Uber Otter"),
    ],
)
def test_spellings_of_one_title_are_the_same(one: str, other: str) -> None:
    assert len(merge_papers([make_paper(one), make_paper(other)]).papers) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_author("Ada Berg"), make_author("Berg Ada")),
        (make_author("Ada Berg Jr."), make_author("Ada Berg")),
        (
            make_author("A. van der Berg", given="A.", family="van der Berg"),
            make_author("Ada Berg"),
        ),
        (make_author("José Núñez"), make_author("Jose Nunez")),
    ],
)
def test_spellings_of_one_first_author_are_the_same(one: Author, other: Author) -> None:
    papers = [make_paper("Otters", authors=(author,)) for author in (one, other)]
    assert len(merge_papers(papers).papers) == 1


def test_what_the_user_says_wins_over_the_rules() -> None:
    a = make_paper("Otters", authors=(ADA,))
    b = make_paper("Otters", authors=(LIN,))
    assert len(merge_papers([a, b], Statements(same=((0, 1),))).papers) == 1
    apart = merge_papers([a, a], Statements(different=((0, 1),)))
    assert len({paper.id for paper in apart.papers}) == 2
    assert apart.diagnostics == ()


@settings(max_examples=80, deadline=None)
@given(records(), st.randoms(use_true_random=False), st.data())
def test_statements_hold_in_any_order(papers: list[Paper], random: Random, data: Any) -> None:
    numbers = st.integers(min_value=0, max_value=max(len(papers) - 1, 0))
    pairs = data.draw(st.lists(st.tuples(numbers, numbers), max_size=2)) if papers else []
    pairs = [(a, b) for a, b in pairs if a != b and papers[a] != papers[b]]
    order = list(range(len(papers)))
    random.shuffle(order)
    moved = [(order.index(a), order.index(b)) for a, b in pairs]
    merged = merge_papers(papers, Statements(different=tuple(pairs)))
    other = merge_papers([papers[n] for n in order], Statements(different=tuple(moved)))
    assert sorted(map(repr, merged.papers)) == sorted(map(repr, other.papers))
