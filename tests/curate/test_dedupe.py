from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.dedupe import merge_papers
from generator.errors import Severity
from generator.model.paper import Paper, PaperId
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
        lambda title, authors, aliases, abstract, line: make_paper(
            title, authors=authors, aliases=aliases, abstract=abstract,
            origins=(make_origin(line=line),),
        ),
        st.sampled_from(["Otters", "otters!", "Beavers", "Otter maps"]),
        st.sampled_from([(), (ADA,), (LIN,), (LIN, ADA), (ADA, LIN)]),
        st.sampled_from(
            [
                *[(), ("arxiv:2402.00001",), ("arxiv:2402.00002",), ("doi:10.1/x",)],
                *[("arxiv:2402.00001", "doi:10.1/x"), ("doi:10.1/y",)],
            ]
        ),
        st.sampled_from(["", "Short.", "A longer one."]),
        st.integers(min_value=1, max_value=5),
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
def test_no_identifier_and_no_place_is_lost(papers: list[Paper]) -> None:
    merged = merge_papers(papers)
    known = {paper.id for paper in merged.papers}
    assert len(known) == len(merged.papers)
    for record in papers:
        for name in (record.id, *record.aliases):
            paper = next(p for p in merged.papers if p.id == merged.ids.get(name, PaperId(name)))
            assert set(record.origins) <= set(paper.origins)
            assert set(record.aliases) <= set(paper.aliases)


def test_a_paper_alone_stays_as_it_is() -> None:
    paper = replace(make_paper(), draft=True)
    assert merge_papers([paper]).papers == (paper,)
