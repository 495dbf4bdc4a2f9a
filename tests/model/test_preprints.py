from __future__ import annotations

import pytest

from generator.model.preprints import is_preprint_doi, is_preprint_venue


@pytest.mark.parametrize(
    "doi",
    [
        "10.48550/arxiv.2402.00310",
        "10.1101/2020.01.31.929042",
        "10.1101/339747",
        "10.21203/rs.3.rs-1234/v1",
        "10.2139/ssrn.1234",
        "10.31234/osf.io/abcde",
        "10.26434/chemrxiv-2021-abc-v2",
        "10.5281/zenodo.1234",
    ],
)
def test_preprint_servers_are_known_by_their_dois(doi: str) -> None:
    assert is_preprint_doi(f"doi:{doi}")


@pytest.mark.parametrize("doi", ["10.1145/3292500", "10.1101/gr.123456.111", "10.1/x"])
def test_other_dois_are_published(doi: str) -> None:
    assert not is_preprint_doi(f"doi:{doi}")


@pytest.mark.parametrize(
    "venue",
    [
        *("arXiv", "arXiv.org", "arXiv preprint arXiv:2402.00310", "CoRR", "bioRxiv", "medRxiv"),
        *("ChemRxiv", "Research Square", "SSRN Electronic Journal", "Submitted to ICLR 2024"),
        *("ICLR 2024 Conference Submission", "Under review", "Preprints.org"),
    ],
)
def test_preprint_servers_and_mere_submissions_are_no_venues(venue: str) -> None:
    assert is_preprint_venue(venue)


@pytest.mark.parametrize(
    "venue", ["ICLR 2024", "Nature", "Corrosion Science", "Hallmarks", "Halifax Workshop", ""]
)
def test_venues_are_venues(venue: str) -> None:
    assert not is_preprint_venue(venue)
