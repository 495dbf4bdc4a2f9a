"""Dates as exact as their source states them."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; a missing part sorts before a present one.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12; 0 when unknown.
        day: 1 to 31; 0 when unknown, and always 0 without a month.

    Raises:
        ValueError: No such date exists.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """Return the ISO 8601 form, as exact as the date: 2025, 2025-03 or 2025-03-11."""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text

    @classmethod
    def from_date(cls, date: datetime.date) -> PartialDate:
        """Return the day of ``date``."""
        return cls(date.year, date.month, date.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2025``, ``2025-03`` or ``2025-03-11``.

        Raises:
            ValueError: The text has another form, or no such date exists.
        """
        match = _ISO.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date like 2025, 2025-03 or 2025-03-11: {text!r}")
        return cls(*(int(part) for part in match.groups(default="0")))

    def earliest(self) -> datetime.date:
        """Return the first day this date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> datetime.date:
        """Return the last day this date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def holds(self, other: PartialDate) -> bool:
        """Tell whether ``other`` is this date, or a more exact form of it."""
        return (
            self.year == other.year
            and self.month in {0, other.month}
            and self.day in {0, other.day}
        )
