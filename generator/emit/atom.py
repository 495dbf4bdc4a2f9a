"""Feeds as Atom (RFC 4287)."""

from __future__ import annotations

import datetime

from generator.emit.feed import Feed, FeedEntry, FeedPage
from generator.text.xml_escape import xml_text

_NAMESPACE = "http://www.w3.org/2005/Atom"
_MEDIA_TYPE = "application/atom+xml"


def atom_entry(entry: FeedEntry) -> str:
    """Return an entry's element."""
    links = "".join(
        f'<link rel="related" title="{kind}" href="{xml_text(url)}"/>' for kind, url in entry.links
    )
    authors = "".join(f"<author><name>{xml_text(name)}</name></author>" for name in entry.authors)
    categories = "".join(f'<category term="{xml_text(name)}"/>' for name in entry.categories)
    dated = f"<published>{_stamp(entry.published)}</published>" if entry.published else ""
    summary = f"<summary>{xml_text(entry.summary)}</summary>" if entry.summary else ""
    return (
        f"<entry>\n<id>{entry.id}</id>\n<title>{xml_text(entry.title)}</title>\n"
        f"<updated>{_stamp(entry.updated)}</updated>{dated}\n"
        f'<link rel="alternate" type="text/html" href="{xml_text(entry.url)}"/>{links}\n'
        f"{authors}{categories}\n{summary}\n"
        f'<content type="html">{xml_text(entry.body)}</content>\n</entry>\n'
    )


def atom_page(feed: Feed, page: FeedPage) -> str:
    """Return a whole document."""
    subtitle = f"<subtitle>{xml_text(feed.description)}</subtitle>\n" if feed.description else ""
    links = "".join(
        f'<link rel="{relation}" type="{_MEDIA_TYPE}" href="{xml_text(url)}"/>\n'
        for relation, url in (("self", page.url), *page.relations())
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="{_NAMESPACE}" xml:lang="{xml_text(feed.language)}">\n'
        f"<id>{feed.id}</id>\n<title>{xml_text(feed.title)}</title>\n{subtitle}"
        f"<updated>{_stamp(feed.updated)}</updated>\n"
        f"<author><name>{xml_text(feed.author)}</name></author>\n"
        f"<generator>{xml_text(feed.generator)}</generator>\n{links}"
        f'<link rel="alternate" type="text/html" href="{xml_text(feed.page)}"/>\n'
        f"{''.join(page.entries)}</feed>\n"
    )


def _stamp(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
