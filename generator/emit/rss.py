"""Feeds as RSS 2.0 (https://www.rssboard.org/rss-specification)."""

from __future__ import annotations

import datetime
from email.utils import format_datetime

from generator.emit.feed import Feed, FeedEntry, FeedPage
from generator.text.xml_escape import xml_text

_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
)


def rss_entry(entry: FeedEntry) -> str:
    """Return an entry's element; authors stand in Dublin Core, since RSS wants mail addresses."""
    authors = "".join(f"<dc:creator>{xml_text(name)}</dc:creator>" for name in entry.authors)
    categories = "".join(f"<category>{xml_text(name)}</category>" for name in entry.categories)
    return (
        f"<item>\n<title>{xml_text(entry.title)}</title>\n<link>{xml_text(entry.url)}</link>\n"
        f'<guid isPermaLink="false">{entry.id}</guid>\n'
        f"<pubDate>{_stamp(entry.published or entry.updated)}</pubDate>\n{authors}{categories}\n"
        f"<description>{xml_text(entry.summary)}</description>\n"
        f"<content:encoded>{xml_text(entry.body)}</content:encoded>\n</item>\n"
    )


def rss_page(feed: Feed, page: FeedPage) -> str:
    """Return a whole document."""
    links = "".join(
        f'<atom:link rel="{relation}" type="application/rss+xml" href="{xml_text(url)}"/>\n'
        for relation, url in (("self", page.url), *page.relations())
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {_NAMESPACES}>\n<channel>\n'
        f"<title>{xml_text(feed.title)}</title>\n<link>{xml_text(feed.page)}</link>\n"
        f"<description>{xml_text(feed.description or feed.title)}</description>\n"
        f"<language>{xml_text(feed.language)}</language>\n"
        f"<lastBuildDate>{_stamp(feed.updated)}</lastBuildDate>\n"
        f"<generator>{xml_text(feed.generator)}</generator>\n{links}"
        f"{''.join(page.entries)}</channel>\n</rss>\n"
    )


def _stamp(date: datetime.date) -> str:
    midnight = datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC)
    return format_datetime(midnight, usegmt=True)
