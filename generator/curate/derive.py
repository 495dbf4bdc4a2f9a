"""Everything that is derived about the papers beside their topics, put together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.cache import NO_CACHE, Cache, as_json, digest
from generator.chunks import in_chunks
from generator.config.schema import Config
from generator.curate.facts import find_facts
from generator.curate.links import find_links
from generator.curate.statement_weights import shipped_weights
from generator.curate.tldr import statements_of
from generator.model.enrichment import Enrichment, Position, RelatedPaper, TopicScore
from generator.model.paper import Paper, PaperId
from generator.packing import packed, unpacker
from generator.text.sentences import sentence_spans

if TYPE_CHECKING:
    from generator.curate.rows import Singles

WORTHWHILE = 200
"""Papers for each process below which starting it costs more than it saves."""

SHELF = "papers"
"""Where the cache keeps what a paper's own text says."""


def derive(
    papers: Sequence[Paper],
    topics: Mapping[PaperId, tuple[TopicScore, ...]],
    config: Config,
    *,
    places: Mapping[PaperId, Position] | None = None,
    jobs: int = 1,
    cache: Cache = NO_CACHE,
) -> dict[PaperId, Enrichment]:
    """Return an enrichment for each paper.

    Statements, links and facts come from each paper alone; related papers and places on the map
    from all of them.

    Args:
        papers: All of the corpus.
        topics: Of each paper, primary first.
        config: The site's settings.
        places: Of papers on the map of an earlier build.
        jobs: Most processes to use; the result is the same for any number.
        cache: Holds what earlier builds derived from each paper alone.
    """
    if not config.tldr.enabled:
        made = [Enrichment(links=find_links(paper)) for paper in papers]
    else:
        made = _recalled(papers, cache, jobs) if cache.folder else _made(papers, jobs)
    alone = {paper.id: enrichment for paper, enrichment in zip(papers, made, strict=True)}
    related, positions = _compared(papers, alone, topics, config, places)
    return {
        paper: replace(
            enrichment,
            topics=topics[paper],
            related=related.get(paper, ()),
            position=positions.get(paper),
        )
        for paper, enrichment in alone.items()
    }


def _compared(
    papers: Sequence[Paper],
    alone: Mapping[PaperId, Enrichment],
    topics: Mapping[PaperId, tuple[TopicScore, ...]],
    config: Config,
    places: Mapping[PaperId, Position] | None,
) -> tuple[Mapping[PaperId, tuple[RelatedPaper, ...]], Mapping[PaperId, Position]]:
    """Return related papers and places on the map; nothing is compared if neither is wanted."""
    if not (config.related.limit or config.map.enabled):
        return {}, {}
    # These load numpy, which most commands have no use for.
    from generator.curate.layout import place_papers  # noqa: PLC0415
    from generator.curate.likeness import alike  # noqa: PLC0415
    from generator.curate.related import find_related  # noqa: PLC0415
    from generator.curate.vectors import paper_vectors  # noqa: PLC0415

    facts = {paper: enrichment.facts for paper, enrichment in alone.items()}
    vectors = paper_vectors(papers)
    near = alike(vectors.rows(), vectors.lots(), _by_model(papers, vectors.papers, config))
    related = find_related(papers, vectors, config.related, near=near, topics=topics, facts=facts)
    return related, place_papers(vectors.papers, near, places) if config.map.enabled else {}


def _by_model(papers: Sequence[Paper], order: Sequence[PaperId], config: Config) -> Singles | None:
    """Return where the user's model puts the papers; None without one."""
    if not config.related.model:
        return None
    from generator.curate.sentence_model import model_points  # noqa: PLC0415 - loads numpy

    by_id = {paper.id: paper for paper in papers}
    return model_points([by_id[paper] for paper in order], config.root / config.related.model)


def _recalled(papers: Sequence[Paper], cache: Cache, jobs: int) -> list[Enrichment]:
    """Return what each paper's own text says, looked up by the paper, or else made and kept."""
    # Where a paper was read says nothing about it, and changes whenever a line is added above it.
    bare = [replace(paper, origins=(), provenance=()) for paper in papers]
    keys = [digest(repr(paper).encode()) for paper in bare]
    kept = cache.load(SHELF)
    missing = {key: paper for key, paper in zip(keys, bare, strict=True) if key not in kept}
    made = dict(zip(missing, _made(tuple(missing.values()), jobs), strict=True))
    if missing or len(kept) > len(set(keys)):
        fresh = {key: as_json(packed(enrichment)) for key, enrichment in made.items()}
        cache.save(SHELF, {key: fresh.get(key) or kept[key] for key in keys})
    unpack = unpacker(Enrichment)
    return [made.get(key) or unpack(json.loads(kept[key])) for key in keys]


def _made(papers: Sequence[Paper], jobs: int) -> list[Enrichment]:
    chunks = in_chunks(_from_themselves, papers, jobs=jobs, least=WORTHWHILE)
    return [enrichment for chunk in chunks for enrichment in chunk]


def _from_themselves(papers: Sequence[Paper]) -> list[Enrichment]:
    """Return what each paper's own text says; a pure function of that paper.

    Each question is put to all papers before the next one: a processor that keeps at one thing
    has its patterns and weights at hand, and takes a twelfth less time.
    """
    weights = shipped_weights()
    spans = [sentence_spans(paper.abstract) for paper in papers]
    links = [find_links(paper) for paper in papers]
    statements = [
        statements_of(paper, weights, sentences)
        for paper, sentences in zip(papers, spans, strict=True)
    ]
    facts = [
        find_facts(paper, links=found, spans=sentences)
        for paper, found, sentences in zip(papers, links, spans, strict=True)
    ]
    return [
        Enrichment(links=found, contribution=contribution, result=result, facts=named)
        for found, (contribution, result), named in zip(links, statements, facts, strict=True)
    ]
