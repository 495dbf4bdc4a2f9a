from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.corpus import made_up_papers
from generator.emit.shards.front import decoded
from generator.emit.shards.pieces import MARK, inflated, piece_name
from generator.emit.shards.record_lines import read_record_lines
from generator.model.paper import Link, LinkKind
from tests.emit.search_papers import hard_corpus, sharded_files
from tests.factories import make_author, make_corpus, make_paper

KINDS = ("terms", "words", "rare")
CODE = Link(url="https://code.example/o", kind=LinkKind.CODE)


def root_of(files: dict[str, bytes]) -> dict[str, Any]:
    root: dict[str, Any] = json.loads(inflated(files["search/root.bin"]))
    return root


def named(root: dict[str, Any], kind: str) -> dict[str, str]:
    """Return the mark of each file of a kind that the root names, by path."""
    starts, marks = decoded(root["starts"][kind]), root["marks"][kind]
    return {
        f"search/{kind}/{piece_name(start)}": marks[MARK * n : MARK * (n + 1)]
        for n, start in enumerate(starts)
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Return the folders and names of files that are in one only, or different."""
    return {path for path in before | after if before.get(path) != after.get(path)}


def test_the_root_names_every_file_of_words_and_its_mark() -> None:
    files = sharded_files(hard_corpus())
    root = root_of(files)
    for kind in KINDS:
        found = {path for path in files if path.startswith(f"search/{kind}/")}
        assert {path: files[path][:MARK].decode() for path in found} == named(root, kind)


def test_names_of_files_are_letters_digits_and_hyphens() -> None:
    assert piece_name("") == "from-.bin"
    assert piece_name("rive") == "from-rive.bin"
    assert piece_name("../𝒪 _") == "from--2e--2e--2f--1d4aa--20--5f-.bin"


def test_papers_are_counted_from_the_last() -> None:
    papers = [make_paper(f"Otter {n}", abstract="river " * n) for n in (5, 2, 9)]
    files = sharded_files(make_corpus(papers))
    bodies = [files[f"search/records/{n}.bin"] for n in range(3)]
    records = [read_record_lines(inflated(body[MARK:]).decode()) for body in bodies]
    titles = [record["title"] for (record,) in records]
    assert titles == ["Otter 9", "Otter 2", "Otter 5"]
    assert {body[:MARK].decode() for body in bodies} == {root_of(files)["marks"]["blocks"]}


def test_the_same_papers_give_the_same_files() -> None:
    assert sharded_files(hard_corpus()) == sharded_files(hard_corpus())


def test_a_record_that_changes_leaves_all_others() -> None:
    def files(*links: Link) -> dict[str, bytes]:
        papers = [make_paper("Otters"), make_paper("Maps", links=links)]
        return sharded_files(make_corpus(papers))

    before, after = files(), files(CODE)
    assert changed(before, after) == {
        "search/root.bin",
        "search/records/0.bin",
        "search/facets.bin",
    }
    assert root_of(before)["records"] != root_of(after)["records"]
    assert root_of(before)["marks"]["blocks"] == root_of(after)["marks"]["blocks"]


def test_a_changed_abstract_changes_the_files_of_its_words_alone() -> None:
    papers = [
        make_paper(paper.title, abstract=paper.abstract, authors=(make_author("Ada Zhao"),))
        for paper in made_up_papers(600)
    ]
    before = sharded_files(make_corpus(papers))
    papers[300] = replace(papers[300], abstract=f"{papers[300].abstract} Zyzzyva sightings.")
    after = sharded_files(make_corpus(papers))
    root = decoded(root_of(after)["starts"]["terms"])
    homes = {bisect_right(root, stem) - 1 for stem in ("zyzzyva", "sight")}
    gone = changed(before, after)
    assert {path for path in gone if "/terms/" in path} == {
        f"search/terms/{piece_name(root[home])}" for home in homes
    }
    assert "search/abstracts/74.bin" in gone
    assert len(gone) <= 7


def test_new_papers_leave_the_files_of_others() -> None:
    papers = [make_paper(paper.title, abstract=paper.abstract) for paper in made_up_papers(600)]
    before = sharded_files(make_corpus(papers[1:]))
    after = sharded_files(make_corpus(papers))
    gone = changed(before, after)
    numbers = [int(Path(path).stem) for path in gone if "/records/" in path]
    assert min(numbers) == 512
    terms = [path for path in after if "/terms/" in path]
    assert len([path for path in gone if "/terms/" in path]) < len(terms)
