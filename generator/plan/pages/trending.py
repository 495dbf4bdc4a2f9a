"""The papers with most attention, by what their sources counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.dates import PartialDate
from generator.model.paper import Origin, Paper
from generator.plan import urls
from generator.plan.attention import SIGNALS, Count, has_signals
from generator.plan.contexts import TrendingPage
from generator.plan.frame import Frame
from generator.plan.issue_parts import TrendingRow, TrendingSection
from generator.plan.site_plan import Page
from generator.plan.views import date_view

SHOWN = 25


def trending_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page, where a source of any paper counts anything."""
    if has_signals(frame.corpus.papers):
        yield Page(
            url=urls.TRENDING,
            template="pages/trending.html",
            kind="trending",
            title=frame.language.text("pages.trending"),
            context=partial(_context, frame),
        )


def _context(frame: Frame) -> TrendingPage:
    sections = (_section(frame, *signal) for signal in SIGNALS)
    return TrendingPage(
        head=frame.head(
            url=urls.TRENDING,
            kind="trending",
            title=frame.language.text("pages.trending"),
            description=frame.language.text("trending.description"),
        ),
        sections=tuple(section for section in sections if section.rows),
    )


def _section(frame: Frame, name: str, count: Count) -> TrendingSection:
    counted = [(count(paper.signals) or 0, paper) for paper in frame.corpus.papers]
    ranked = sorted((row for row in counted if row[0]), key=lambda row: -row[0])
    return TrendingSection(
        id=name,
        label=frame.language.text(f"trending.{name}"),
        rows=tuple(_row(frame, name, number, paper) for number, paper in ranked[:SHOWN]),
    )


def _row(frame: Frame, name: str, number: int, paper: Paper) -> TrendingRow:
    issues = frame.corpus.issues_with(paper.id)
    day = PartialDate.from_date(issues[0].date) if issues else paper.updated or paper.published
    origin = _origin(paper, name)
    return TrendingRow(
        paper=frame.views.paper_link(paper.id),
        count=number,
        source=origin.location.path.name if origin else "",
        date=date_view(day, frame.language) if day else None,
    )


def _origin(paper: Paper, name: str) -> Origin | None:
    """Return where a count was read: the source that won it or, of several, the first."""
    winners = (source.origin for source in paper.provenance if source.field == name)
    return next(winners, paper.origins[0] if paper.origins else None)
