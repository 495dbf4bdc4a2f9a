"""The site's feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.feed import UNDATED, Feed, FeedEntry, make_feed
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import SitePlan

MEDIA_TYPE = "application/feed+json"


def emit_json_feed(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield ``feed.json``."""
    feed = make_feed(corpus, plan, config, path=urls.JSON_FEED)
    body = as_json_feed(feed)
    yield Artifact(path=feed.path, body=body, media_type=MEDIA_TYPE, origin="json feed")


def as_json_feed(feed: Feed) -> bytes:
    """Return the feed as a JSON Feed document."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": feed.url,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [_row(entry) for entry in feed.entries],
    }
    known = {key: value for key, value in document.items() if value or key == "items"}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _row(entry: FeedEntry) -> dict[str, object]:
    row: dict[str, object] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.body or "<p></p>",
        "summary": entry.summary,
        "authors": [{"name": name} for name in entry.authors],
        "tags": list(entry.categories),
    }
    if entry.updated != UNDATED:
        row["date_published"] = f"{entry.updated.isoformat()}T00:00:00Z"
    return {key: value for key, value in row.items() if value}
