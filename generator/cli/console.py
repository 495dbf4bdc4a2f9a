"""The only printer: results to standard output, everything about the run to standard error."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TextIO

from generator.errors import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code != 10}
_REPORT_BUG = "this is a bug of ours: please report it with the lines above"


class Console:
    """Where a command speaks to its user.

    Text comes from papers and file names, so control characters are shown, never sent: no title
    can recolour or overwrite what stands on the terminal.

    Attributes:
        quiet: Leave out progress and summaries; problems are always shown.
    """

    def __init__(self, out: TextIO, err: TextIO, *, environment: Mapping[str, str]) -> None:
        """Speak on these two streams.

        Args:
            out: Results.
            err: Progress and problems.
            environment: ``NO_COLOR`` (https://no-color.org/) and ``TERM=dumb`` turn colour off.
        """
        self.quiet = False
        self._out = out
        self._err = err
        self._on_terminal = err.isatty() and environment.get("TERM") != "dumb"
        self._coloured = self._on_terminal and not environment.get("NO_COLOR")
        self._progress_shown = False

    @classmethod
    def standard(cls) -> Console:
        """Return the console of this process; a redirected stream is written in UTF-8."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                encoding = None if stream.isatty() else "utf-8"
                stream.reconfigure(encoding=encoding, errors="backslashreplace")
        return cls(sys.stdout, sys.stderr, environment=os.environ)

    def write(self, text: str) -> None:
        """Write a command's result as it is, for other programs."""
        self._end_progress()
        self._out.write(text)

    def print(self, text: str) -> None:
        """Print lines of a report for people; nothing when quiet."""
        if not self.quiet:
            self.write(f"{text.translate(_CONTROL)}\n")

    def error(self, text: str) -> None:
        """Print lines that must be seen."""
        self._tell(text.translate(_CONTROL))

    def progress(self, text: str) -> None:
        """Say what is being done: one rewritten line on a terminal, a line each elsewhere."""
        if self.quiet:
            return
        if self._on_terminal:
            self._err.write(f"\r\x1b[2K{text.translate(_CONTROL)} …")
            self._err.flush()
            self._progress_shown = True
        else:
            self.error(text)

    def show(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print diagnostics by file and line, each hint once for a run that shares it; then count.

        Raises:
            BrokenPipeError: Nobody reads any more.
        """
        ordered = sorted(set(diagnostics), key=lambda diagnostic: diagnostic.sort_key)
        for position, diagnostic in enumerate(ordered):
            self._tell(self._line(diagnostic))
            following = ordered[position + 1].hint if position + 1 < len(ordered) else ""
            if diagnostic.hint and diagnostic.hint != following:
                self.error(f"  hint: {diagnostic.hint}")
        if ordered:
            self.error(counted(ordered))

    def flush(self) -> None:
        """Send everything written so far.

        Raises:
            BrokenPipeError: Nobody reads any more.
        """
        self._end_progress()
        self._out.flush()

    def abandon(self) -> None:
        """Point standard output nowhere, so that nothing complains at exit that it is closed."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._out.fileno())

    def bug(self, version: str) -> None:
        """Print the traceback of the exception at hand."""
        self.error(f"{traceback.format_exc()}florilegium {version}: {_REPORT_BUG}")

    def _line(self, diagnostic: Diagnostic) -> str:
        where = f"{diagnostic.location}: " if diagnostic.location else ""
        severity: str = diagnostic.severity
        if self._coloured:
            severity = f"\x1b[1;{_COLOURS[diagnostic.severity]}m{severity}\x1b[0m"
        message = diagnostic.message.replace("\n", " ").translate(_CONTROL)
        return f"{where.translate(_CONTROL)}{severity} {diagnostic.code}: {message}"

    def _tell(self, text: str) -> None:
        self._end_progress()
        self._err.write(f"{text}\n")
        self._err.flush()

    def _end_progress(self) -> None:
        if self._progress_shown:
            self._err.write("\r\x1b[2K")
            self._progress_shown = False


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """Return for example ``1 error, 2 warnings``; empty for none."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in Severity
        if counts[severity]
    )
