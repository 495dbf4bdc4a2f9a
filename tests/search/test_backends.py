"""The whole index and the one in pieces, in Python and in JavaScript, give the same answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.emit.shards.pieces import deflated
from generator.search.backend import Backend, is_sought
from generator.search.shards import Shards
from generator.search.whole import Whole
from tests.emit.scripts import run_script
from tests.emit.search_papers import hard_corpus, whole_of, write_both
from tests.factories import make_author, make_corpus, make_paper

PREFIXES = ["o", "otter", "tra", "pre", "6269_", "zz", ""]
TYPOS = ["oter", "rivrs", "xideo", "trasnformer", "jose", "ot", "6269_"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write_both(folder, hard_corpus())
    return folder


@pytest.fixture(scope="module")
def whole(site: Path) -> Whole:
    files = {path.relative_to(site / "search").as_posix(): path for path in site.rglob("*.json")}
    return whole_of({name: path.read_bytes() for name, path in files.items()})


@pytest.fixture(scope="module")
def shards(site: Path) -> Shards:
    return Shards(site / "search", (site / "search/root.bin").read_bytes())


def scores(backend: Backend, terms: list[str]) -> dict[tuple[str, str, Any], float]:
    """Return each score by term, field and the paper's id, which both backends share."""
    ids = [record["id"] for record in backend.records(range(backend.size))]
    return {
        (term, posting.field, ids[paper]): score
        for term, postings in backend.lookup(terms).items()
        for posting in postings
        for paper, score in zip(posting.papers, posting.scores, strict=True)
    }


def all_terms(site: Path) -> list[str]:
    index = json.loads((site / "search/index.json").read_bytes())
    return [term for term, _ in index["invertedIndex"] if is_sought(term)]


def test_every_score_is_that_of_the_whole_index(site: Path, whole: Whole, shards: Shards) -> None:
    terms = [*all_terms(site), "absent", "\uffff", "", "otter*"]
    assert scores(shards, terms) == pytest.approx(scores(whole, terms), abs=1e-9)


def test_words_are_completed_and_resembled_alike(whole: Whole, shards: Shards) -> None:
    assert whole.completions("ot", 5) == ["otter", "otters"]
    assert [near.word for near in whole.neighbours("oter", 1)] == ["otter"]
    for prefix in PREFIXES:
        assert shards.completions(prefix, 20) == whole.completions(prefix, 20)
    for typed in TYPOS:
        assert shards.neighbours(typed, 2) == whole.neighbours(typed, 2)


def test_records_and_facets_are_those_of_the_papers(whole: Whole, shards: Shards) -> None:
    papers = range(whole.size)
    by_id = {record["id"]: record for record in whole.records(papers)}
    records = shards.records(papers)
    assert {record["id"]: record for record in records} == by_id
    abstracts = dict(zip(by_id, whole.abstracts(papers), strict=True))
    assert shards.abstracts(papers) == [abstracts[record["id"]] for record in records]
    facets = {facet["name"]: facet for facet in shards.facets()}
    for facet in whole.facets():
        assert facets[facet["name"]]["values"] == facet["values"]
    topic = facets["topic"]
    for record, places in zip(records, topic["papers"], strict=True):
        assert [topic["values"][place] for place in places] == record["topics"]


def test_postings_of_names_tell_first_authors(tmp_path: Path) -> None:
    ada, bo = make_author("Ada Zhao"), make_author("Bo Lindqvist-Ågren")
    papers = [
        make_paper("Otters", authors=(ada, bo)),
        make_paper("Rivers", authors=(bo, ada)),
        make_paper("Maps of Ada Creek", authors=(bo,)),
    ]
    write_both(tmp_path, make_corpus(papers))
    shards = Shards(tmp_path / "search", (tmp_path / "search/root.bin").read_bytes())
    found = shards.lookup(["ada", "agren"])
    firsts = {
        (term, posting.field): dict(zip(posting.papers, posting.firsts, strict=False))
        for term, postings in found.items()
        for posting in postings
    }
    assert firsts == {
        ("ada", "title"): {},
        ("ada", "authors"): {0: 1, 1: 0},
        ("agren", "authors"): {0: 0, 1: 1, 2: 1},
    }


def test_a_piece_of_another_build_is_refused(tmp_path: Path) -> None:
    write_both(tmp_path, make_corpus([make_paper("Otters"), make_paper("Rivers")]))
    root = (tmp_path / "search/root.bin").read_bytes()
    write_both(tmp_path, make_corpus([make_paper("Otters"), make_paper("Maps")]))
    shards = Shards(tmp_path / "search", root)
    with pytest.raises(ValueError, match=r"terms/from-\.bin is damaged or of another build"):
        shards.lookup(["otter"])
    with pytest.raises(ValueError, match=r"records/0\.bin is damaged or of another build"):
        shards.records([1])


def test_a_root_of_another_format_is_refused(site: Path) -> None:
    with pytest.raises(ValueError, match="format is 0"):
        Shards(site, deflated(b'{"format": 0}'))


@pytest.mark.node
def test_scripts_find_every_score_of_the_whole_index(site: Path, node: str) -> None:
    report = json.loads(run_script(node, "shards-equal", None, str(site)))
    assert report["terms"] == len(all_terms(site))
    assert report["postings"] > 2 * report["terms"]
    assert report["wrong"] == []
    assert report["largest"] < 1e-9


@pytest.mark.node
def test_scripts_complete_and_correct_alike(site: Path, shards: Shards, node: str) -> None:
    asked = {"prefixes": PREFIXES, "typos": TYPOS}
    expected = {
        "prefixes": [shards.completions(prefix, 20) for prefix in PREFIXES],
        "typos": [[near.word for near in shards.neighbours(typed, 2)] for typed in TYPOS],
    }
    for kind in ("whole", "shards"):
        assert json.loads(run_script(node, "words-of", asked, str(site), kind)) == expected
