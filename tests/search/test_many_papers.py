"""Two thousand papers of invented words, enough for many pieces, held against lunr.js."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import BenchPaper, made_up_papers
from benchmarks.search_check import (
    different_order,
    queries_of,
    score_report,
    word_report,
    write_both,
)
from generator.model.corpus import Corpus

pytestmark = pytest.mark.node
MANY = 2_000


@pytest.fixture(scope="module")
def papers() -> list[BenchPaper]:
    return made_up_papers(MANY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("many")


@pytest.fixture(scope="module")
def corpus(folder: Path, papers: list[BenchPaper]) -> Corpus:
    return write_both(folder, papers)


def test_every_score_in_pieces_is_lunrs_on_the_whole_index(
    folder: Path, corpus: Corpus, node: str
) -> None:
    assert len([*(folder / "search/terms").glob("*.bin")]) > 20
    report = score_report(folder)
    assert report["terms"] > 20_000
    assert report["wrong"] == []
    assert report["largest"] < 1e-9


def test_the_command_line_ranks_as_the_browser_does(
    folder: Path, corpus: Corpus, papers: list[BenchPaper], node: str
) -> None:
    queries = queries_of(papers, 200)
    assert len(queries) == 200
    assert different_order(folder, queries) == []


def test_every_word_of_a_paper_finds_it_among_many(folder: Path, corpus: Corpus, node: str) -> None:
    report = word_report(folder, corpus, 3)
    assert report["tried"] > 300
    assert report["lost"] == []
