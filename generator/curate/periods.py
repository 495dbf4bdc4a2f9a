"""Issues made of the papers' dates: one for each day, week or month."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.language.language import Language
from generator.model.dates import PartialDate
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Paper


@dataclass(frozen=True, slots=True)
class _Period:
    """A stretch of time: the id and title of its issue, and its first day."""

    id: str
    title: str
    start: datetime.date


def _day(date: PartialDate, _: Language) -> _Period | None:
    return _Period(str(date), "", date.earliest()) if date.day else None


def _week(date: PartialDate, language: Language) -> _Period | None:
    """Return the ISO week, which begins on Monday and belongs to the year of its Thursday."""
    if not date.day:
        return None
    year, week, _ = date.earliest().isocalendar()
    start = datetime.date.fromisocalendar(year, week, 1)
    title = language.phrase("dates.week").format(week=week, year=year)
    return _Period(f"{year:04}-w{week:02}", title, start)


def _month(date: PartialDate, language: Language) -> _Period | None:
    if not date.month:
        return None
    start = datetime.date(date.year, date.month, 1)
    title = language.date(date.year, date.month)
    return _Period(f"{date.year:04}-{date.month:02}", title, start)


_PERIODS: Mapping[str, Callable[[PartialDate, Language], _Period | None]] = MappingProxyType(
    {"day": _day, "week": _week, "month": _month}
)


def with_periods(
    issues: Sequence[Issue], papers: Iterable[Paper], every: str, language: Language
) -> tuple[Issue, ...]:
    """Return the issues, and one for each period with papers that no issue holds; newest first.

    An issue of an editor that has a period's id takes the period's other papers in, after its
    own. Papers whose date is not exact enough stay in no issue.

    Args:
        issues: As an editor curated them.
        papers: All papers, in reading order.
        every: ``day``, ``week``, ``month``, or empty for none.
        language: In which weeks and months are named.
    """
    if not every:
        return tuple(issues)
    held = {name for issue in issues for name in issue.papers}
    picks: dict[_Period, list[Pick]] = {}
    for paper in papers:
        period = _PERIODS[every](paper.published, language) if paper.published else None
        if period and paper.id not in held:
            picks.setdefault(period, []).append(Pick(paper=paper.id))
    by_id = {issue.id: issue for issue in issues}
    for period, chosen in picks.items():
        section = Section(picks=tuple(chosen))
        known = by_id.get(period.id)
        by_id[period.id] = (
            replace(known, sections=(*known.sections, section))
            if known
            else Issue(id=period.id, date=period.start, sections=(section,), title=period.title)
        )
    return tuple(sorted(by_id.values(), key=lambda issue: (issue.date, issue.id), reverse=True))
