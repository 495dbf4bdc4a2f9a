"""A feed as a value, whatever format it is written in."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.enrichment import Enrichment
from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, gist
from generator.text.abstract import abstract_html
from generator.text.plain import clip, readable

SUMMARY_LENGTH = 280
MAX_BYTES = 480 * 1024
"""A feed stays under 512 KiB: the newest entries that fit are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A paper in a feed.

    Attributes:
        id: A URN that never changes, wherever the site is hosted (RFC 4122, version 5).
        url: The paper's page, absolute where the public address is known.
        title: Readable plain text.
        summary: What is new and what was found, as plain text.
        body: The abstract as safe HTML.
        updated: Last change that the sources state.
        authors: Names.
        categories: Topic names.
        links: Addresses of paper, code and so on, with their kinds.
    """

    id: str
    url: str
    title: str
    summary: str
    body: str
    updated: datetime.date
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The newest papers of the site or of a topic.

    Attributes:
        id: A URN that never changes.
        path: Where the feed is written, site-relative.
        url: Its own address, absolute where the public address is known.
        page: Address of the page it follows.
        author: Who makes the digest: the curator or, unnamed, the site.
        updated: Newest entry's date.
    """

    id: str
    path: str
    url: str
    page: str
    title: str
    description: str
    language: str
    author: str
    updated: datetime.date
    entries: tuple[FeedEntry, ...]


def urn(name: str) -> str:
    """Return the permanent id of a paper or feed, made of its own id alone."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"florilegium:{name}").urn


def make_feed(
    corpus: Corpus, plan: SitePlan, config: Config, *, path: str, topic: str | None = None
) -> Feed:
    """Return the feed of the site, or of one topic, at ``path``.

    A paper's date is its last revision, first publication or first issue; where the sources state
    none, the oldest date in Unix stands for it, which feed readers sort last.
    """
    site = config.site
    way = site.base_url or urls.root_of(path)
    papers = corpus.papers if topic is None else corpus.in_topic(topic)
    name = next((t.name for t in corpus.topics if t.id == topic), "")
    page = urls.HOME if topic is None else plan.topic_urls[topic]
    entries = tuple(_entry(corpus, plan, paper, way) for paper in papers[: config.feeds.limit])
    kept = _that_fit(entries)
    return Feed(
        id=urn(f"feed:{topic or ''}"),
        path=path,
        url=way + urls.encoded(path),
        page=way + urls.encoded(page),
        title=f"{site.title}: {name}" if name else site.title,
        description=site.description,
        language=site.language,
        author=site.curator or site.title,
        updated=max((entry.updated for entry in kept), default=plan.updated or UNDATED),
        entries=kept,
    )


UNDATED = datetime.date(1970, 1, 1)


def _entry(corpus: Corpus, plan: SitePlan, paper: Paper, way: str) -> FeedEntry:
    enrichment = corpus.enrichments[paper.id]
    places = [(found.start, found.end, found.link.url) for found in enrichment.links]
    return FeedEntry(
        id=urn(paper.id),
        url=way + urls.encoded(plan.paper_urls[paper.id]),
        title=readable(paper.title),
        summary=_summary(paper, enrichment),
        body=str(abstract_html(paper.abstract, places)),
        updated=_date_of(corpus, paper),
        authors=tuple(author.name for author in paper.authors),
        categories=corpus.topic_names(paper.id),
        links=tuple((link.kind.value, link.url) for link in all_links(corpus, paper)),
    )


def _summary(paper: Paper, enrichment: Enrichment) -> str:
    new = gist(paper, enrichment, SUMMARY_LENGTH)
    found = clip(readable(enrichment.result.brief), SUMMARY_LENGTH) if enrichment.result else ""
    return f"{new} {found}".strip()


def _date_of(corpus: Corpus, paper: Paper) -> datetime.date:
    stated: PartialDate | None = paper.updated or paper.published
    if stated:
        return stated.earliest()
    printed = (issue.date for issue in corpus.issues_with(paper.id))
    return min(printed, default=UNDATED)


def _that_fit(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    kept, size = [], 0
    for entry in entries:
        size += 2 * len(entry.body.encode()) + 1000  # escaped body, summary and frame: rather more
        if size > MAX_BYTES:
            break
        kept.append(entry)
    return tuple(kept)
