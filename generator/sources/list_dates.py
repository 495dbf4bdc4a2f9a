"""Dates in tables, which also write them with the day first or as seconds since 1970."""

from __future__ import annotations

import datetime
import re

from generator.model.dates import PartialDate
from generator.sources.written_dates import join_date, read_date

_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ T].*)?")
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?")


def listed_date(text: str, month: str = "", day: str = "") -> PartialDate | None:
    """Return the date of a cell, or of a year with month and day beside it; None without any.

    In ``03/11/2025`` nobody can tell day and month apart, so the year alone is taken.

    Raises:
        ValueError: No such date exists.
    """
    text = text.strip()
    if match := _DAY_FIRST.fullmatch(text):
        return _of_short(int(match[1]), int(match[3]), int(match[4]), match[2])
    if match := _EPOCH.fullmatch(text):
        moment = datetime.datetime.fromtimestamp(int(match[1]), tz=datetime.UTC)
        return PartialDate.from_date(moment.date())
    return join_date(text, month, day) if month else read_date(text)


def _of_short(first: int, second: int, year: int, sign: str) -> PartialDate:
    if first > 12 or sign == "." or first == second:
        return PartialDate(year, second, first)
    return PartialDate(year, first, second) if second > 12 else PartialDate(year)
