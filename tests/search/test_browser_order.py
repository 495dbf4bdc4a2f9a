"""The command line ranks as the browser does."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator.plan import urls
from generator.search.engine import search
from generator.search.library import open_library
from tests.emit.scripts import run_script
from tests.emit.search_papers import TITLES, hard_corpus, write_both

WORDS = sorted({word for title in TITLES for word in title.split()})
QUERIES = [
    *WORDS,
    *(word[: len(word) // 2 + 1] for word in WORDS),
    *(f"{one} {other} " for one, other in pairwise(WORDS)),
    *(f"{one} {other} rivers show " for one, other in pairwise(WORDS[::4])),
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
        '"otter transformer"',
        '"pre-training"',
        '-"otter transformer" rivers',
        "title:otter",
        "author:agren rivers",
        "+otter rivers",
        "rivers -otter",
        "riv* otters^3",
        "plaing~1",
        "how do otters learn to count?",
        "author:nobody",
        *("lutra", "lutra rivers", "t2v", "tidal video generation", "a t2v lutra map"),
    ),
]

SYNONYMS = (("otter", "lutra"), ("T2V", "tidal video generation", "tide films"))


def test_there_are_queries_enough() -> None:
    assert len(QUERIES) >= 200


@pytest.mark.node
@pytest.mark.parametrize("kind", ["whole", "shards"])
def test_the_order_is_the_browsers(node: str, tmp_path: Path, kind: str) -> None:
    write_both(tmp_path, replace(hard_corpus(), synonyms=SYNONYMS))
    if kind == "whole":
        (tmp_path / urls.SEARCH_SHARDS).unlink()
    library = open_library(tmp_path)
    answers = [search(library.backend, library.synonyms, query) for query in QUERIES]
    here = [[hit.paper for hit in answer.hits] for answer in answers]
    assert here == json.loads(run_script(node, "rank", QUERIES, str(tmp_path), kind))
