"""The list of all papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.contexts import PapersPage
from generator.plan.frame import Frame
from generator.plan.paging import numbered_title, paged
from generator.plan.parts import Paging
from generator.plan.site_plan import Page


def papers_pages(frame: Frame) -> Iterator[Page]:
    """Yield the pages of the list of all papers, newest first."""
    papers = frame.corpus.papers
    for paging, part in paged(urls.PAPERS, papers, frame.config.build.page_size):
        yield Page(
            url=urls.numbered(urls.PAPERS, paging.number),
            template="pages/papers.html",
            kind="papers",
            title=frame.language.text("pages.all_papers"),
            context=partial(_context, frame, paging, tuple(part)),
        )


def _context(frame: Frame, paging: Paging, papers: tuple[Paper, ...]) -> PapersPage:
    count = len(frame.corpus.papers)
    return PapersPage(
        head=frame.head(
            url=urls.numbered(urls.PAPERS, paging.number),
            kind="papers",
            title=numbered_title(frame.language, frame.language.text("pages.all_papers"), paging),
            description=frame.language.text("papers.description", n=count, site=frame.site.title),
        ),
        cards=tuple(frame.views.cards[paper.id] for paper in papers),
        paging=paging,
        count=count,
    )
