from __future__ import annotations

import json
from typing import Any

from generator.emit.shards.volume import inflated
from generator.model.paper import Link, LinkKind
from tests.emit.search_papers import hard_corpus, sharded_files
from tests.factories import make_corpus, make_paper

CODE = Link(url="https://code.example/o", kind=LinkKind.CODE)


def root_of(files: dict[str, bytes]) -> dict[str, Any]:
    root: dict[str, Any] = json.loads(inflated(files["search/root.bin"]))
    return root


def test_the_root_names_every_other_file() -> None:
    files = sharded_files(hard_corpus())
    root = root_of(files)
    kinds = ("terms", "words", "rare", "records", "abstracts", "facets")
    folders = {f"search/{kind}/{root[kind]['mark']}" for kind in kinds}
    assert {path.rpartition("/")[0] for path in files} == {"search", *folders}


def test_papers_are_numbered_by_the_length_of_their_abstracts() -> None:
    papers = [make_paper(f"Otter {n}", abstract="river " * n) for n in (5, 2, 9)]
    files = sharded_files(make_corpus(papers))
    mark = root_of(files)["records"]["mark"]
    titles = [json.loads(inflated(files[f"search/records/{mark}/{n}.bin"]))[0] for n in range(3)]
    assert [row[2] for row in titles] == ["Otter 2", "Otter 5", "Otter 9"]


def test_the_same_papers_give_the_same_files() -> None:
    assert sharded_files(hard_corpus()) == sharded_files(hard_corpus())


def test_a_record_that_changes_leaves_postings_at_their_addresses() -> None:
    def marks(*links: Link) -> dict[str, Any]:
        papers = [make_paper("Otters"), make_paper("Maps", links=links)]
        root = root_of(sharded_files(make_corpus(papers)))
        return {kind: root[kind]["mark"] for kind in ("terms", "words", "records")}

    before, after = marks(), marks(CODE)
    assert before["records"] != after["records"]
    assert (before["terms"], before["words"]) == (after["terms"], after["words"])
