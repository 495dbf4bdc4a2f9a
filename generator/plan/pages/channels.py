"""Pages about the other forms of the site: feeds and mail to follow, files to take away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.plan import urls
from generator.plan.channel_parts import FeedRow, FileView
from generator.plan.contexts import DataPage, SubscribePage
from generator.plan.files import citation_formats
from generator.plan.frame import Frame
from generator.plan.site_plan import Page


def channel_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page of feeds and, where there are any, the page of files."""
    yield Page(
        url=urls.SUBSCRIBE,
        template="pages/subscribe.html",
        kind="subscribe",
        title=frame.language.text("pages.subscribe"),
        context=partial(_subscribe_context, frame),
    )
    if _files(frame):
        yield Page(
            url=urls.DATA,
            template="pages/data.html",
            kind="data",
            title=frame.language.text("pages.data"),
            context=partial(_data_context, frame),
        )


def _subscribe_context(frame: Frame) -> SubscribePage:
    rows = tuple(
        FeedRow(title=outline.title or frame.site.title, feeds=frame.feeds_of(outline))
        for outline in frame.outlines
    )
    return SubscribePage(
        head=frame.head(
            url=urls.SUBSCRIBE,
            kind="subscribe",
            title=frame.language.text("pages.subscribe"),
            description=frame.language.text("subscribe.description", site=frame.site.title),
        ),
        rows=rows if frame.config.feeds.formats else (),
        opml=urls.OPML,
    )


def _data_context(frame: Frame) -> DataPage:
    return DataPage(
        head=frame.head(
            url=urls.DATA,
            kind="data",
            title=frame.language.text("pages.data"),
            description=frame.language.text("data.description", site=frame.site.title),
        ),
        citations=_files(frame),
        api=f"{urls.API}index.json" if frame.config.files.api else "",
        schema=f"{urls.API}schema.json",
        llms=urls.LLMS if frame.config.files.markdown else "",
    )


def _files(frame: Frame) -> tuple[FileView, ...]:
    """Return the first part of the whole in each format."""
    return tuple(
        FileView(
            url=f"{urls.DATA}{urls.CITED_PAPERS}.{form.ending}",
            label=form.label,
            media_type=form.media_type,
        )
        for form in citation_formats(frame.config.files)
    )
