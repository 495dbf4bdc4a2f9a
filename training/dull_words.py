"""Learns which words name no subject, for ``generator/weights/dull_words.json``.

Run from the project's folder, with a file of many abstracts:
``python -m training.dull_words papers.jsonl.gz``. Only words are kept, no text of a paper.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from generator.curate.rows import spread_out
from generator.curate.telling import telling_words
from generator.curate.vectors import paper_vectors
from generator.model.paper import Paper, PaperId
from generator.text.plurals import singular
from generator.text.tokens import words

TARGET = Path(__file__).parents[1] / "generator" / "weights" / "dull_words.json"

LEAST_PAPERS = 5
"""Words of fewer papers are not judged."""

USUAL = 1.15
USUAL_PAPERS = 6
"""How far above the limit a term is believed to be, before counting; worth that many papers."""

DULL = 1.4
"""Papers that share a dull word are less than this many times as alike as any two papers."""

DULL_PHRASE = 2.0
"""The same for a phrase: those that say nothing are still typical of a kind of papers."""


def main() -> None:
    """Read the papers, judge their words, write the two lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, help="JSON Lines with id, title, abstract, keywords")
    records = list(read_records(parser.parse_args().papers))
    dull = dull_terms(records)
    named = {
        singular(word)
        for record in records
        for keyword in record.get("keywords") or ()
        for word in words(keyword)
    }
    single = {term for term in dull if " " not in term}
    empty = single - named
    lists = {
        "empty": sorted(empty),
        "plain": sorted(single & named),
        "phrases": sorted(term for term in dull - single if empty.isdisjoint(term.split())),
    }
    TARGET.write_text(json.dumps(lists, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON Lines, maybe gzipped."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def dull_terms(records: list[dict[str, Any]]) -> set[str]:
    """Return the words and pairs of words whose papers are hardly more alike than any two."""
    papers = [
        Paper(
            id=PaperId(str(record["id"])),
            title=str(record["title"]),
            abstract=str(record.get("abstract") or ""),
        )
        for record in records
    ]
    vectors = paper_vectors(papers, empty=frozenset())
    rows = vectors.rows()
    width = rows.width
    owners = np.repeat(np.arange(rows.count), np.diff(rows.starts))
    whole = np.bincount(rows.columns, weights=rows.weights, minlength=width)
    lengths = np.bincount(owners, weights=rows.weights**2)
    pairs = rows.count * (rows.count - 1)
    any_two = (whole @ whole - lengths.sum()) / pairs
    order = np.argsort(rows.columns, kind="stable")
    starts = np.searchsorted(rows.columns[order], np.arange(width + 1))
    dull = set()
    for term in range(width):
        of_term = order[starts[term] : starts[term + 1]]
        count = len(of_term)
        key = telling_words(vectors.terms[term])
        if count < LEAST_PAPERS or not 1 <= len(key) <= 2:
            continue
        entries, _ = spread_out(rows.starts, owners[of_term])
        total = np.bincount(rows.columns[entries], weights=rows.weights[entries])
        total[term] = 0.0
        own = lengths[owners[of_term]].sum() - (rows.weights[of_term] ** 2).sum()
        ratio = (total @ total - own) / (count * (count - 1)) / any_two
        limit = DULL if len(key) == 1 else DULL_PHRASE
        if (ratio * count + USUAL * limit * USUAL_PAPERS) / (count + USUAL_PAPERS) < limit:
            dull.add(" ".join(key))
    return dull


if __name__ == "__main__":
    main()
