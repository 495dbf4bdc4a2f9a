"""Invented records for tests: each maker takes the fields that matter and fills in the rest."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from generator.config.schema import Config
from generator.errors import SourceLocation
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.enrichment import Enrichment, FoundLink, TopicScore
from generator.model.free_page import FreePage
from generator.model.ids import paper_id
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Author, Link, LinkKind, Origin, Paper, PaperId
from generator.model.topic import Term, Topic

TODAY = datetime.date(2024, 6, 1)


def make_location(path: str = "seeds/made-up.md", line: int | None = 1) -> SourceLocation:
    return SourceLocation(PurePosixPath(path), line)


def make_origin(
    path: str = "seeds/made-up.md", line: int | None = 1, format_name: str = "markdown"
) -> Origin:
    return Origin(location=make_location(path, line), format=format_name)


def make_author(name: str = "Ada van der Berg", **changes: Any) -> Author:
    return dataclasses.replace(Author(name=name), **changes)


def make_paper(title: str = "Otters: A Benchmark of River Maps", **changes: Any) -> Paper:
    """Return a paper with an abstract; its id follows from title, first author and aliases."""
    paper = Paper(
        id=PaperId("?"),
        title=title,
        abstract="We draw river maps with otters. Our maps beat the best known ones by 3.5%.",
        authors=(make_author(), make_author("Lin Zhao")),
        published=PartialDate(2024, 3, 11),
        origins=(make_origin(),),
    )
    paper = dataclasses.replace(paper, **changes)
    if "id" not in changes:
        first = paper.authors[0].name if paper.authors else ""
        paper = dataclasses.replace(paper, id=paper_id(paper.title, first, paper.aliases))
    return paper


def make_papers(count: int, **changes: Any) -> tuple[Paper, ...]:
    """Return papers with numbered titles: Paper number 1, Paper number 2, …"""
    return tuple(make_paper(f"Paper number {n}", **changes) for n in range(1, count + 1))


def make_issue(papers: Iterable[Paper | PaperId | str] = (), **changes: Any) -> Issue:
    """Return an issue dated 2024-03-11 with one section that picks the papers in order."""
    picks = tuple(
        Pick(paper=paper.id if isinstance(paper, Paper) else PaperId(paper)) for paper in papers
    )
    date = changes.get("date", datetime.date(2024, 3, 11))
    issue = Issue(
        id=date.isoformat(),
        date=date,
        sections=(Section(picks=picks),),
        curator="the river club",
        locations=(make_location("seeds/2024-03-11.txt"),),
    )
    return dataclasses.replace(issue, **changes)


def make_topic(name: str = "River maps", terms: Mapping[str, float] | None = None) -> Topic:
    """Return a topic whose id is its name with hyphens."""
    return Topic(
        id=name.lower().replace(" ", "-"),
        name=name,
        description=f"All about {name.lower()}.",
        terms=tuple(Term(text=text, weight=weight) for text, weight in (terms or {}).items()),
    )


def make_free_page(slug: str = "about", **changes: Any) -> FreePage:
    page = FreePage(
        slug=slug,
        title=slug.capitalize(),
        body="We read papers about *rivers*.",
        location=make_location(f"seeds/pages/{slug}.md"),
    )
    return dataclasses.replace(page, **changes)


def make_found_link(abstract: str, url: str, kind: LinkKind = LinkKind.CODE) -> FoundLink:
    """Return the link at the place where the abstract spells ``url`` first."""
    start = abstract.index(url)
    return FoundLink(link=Link(url=url, kind=kind), start=start, end=start + len(url))


def make_enrichment(*topics: str, links: Sequence[FoundLink] = ()) -> Enrichment:
    """Return an enrichment with the topics, primary first, at falling scores."""
    scores = tuple(TopicScore(topic=name, score=1 / (1 + n)) for n, name in enumerate(topics))
    return Enrichment(topics=scores, links=tuple(links))


def make_corpus(papers: Sequence[Paper] | None = None, **changes: Any) -> Corpus:
    """Return a checked corpus: three papers, one issue and one topic unless told otherwise."""
    papers = make_papers(3) if papers is None else papers
    topics = changes.pop("topics", (make_topic(),))
    ids = [topic.id for topic in topics[:1]]
    enrichments = changes.pop("enrichments", {paper.id: make_enrichment(*ids) for paper in papers})
    issues = changes.pop("issues", (make_issue(papers),))
    return Corpus(
        papers=tuple(papers), issues=issues, topics=topics, enrichments=enrichments, **changes
    )


def make_config(root: Path = Path("/project"), **changes: Any) -> Config:
    return dataclasses.replace(Config(root=root, today=TODAY), **changes)
