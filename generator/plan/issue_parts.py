"""What the archive and the page of attention are made of; URLs are as in ``plan.parts``."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.parts import DateView, NavLink


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day of a month.

    Attributes:
        number: Of the month; 0 for a day of another one, which is left blank.
        url: Of its issue; empty when it has none.
        count: Papers of the issue.
        empty: Whether it has no issue, and others before and after it have.
    """

    number: int
    url: str
    count: int
    empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarMonth:
    """A month in weeks from Monday to Sunday."""

    label: str
    weeks: tuple[tuple[CalendarDay, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingRow:
    """A paper, what was counted, in which source, and the day it is of."""

    paper: NavLink
    count: int
    source: str
    date: DateView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingSection:
    """The papers with most of one kind of attention, most first."""

    id: str
    label: str
    rows: tuple[TrendingRow, ...]
