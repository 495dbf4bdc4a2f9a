"""A paper's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.model.enrichment import About, Enrichment, Fact, RelatedPaper, Statement
from generator.model.paper import Link, Paper, PaperId
from generator.plan import urls
from generator.plan.citation import citation_tags, structured_data
from generator.plan.contexts import PaperPage
from generator.plan.frame import Frame, Setting
from generator.plan.parts import (
    AuthorView,
    IssueCard,
    LinkView,
    NavLink,
    PaperCard,
    RelatedView,
    StatementView,
)
from generator.plan.site_plan import Page
from generator.plan.views import all_links, date_view, link_view
from generator.text.abstract import abstract_html
from generator.text.mathml import formula_html
from generator.text.plain import clip, readable

DESCRIPTION_LENGTH = 160

_SCHEMES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/"),
    "doi": ("DOI", "https://doi.org/"),
    "openreview": ("OpenReview", "https://openreview.net/forum?id="),
    "acl": ("ACL Anthology", "https://aclanthology.org/"),
    "pmid": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"),
}

Neighbours = tuple[PaperId | None, PaperId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """All that the page of a paper shows beside the setting: it is made of nothing else.

    Attributes:
        url: Of the page.
        paper: Without the places it was read at.
        enrichment: Without what only other papers and the map need.
        card: As lists show it.
        links: Those stated and those found.
        related: Best first.
        issues: Those that hold it, newest first.
        previous: Paper before this one in its issue; None at the start or without an issue.
        next: The one after it.
    """

    url: str
    paper: Paper
    enrichment: Enrichment
    card: PaperCard
    links: tuple[Link, ...]
    related: tuple[RelatedView, ...]
    issues: tuple[IssueCard, ...]
    previous: NavLink | None
    next: NavLink | None


def paper_pages(frame: Frame) -> Iterator[Page]:
    """Yield one page for each paper."""
    neighbours = _neighbours(frame)
    for paper in frame.corpus.papers:
        dated = paper.updated or paper.published
        printed = [issue.date for issue in frame.corpus.issues_with(paper.id)]
        subject = partial(_subject, frame, paper, neighbours.get(paper.id, (None, None)))
        yield Page(
            url=urls.paper_url(frame.views.slugs[paper.id]),
            template="pages/paper.html",
            kind="paper",
            title=frame.views.cards[paper.id].title,
            context=partial(_context, frame, subject),
            subject=subject,
            updated=dated.earliest() if dated else max(printed, default=None),
        )


def _subject(frame: Frame, paper: Paper, neighbours: Neighbours) -> Subject:
    views, enrichment = frame.views, frame.corpus.enrichments[paper.id]
    previous, following = neighbours
    return Subject(
        url=urls.paper_url(views.slugs[paper.id]),
        paper=replace(paper, origins=(), provenance=()),
        enrichment=replace(enrichment, topics=(), related=(), about=About(), position=None),
        card=views.cards[paper.id],
        links=all_links(frame.corpus, paper),
        related=tuple(_related(frame, entry) for entry in enrichment.related),
        issues=tuple(views.issues[issue.id] for issue in frame.corpus.issues_with(paper.id)),
        previous=views.paper_link(previous) if previous else None,
        next=views.paper_link(following) if following else None,
    )


def _neighbours(frame: Frame) -> dict[PaperId, Neighbours]:
    """Return the papers before and after each one in the newest issue that holds it."""
    found: dict[PaperId, Neighbours] = {}
    for issue in frame.corpus.issues:
        row = (None, *dict.fromkeys(issue.papers), None)
        for previous, paper, following in zip(row, row[1:], row[2:], strict=False):
            if paper:
                found.setdefault(paper, (previous, following))
    return found


def _context(setting: Setting, subject: Callable[[], Subject]) -> PaperPage:
    made_of = subject()
    paper, card, language = made_of.paper, made_of.card, setting.language
    facts = made_of.enrichment.facts
    head = setting.head(
        url=made_of.url,
        kind="paper",
        title=card.title,
        description=clip(card.summary, DESCRIPTION_LENGTH) or card.title,
        trail=(NavLink(url=urls.PAPERS, label=language.text("pages.papers")),),
    )
    return PaperPage(
        head=head,
        id=paper.id,
        title=card.title,
        authors=tuple(
            AuthorView(name=a.name, affiliation=a.affiliation, orcid=a.orcid) for a in paper.authors
        ),
        date=date_view(paper.published, language) if paper.published else None,
        updated=date_view(paper.updated, language) if paper.updated else None,
        venue=paper.venue,
        abstract=_abstract(paper, made_of.enrichment),
        contribution=_statement(made_of.enrichment.contribution),
        result=_statement(made_of.enrichment.result),
        headline=tuple(readable(fact.text) for fact in facts.headline),
        system=_named(urls.SYSTEMS, facts.system),
        expansion=readable(facts.expansion.text) if facts.expansion else "",
        benchmarks=tuple(
            link for fact in facts.benchmarks if (link := _named(urls.BENCHMARKS, fact))
        ),
        related=made_of.related,
        topics=card.topics,
        keywords=paper.keywords,
        links=tuple(link_view(link, language) for link in made_of.links),
        identifiers=_identifiers(paper),
        issues=made_of.issues,
        previous=made_of.previous,
        next=made_of.next,
        cited=tuple(setting.citer.citations(paper)),
        citation=citation_tags(paper, head.canonical),
        structured=structured_data(paper, head, setting.site),
    )


def _abstract(paper: Paper, enrichment: Enrichment) -> Markup:
    """Return the abstract with its links, and with what is new and what was found set off."""
    links = [(found.start, found.end, found.link.url) for found in enrichment.links]
    statements = (("contribution", enrichment.contribution), ("result", enrichment.result))
    marks = [(s.start, s.end, name) for name, s in statements if s and s.start >= 0]
    return abstract_html(paper.abstract, links, sorted(marks), formula=formula_html)


def _statement(statement: Statement | None) -> StatementView | None:
    if statement is None:
        return None
    return StatementView(text=readable(statement.brief), origin=statement.origin.value)


def _named(url: str, fact: Fact | None) -> NavLink | None:
    return NavLink(url=urls.anchored(url, fact.text), label=readable(fact.text)) if fact else None


def _related(frame: Frame, related: RelatedPaper) -> RelatedView:
    card = frame.views.cards[related.paper]
    return RelatedView(
        url=card.url,
        title=card.title,
        hue=card.topics[0].hue if card.topics else 0,
        reason=frame.language.text("lists.comma").join(related.terms),
    )


def _identifiers(paper: Paper) -> tuple[LinkView, ...]:
    views = []
    for alias in paper.aliases:
        scheme, _, value = alias.partition(":")
        if scheme in _SCHEMES:
            name, prefix = _SCHEMES[scheme]
            address = prefix + urls.encoded(value)
            views.append(LinkView(url=address, label=f"{name} {value}", kind="paper", host=name))
    return tuple(views)
