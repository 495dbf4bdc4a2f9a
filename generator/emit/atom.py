"""Atom feeds (RFC 4287): one for the site and one for each topic."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.feed import Feed, FeedEntry, make_feed
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import SitePlan

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def emit_atom(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield ``feed.xml`` and ``topics/<slug>/feed.xml``."""
    yield _artifact(make_feed(corpus, plan, config, path=urls.FEED))
    for topic in corpus.topics:
        path = urls.topic_feed_url(topic.id)
        yield _artifact(make_feed(corpus, plan, config, path=path, topic=topic.id))


def _artifact(feed: Feed) -> Artifact:
    return Artifact(path=feed.path, body=as_atom(feed), media_type=MEDIA_TYPE, origin="atom feed")


def as_atom(feed: Feed) -> bytes:
    """Return the feed as an Atom document."""
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    if feed.description:
        _text(root, "subtitle", feed.description)
    _text(root, "updated", _timestamp(feed.updated))
    _text(ET.SubElement(root, "author"), "name", feed.author)
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": feed.url})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    for entry in feed.entries:
        _add_entry(root, entry)
    ET.indent(root, space="")
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _add_entry(root: ET.Element, entry: FeedEntry) -> None:
    node = ET.SubElement(root, "entry")
    _text(node, "id", entry.id)
    _text(node, "title", entry.title)
    _text(node, "updated", _timestamp(entry.updated))
    ET.SubElement(node, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    for kind, url in entry.links:
        ET.SubElement(node, "link", {"rel": "related", "title": kind, "href": url})
    for name in entry.authors:
        _text(ET.SubElement(node, "author"), "name", name)
    for name in entry.categories:
        ET.SubElement(node, "category", {"term": name})
    if entry.summary:
        _text(node, "summary", entry.summary)
    if entry.body:
        content = ET.SubElement(node, "content", {"type": "html"})
        content.text = entry.body


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _timestamp(date: datetime.date) -> str:
    return f"{date.isoformat()}T00:00:00Z"
