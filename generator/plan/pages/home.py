"""The home page: the latest issue or, without issues, the newest papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.plan import urls
from generator.plan.contexts import HomePage
from generator.plan.frame import Frame
from generator.plan.site_plan import Page

SHOWN_PAPERS = 18
SHOWN_ISSUES = 6


def home_pages(frame: Frame) -> Iterator[Page]:
    """Yield the home page."""
    issues = frame.corpus.issues
    yield Page(
        url=urls.HOME,
        template="pages/home.html",
        kind="home",
        title="",
        context=partial(_context, frame),
        updated=issues[0].date if issues else None,
    )


def _context(frame: Frame) -> HomePage:
    issues = tuple(frame.views.issues.values())
    if issues:
        papers = tuple(dict.fromkeys(frame.corpus.issues[0].papers))
    else:
        papers = tuple(paper.id for paper in frame.corpus.papers)
    return HomePage(
        head=frame.head(
            url=urls.HOME,
            kind="home",
            title="",
            description=frame.site.description
            or frame.language.text(
                "home.description",
                site=frame.site.title,
                papers=frame.language.counted(frame.site.papers, "paper"),
            ),
        ),
        issue=issues[0] if issues else None,
        cards=tuple(frame.views.cards[paper] for paper in papers[:SHOWN_PAPERS]),
        topics=tuple(frame.views.topics.values()),
        older_issues=issues[1 : 1 + SHOWN_ISSUES],
    )
