"""Which feeds the site has, and where."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote_plus

from generator.config.feeds import FeedsConfig
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.model.topic import Topic
from generator.plan import urls
from generator.plan.channel_parts import FeedView
from generator.text.slug import folded, slugify

SITE, TOPIC, ISSUES, SEARCH, AUTHOR = "site", "topic", "issues", "search", "author"

MEDIA_TYPES = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
LABELS = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutline:
    """A feed, without its entries.

    Attributes:
        kind: One of this module's ``SITE``, ``TOPIC``, ``ISSUES``, ``SEARCH``, ``AUTHOR``.
        name: Topic id, query or author's name; empty for the other kinds.
        folder: Where its files are, site-relative.
        page: Site-relative URL of the page it follows, percent-encoded.
        title: Of the feed, without the site's.
    """

    kind: str
    name: str
    folder: str
    page: str
    title: str

    def path(self, form: str) -> str:
        """Return where its first file is, site-relative, in a format of ``urls.FEED_FILES``."""
        return self.folder + urls.FEED_FILES[form]


def feed_outlines(corpus: Corpus, config: Config) -> tuple[FeedOutline, ...]:
    """Return every feed of the site, the site's own first."""
    outlines = [FeedOutline(kind=SITE, name="", folder="", page=urls.HOME, title="")]
    if corpus.issues:
        outlines.append(
            FeedOutline(
                kind=ISSUES,
                name="",
                folder=urls.ISSUES,
                page=urls.ISSUES,
                title=config.language.text("pages.issues"),
            )
        )
    outlines += map(topic_outline, corpus.topics)
    outlines += _asked_for(config.feeds, corpus)
    return tuple(outlines)


def topic_outline(topic: Topic) -> FeedOutline:
    """Return the feed of a topic."""
    url = urls.topic_url(topic.id)
    return FeedOutline(
        kind=TOPIC, name=topic.id, folder=url, page=urls.encoded(url), title=topic.name
    )


def _asked_for(feeds: FeedsConfig, corpus: Corpus) -> Iterator[FeedOutline]:
    """Yield the feeds of saved searches and of the authors who wrote a paper."""
    wanted = [(SEARCH, search.query, search.title or search.query) for search in feeds.search]
    if feeds.authors:
        known = {folded(author.name) for paper in corpus.papers for author in paper.authors}
        wanted += [(AUTHOR, name, name) for name in feeds.authors if folded(name) in known]
    taken: set[str] = set()
    for kind, name, title in wanted:
        folder = f"{urls.FEEDS}{_free_slug(title, kind + name, taken)}/"
        page = f"{urls.SEARCH}?q={quote_plus(name)}"
        yield FeedOutline(kind=kind, name=name, folder=folder, page=page, title=title)


def _free_slug(title: str, whole: str, taken: set[str]) -> str:
    slug = slugify(title)
    if not slug or slug in taken:
        slug = f"{slug or 'feed'}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
    taken.add(slug)
    return slug


def feed_views(
    outline: FeedOutline, site_title: str, formats: Iterable[str]
) -> tuple[FeedView, ...]:
    """Return the feed in each format, for links in pages."""
    title = full_title(outline, site_title)
    return tuple(
        FeedView(
            url=urls.encoded(outline.path(name)),
            title=title,
            media_type=MEDIA_TYPES[name],
            label=LABELS[name],
        )
        for name in formats
    )


def full_title(outline: FeedOutline, site_title: str) -> str:
    """Return a feed's title as readers of feeds show it."""
    return f"{site_title}: {outline.title}" if outline.title else site_title
