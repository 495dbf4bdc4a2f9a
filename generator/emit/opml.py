"""The list of all feeds as OPML 2.0 (http://opml.org/spec2.opml), which feed readers import."""

from __future__ import annotations

from collections.abc import Iterable

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.plan import urls
from generator.plan.feeds import FeedOutline, full_title
from generator.text.xml_escape import xml_text


def opml(outlines: Iterable[FeedOutline], config: Config) -> Artifact:
    """Return the list, each feed in its first format."""
    site, form = config.site, config.feeds.formats[0]
    rows = "".join(
        f'<outline type="rss" text="{xml_text(full_title(outline, site.title))}"'
        f' xmlUrl="{xml_text(site.base_url + urls.encoded(outline.path(form)))}"'
        f' htmlUrl="{xml_text(site.base_url + outline.page)}"/>\n'
        for outline in outlines
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"<head><title>{xml_text(site.title)}</title></head>\n<body>\n{rows}</body>\n</opml>\n"
    )
    return Artifact(
        path=urls.OPML, body=text.encode(), media_type="text/x-opml", origin="list of feeds"
    )
