"""How good and how fast related papers and the map are, on a file of papers with keywords.

``python -m benchmarks.likeness PAPERS [--venues IJCAI] [--count 1000]``: PAPERS is a file of JSON
Lines, maybe gzipped, with id, title, abstract and perhaps keywords and venue. Two papers count as
related when they share a keyword that at least two and at most 1.2 % of the papers have; the
keywords are hidden from the program.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from generator.config.related import RelatedConfig
from generator.curate.layout import place_papers
from generator.curate.likeness import Alike, alike
from generator.curate.map_neighbours import map_space
from generator.curate.related import find_related
from generator.curate.vectors import paper_vectors
from generator.model.enrichment import Position
from generator.model.paper import Paper, PaperId

RAREST, COMMONEST = 2, 0.012
SHOWN = 5
AROUND = 10
LOOKED_AT = 1_500
EDITED = 7


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path)
    parser.add_argument("--venues", nargs="*", default=())
    parser.add_argument("--count", type=int, default=0, help="take only the first ones")
    args = parser.parse_args()
    records = read_records(args.papers, args.venues)[: args.count or None]
    papers = [paper_of(record) for record in records]
    began = time.process_time()
    vectors = paper_vectors(papers)
    vectorised = time.process_time()
    near = alike(vectors.rows(), vectors.lots())
    related = find_related(papers, vectors, RelatedConfig(), near=near)
    found = time.process_time()
    positions = place_papers(vectors.papers, near)
    placed = time.process_time()
    print(f"{len(papers)} papers: CPU seconds")
    print(f"  vectors {vectorised - began:.2f}, related {found - vectorised:.2f}", end="")
    print(f", map {placed - found:.2f}")
    chosen = {p: [entry.paper for entry in entries] for p, entries in related.items()}
    words = words_only(vectors.papers, near)
    keywords = {
        paper.id: keywords_of(record) for paper, record in zip(papers, records, strict=True)
    }
    print(f"shared keyword among {SHOWN}: {precision(chosen, keywords):.3f}", end="")
    print(f" (by words alone {precision(words, keywords):.3f})")
    space = map_space(near)
    print(f"trustworthiness at {AROUND}: {trust(space, positions, vectors.papers):.3f}")
    for share in (0.01, 0.1):
        print(f"moved when {share:.0%} are added: {moved(papers, share)}")
    lists = [lists_changed(papers, chosen, place) for place in even_places(len(papers), EDITED)]
    print(f"lists changed by one more sentence in another paper: {sorted(lists)}")


def read_records(path: Path, venues: Sequence[str]) -> list[dict[str, Any]]:
    """Return the records of these venues; all where none is named."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [record for record in records if not venues or record.get("venue") in venues]


def paper_of(record: Mapping[str, Any]) -> Paper:
    return Paper(
        id=PaperId(record["id"]), title=record["title"], abstract=record.get("abstract") or ""
    )


def keywords_of(record: Mapping[str, Any]) -> set[str]:
    """Return the keywords, of ``Field: subfield: topic`` only the last part."""
    return {
        keyword.rpartition(":")[2].strip().lower() for keyword in record.get("keywords") or ()
    } - {""}


def words_only(order: Sequence[PaperId], near: Alike) -> dict[PaperId, list[PaperId]]:
    best = np.take_along_axis(near.places, np.argsort(-near.words, axis=1)[:, :SHOWN], axis=1)
    return {paper: [order[place] for place in best[n]] for n, paper in enumerate(order)}


def precision(
    chosen: Mapping[PaperId, Sequence[PaperId]], keywords: Mapping[PaperId, set[str]]
) -> float:
    """Return the share of right ones among the first five, over papers with a telling keyword."""
    counts = Counter(keyword for own in keywords.values() for keyword in own)
    usable = {k for k, n in counts.items() if RAREST <= n <= COMMONEST * len(keywords)}
    shares = [
        sum(bool(keywords[other] & keywords[paper] & usable) for other in others[:SHOWN]) / SHOWN
        for paper, others in chosen.items()
        if keywords[paper] & usable
    ]
    return sum(shares) / len(shares) if shares else float("nan")


def trust(space: Any, positions: Mapping[PaperId, Position], order: Sequence[PaperId]) -> float:
    """Return how few strangers are among the nearest on the map (Venna & Kaski 2001)."""
    places = np.array([(positions[paper].x, positions[paper].y) for paper in order])
    count = len(order)
    chosen = np.unique(np.linspace(0, count - 1, min(count, LOOKED_AT)).round().astype(int))
    strangers = 0
    for place in chosen:
        apart = ((space - space[place]) ** 2).sum(axis=1)
        apart[place] = -1.0
        rank = np.empty(count, dtype=int)
        rank[np.argsort(apart, kind="stable")] = np.arange(count)
        beside = ((places - places[place]) ** 2).sum(axis=1)
        beside[place] = np.inf
        nearest = np.argsort(beside, kind="stable")[:AROUND]
        strangers += int(np.maximum(rank[nearest] - AROUND, 0).sum())
    return 1.0 - 2.0 * strangers / (len(chosen) * AROUND * (2 * count - 3 * AROUND - 1))


def lists_changed(
    papers: Sequence[Paper], before: Mapping[PaperId, Sequence[PaperId]], place: int
) -> int:
    """Return how many lists are others when this paper also says the last sentence of the next."""
    sentence = papers[(place + 1) % len(papers)].abstract.rstrip(".").rpartition(". ")[2]
    longer = replace(papers[place], abstract=f"{papers[place].abstract} {sentence}.")
    edited = [*papers[:place], longer, *papers[place + 1 :]]
    after = find_related(edited, paper_vectors(edited), RelatedConfig())
    return sum([entry.paper for entry in after[paper]] != before[paper] for paper in before)


def even_places(count: int, most: int) -> list[int]:
    """Return up to ``most`` places that lie evenly among ``count``."""
    return [int(place) for place in np.linspace(0, count - 1, min(count, most)).round()]


def moved(papers: Sequence[Paper], share: float) -> str:
    """Return how far the old papers go, in widths of the map."""
    before = positions_of(papers[: round(len(papers) / (1 + share))], None)
    after = positions_of(papers, before)
    moves = [np.hypot(after[p].x - at.x, after[p].y - at.y) for p, at in before.items()]
    return f"mean {np.mean(moves):.3f}, 95 % under {np.quantile(moves, 0.95):.3f}"


def positions_of(
    papers: Sequence[Paper], before: Mapping[PaperId, Position] | None
) -> dict[PaperId, Position]:
    vectors = paper_vectors(papers)
    return place_papers(vectors.papers, alike(vectors.rows(), vectors.lots()), before)


if __name__ == "__main__":
    main()
