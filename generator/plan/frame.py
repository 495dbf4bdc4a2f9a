"""The frame that all pages share, and the head that each one fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

from generator.config.cards import CardsConfig
from generator.config.files import FilesConfig
from generator.config.schema import Config
from generator.config.subscribe import SubscribeConfig
from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.attention import has_signals
from generator.plan.card_view import CardView, card_view
from generator.plan.channel_parts import FeedView, FileView, SubscribeForm
from generator.plan.citation import collection_data
from generator.plan.feeds import FeedOutline, feed_outlines, feed_views
from generator.plan.files import file_views
from generator.plan.formatted import Citer
from generator.plan.parts import NavLink, PageHead, SiteView
from generator.plan.views import Views, make_views

_WITH_FILES = {
    "paper": urls.CITED_PAPER,
    "topic": urls.CITED_PAPERS,
    "issue": urls.CITED_PAPERS,
}
"""What the names of the files beside a page begin with, by the page's kind."""

_LISTS = frozenset({"home", "papers", "topic", "topics", "issue", "issues"})
"""Kinds of pages that list papers, or lists of them."""

_FEWEST_DOTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What pages of a site share whatever its papers are, and the heads they get of it.

    A page made of a setting and of a few values more shows nothing else.
    """

    site: SiteView
    language: Language
    files: FilesConfig
    cards: CardsConfig
    citer: Citer

    def _files(self, kind: str, url: str) -> tuple[FileView, ...]:
        """Return the files that stand beside the first page of a paper, topic or issue."""
        if kind not in _WITH_FILES:
            return ()
        folder = urls.unnumbered(url)
        return file_views(folder, _WITH_FILES[kind], self.files, papers=self.site.papers)

    def _card(self, kind: str, url: str, title: str) -> CardView | None:
        return card_view(
            self.cards,
            base_url=self.site.base_url,
            papers=self.site.papers,
            kind=kind,
            url=url,
            names=(title, self.site.title),
        )

    def head(
        self,
        *,
        url: str,
        kind: str,
        title: str,
        description: str = "",
        trail: tuple[NavLink, ...] = (),
        feeds: tuple[FeedView, ...] = (),
        indexed: bool = True,
    ) -> PageHead:
        """Return the head of the page at ``url``."""
        head = PageHead(
            root=urls.root_of(url),
            url=url,
            canonical=urls.absolute(self.site.base_url, url),
            kind=kind,
            title=title,
            description=description or self.site.description,
            trail=trail,
            feeds=feeds,
            files=self._files(kind, url),
            indexed=indexed,
            card=self._card(kind, url, title) if indexed else None,
        )
        if kind in _LISTS and self.site.base_url:
            return replace(head, structured=collection_data(head, self.site))
        return head


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Setting):
    """What every page builder is given: the setting, corpus, views, settings and the feeds."""

    corpus: Corpus
    config: Config
    views: Views
    outlines: tuple[FeedOutline, ...]

    @property
    def has_map(self) -> bool:
        """Whether enough papers have places for a map to show anything."""
        return _has_map(self.corpus)

    def feeds_of(self, outline: FeedOutline) -> tuple[FeedView, ...]:
        """Return a feed in each format, for links in pages."""
        return feed_views(outline, self.site.title, self.config.feeds.formats)


def make_frame(
    corpus: Corpus, config: Config, assets: Mapping[str, str], version: str, *, jobs: int = 1
) -> Frame:
    """Return the frame of a corpus's site.

    Args:
        corpus: What the site is about.
        config: Its settings.
        assets: Site-relative URL of each asset by its logical name.
        version: The generator's version.
        jobs: Most processes to use; the frame is the same for any number.
    """
    site = config.site
    outlines = feed_outlines(corpus, config)
    views = make_views(corpus, config.language, jobs=jobs)
    language = config.language
    view = SiteView(
        title=site.title,
        description=site.description,
        language=language.tag,
        direction=language.direction,
        papers_language=site.papers_language or language.tag,
        curator=site.curator,
        base_url=site.base_url,
        navigation=_navigation(corpus, language),
        feeds=feed_views(outlines[0], site.title, config.feeds.formats),
        assets=dict(assets),
        search=config.search.kind(len(corpus.papers)),
        form=_form(config.subscribe),
        data=bool(config.files.citations),
        offline=site.offline,
        papers=len(corpus.papers),
        topics=len(corpus.topics),
        issues=len(corpus.issues),
        newest=max((card.added for card in views.cards.values()), default=""),
        version=version,
    )
    return Frame(
        site=view,
        language=language,
        files=config.files,
        cards=config.cards,
        citer=Citer(config.files.styles),
        corpus=corpus,
        config=config,
        views=views,
        outlines=outlines,
    )


def _form(subscribe: SubscribeConfig) -> SubscribeForm | None:
    if not subscribe.action:
        return None
    return SubscribeForm(
        action=subscribe.action,
        origin=subscribe.origin,
        field=subscribe.address_field,
        hidden=tuple(subscribe.hidden.items()),
        note=subscribe.note,
    )


def _navigation(corpus: Corpus, language: Language) -> tuple[NavLink, ...]:
    links = []
    if corpus.issues:
        links.append(NavLink(url=urls.ISSUES, label=language.text("pages.issues")))
    if corpus.topics:
        links.append(NavLink(url=urls.TOPICS, label=language.text("pages.topics")))
    links.append(NavLink(url=urls.PAPERS, label=language.text("pages.papers")))
    if any(enrichment.facts.system for enrichment in corpus.enrichments.values()):
        links.append(NavLink(url=urls.SYSTEMS, label=language.text("pages.systems")))
    if _has_map(corpus):
        links.append(NavLink(url=urls.MAP, label=language.text("pages.map")))
    if has_signals(corpus.papers):
        links.append(NavLink(url=urls.TRENDING, label=language.text("pages.trending")))
    pages = (NavLink(url=urls.encoded(f"{page.slug}/"), label=page.title) for page in corpus.pages)
    return (*links, *pages)


def _has_map(corpus: Corpus) -> bool:
    places = (found.position for found in corpus.enrichments.values() if found.position)
    return len(list(islice(places, _FEWEST_DOTS))) == _FEWEST_DOTS
