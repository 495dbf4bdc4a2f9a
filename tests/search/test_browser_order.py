"""The command line ranks as the browser does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.search.engine import search
from generator.search.library import open_library
from tests.emit.scripts import run_script
from tests.emit.search_papers import TITLES, hard_corpus, search_files

QUERIES = [
    *TITLES,
    *(title[: len(title) // 2] for title in TITLES),
    *(title.replace("t", "") for title in TITLES),
    *("rivers", "otter", "otter rivers", "playing otters in the river", "ågren", "zoe", "o", "of"),
    *(
        "transformre",
        "vidoe generatoin",
        "pre-trainign",
        "扩",
        "散模",
        "мод",
        "C++",
        "a*b ~1 +x",
        "",
    ),
]


@pytest.mark.node
def test_the_order_is_the_browsers(node: str, tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    for name, body in search_files(hard_corpus()).items():
        (tmp_path / "search" / name).write_bytes(body)
    library = open_library(tmp_path)
    answers = [search(library.reader, library.words, query) for query in QUERIES]
    here = [[library.papers[hit.paper]["id"] for hit in answer.hits] for answer in answers]
    assert here == json.loads(run_script(node, "rank", QUERIES, str(tmp_path)))
