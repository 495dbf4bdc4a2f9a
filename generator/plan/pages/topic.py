"""A topic, and the list of topics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.contexts import TopicPage, TopicsPage
from generator.plan.feeds import TOPIC
from generator.plan.frame import Frame
from generator.plan.paging import paged
from generator.plan.parts import NavLink, Paging, TopicRow, TopicView
from generator.plan.site_plan import Page

SHOWN_TITLES = 3
BESIDE = 6


def topic_pages(frame: Frame) -> Iterator[Page]:
    """Yield the list of topics and every topic's pages; nothing when there is no topic."""
    if not frame.corpus.topics:
        return
    yield Page(
        url=urls.TOPICS,
        template="pages/topics.html",
        kind="topics",
        title="Topics",
        context=partial(_list_context, frame),
    )
    for topic in frame.corpus.topics:
        url = urls.topic_url(topic.id)
        papers = frame.corpus.in_topic(topic.id)
        beside = _beside(frame, topic.id)
        for paging, part in paged(url, papers, frame.config.build.page_size):
            yield Page(
                url=urls.numbered(url, paging.number),
                template="pages/topic.html",
                kind="topic",
                title=topic.name,
                context=partial(_context, frame, topic.id, paging, tuple(part), beside),
            )


def _list_context(frame: Frame) -> TopicsPage:
    rows = []
    for topic, view in frame.views.topics.items():
        first = frame.corpus.in_topic(topic)[:SHOWN_TITLES]
        links = tuple(frame.views.paper_link(paper.id) for paper in first)
        rows.append(TopicRow(topic=view, papers=links))
    return TopicsPage(
        head=frame.head(
            url=urls.TOPICS,
            kind="topics",
            title="Topics",
            description=f"The {len(rows)} topics of {frame.site.title} and their papers.",
        ),
        rows=tuple(rows),
    )


def _context(
    frame: Frame,
    topic: str,
    paging: Paging,
    papers: tuple[Paper, ...],
    beside: tuple[TopicView, ...],
) -> TopicPage:
    view = frame.views.topics[topic]
    outline = next(feed for feed in frame.outlines if (feed.kind, feed.name) == (TOPIC, topic))
    return TopicPage(
        head=frame.head(
            url=urls.numbered(urls.topic_url(topic), paging.number),
            kind="topic",
            title=view.name if paging.number == 1 else f"{view.name}, page {paging.number}",
            description=view.description or f"Papers about {view.name}.",
            trail=(NavLink(url=urls.TOPICS, label="Topics"),),
            feeds=frame.feeds_of(outline),
        ),
        topic=view,
        cards=tuple(frame.views.cards[paper.id] for paper in papers),
        paging=paging,
        beside=beside,
    )


def _beside(frame: Frame, topic: str) -> tuple[TopicView, ...]:
    """Return the topics that share the most papers with this one, then those that follow it."""
    shared: dict[str, int] = {}
    for paper in frame.corpus.in_topic(topic):
        for entry in frame.corpus.enrichments[paper.id].topics:
            shared[entry.topic] = shared.get(entry.topic, 0) + 1
    order = list(frame.views.topics)
    here = order.index(topic)
    others = order[here + 1 :] + order[:here]
    ranked = sorted(others, key=lambda other: -shared.get(other, 0))
    return tuple(frame.views.topics[other] for other in ranked[:BESIDE])
