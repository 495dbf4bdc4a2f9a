"""What a reader of one format is given, and what it gives back."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from generator.config.schema import SeedsConfig
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.model.free_page import FreePage
from generator.model.issue import Issue
from generator.model.paper import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    r"""One file of ``seeds/``, or a part of one, decoded.

    Attributes:
        path: Project-relative POSIX path.
        text: Its text, without a byte-order mark, every line end ``\n``.
        settings: The ``[[seeds]]`` table that matches it.
        today: The latest day an undated page may be of.
        first_line: 1-based line of the file at which the text begins; more than 1 for a later
            part of a file that is too large to be held whole.
    """

    path: PurePosixPath
    text: str
    settings: SeedsConfig
    today: datetime.date
    first_line: int = 1

    def at(self, line: int | None = None) -> SourceLocation:
        """Return the place of a 1-based line of this text in the file."""
        return SourceLocation(self.path, None if line is None else line + self.first_line - 1)

    def problem(
        self,
        code: str,
        severity: Severity,
        message: str,
        *,
        line: int | None = None,
        hint: str = "",
    ) -> Diagnostic:
        """Return a diagnostic about a line of this text."""
        return Diagnostic(
            code=code, severity=severity, message=message, location=self.at(line), hint=hint
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader found in one file, in file order, nothing merged.

    Attributes:
        format: The reader's name; empty when no reader knew the file.
        papers: Every paper, doubled ones included.
        issues: Editions; their picks name ids of ``papers``, or ids and identifiers of papers
            that other files hold (an issue file's picks are resolved after merging).
        pages: Free pages.
        diagnostics: Every doubt, with its line.
        dropped: Papers that were read but not wanted, and are not among ``papers``.
    """

    format: str = ""
    papers: tuple[Paper, ...] = ()
    issues: tuple[Issue, ...] = ()
    pages: tuple[FreePage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    dropped: int = 0


class Source(Protocol):
    """A reader of one format; ``name`` and ``about`` may as well be plain attributes."""

    @property
    def name(self) -> str:
        """How ``format = "…"`` in ``[[seeds]]`` spells it."""
        ...

    @property
    def about(self) -> str:
        """What kind of file it reads, in a few words of Markdown without a full stop."""
        ...

    def detects(self, seed: Seed) -> bool:
        """Tell by the text, and if need be the path, whether this reader understands the file."""
        ...

    def read(self, seed: Seed) -> Reading:
        """Return what the file holds; bad input becomes diagnostics, never an exception."""
        ...
