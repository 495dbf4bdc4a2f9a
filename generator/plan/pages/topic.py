"""A topic, and the list of topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.plan import urls
from generator.plan.activity import Activity, topic_activity
from generator.plan.contexts import TopicPage, TopicsPage
from generator.plan.feeds import TOPIC
from generator.plan.frame import Frame
from generator.plan.paging import numbered_title, paged
from generator.plan.parts import NavLink, Paging, TopicView
from generator.plan.site_plan import Page
from generator.plan.topic_parts import TopicGroup, TopicRow

SHOWN_TITLES = 3
BESIDE = 6


def topic_pages(frame: Frame) -> Iterator[Page]:
    """Yield the list of topics and every topic's pages; nothing when there is no topic."""
    if not frame.corpus.topics:
        return
    activity = topic_activity(frame.corpus, frame.language)
    yield Page(
        url=urls.TOPICS,
        template="pages/topics.html",
        kind="topics",
        title=frame.language.text("pages.topics"),
        context=partial(_list_context, frame, activity),
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
                context=partial(
                    _context,
                    frame,
                    topic.id,
                    paging=paging,
                    papers=tuple(part),
                    beside=beside,
                    activity=activity.get(topic.id),
                ),
            )


def _list_context(frame: Frame, activity: Mapping[str, Activity]) -> TopicsPage:
    count = len(frame.corpus.topics)
    return TopicsPage(
        head=frame.head(
            url=urls.TOPICS,
            kind="topics",
            title=frame.language.text("pages.topics"),
            description=frame.language.text(
                "topic.list_description", n=count, site=frame.site.title
            ),
        ),
        groups=_groups(frame, activity),
        count=count,
    )


def _groups(frame: Frame, activity: Mapping[str, Activity]) -> tuple[TopicGroup, ...]:
    """Return the topics under their parents, in the taxonomy's order; those without come last.

    A parent with papers of its own stands among the topics that it groups.
    """
    wider = _parents(frame)
    rows: dict[str, list[TopicRow]] = {}
    for topic in frame.corpus.topics:
        papers = frame.corpus.in_topic(topic.id)
        links = tuple(frame.views.paper_link(paper.id) for paper in papers[:SHOWN_TITLES])
        added = max((frame.views.cards[paper.id].added for paper in papers), default="")
        group = topic.parent if topic.parent in wider else topic.id if topic.id in wider else ""
        rows.setdefault(group, []).append(
            TopicRow(
                topic=frame.views.topics[topic.id],
                papers=links,
                added=added,
                activity=activity.get(topic.id),
            )
        )
    return tuple(
        TopicGroup(
            name=wider[group].name if group else "",
            anchor=group,
            description=wider[group].description if group else "",
            rows=tuple(rows[group]),
        )
        for group in sorted(rows, key=lambda group: not group)
    )


def _parents(frame: Frame) -> dict[str, Topic]:
    """Return the topics that others name as their parent, by id."""
    named = {topic.parent for topic in frame.corpus.topics}
    known = (*frame.corpus.parents, *frame.corpus.topics)
    return {topic.id: topic for topic in known if topic.id in named}


def _trail(frame: Frame, topic: str) -> tuple[NavLink, ...]:
    """Return the way to a topic: the list of topics, and the topic's parent, if it has one."""
    wider = _parents(frame)
    parent = next((t.parent for t in frame.corpus.topics if t.id == topic), "")
    trail = [NavLink(url=urls.TOPICS, label=frame.language.text("pages.topics"))]
    if parent in wider:
        own = frame.views.topics.get(parent)
        url = own.url if own else urls.anchored(urls.TOPICS, parent)
        trail.append(NavLink(url=url, label=wider[parent].name))
    return tuple(trail)


def _context(
    frame: Frame,
    topic: str,
    *,
    paging: Paging,
    papers: tuple[Paper, ...],
    beside: tuple[TopicView, ...],
    activity: Activity | None,
) -> TopicPage:
    view = frame.views.topics[topic]
    outline = next(feed for feed in frame.outlines if (feed.kind, feed.name) == (TOPIC, topic))
    return TopicPage(
        head=frame.head(
            url=urls.numbered(urls.topic_url(topic), paging.number),
            kind="topic",
            title=numbered_title(frame.language, view.name, paging),
            description=view.description
            or frame.language.text("topic.description", topic=view.name),
            trail=_trail(frame, topic),
            feeds=frame.feeds_of(outline),
        ),
        topic=view,
        cards=tuple(frame.views.cards[paper.id] for paper in papers),
        paging=paging,
        beside=beside,
        activity=activity,
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
