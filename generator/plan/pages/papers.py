"""The list of all papers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.contexts import PapersPage
from generator.plan.frame import Frame
from generator.plan.paging import paged
from generator.plan.parts import Paging
from generator.plan.site_plan import Page

TITLE = "All papers"


def papers_pages(frame: Frame) -> Iterator[Page]:
    """Yield the pages of the list of all papers, newest first."""
    papers = frame.corpus.papers
    for paging, part in paged(urls.PAPERS, papers, frame.config.build.page_size):
        yield Page(
            url=urls.numbered(urls.PAPERS, paging.number),
            template="pages/papers.html",
            kind="papers",
            title=TITLE,
            context=partial(_context, frame, paging, tuple(part)),
        )


def _context(frame: Frame, paging: Paging, papers: tuple[Paper, ...]) -> PapersPage:
    count = len(frame.corpus.papers)
    return PapersPage(
        head=frame.head(
            url=urls.numbered(urls.PAPERS, paging.number),
            kind="papers",
            title=TITLE if paging.number == 1 else f"{TITLE}, page {paging.number}",
            description=f"All {count} papers of {frame.site.title}, newest first.",
        ),
        cards=tuple(frame.views.cards[paper.id] for paper in papers),
        paging=paging,
        count=count,
    )
