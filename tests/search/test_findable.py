"""Every word of every paper finds it, typed as printed or without its accents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.emit.scripts import run_script
from tests.emit.search_papers import hard_corpus, write_both


@pytest.mark.node
@pytest.mark.parametrize("kind", ["whole", "shards"])
def test_every_word_finds_its_paper(node: str, tmp_path: Path, kind: str) -> None:
    corpus = hard_corpus()
    write_both(tmp_path, corpus)
    texts = [
        [
            paper.id,
            [
                *(paper.title, paper.abstract),
                *(author.name for author in paper.authors),
                *corpus.topic_names(paper.id),
            ],
        ]
        for paper in corpus.papers
    ]
    asked = {"site": str(tmp_path), "kind": kind, "texts": texts}
    answer = json.loads(run_script(node, "findable", asked))
    assert answer["tried"] > 200
    assert answer["lost"] == []
