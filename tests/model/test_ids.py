from __future__ import annotations

import pytest

from generator.model.ids import arxiv_id, doi, identifiers, paper_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2402.12345", "2402.12345"),
        ("arXiv:2402.12345v3", "2402.12345"),
        ("https://arxiv.org/pdf/2402.12345v2.pdf", "2402.12345"),
        ("https://arxiv.org/abs/math.GT/0309136", "math.GT/0309136"),
        ("see 2402.12345", None),
        ("12345", None),
    ],
)
def test_an_arxiv_id_is_found_without_its_version(text: str, found: str | None) -> None:
    assert arxiv_id(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.5555/Harbour.17", "10.5555/harbour.17"),
        ("https://doi.org/10.5555/a(b)c.", "10.5555/a(b)c"),
        ("DOI: 10.5555/x;", "10.5555/x"),
        ("11.5555/x", None),
    ],
)
def test_a_doi_is_found_in_lower_case(text: str, found: str | None) -> None:
    assert doi(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://doi.org/10.48550/arXiv.2402.12345", ("arxiv:2402.12345",)),
        ("https://openreview.net/forum?id=aBc-1_d", ("openreview:aBc-1_d",)),
        ("https://aclanthology.org/2024.acl-long.7/", ("acl:2024.acl-long.7",)),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", ("pmid:123",)),
        ("https://example.org/", ()),
    ],
)
def test_addresses_state_identifiers(text: str, found: tuple[str, ...]) -> None:
    assert identifiers(text) == found


def test_the_strongest_identifier_is_the_id() -> None:
    assert paper_id("A Title", aliases=["pmid:1", "doi:10.5555/x"]) == "doi:10.5555/x"


def test_case_accents_and_punctuation_do_not_change_an_id() -> None:
    assert paper_id("Élan: a Study", "Ana Núñez") == paper_id("ELAN — A study!", "ana nunez")


def test_another_first_author_gives_another_id() -> None:
    assert paper_id("A Study", "Ana") != paper_id("A Study", "Ben")


def test_titles_without_letters_are_told_apart() -> None:
    assert len({paper_id(title) for title in ("🦊🦊🦊", "🦊🦊", "?!…", "—")}) == 4
