"""Everything that is derived about the papers beside their topics, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from generator.cache import NO_CACHE, Cache
from generator.chunks import in_turns, runs
from generator.config.schema import Config
from generator.curate.links import find_links
from generator.curate.recall import Recall
from generator.memory import MANY, give_back
from generator.model.enrichment import About, Enrichment, Position, RelatedPaper, TopicScore
from generator.model.paper import Paper, PaperId

if TYPE_CHECKING:
    from generator.curate.likeness import Alike
    from generator.curate.rows import Singles
    from generator.curate.vectors import Vectors

WORTHWHILE = 400
"""Papers below which starting a process costs more than it saves."""

RUN = 500
"""Papers that one process reads before it looks for other work."""

Topics = Mapping[PaperId, tuple[TopicScore, ...]]
Places = Mapping[PaperId, Position]

NOTHING = About()
_UNREAD = Enrichment()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """What all papers together say of each."""

    related: Mapping[PaperId, tuple[RelatedPaper, ...]] = field(default_factory=dict)
    about: Mapping[PaperId, About] = field(default_factory=dict)
    positions: Mapping[PaperId, Position] = field(default_factory=dict)


def derive(
    papers: Sequence[Paper],
    topics: Topics,
    config: Config,
    *,
    places: Places | None = None,
    jobs: int = 1,
    cache: Cache = NO_CACHE,
) -> dict[PaperId, Enrichment]:
    """Return an enrichment for each paper.

    Statements, links and facts come from each paper alone; related papers, what a paper is about
    beside the others, and places on the map from all of them.

    Args:
        papers: All of the corpus.
        topics: Of each paper, primary first.
        config: The site's settings.
        places: Of papers on the map of an earlier build.
        jobs: Most processes to use; the result is the same for any number.
        cache: Holds what earlier builds derived from each paper alone.
    """
    recall = Recall.of(papers if config.tldr.enabled else (), cache)
    missing = tuple(recall.missing.values())
    tasks: list[Callable[[], Any]] = [
        partial(_likeness, papers, config),
        *(partial(_from_themselves, run) for run in runs(missing, len(missing) // RUN + 1)),
    ]
    likeness, *read = in_turns(tasks, jobs=jobs if len(papers) >= WORTHWHILE else 1)
    if len(papers) >= MANY:
        give_back()
    if config.tldr.enabled:
        made = recall.completed([enrichment for run in read for enrichment in run], cache)
    else:
        made = [_linked(paper) for paper in papers]
    alone = {paper.id: enrichment for paper, enrichment in zip(papers, made, strict=True)}
    compared = _compared(papers, alone, likeness, topics, config, places, jobs)
    del likeness, read, made
    if len(papers) >= MANY:
        give_back()
    return {
        paper: replace(
            enrichment,
            topics=topics[paper],
            related=compared.related.get(paper, ()),
            about=compared.about.get(paper, NOTHING),
            position=compared.positions.get(paper),
        )
        for paper, enrichment in alone.items()
    }


def _likeness(papers: Sequence[Paper], config: Config) -> tuple[Vectors, Alike] | None:
    """Return what papers are about, and which are alike; None if nobody wants to know."""
    if not (config.related.limit or config.map.enabled):
        return None
    # These load numpy, which most commands have no use for.
    from generator.curate.likeness import alike  # noqa: PLC0415
    from generator.curate.vectors import paper_vectors  # noqa: PLC0415

    vectors = paper_vectors(papers)
    return vectors, alike(vectors.rows(), vectors.lots(), _by_model(papers, vectors.papers, config))


def _compared(
    papers: Sequence[Paper],
    alone: Mapping[PaperId, Enrichment],
    likeness: tuple[Vectors, Alike] | None,
    topics: Topics,
    config: Config,
    places: Places | None,
    jobs: int,
) -> _Compared:
    """Return what papers are beside each other."""
    if likeness is None:
        return _Compared()
    from generator.curate.about import about  # noqa: PLC0415 # loads numpy
    from generator.curate.layout import place_papers  # noqa: PLC0415 # as above
    from generator.curate.related import find_related  # noqa: PLC0415 # as above

    vectors, near = likeness
    facts = {paper: enrichment.facts for paper, enrichment in alone.items()}
    # The map takes longest, as long as both others together.
    tasks: list[Callable[[], Any]] = [
        partial(
            find_related, papers, vectors, config.related, near=near, topics=topics, facts=facts
        ),
        partial(place_papers, vectors.papers, near, places) if config.map.enabled else dict,
        partial(about, vectors),
    ]
    related, positions, terms = in_turns(tasks, jobs=jobs if len(papers) >= WORTHWHILE else 1)
    return _Compared(related=related, about=terms, positions=positions)


def _by_model(papers: Sequence[Paper], order: Sequence[PaperId], config: Config) -> Singles | None:
    """Return where the user's model puts the papers; None without one."""
    if not config.related.model:
        return None
    from generator.curate.sentence_model import model_points  # noqa: PLC0415 - loads numpy

    by_id = {paper.id: paper for paper in papers}
    return model_points([by_id[paper] for paper in order], config.root / config.related.model)


def _linked(paper: Paper) -> Enrichment:
    """Return no more than the links of a paper; most have none."""
    links = find_links(paper)
    return Enrichment(links=links) if links else _UNREAD


def _from_themselves(papers: Sequence[Paper]) -> list[Enrichment]:
    """Return what each paper's own text says; a pure function of that paper.

    Each question is put to all papers before the next one: a processor that keeps at one thing
    has its patterns and weights at hand, and takes a twelfth less time.
    """
    # Hundreds of patterns, which a site without statements has no use for.
    from generator.curate.facts import find_facts  # noqa: PLC0415
    from generator.curate.statement_weights import shipped_weights  # noqa: PLC0415
    from generator.curate.tldr import statements_of  # noqa: PLC0415
    from generator.text.sentences import sentence_spans  # noqa: PLC0415

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
