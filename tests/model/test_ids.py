from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.ids import arxiv_id, doi, equivalent, identifiers, paper_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2402.00310", "2402.00310"),
        ("arXiv:2402.00310v3", "2402.00310"),
        ("https://arxiv.org/abs/2402.00310v1", "2402.00310"),
        ("https://arxiv.org/pdf/2402.00310.pdf", "2402.00310"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136", "math.GT/0309136"),
        ("https://example.org/2402.00310", None),
        ("2402.003", None),
        ("", None),
    ],
)
def test_an_arxiv_id_is_read_without_version(text: str, expected: str | None) -> None:
    assert arxiv_id(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1145/ABC.123", "10.1145/abc.123"),
        ("https://doi.org/10.1145/abc.123.", "10.1145/abc.123"),
        ("doi: 10.1145/abc", "10.1145/abc"),
        ("https://doi.org/10/gfzrh2", "10/gfzrh2"),  # a short DOI
        ("10/2024", None),
        ("doi:10/12/2024", None),
        ("11.1145/abc", None),
    ],
)
def test_a_doi_is_read_in_lower_case(text: str, expected: str | None) -> None:
    assert doi(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://arxiv.org/abs/2402.00310", ("arxiv:2402.00310",)),
        ("https://doi.org/10.48550/arXiv.2402.00310", ("arxiv:2402.00310",)),
        ("https://openreview.net/forum?id=aB_c-1", ("openreview:aB_c-1",)),
        ("https://aclanthology.org/2020.acl-main.1/", ("acl:2020.acl-main.1",)),
        ("https://aclanthology.org/P00-1001", ("acl:P00-1001",)),
        ("https://pubmed.ncbi.nlm.nih.gov/123456/", ("pmid:123456",)),
        (f"https://www.semanticscholar.org/paper/Otters/{40 * 'a'}", (f"s2:{40 * 'a'}",)),
        ("https://openalex.org/W2105705711", ("openalex:W2105705711",)),
        ("openreview:aB_c-1", ("openreview:aB_c-1",)),
        ("acl:P00-1001", ("acl:P00-1001",)),
        ("openalex:W2105705711", ("openalex:W2105705711",)),
        ("https://example.org/otters", ()),
    ],
)
def test_addresses_of_papers_state_their_identifiers(url: str, expected: tuple[str, ...]) -> None:
    assert identifiers(url) == expected


@pytest.mark.parametrize(
    "alias",
    ["arxiv:2402.00310v2", "doi:10.48550/arxiv.2402.00310", "doi:10.48550/arXiv.2402.00310v3"],
)
def test_spellings_of_one_identifier_are_equivalent(alias: str) -> None:
    assert equivalent(alias) == "arxiv:2402.00310"


def test_an_old_arxiv_id_needs_no_subject_class() -> None:
    assert equivalent("arxiv:math.GT/0309136v1") == "arxiv:math/0309136"


@pytest.mark.parametrize("alias", ["doi:10.1/x.v2", "openreview:aB_v1", "otters"])
def test_other_identifiers_stand_for_themselves(alias: str) -> None:
    assert equivalent(alias) == alias


def test_the_strongest_identifier_is_the_id() -> None:
    aliases = ("pmid:1", "doi:10.1/x", "arxiv:2402.00310")
    assert paper_id("Otters", aliases=aliases) == "arxiv:2402.00310"
    assert paper_id("Otters", aliases=reversed(aliases)) == "arxiv:2402.00310"


def test_without_identifier_the_id_is_made_of_title_and_first_author() -> None:
    assert paper_id("The Otters' Map", "Ada Berg") == paper_id("the otters map", "ADA BERG")
    assert paper_id("The Otters' Map", "Ada Berg") != paper_id("The Otters' Map", "Lin Zhao")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100), st.text(max_size=20))
def test_every_title_gets_an_id_without_blanks(title: str, author: str) -> None:
    made = paper_id(title, author)
    assert made.startswith("title:")
    assert not set(made) & set(" \n\0/")
