"""Feeds as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from generator.emit.feed import Feed, FeedEntry, FeedPage
from generator.plan.history import UNDATED


def json_entry(entry: FeedEntry) -> str:
    """Return an entry's object."""
    published = f"{entry.published.isoformat()}T00:00:00Z" if entry.published else ""
    row: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.external,
        "title": entry.title,
        "content_html": entry.body or "<p></p>",
        "summary": entry.summary,
        "date_published": published,
        "date_modified": "" if entry.updated == UNDATED else f"{entry.updated}T00:00:00Z",
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.categories),
    }
    return _json(row)


def json_page(feed: Feed, page: FeedPage) -> str:
    """Return a whole document."""
    head = _json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "description": feed.description,
            "home_page_url": feed.page,
            "feed_url": page.url,
            "next_url": page.next,
            "language": feed.language,
            "authors": [{"name": feed.author}],
        }
    )
    rows = ",\n".join(page.entries)
    return f'{head[:-1]},"items":[{rows}]}}\n'


def _json(values: dict[str, object]) -> str:
    known = {key: value for key, value in values.items() if value}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":"))
