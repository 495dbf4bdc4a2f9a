"""What stands on the social cards of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan import urls
from generator.plan.frame import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A social card, in words.

    Attributes:
        path: Of its file.
        title: The largest words.
        site: The site's name.
        label: What the title is, or belongs to; may be empty, as may all below.
        detail: Who wrote it, or what it is about.
        date: As a reader of the site's language writes it.
        hue: 0 to 11: which of the theme's topic colours marks it; -1 for the theme's own.
    """

    path: str
    title: str
    site: str
    label: str = ""
    detail: str = ""
    date: str = ""
    hue: int = -1


def site_cards(frame: Frame) -> tuple[Card, ...]:
    """Return every card of the site; none where there are no cards, or no public address."""
    cards = frame.config.cards
    if not (cards.enabled and frame.site.base_url):
        return ()
    papers = _papers(frame) if cards.has_each(frame.site.papers) else ()
    return (_home(frame), *_topics(frame), *_issues(frame), *papers)


def _home(frame: Frame) -> Card:
    site = frame.site
    return Card(path=urls.card_url(urls.HOME), title=site.title, site="", detail=site.description)


def _topics(frame: Frame) -> Iterator[Card]:
    for topic in frame.views.topics.values():
        yield Card(
            path=urls.card_url(urls.topic_url(topic.id)),
            title=topic.name,
            site=frame.site.title,
            label=frame.language.text("topic.topic"),
            detail=topic.description or frame.language.counted(topic.count, "paper"),
            hue=topic.hue,
        )


def _issues(frame: Frame) -> Iterator[Card]:
    for issue in frame.views.issues.values():
        yield Card(
            path=urls.card_url(urls.issue_url(issue.id)),
            title=issue.name,
            site=frame.site.title,
            label=frame.language.text("issue.issue"),
            detail=frame.language.counted(issue.count, "paper"),
            date=issue.date.text if issue.name != issue.date.text else "",
        )


def _papers(frame: Frame) -> Iterator[Card]:
    for paper, slug in frame.views.slugs.items():
        card = frame.views.cards[paper]
        topic = card.topics[0] if card.topics else None
        yield Card(
            path=urls.card_url(urls.paper_url(slug)),
            title=card.title,
            site=frame.site.title,
            label=topic.name if topic else "",
            detail=card.authors,
            date=card.date.text if card.date else "",
            hue=topic.hue if topic else -1,
        )
