"""What can go wrong, said so that the reader of the message can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath


class Severity(StrEnum):
    """How bad a diagnostic is; an error fails the build, a warning only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class SourceLocation:
    """Where something was read: project-relative POSIX path, 1-based line (None: unknown)."""

    path: PurePosixPath
    line: int | None = None

    def __str__(self) -> str:
        return str(self.path) if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about the input.

    Attributes:
        code: Stable identifier, one letter for the stage and three digits, listed in
            ``docs/diagnostics.md`` (C config, F fetching, M mail, S sources, U curate, P plan,
            R render, W publish).
        severity: Error, warning or note.
        message: What is wrong, one line.
        location: Where; None when no file is to blame.
        hint: What to do about it; empty when the message says it all.
    """

    code: str
    severity: Severity
    message: str
    location: SourceLocation | None = None
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.location}: " if self.location else ""
        text = f"{where}{self.severity} {self.code}: {self.message}"
        return f"{text}\n  hint: {self.hint}" if self.hint else text

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """File, line, code, message: the order in which diagnostics are always shown."""
        path = str(self.location.path) if self.location else ""
        line = (self.location.line or 0) if self.location else 0
        return (path, line, self.code, self.message)


def error_at(
    code: str, path: PurePosixPath, line: int | None, message: str, hint: str = ""
) -> Diagnostic:
    """Return an error at a line of a file, or about the whole file."""
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        location=SourceLocation(path, line),
        hint=hint,
    )


def forbid(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Tell whether findings forbid to publish: errors do, and warnings under ``strict``."""
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in bad for diagnostic in diagnostics)


class DigestError(Exception):
    """Problems whose reader can fix them; every other exception is our bug and keeps its traceback.

    Attributes:
        diagnostics: All problems found before giving up, at least one.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in diagnostics))
        self.diagnostics = diagnostics


class ConfigError(DigestError):
    """site.toml or the command line asks for something that does not exist (exit code 2)."""


class InputError(DigestError):
    """The seeds, templates or output cannot be built as they stand (exit code 1)."""
