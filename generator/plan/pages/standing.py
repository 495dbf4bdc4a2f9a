"""Pages every site has: search, the owner's free pages, and the answer to a wrong address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.model.free_page import FreePage
from generator.plan import urls
from generator.plan.contexts import FreePageView, NotFoundPage, OfflinePage, SearchPage
from generator.plan.frame import Frame
from generator.plan.site_plan import Page
from generator.text.markdown import to_html


def search_pages(frame: Frame) -> Iterator[Page]:
    """Yield the search page, unless search is switched off."""
    if frame.config.search.enabled:
        yield Page(
            url=urls.SEARCH,
            template="pages/search.html",
            kind="search",
            title=frame.language.text("pages.search"),
            context=partial(_search_context, frame),
        )


def free_pages(frame: Frame) -> Iterator[Page]:
    """Yield the pages the site's owner wrote."""
    for page in frame.corpus.pages:
        yield Page(
            url=f"{page.slug}/",
            template="pages/page.html",
            kind="page",
            title=page.title,
            context=partial(_free_context, frame, page),
        )


def not_found_pages(frame: Frame) -> Iterator[Page]:
    """Yield ``404.html``, which GitHub Pages and most hosts answer a wrong address with."""
    yield Page(
        url=urls.NOT_FOUND,
        template="pages/404.html",
        kind="404",
        title=frame.language.text("pages.not_found"),
        context=partial(_not_found_context, frame),
        listed=False,
    )


def offline_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page that the service worker shows where there is no network."""
    if frame.site.offline:
        yield Page(
            url=urls.OFFLINE,
            template="pages/offline.html",
            kind="offline",
            title=frame.language.text("pages.offline"),
            context=partial(_offline_context, frame),
            listed=False,
        )


def _search_context(frame: Frame) -> SearchPage:
    return SearchPage(
        head=frame.head(
            url=urls.SEARCH,
            kind="search",
            title=frame.language.text("pages.search"),
            description=frame.language.text(
                "search.search_all", n=frame.site.papers, site=frame.site.title
            ),
        ),
        topics=tuple(frame.views.topics.values()),
    )


def _free_context(frame: Frame, page: FreePage) -> FreePageView:
    return FreePageView(
        head=frame.head(
            url=f"{page.slug}/", kind="page", title=page.title, description=page.description
        ),
        title=page.title,
        body=to_html(page.body),
    )


def _not_found_context(frame: Frame) -> NotFoundPage:
    head = frame.head(
        url=urls.NOT_FOUND, kind="404", title=frame.language.text("pages.not_found"), indexed=False
    )
    # It answers at any depth, so a relative way to the root would be wrong.
    root = urls.base_path(frame.site.base_url)
    return NotFoundPage(
        head=replace(head, root=root, canonical=""),
        topics=tuple(frame.views.topics.values()),
    )


def _offline_context(frame: Frame) -> OfflinePage:
    head = frame.head(
        url=urls.OFFLINE, kind="offline", title=frame.language.text("pages.offline"), indexed=False
    )
    # As the page not found, it answers at any depth.
    return OfflinePage(head=replace(head, root=urls.base_path(frame.site.base_url), canonical=""))
