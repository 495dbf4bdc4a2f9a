"""Dates as feeds, mails and web pages write them.

Forms: RFC 3339 and ISO 8601, RFC 5322, and dates in English words. The day is the one written; a
time zone never moves it.
"""

from __future__ import annotations

import calendar
import re

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.sources.source import Seed

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if number}
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\s*(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?!\d)",
        r"\s*(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
        rf"\s*(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}|\d\d)\b",
        rf"\s*(?:[a-z]{{3,9}},?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:,\s*|\s+)(?P<year>\d{{4}})\b",
        rf"\s*{_MONTH},?\s+(?P<year>\d{{4}})\b",
    )
)
_CENTURY_TURN = 50  # RFC 5322, section 4.3: two digits up to 49 are of this century


def partial_date(text: str) -> PartialDate:
    """Return the date at the start of a text, as exact as it is written.

    Raises:
        ValueError: The text does not begin with a date, or no such day exists.
    """
    for form in _FORMS:
        if match := form.match(text):
            parts = match.groupdict()
            return PartialDate(
                _year(parts["year"]), _month(parts["month"] or "0"), int(parts.get("day") or 0)
            )
    raise ValueError(f"not a date: {text!r}")


def read_date(
    text: str, seed: Seed, line: int | None, problems: list[Diagnostic]
) -> PartialDate | None:
    """Return the date a source states; None without one, and with a warning for a wrong one."""
    if not text.strip():
        return None
    try:
        return partial_date(text)
    except ValueError:
        problem = seed.problem(
            "S130",
            Severity.WARNING,
            f"no such date: {text.strip()[:60]!r}; left out",
            line=line,
            hint="write it like 2025-03-11",
        )
        problems.append(problem)
        return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text[:3].lower()]
