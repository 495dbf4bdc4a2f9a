"""An issue, and the archive of issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator.model.issue import Issue, Pick
from generator.plan import urls
from generator.plan.calendar import calendar_months
from generator.plan.channel_parts import FeedView
from generator.plan.contexts import IssuePage, IssuesPage
from generator.plan.feeds import ISSUES
from generator.plan.frame import Frame
from generator.plan.paging import numbered_title, paged
from generator.plan.parts import NavLink, Paging, PaperCard, SectionView, TopicView
from generator.plan.site_plan import Page
from generator.text.markdown import to_html

PAGE_SIZE = 100  # an issue is read as a whole, so its pages are longer than a list's

Entry = tuple[str, Pick]
"""A pick and the title of its section."""


def issue_pages(frame: Frame) -> Iterator[Page]:
    """Yield the archive and every issue's pages; nothing when there is no issue."""
    if not frame.corpus.issues:
        return
    yield Page(
        url=urls.ISSUES,
        template="pages/issues.html",
        kind="issues",
        title=frame.language.text("pages.issues"),
        context=partial(_archive_context, frame),
        updated=frame.corpus.issues[0].date,
    )
    for number, issue in enumerate(frame.corpus.issues):
        url = urls.issue_url(issue.id)
        topics = _topics(frame, issue)
        entries = [(section.title, pick) for section in issue.sections for pick in section.picks]
        for paging, part in paged(url, entries, PAGE_SIZE):
            yield Page(
                url=urls.numbered(url, paging.number),
                template="pages/issue.html",
                kind="issue",
                title=frame.views.issues[issue.id].name,
                context=partial(_context, frame, number, paging, tuple(part), topics),
                updated=issue.date,
            )


def _archive_context(frame: Frame) -> IssuesPage:
    return IssuesPage(
        head=frame.head(
            url=urls.ISSUES,
            kind="issues",
            title=frame.language.text("pages.issues"),
            description=frame.language.text("issue.archive", site=frame.site.title),
            feeds=_feeds(frame),
        ),
        issues=tuple(frame.views.issues.values()),
        months=calendar_months(frame.views.issues.values(), frame.language),
    )


def _context(
    frame: Frame,
    number: int,
    paging: Paging,
    entries: Sequence[Entry],
    topics: tuple[TopicView, ...],
) -> IssuePage:
    issues = frame.corpus.issues
    issue = issues[number]
    card = frame.views.issues[issue.id]
    return IssuePage(
        head=frame.head(
            url=urls.numbered(urls.issue_url(issue.id), paging.number),
            kind="issue",
            title=numbered_title(frame.language, card.name, paging),
            description=frame.language.text("issue.description", n=card.count, date=card.date.text),
            trail=(NavLink(url=urls.ISSUES, label=frame.language.text("pages.issues")),),
            feeds=_feeds(frame),
        ),
        issue=card,
        introduction=to_html(issue.introduction),
        sections=_sections(frame, entries),
        topics=topics,
        newer=frame.views.issues[issues[number - 1].id] if number > 0 else None,
        older=frame.views.issues[issues[number + 1].id] if number + 1 < len(issues) else None,
        invites_subscribers=issue.invites_subscribers,
        paging=paging,
    )


def _feeds(frame: Frame) -> tuple[FeedView, ...]:
    return next(frame.feeds_of(feed) for feed in frame.outlines if feed.kind == ISSUES)


def _sections(frame: Frame, entries: Sequence[Entry]) -> tuple[SectionView, ...]:
    sections: list[tuple[str, list[PaperCard]]] = []
    for title, pick in entries:
        if not sections or sections[-1][0] != title:
            sections.append((title, []))
        card = frame.views.cards[pick.paper]
        sections[-1][1].append(replace(card, note=to_html(pick.note)) if pick.note else card)
    return tuple(SectionView(title=title, cards=tuple(cards)) for title, cards in sections)


def _topics(frame: Frame, issue: Issue) -> tuple[TopicView, ...]:
    counts: dict[str, int] = {}
    for paper in dict.fromkeys(issue.papers):
        for entry in frame.corpus.enrichments[paper].topics:
            counts[entry.topic] = counts.get(entry.topic, 0) + 1
    return tuple(
        replace(view, count=counts[topic])
        for topic, view in frame.views.topics.items()
        if topic in counts
    )
