"""Our search of many papers, held against lunr.js, against itself and against what was typed.

    python -m benchmarks.search_check                                    2,000 made-up papers
    python -m benchmarks.search_check --corpus papers.jsonl.gz --papers 10000 --typed 1000

Scores: every score of every term, in pieces, is stock lunr.js's on the whole index. Order: the
command line puts papers in the order in which a browser does. Words: every word of title, authors,
abstract, topics, keywords and identifiers, typed as printed or without accents, finds its paper.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpus import BenchPaper, made_up_papers, papers_of
from benchmarks.known_items import questions
from benchmarks.search_site import write_search_site
from generator.emit.lunr.builder import index_json
from generator.emit.search_index import counted, documents_of
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.search.engine import search
from generator.search.library import open_library

_TOOLS = Path(__file__).parents[1] / "tests" / "js" / "tools"
_SEED = 20250311
_SIGNS = ("+{}", "{}~1", '"{}"', "title:{}", "{}*", "-{} {}", "how to use {}?")


def write_both(site: Path, papers: Sequence[BenchPaper]) -> Corpus:
    """Write an index in pieces and the same one whole into a folder."""
    write_search_site(site, papers, shard_above=len(papers))
    corpus = write_search_site(site, papers, shard_above=0).corpus
    index = index_json(counted(documents_of(corpus)))
    (site / urls.SEARCH_INDEX).write_bytes(index)
    return corpus


def score_report(site: Path) -> dict[str, Any]:
    """Return how many terms and postings there are, and where lunr.js's scores are others."""
    report: dict[str, Any] = _run("shards-equal", "", str(site))
    return report


def different_order(site: Path, queries: Sequence[str]) -> list[str]:
    """Return the queries whose papers a browser would show in another order."""
    library = open_library(site)
    found = (search(library.backend, library.synonyms, query).hits for query in queries)
    here = [[hit.paper for hit in hits] for hits in found]
    there = _run("rank", json.dumps(queries), str(site), "shards")
    return [query for query, a, b in zip(queries, here, there, strict=True) if a != b]


def queries_of(papers: Sequence[BenchPaper], count: int) -> list[str]:
    """Return queries of every kind: known-item questions, some of them with signs."""
    dice = random.Random(_SEED)  # noqa: S311  # repeatable, not secret
    asked = [question.text for question in questions(papers, count)]
    plain = dice.sample(asked, min(count, len(asked)))
    return [
        text if n % 2 else _SIGNS[n // 2 % len(_SIGNS)].replace("{}", text, 1).replace("{}", "a")
        for n, text in enumerate(plain)
    ]


def word_report(site: Path, corpus: Corpus, typed: int) -> dict[str, Any]:
    """Return how many words of the first papers were typed, and those that lost their paper."""
    texts = [
        [paper.id, [*document.values()]]
        for paper, document in zip(corpus.papers[:typed], documents_of(corpus), strict=False)
    ]
    asked = {"site": str(site), "kind": "shards", "texts": texts}
    report: dict[str, Any] = _run("findable", json.dumps(asked))
    return report


def _run(tool: str, value: str, *arguments: str) -> Any:
    command = ["node", "--max-old-space-size=8000", str(_TOOLS / f"{tool}.js"), *arguments]
    done = subprocess.run(command, input=value.encode(), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def main() -> int:
    """Check, say what was found, and return 1 if anything differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, help="JSON Lines file of papers, maybe gzipped")
    parser.add_argument("--papers", type=int, default=2_000)
    parser.add_argument("--typed", type=int, default=100, help="papers whose words are typed")
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    many = options.papers
    papers = papers_of(options.corpus, many) if options.corpus else made_up_papers(many)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        corpus = write_both(site, papers)
        scores = score_report(site)
        print(f"scores: {scores['postings']:,} of {scores['terms']:,} terms, largest difference")
        print(f"  {scores['largest']}; terms with other papers: {scores['wrong'][:20]}")
        queries = queries_of(papers, options.queries)
        different = different_order(site, queries)
        print(f"order: {len(different)} of {len(queries)} queries differ: {different[:20]}")
        words = word_report(site, corpus, options.typed)
        print(f"words: {len(words['lost'])} of {words['tried']:,} lost: {words['lost'][:20]}")
    return int(bool(scores["wrong"] or scores["largest"] > 1e-9 or different or words["lost"]))


if __name__ == "__main__":
    sys.exit(main())
