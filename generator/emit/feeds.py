"""Every feed of the site, in every format asked for, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.atom import atom_entry, atom_page
from generator.emit.feed import (
    Feed,
    FeedEntry,
    FeedPage,
    issue_entry,
    make_feed,
    paper_entry,
    way_from,
)
from generator.emit.json_feed import json_entry, json_page
from generator.emit.opml import opml
from generator.emit.parts import numbered, split
from generator.emit.rss import rss_entry, rss_page
from generator.model.corpus import Corpus
from generator.model.issue import Issue
from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.feeds import AUTHOR, ISSUES, MEDIA_TYPES, SEARCH, SITE, TOPIC, FeedOutline
from generator.plan.history import UNDATED
from generator.plan.site_plan import SitePlan
from generator.text.slug import folded

MAX_BYTES = 500 * 1024
"""Entries of one file; with the rest of the document it stays below 512 KiB."""

_SURROGATES = "backslashreplace"  # only JSON still holds them, where this is how to write them

_Writers = tuple[Callable[[FeedEntry], str], Callable[[Feed, FeedPage], str]]
_WRITERS: Mapping[str, _Writers] = MappingProxyType(
    {
        "atom": (atom_entry, atom_page),
        "rss": (rss_entry, rss_page),
        "json": (json_entry, json_page),
    }
)


def emit_feeds(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the feeds but those of saved searches, the list of all, and the site's history."""
    press = Press(corpus, plan, config)
    for outline in plan.feeds:
        if outline.kind != SEARCH:
            yield from press.files(outline, _members(corpus, config, outline))
    if config.feeds.formats:
        yield opml(plan.feeds, config)
    yield Artifact(
        path=urls.HISTORY,
        body=plan.history.to_bytes(),
        media_type="application/json",
        origin="history",
    )


def _members(
    corpus: Corpus, config: Config, outline: FeedOutline
) -> Sequence[Paper] | Sequence[Issue]:
    """Return what a feed is about, newest first, all of it."""
    if outline.kind == SITE:
        return corpus.papers[: config.feeds.limit]
    if outline.kind == ISSUES:
        return corpus.issues[: config.feeds.topic_limit]
    if outline.kind == TOPIC:
        return corpus.in_topic(outline.name)[: config.feeds.topic_limit]
    if outline.kind == AUTHOR:
        wanted = folded(outline.name)
        papers = [p for p in corpus.papers if any(folded(a.name) == wanted for a in p.authors)]
        return papers[: config.feeds.topic_limit]
    raise ValueError(f"no members are known of a feed of kind {outline.kind!r}")


@dataclass(slots=True)
class Press:
    """Writes feeds; an entry that stands in several is made and written once."""

    corpus: Corpus
    plan: SitePlan
    config: Config
    _entries: dict[tuple[str, str], FeedEntry] = field(default_factory=dict)
    _written: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def files(
        self, outline: FeedOutline, members: Sequence[Paper] | Sequence[Issue]
    ) -> Iterator[Artifact]:
        """Yield the files of a feed, in each format, with these members, newest first."""
        way = way_from(outline.folder, self.config)
        entries = [self._entry(member, way) for member in members]
        dates = [entry.updated for entry in entries]
        updated = max(dates, default=self.plan.updated or UNDATED)
        feed = make_feed(outline, self.plan, self.config, updated=updated)
        for name in self.config.feeds.formats:
            yield from self._pages(feed, name, entries)

    def _entry(self, member: Paper | Issue, way: str) -> FeedEntry:
        key = (f"{type(member).__name__}:{member.id}", way)
        entry = self._entries.get(key)
        if entry is None:
            language = self.config.language
            if isinstance(member, Paper):
                entry = paper_entry(self.corpus, self.plan, member, way, language)
            else:
                entry = issue_entry(self.corpus, self.plan, member, way, language)
            self._entries[key] = entry
        return entry

    def _pages(self, feed: Feed, name: str, entries: Sequence[FeedEntry]) -> Iterator[Artifact]:
        write_entry, write_page = _WRITERS[name]
        texts = []
        for entry in entries:
            key = (name, entry.id, feed.way)
            if key not in self._written:
                self._written[key] = write_entry(entry)
            texts.append(self._written[key])
        parts = split(texts, MAX_BYTES)
        paths = [feed.folder + numbered(urls.FEED_FILES[name], n + 1) for n in range(len(parts))]
        addresses = tuple(feed.way + urls.encoded(path) for path in paths)
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), start=1):
            page = FeedPage(number=number, urls=addresses, entries=part)
            yield Artifact(
                path=path,
                body=write_page(feed, page).encode("utf-8", _SURROGATES),
                media_type=MEDIA_TYPES[name],
                origin=f"{name} feed",
            )
