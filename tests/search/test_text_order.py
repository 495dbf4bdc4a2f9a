from __future__ import annotations

import pytest

from generator.search.backend import Backend
from generator.search.engine import search
from tests.emit.search_papers import search_files, whole_of
from tests.factories import make_corpus, make_paper

FAR = "Otters sleep. " + "Nothing else is said of them in all these long words. "
PAPERS = (
    make_paper("Hills", abstract="An otter had a river map, as otter and river and map go."),
    make_paper("Dens", abstract=FAR + "Rivers rise. " + FAR + "Maps fade."),
    make_paper("Banks", abstract="Otters draw rivers, then maps."),
)


@pytest.fixture(scope="module")
def backend() -> Backend:
    return whole_of(search_files(make_corpus(PAPERS)))


def titles(backend: Backend, typed: str) -> list[str]:
    papers = [hit.paper for hit in search(backend, {}, typed).hits]
    return [record["title"] for record in backend.records(papers)]


def test_words_near_each_other_come_before_those_far_apart_and_other_forms_last(
    backend: Backend,
) -> None:
    assert titles(backend, "otters rivers maps ") == ["Banks", "Dens", "Hills"]
    assert titles(backend, "otter river map ")[0] == "Hills"


def test_two_words_are_not_looked_for_in_texts(backend: Backend) -> None:
    equal = [hit.score for hit in search(backend, {}, "otters rivers ").hits]
    assert len(set(equal)) == 1


def test_texts_are_left_alone_when_the_first_title_says_all() -> None:
    papers = (*PAPERS, make_paper("Maps of Rivers for Otters"))
    named = whole_of(search_files(make_corpus(papers)))
    assert titles(named, "otters rivers maps ")[0] == "Maps of Rivers for Otters"


def test_texts_beyond_the_first_five_are_not_read() -> None:
    far = "Otter den. " + "Nothing else is said of them in all these long words. " + "River map."
    near = make_paper("Sixth", abstract="Otters draw rivers, then maps.")
    papers = [make_paper(f"Paper {name}", abstract=far) for name in ("a", "b", "c", "d", "e")]
    full = whole_of(search_files(make_corpus((*papers, near))))
    assert titles(full, "otters rivers maps ")[-1] == "Sixth"
    fewer = whole_of(search_files(make_corpus((*papers[1:], near))))
    assert titles(fewer, "otters rivers maps ")[0] == "Sixth"
