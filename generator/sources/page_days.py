"""The day an edition of a pasted page is of, and what is doubtful about it."""

from __future__ import annotations

import calendar
import datetime

from generator.errors import Diagnostic, Severity
from generator.sources.page_cards import Edition
from generator.sources.page_dates import DateLine, date_in_name, latest_day, parse_date_line
from generator.sources.page_lines import PageLine
from generator.sources.source import Seed

Day = tuple[datetime.date | None, tuple[Diagnostic, ...]]


def day_of(seed: Seed, edition: Edition) -> Day:
    """Return the day of an edition: its date line's, else that of ``[[seeds]]`` or the file name.

    A line that names no year takes the year of ``[[seeds]]``, then that of the file's name, then
    the latest possible one, which is reported.
    """
    line = edition.heading.date
    if line is not None and (stated := parse_date_line(line.text)):
        return _stated_day(seed, line, stated)
    named = date_in_name(seed.path.stem)
    day = seed.settings.date or (named.as_day() if named else None)
    if day:
        return day, ()
    problem = seed.problem(
        "S021",
        Severity.WARNING,
        "the page has no date, so its papers belong to no issue",
        line=edition.cards[0].line,
        hint="set date = 2025-01-31 (the page's day) in the [[seeds]] table of this file, "
        "or put the date into its name",
    )
    return None, (problem,)


def _stated_day(seed: Seed, line: PageLine, stated: DateLine) -> Day:
    problems = []
    settings, named = seed.settings, date_in_name(seed.path.stem)
    year = stated.year or settings.year or (settings.date.year if settings.date else None)
    if year:
        day = stated.in_year(year)
    elif named:
        day = named.place(stated)
    else:
        day = latest_day(stated, seed.today)
        if day:
            problems.append(_guessed_year(seed, line, day))
    if day is None:
        message = f"{line.text!r} is no day of {year or (named and named.year) or 'any year'}"
        problems.append(
            seed.problem(
                "S025",
                Severity.WARNING,
                f"{message}, so the papers under it belong to no issue",
                line=line.number,
                hint="correct the date line, or the year in [[seeds]]",
            )
        )
    elif stated.weekday is not None and stated.weekday != day.weekday():
        problems.append(
            seed.problem(
                "S026",
                Severity.WARNING,
                f"{line.text!r} is a {calendar.day_name[day.weekday()]} in {day.year}",
                line=line.number,
                hint="correct the date line, or the year in [[seeds]]",
            )
        )
    return day, tuple(problems)


def _guessed_year(seed: Seed, line: PageLine, day: datetime.date) -> Diagnostic:
    return seed.problem(
        "S020",
        Severity.WARNING,
        f"{line.text!r} names no year; took {day.year}, the latest possible one",
        line=line.number,
        hint=f"set year = {day.year} in the [[seeds]] table of this file, "
        f"or put the date into its name",
    )
