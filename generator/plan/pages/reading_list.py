"""The page of the reading list, which the reader's own browser fills."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.contexts import ReadingListPage
from generator.plan.files import CITATIONS, file_views
from generator.plan.frame import Frame
from generator.plan.site_plan import Page


def reading_list_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page; without papers there is nothing to keep."""
    if frame.corpus.papers:
        yield Page(
            url=urls.READING_LIST,
            template="pages/reading-list.html",
            kind="reading-list",
            title=frame.language.text("pages.reading_list"),
            context=partial(_context, frame),
            listed=False,
        )


def _context(frame: Frame) -> ReadingListPage:
    papers = len(frame.corpus.papers)
    files = file_views("", urls.CITED_PAPER, frame.config.files, papers=papers)
    return ReadingListPage(
        head=frame.head(
            url=urls.READING_LIST,
            kind="reading-list",
            title=frame.language.text("pages.reading_list"),
            description=frame.language.text("reading_list.description"),
            indexed=False,
        ),
        citations=tuple(file for file in files if file.media_type in CITATIONS),
        vectors=urls.VECTORS if has_vectors(frame.corpus) else "",
    )


def has_vectors(corpus: Corpus) -> bool:
    """Tell whether papers were compared, so that some can be found for a reader."""
    return any(found.about.terms for found in corpus.enrichments.values())
