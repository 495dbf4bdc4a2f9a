"""The only place where URLs of the site are made.

All are site-relative and end in a slash where they stand for a folder's ``index.html``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from generator.model.paper import Paper, PaperId
from generator.text.slug import slugify

HOME = ""
PAPERS = "papers/"
TOPICS = "topics/"
ISSUES = "issues/"
SEARCH = "search/"
SYSTEMS = "systems/"
BENCHMARKS = "benchmarks/"
MAP = "map/"
MAP_DOTS = "map/dots.bin"
MAP_PAPERS = "map/papers/"
NOT_FOUND = "404.html"
OFFLINE = "offline.html"
APP = "site.webmanifest"
WORKER = "sw.js"
SEARCH_INDEX = "search/index.json"
SEARCH_PAPERS = "search/papers.json"
SEARCH_WORDS = "search/words.json"
FEEDS = "feeds/"
FEED_FILES = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
SUBSCRIBE = "subscribe/"
READING_LIST = "reading-list/"
VECTORS = "reading-list/vectors/"
EMAILS = "emails/"
TRENDING = "trending/"
DATA = "data/"
API = "api/v1/"
LLMS = "llms.txt"
TWIN = "index.md"
CITED_PAPER = "cite"
CITED_PAPERS = "papers"
CARD = "card.png"
OPML = "feeds.opml"
OPENSEARCH = "opensearch.xml"
HISTORY = "history.json"
SEARCH_SYNONYMS = "search/synonyms.json"
SEARCH_ABSTRACTS = "search/abstracts/"
SEARCH_SHARDS = "search/root.bin"
SITEMAP = "sitemap.xml"

_NUMBERED = re.compile(r"page/\d+/$")
_RESERVED = frozenset({"page"})  # numbered pages of the list live there


def paper_slugs(papers: Iterable[Paper]) -> dict[PaperId, str]:
    """Return a unique slug for each paper, made of its title.

    Of papers whose titles give the same slug, the one published first keeps it (undated ones come
    last, ties go by id), so that a newcomer does not move an old page; the others, and papers
    whose title has no letters, carry a mark made of their id.
    """
    papers = tuple(papers)
    slugs: dict[PaperId, str] = {}
    taken = set(_RESERVED)
    for paper in sorted(papers, key=_seniority):
        slug = slugify(paper.title)
        if not slug or slug in taken:
            slug = f"{slug or 'paper'}-{_mark(paper.id)}"
        taken.add(slug)
        slugs[paper.id] = slug
    return {paper.id: slugs[paper.id] for paper in papers}


def _seniority(paper: Paper) -> tuple[bool, str, PaperId]:
    return (paper.published is None, str(paper.published), paper.id)


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def paper_url(slug: str) -> str:
    """Return the URL of a paper's page."""
    return f"{PAPERS}{slug}/"


def topic_url(topic: str) -> str:
    """Return the URL of a topic's first page."""
    return f"{TOPICS}{topic}/"


def issue_url(issue: str) -> str:
    """Return the URL of an issue's first page."""
    return f"{ISSUES}{issue}/"


def card_url(folder: str) -> str:
    """Return the URL of the social card of the page at ``folder``, a URL that ends in a slash."""
    return f"{folder}{CARD}"


def anchored(url: str, name: str) -> str:
    """Return the URL of a name's place on a list of names."""
    return f"{url}#{anchor(name)}"


def anchor(name: str) -> str:
    """Return a name's anchor: its slug, marked where signs alone tell it from others."""
    slug = slugify(name)
    return slug if slug == name.lower() else f"{slug}-{_mark(name)[:4]}".lstrip("-")


def numbered(url: str, number: int) -> str:
    """Return the URL of a list's page ``number`` (1-based); the first page is the list's own."""
    return url if number == 1 else f"{url}page/{number}/"


def unnumbered(url: str) -> str:
    """Return the URL of the first page of a list, given that of any."""
    return _NUMBERED.sub("", url)


def root_of(url: str) -> str:
    """Return the relative way from a page back to the site's root: ``""`` or ``../`` repeated."""
    return "../" * url.count("/")


def encoded(url: str) -> str:
    """Return a site-relative URL with every character outside ASCII percent-encoded (RFC 3986)."""
    return quote(url, safe="/?=&#:.-_~")


def absolute(base_url: str, url: str) -> str:
    """Return the public address of a site-relative URL; empty when the base is unknown."""
    return base_url + encoded(url) if base_url else ""


def base_path(base_url: str) -> str:
    """Return the path under which the site is mounted, with slashes at both ends."""
    return urlsplit(base_url).path or "/"
