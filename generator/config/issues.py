"""The table of site.toml that says how papers become issues."""

from __future__ import annotations

from dataclasses import dataclass

PERIODS = ("day", "week", "month")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesConfig:
    """The ``[issues]`` table.

    Attributes:
        every: ``day``, ``week`` (ISO 8601) or ``month``: papers that stand in no issue are
            gathered into one for each such period, by the date of their publication. Empty: issues
            are those that pages and editors make.
    """

    every: str = ""

    def __post_init__(self) -> None:
        if self.every not in {"", *PERIODS}:
            raise ValueError(f"every must be one of {', '.join(PERIODS)}, not {self.every!r}")
