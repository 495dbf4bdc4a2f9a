from __future__ import annotations

import pytest

from generator.search.backend import Backend
from generator.search.engine import search
from generator.search.identifiers import read_identifier
from tests.emit.search_papers import search_files, whole_of
from tests.factories import make_corpus, make_paper

ALIASES = {
    "Counting Otters": ("arxiv:2402.12345", "doi:10.1145/3292500.3330701"),
    "River Maps": ("openreview:rJ4-km2Cz", "acl:2020.acl-main.1", "pmid:31452104"),
    "Old Tides": ("arxiv:math/0309136", "doi:10.1007/978-3-030-01234-2_1"),
}


@pytest.fixture(scope="module")
def backend() -> Backend:
    papers = [make_paper(title, aliases=aliases) for title, aliases in ALIASES.items()]
    papers.append(make_paper("Seen at https://arxiv.org/abs/2311.00001v2 and doi.org Otters"))
    return whole_of(search_files(make_corpus(papers)))


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2402.12345", "Counting Otters"),
        ("2402.12345v3", "Counting Otters"),
        ("arXiv:2402.12345", "Counting Otters"),
        ("https://arxiv.org/abs/2402.12345", "Counting Otters"),
        ("arxiv.org/pdf/2402.12345v2.pdf", "Counting Otters"),
        ("10.48550/arXiv.2402.12345", "Counting Otters"),
        ("10.1145/3292500.3330701", "Counting Otters"),
        ("doi:10.1145/3292500.3330701", "Counting Otters"),
        ("https://doi.org/10.1145/3292500.3330701", "Counting Otters"),
        ("http://dx.doi.org/10.1145/3292500.3330701.", "Counting Otters"),
        ("https://openreview.net/forum?id=rJ4-km2Cz", "River Maps"),
        ("https://aclanthology.org/2020.acl-main.1/", "River Maps"),
        ("https://pubmed.ncbi.nlm.nih.gov/31452104/", "River Maps"),
        ("pmid:31452104", "River Maps"),
        ("math/0309136", "Old Tides"),
        ("https://arxiv.org/abs/math/0309136v1", "Old Tides"),
        ("10.1007/978-3-030-01234-2_1", "Old Tides"),
    ],
)
def test_an_identifier_finds_its_paper_and_no_other(
    backend: Backend, typed: str, title: str
) -> None:
    answer = search(backend, {}, typed)
    [record] = backend.records([hit.paper for hit in answer.hits])
    assert record["title"] == title


def test_an_address_in_a_text_finds_it_as_printed(backend: Backend) -> None:
    [hit] = search(backend, {}, "https://arxiv.org/abs/2311.00001v2").hits
    assert backend.records([hit.paper])[0]["title"].startswith("Seen at")


@pytest.mark.parametrize("typed", ["2402.99999", "https://doi.org/10.1145/1.1", "arXiv:1.2"])
def test_an_unknown_identifier_finds_nothing(backend: Backend, typed: str) -> None:
    assert search(backend, {}, typed).hits == ()


@pytest.mark.parametrize("chunk", ["otter", "arxiv", "doi:", "https://code.example/2402.12345"])
def test_other_text_is_read_as_words(chunk: str) -> None:
    assert all(len(words) == 1 for words in read_identifier(chunk))
