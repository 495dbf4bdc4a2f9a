"""Dates as feeds, mails and web pages state them (RFC 3339, RFC 5322, English words)."""

from __future__ import annotations

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.sources import written_dates
from generator.sources.source import Seed


def read_date(
    text: str, seed: Seed, line: int | None, problems: list[Diagnostic]
) -> PartialDate | None:
    """Return the date a source states; None without one, and with a warning for a wrong one.

    The day is the one written; a time zone never moves it.
    """
    if not text.strip():
        return None
    try:
        date = written_dates.read_date(text)
    except ValueError:
        date = None
    if date is None:
        problem = seed.problem(
            "S130",
            Severity.WARNING,
            f"no such date: {text.strip()[:60]!r}; left out",
            line=line,
            hint="write it like 2025-03-11",
        )
        problems.append(problem)
    return date
