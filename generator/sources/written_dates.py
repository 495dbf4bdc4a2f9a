"""Dates as people and reference managers write them, as exact as they are.

Read are ISO 8601 and the parts of EDTF that BibLaTeX, Zotero and CSL use (ranges, ``1999~``,
seasons; https://www.loc.gov/standards/datetime/), RIS's ``2016/01/30/``, MEDLINE's ``2002 Sep 3``
and ``2002 Jan-Feb``, and English dates in words.
"""

from __future__ import annotations

import re

from generator.model.dates import PartialDate

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})?(?:[-/.](\d{1,2})?)?)?(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|2[01])\d\d(?!\d)")
_MONTH = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?![a-z])",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d|[a-z])", re.IGNORECASE)
_SEASONS = range(21, 42)  # EDTF: 2012-21 is the spring of 2012


def read_date(text: str) -> PartialDate | None:
    """Return the date a text states, the beginning of a range; None when it states none.

    Raises:
        ValueError: It states one that does not exist, for example 2023-02-30.
    """
    text = text.strip().lstrip("[{(~c. ").removeprefix("a. ")
    text = text.removeprefix("../").lstrip("/")
    if match := _COMPACT.fullmatch(text):
        return PartialDate(*(int(part) for part in match.groups()))
    if (match := _NUMERIC.match(text)) and not _MONTH.search(text):
        year, month, day = (int(part or 0) for part in match.groups())
        if month in _SEASONS:
            month, day = 0, 0
        return PartialDate(year, month, day if month else 0)
    return _in_words(text)


def join_date(year: str, month: str = "", day: str = "") -> PartialDate | None:
    """Return the date of parts that stand apart; a month may hold its day, as in ``July 4``.

    Raises:
        ValueError: No such date exists.
    """
    date = read_date(year)
    if date is None or date.month:
        return date
    month_number, rest = _month(month)
    found = _DAY.search(day) or (_DAY.search(rest) if month_number else None)
    return PartialDate(date.year, month_number, int(found[1]) if found and month_number else 0)


def _in_words(text: str) -> PartialDate | None:
    year = _YEAR.search(text)
    if year is None:
        return None
    # In a range such as "1998 Dec-1999 Jan" what belongs to the first year stands before the next.
    following = _YEAR.search(text, year.end())
    text = text[: following.start()] if following else text
    month, rest = _month(text[: year.start()] + " " + text[year.end() :])
    day = _DAY.search(rest) if month else None
    return PartialDate(int(year[0]), month, int(day[1]) if day else 0)


def _month(text: str) -> tuple[int, str]:
    """Return the first month that a text names, 0 without one, and the text without it."""
    text = text.strip()
    if match := _MONTH.search(text):
        return _MONTHS.index(match[1].lower()) + 1, text[: match.start()] + " " + text[
            match.end() :
        ]
    if text.isdecimal():
        return int(text), ""
    return 0, text
