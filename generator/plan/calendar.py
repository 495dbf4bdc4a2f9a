"""The archive of daily issues as a calendar."""

from __future__ import annotations

import datetime
from calendar import Calendar
from collections.abc import Iterable, Iterator

from generator.language.language import Language
from generator.plan.issue_parts import CalendarDay, CalendarMonth
from generator.plan.parts import IssueCard

SHOWN_MONTHS = 12


def calendar_months(issues: Iterable[IssueCard], language: Language) -> tuple[CalendarMonth, ...]:
    """Return the newest twelve months in which an issue of a day stands, newest first.

    Days between the first and the last issue that have none say so.
    """
    by_day = {card.date.iso: card for card in issues if card.id == card.date.iso}
    if not by_day:
        return ()
    first, last = min(by_day), max(by_day)
    months = sorted({iso[:7] for iso in by_day}, reverse=True)[:SHOWN_MONTHS]
    made = []
    for name in months:
        year, month = int(name[:4]), int(name[5:7])
        weeks = Calendar().monthdatescalendar(year, month)
        rows = tuple(tuple(_days(week, month, by_day, first, last)) for week in weeks)
        made.append(CalendarMonth(label=language.date(year, month), weeks=rows))
    return tuple(made)


def _days(
    week: Iterable[datetime.date], month: int, by_day: dict[str, IssueCard], first: str, last: str
) -> Iterator[CalendarDay]:
    for day in week:
        iso = day.isoformat()
        card = by_day.get(iso) if day.month == month else None
        yield CalendarDay(
            number=day.day if day.month == month else 0,
            url=card.url if card else "",
            count=card.count if card else 0,
            empty=card is None and first < iso < last,
        )
