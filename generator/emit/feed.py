"""A feed as a value, whatever format it is written in."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from generator.config.schema import Config
from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment
from generator.model.issue import Issue
from generator.model.paper import LinkKind, Paper, PaperId
from generator.plan import urls
from generator.plan.feeds import FeedOutline, full_title
from generator.plan.history import issue_key
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, gist, issue_card
from generator.text.abstract import abstract_html
from generator.text.markdown import to_html
from generator.text.plain import clip, readable

SUMMARY_LENGTH = 280
_ISSUE_PAPERS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A paper or an issue in a feed.

    Attributes:
        id: A URN that never changes, wherever the site is hosted (RFC 4122, version 5).
        url: Its page, absolute where the public address is known.
        title: Readable plain text.
        summary: What is new and what was found, as plain text.
        body: Both of these and the abstract, or the issue's papers, as safe HTML.
        published: First publication; None when no source dates it.
        updated: Last change of the content (``model.history``).
        authors: Names.
        categories: Topics, then the codes of the source's classification.
        links: Addresses of paper, code and so on, with their kinds.
    """

    id: str
    url: str
    title: str
    summary: str
    body: str
    published: datetime.date | None
    updated: datetime.date
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    @property
    def external(self) -> str:
        """Address of the paper itself; empty when unknown."""
        return next((url for kind, url in self.links if kind == LinkKind.PAPER), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself.

    Attributes:
        id: A URN that never changes.
        folder: Where its files are, site-relative.
        way: What makes a site-relative URL absolute or, without a public address, relative to the
            folder.
        page: Address of the page it follows.
        author: Who makes the digest: the curator or, unnamed, the site.
        updated: Newest change of an entry.
    """

    id: str
    folder: str
    way: str
    page: str
    title: str
    description: str
    language: str
    author: str
    generator: str
    updated: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """One file of a feed: its number and how many there are, the file's addresses, its entries.

    ``urls`` holds the address of every page, in order; ``entries`` are ready-made text.
    """

    number: int
    urls: tuple[str, ...]
    entries: Sequence[str]

    @property
    def url(self) -> str:
        """The page's own address."""
        return self.urls[self.number - 1]

    @property
    def next(self) -> str:
        """Address of the page with older entries; empty on the last one."""
        return self.urls[self.number] if self.number < len(self.urls) else ""

    def relations(self) -> Iterable[tuple[str, str]]:
        """Yield relation and address of a paged feed's other pages (RFC 5005, section 3)."""
        if len(self.urls) == 1:
            return
        yield "first", self.urls[0]
        if self.number > 1:
            yield "previous", self.urls[self.number - 2]
        if self.next:
            yield "next", self.next
        yield "last", self.urls[-1]


def urn(name: str) -> str:
    """Return the permanent id of a paper, an issue or a feed, made of its own id alone."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"florilegium:{name}").urn


def way_from(folder: str, config: Config) -> str:
    """Return what stands before site-relative URLs in a feed of this folder."""
    return config.site.base_url or urls.root_of(folder)


def make_feed(
    outline: FeedOutline, plan: SitePlan, config: Config, *, updated: datetime.date
) -> Feed:
    """Return a feed without its entries."""
    site = config.site
    way = way_from(outline.folder, config)
    return Feed(
        id=urn(_feed_name(outline)),
        folder=outline.folder,
        way=way,
        page=way + outline.page or "./",
        title=full_title(outline, site.title),
        description=site.description,
        language=config.language.tag,
        author=site.curator or site.title,
        generator=f"Florilegium {plan.site.version}",
        updated=updated,
    )


def _feed_name(outline: FeedOutline) -> str:
    """Return what a feed's id is made of: a topic's own id alone, for those that follow it."""
    if outline.kind in {"site", "topic"}:
        return f"feed:{outline.name}"
    return f"feed:{outline.kind}:{outline.name}"


def paper_entry(
    corpus: Corpus, plan: SitePlan, paper: Paper, way: str, language: Language
) -> FeedEntry:
    """Return a paper as an entry.

    A paper that no source dates is as old as the oldest date in Unix, which readers sort last.
    """
    enrichment = corpus.enrichments[paper.id]
    places = [(found.start, found.end, found.link.url) for found in enrichment.links]
    statements = _statements(paper, enrichment, language)
    return FeedEntry(
        id=urn(paper.id),
        url=way + urls.encoded(plan.paper_urls[paper.id]),
        title=readable(paper.title),
        summary=" ".join(text for _, text in statements),
        body=_labelled(statements if enrichment.contribution else [])
        + str(abstract_html(paper.abstract, places)),
        published=paper.published.earliest() if paper.published else None,
        updated=plan.history.pages[paper.id].changed,
        authors=tuple(author.name for author in paper.authors),
        categories=tuple(dict.fromkeys((*corpus.topic_names(paper.id), *paper.categories))),
        links=tuple((link.kind.value, link.url) for link in all_links(corpus, paper)),
    )


def _statements(paper: Paper, enrichment: Enrichment, language: Language) -> list[tuple[str, str]]:
    new = gist(paper, enrichment, SUMMARY_LENGTH)
    found = clip(readable(enrichment.result.brief), SUMMARY_LENGTH) if enrichment.result else ""
    rows = (("feeds.new", new), ("feeds.found", found))
    return [(language.text(key), text) for key, text in rows if text]


def _labelled(statements: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f"<p><strong>{escape(label)}</strong> {escape(text)}</p>" for label, text in statements
    )


def issue_entry(
    corpus: Corpus, plan: SitePlan, issue: Issue, way: str, language: Language
) -> FeedEntry:
    """Return an issue as an entry: its introduction, and its papers with what is new in each."""
    card = issue_card(issue, language)
    papers = tuple(dict.fromkeys(issue.papers))
    rows = "".join(_row(corpus, plan, paper, way) for paper in papers[:_ISSUE_PAPERS])
    more = len(papers) - _ISSUE_PAPERS
    words = escape(language.text("feeds.more", n=max(more, 0)))
    rest = f'<p><a href="{escape(way + card.url)}">{words}</a></p>' if more > 0 else ""
    counted = language.counted(len(papers), "paper")
    key = "feeds.summary_curated" if issue.curator else "feeds.summary"
    return FeedEntry(
        id=urn(issue_key(issue.id)),
        url=way + card.url,
        title=card.name,
        summary=language.text(key, papers=counted, name=issue.curator),
        body=f"{to_html(issue.introduction)}<ol>{rows}</ol>{rest}",
        published=issue.date,
        updated=plan.history.pages[issue_key(issue.id)].changed,
        authors=(issue.curator,) if issue.curator else (),
    )


def _row(corpus: Corpus, plan: SitePlan, paper_id: PaperId, way: str) -> str:
    paper = corpus.paper(paper_id)
    url = escape(way + urls.encoded(plan.paper_urls[paper_id]))
    new = escape(gist(paper, corpus.enrichments[paper_id], SUMMARY_LENGTH))
    return f'<li><p><a href="{url}">{escape(readable(paper.title))}</a></p><p>{new}</p></li>'
