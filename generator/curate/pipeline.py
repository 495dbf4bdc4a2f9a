"""From records as they were read to the corpus: merged, ordered, with links and topics."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.config.schema import Config
from generator.curate.dedupe import merge_papers
from generator.curate.issues import merge_issues, resolve_picks
from generator.curate.links import find_links
from generator.curate.taxonomy import load_taxonomy
from generator.curate.topics import assign_topics
from generator.errors import Diagnostic, Severity
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment
from generator.model.free_page import FreePage
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId

_OWN_PAGES = frozenset(
    {"papers", "topics", "issues", "authors", "venues", "systems", "search", "404"}
)
"""Addresses promised in docs/architecture.md, which no free page may take."""

Enrichments = Mapping[PaperId, Enrichment]
Enricher = Callable[[Sequence[Paper], Enrichments, Config], Enrichments]
"""Returns what was derived about every paper, with its own additions; changes nothing."""


def curate(
    papers: Sequence[Paper],
    issues: Sequence[Issue],
    pages: Sequence[FreePage],
    config: Config,
    *,
    enrichers: Sequence[Enricher] = (),
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """Return the checked corpus and everything doubtful about it.

    Args:
        papers: Every record of every source, in reading order, doubled ones included.
        issues: Every issue read; their picks name ids or identifiers.
        pages: Every free page.
        config: The site's settings; the topics file is read from its root.
        enrichers: Run in this order after ours.
    """
    wanted = [paper for paper in papers if config.drafts or not paper.draft]
    merged = merge_papers(wanted)
    known = {paper.id for paper in merged.papers}
    drafts = {name for paper in papers if paper.draft for name in (paper.id, *paper.aliases)}
    resolved, lost = resolve_picks(merge_issues(issues), known, merged.ids, drafts)
    ordered = _in_order(merged.papers, resolved)
    taxonomy, misread = load_taxonomy(config)
    assignment = assign_topics(ordered, taxonomy, config.topics.limit)
    enrichments: Enrichments = {
        paper.id: Enrichment(topics=assignment.scores[paper.id], links=find_links(paper))
        for paper in ordered
    }
    for enrich in enrichers:
        enrichments = enrich(ordered, enrichments, config)
    used = {entry.topic for enrichment in enrichments.values() for entry in enrichment.topics}
    unique, doubled = _unique_pages(pages)
    corpus = Corpus(
        papers=ordered,
        issues=resolved,
        topics=tuple(topic for topic in assignment.taxonomy if topic.id in used),
        pages=unique,
        enrichments=enrichments,
        merged=merged.ids,
    )
    return corpus, (*merged.diagnostics, *lost, *misread, *assignment.diagnostics, *doubled)


def _in_order(papers: Iterable[Paper], issues: Sequence[Issue]) -> tuple[Paper, ...]:
    """Return the papers newest first: by their newest issue, else by publication; undated last.

    Papers of one issue stand in its order, all others of one day in reading order.
    """
    places: dict[PaperId, tuple[datetime.date, int]] = {}
    for issue in issues:
        for number, paper_id in enumerate(issue.papers):
            places.setdefault(paper_id, (issue.date, number))

    def age(paper: Paper) -> tuple[int, bool, int]:
        if paper.id in places:
            day, number = places[paper.id]
            return (-day.toordinal(), False, number)
        day_number = paper.published.earliest().toordinal() if paper.published else 0
        return (-day_number, True, 0)

    return tuple(sorted(papers, key=age))


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
