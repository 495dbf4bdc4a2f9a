"""Invented papers whose titles are hard to find by, and the files the search gets of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator.config.schema import SearchConfig
from generator.emit.lunr.builder import index_json
from generator.emit.search_index import ABSTRACTS_EACH, counted, documents_of, emit_search
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.search.whole import Whole
from tests.factories import (
    make_author,
    make_config,
    make_corpus,
    make_enrichment,
    make_paper,
    make_topic,
)
from tests.planning import make_plan

TITLES = (
    "A Survey of River Maps: Keys, Arrays and Displays",
    "Transformers Learn to Count Otters In-Context",
    "José's Café: Résumés for Müller, Łukasz & Ångström",
    "扩散模型 for 拡散モデル and 한국어 Rivers",
    "𝒪(n log n) Otter Sorting, 𝐁old and ﬂightless",
    "😀 Emoji as Labels 🦦: Do They Help?",
    "GPT-4o, T5 and k-NN on C++ (e.g., v1.5) at 42.5%",
    "Image/Video Pre-training: Don't Stop, Re-Read!",
    'Модель α-Divergence and the "Quoted" Title',
    "<script>alert(1)</script> Considered Harmful",
    "$\\alpha$-Stable {SkillNet}: TeX ``Quotes'' ~-- Survive",
    "__proto__ and constructor: toString of valueOf",
    "The Of And",
    "...",
    "Pretraining on Tidal Video Generation",
    "Otter Transformer",
)


def hard_corpus() -> Corpus:
    papers = [
        make_paper(
            title,
            abstract=f"Paper number {number} is about rivers. We show that playing helps.",
            authors=(make_author("Zoë Ågren"),) if number % 2 else (),
        )
        for number, title in enumerate(TITLES)
    ]
    topics = (make_topic("River maps"), make_topic("Otters"))
    enrichments = {paper.id: make_enrichment("otters") for paper in papers}
    return make_corpus(papers, topics=topics, enrichments=enrichments)


def search_files(corpus: Corpus) -> dict[str, bytes]:
    """Return the files of the whole index by name."""
    config = make_config()
    artifacts = emit_search(corpus, make_plan(corpus, config), config)
    return {artifact.path.removeprefix(urls.SEARCH): artifact.body for artifact in artifacts}


def whole_of(files: Mapping[str, bytes]) -> Whole:
    """Open the whole index whose files are given."""
    index, papers, words = (
        json.loads(files[f"{name}.json"]) for name in ("index", "papers", "words")
    )
    numbers = range(-(-len(papers) // ABSTRACTS_EACH))
    pieces = [json.loads(files[f"abstracts/{number}.json"]) for number in numbers]
    return Whole(index, papers, words, [text for piece in pieces for text in piece])


def sharded_files(corpus: Corpus) -> dict[str, bytes]:
    """Return the files of the index in pieces by path."""
    config = make_config(search=SearchConfig(shard_above=0))
    artifacts = emit_search(corpus, make_plan(corpus, config), config)
    return {artifact.path: artifact.body for artifact in artifacts}


def write_both(site: Path, corpus: Corpus) -> None:
    """Write an index in pieces and the same one whole into a folder."""
    whole = {f"search/{name}": body for name, body in search_files(corpus).items()}
    whole[urls.SEARCH_INDEX] = index_json(counted(documents_of(corpus)))
    for path, body in {**whole, **sharded_files(corpus)}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(body)
