"""Teaches the linear model of the pack machine-learning by the pack's own word rules.

    python -m training.packs PAPERS.jsonl[.gz] [--without HELD_BACK.jsonl] > \
        generator/weights/machine_learning.json

Each line of the input is a JSON object with ``title``, ``abstract`` and perhaps ``keywords``; no
label is read. The rules say how strongly each paper speaks for each topic; a topic's weights are
the mean of its papers' vectors, less the mean of all topics, cut to the heaviest.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

from generator.curate.packs import pack_topics
from generator.curate.paper_words import paper_words
from generator.curate.terms import TermMatcher
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import Vector
from generator.model.paper import Paper, PaperId
from generator.model.topic import Topic
from training.keywords import papers_of

_WEIGHTS_A_TOPIC = 300
_LEAST_PAPERS = 12
_MOST_EVIDENCE = 6.0
_LEAST_EVIDENCE = 0.8


def taught(papers: Sequence[Paper], topics: Sequence[Topic]) -> dict[str, Any]:
    """Return what the topics' rules teach on these papers, as the file holds it.

    ``terms`` maps each term to its rarity times 100, then pairs of a topic's number and a weight
    times 1000.
    """
    counts = [term_counts(paper) for paper in papers]
    spread: Counter[str] = Counter()
    for terms in counts:
        spread.update(terms.keys())
    rarity = {
        term: log(len(papers) / n)
        for term, n in spread.items()
        if n >= _LEAST_PAPERS and n < 0.3 * len(papers)
    }
    matcher = TermMatcher(topics)
    sums: list[Vector] = [{} for _ in topics]
    for paper, terms in zip(papers, counts, strict=True):
        vector = unit_vector(terms, rarity)
        for number, share in _shares(matcher.score(paper_words(paper))).items():
            total = sums[number]
            for term, weight in vector.items():
                total[term] = total.get(term, 0.0) + share * weight
    centres = _less_mean([_unit(total) for total in sums])
    short = [_unit(_heaviest(centre)) for centre in centres]
    listed: dict[str, list[int]] = {}
    for number, centre in enumerate(short):
        for term, weight in centre.items():
            if rounded := round(1000 * weight):
                row = listed.setdefault(term, [round(100 * rarity[term])])
                row.extend((number, rounded))
    return {"topics": [topic.id for topic in topics], "terms": dict(sorted(listed.items()))}


def _shares(evidence: Mapping[int, float]) -> dict[int, float]:
    """Return how much a paper teaches each topic; the square favours the clear cases."""
    kept = {k: min(v, _MOST_EVIDENCE) for k, v in evidence.items() if v > 0}
    total = sum(kept.values())
    if not kept or max(kept.values()) < _LEAST_EVIDENCE:
        return {}
    return {k: (v / total) ** 2 for k, v in kept.items()}


def _less_mean(vectors: Sequence[Vector]) -> list[Vector]:
    mean: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            mean[term] = mean.get(term, 0.0) + weight / len(vectors)
    return [
        {term: vector.get(term, 0.0) - weight for term, weight in mean.items()}
        for vector in vectors
    ]


def _heaviest(vector: Vector) -> Vector:
    ranked = sorted(vector.items(), key=lambda entry: (-abs(entry[1]), entry[0]))
    return dict(ranked[:_WEIGHTS_A_TOPIC])


def _unit(vector: Vector) -> Vector:
    length = sum(weight * weight for weight in vector.values()) ** 0.5
    return {term: weight / length for term, weight in vector.items()} if length else {}


def main() -> None:
    """Read the papers named on the command line, and print the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--without", type=Path, help="papers that must not be learned from")
    args = parser.parse_args()
    held = {row["title"].lower() for row in papers_of(args.without)} if args.without else set()
    papers = [
        Paper(
            id=PaperId(str(row["id"])),
            title=row["title"],
            abstract=row.get("abstract") or "",
            keywords=tuple(k for k in row.get("keywords") or () if ":" not in k),
        )
        for file in args.files
        for row in papers_of(file)
        if row["title"].lower() not in held
    ]
    topics = [topic for topic in pack_topics("machine-learning") if topic.terms]
    learned = json.dumps(taught(papers, topics), ensure_ascii=False, separators=(",", ":"))
    sys.stdout.write(learned.replace('],"', '],\n"') + "\n")


if __name__ == "__main__":
    main()
