"""From records as they were read to the corpus: merged, ordered, with links and topics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.cache import NO_CACHE, Cache
from generator.config.schema import Config
from generator.curate.choose import Choice, choose
from generator.curate.derive import derive
from generator.curate.regions import regions
from generator.curate.synonyms import load_synonyms
from generator.curate.topic_choice import choose_topics
from generator.curate.topics import TopicAssignment
from generator.curate.unread_tex import unread_tex
from generator.errors import Diagnostic, Severity
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment, Position
from generator.model.free_page import FreePage
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId
from generator.model.region import Region

_OWN_PAGES = frozenset(
    {"papers", "topics", "issues", "authors", "venues", "systems", "benchmarks", "search", "404"}
    | {"map", "feeds", "data", "api", "subscribe", "emails", "trending"}
)
"""Addresses promised in docs/architecture.md, which no free page may take."""

Enrichments = Mapping[PaperId, Enrichment]
Places = Mapping[PaperId, Position]
Enricher = Callable[[Sequence[Paper], Enrichments, Config], Enrichments]
"""Returns what was derived about every paper, with its own additions; changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The papers and issues of the site, and the topics of each paper."""

    choice: Choice
    assignment: TopicAssignment


def gather(
    papers: Sequence[Paper],
    issues: Sequence[Issue],
    config: Config,
    *,
    dropped: int = 0,
    jobs: int = 1,
) -> Gathered:
    """Return the papers merged, filtered and ordered, and their topics.

    Args:
        papers: Every record of every source, in reading order, doubled ones included.
        issues: Every issue read; their picks name ids or identifiers.
        config: The site's settings; the topics file is read from its root.
        dropped: Records of large files that the filter left out while they were read.
        jobs: Most processes to use; the result is the same for any number.
    """
    choice = choose(papers, issues, config, dropped=dropped)
    return Gathered(choice=choice, assignment=choose_topics(choice.papers, config, jobs))


def complete(
    gathered: Gathered,
    pages: Sequence[FreePage],
    config: Config,
    *,
    enrichers: Sequence[Enricher] = (),
    places: Places | None = None,
    jobs: int = 1,
    cache: Cache = NO_CACHE,
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Return the checked corpus, with all that is derived, and everything doubtful about it.

    Args:
        gathered: What ``gather`` returned.
        pages: Every free page.
        config: The site's settings.
        enrichers: Run in this order after ours.
        places: Of papers on the map of an earlier build, which then stays much as it was.
        jobs: Most processes to use; the result is the same for any number.
        cache: Holds what earlier builds derived from each paper alone.
    """
    choice, assignment = gathered.choice, gathered.assignment
    enrichments: Enrichments = derive(
        choice.papers, assignment.scores, config, places=places, jobs=jobs, cache=cache
    )
    for enrich in enrichers:
        enrichments = enrich(choice.papers, enrichments, config)
    used = {entry.topic for enrichment in enrichments.values() for entry in enrichment.topics}
    topics = tuple(topic for topic in assignment.taxonomy if topic.id in used)
    wider = {topic.parent for topic in topics} - used
    unique, doubled = _unique_pages(pages)
    synonyms, faults = load_synonyms(config)
    corpus = Corpus(
        papers=choice.papers,
        issues=choice.issues,
        topics=topics,
        former_topics=assignment.former,
        parents=tuple(topic for topic in assignment.taxonomy if topic.id in wider),
        pages=unique,
        enrichments=enrichments,
        regions=_regions(enrichments),
        merged=choice.ids,
        counts=choice.counts,
        synonyms=synonyms,
    )
    unread = unread_tex(choice.papers)
    return corpus, (*choice.diagnostics, *assignment.diagnostics, *doubled, *faults, *unread)


def curate(
    papers: Sequence[Paper],
    issues: Sequence[Issue],
    pages: Sequence[FreePage],
    config: Config,
    *,
    enrichers: Sequence[Enricher] = (),
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Return the corpus of what was read; ``gather`` and ``complete`` in one."""
    return complete(gather(papers, issues, config), pages, config, enrichers=enrichers)


def _regions(enrichments: Enrichments) -> tuple[Region, ...]:
    places = {paper: found.position for paper, found in enrichments.items() if found.position}
    return regions(places, {paper: found.topics for paper, found in enrichments.items()})


def _unique_pages(
    pages: Iterable[FreePage],
) -> tuple[tuple[FreePage, ...], tuple[Diagnostic, ...]]:
    """Return the first page of each slug, by slug, and a diagnostic for each that cannot stay."""
    by_slug: dict[str, FreePage] = {}
    found: list[Diagnostic] = []
    for page in pages:
        if page.slug in _OWN_PAGES:
            found.append(_misplaced("U041", page, f"the site has its own page at /{page.slug}/"))
        elif page.slug in by_slug:
            place = by_slug[page.slug].location
            found.append(_misplaced("U040", page, f"{place} is the page /{page.slug}/ already"))
        else:
            by_slug[page.slug] = page
    return tuple(by_slug[slug] for slug in sorted(by_slug)), tuple(found)


def _misplaced(code: str, page: FreePage, message: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        location=page.location,
        hint="give the page another slug",
    )
