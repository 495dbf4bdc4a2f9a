"""TeX in titles and abstracts that nobody understood, and that readers will see as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.errors import Diagnostic, Severity
from generator.model.paper import Paper
from generator.text.mathml import formula
from generator.text.plain import readable
from generator.text.tex import MATH

_COMMAND = re.compile(r"(?<![\\\w:.])\\[A-Za-z]{2,}(?![\\\w])")  # C:\paths\like.this are none
_SHOWN = 5


def unread_tex(papers: Iterable[Paper]) -> Iterator[Diagnostic]:
    """Yield a note for each paper with formulas or commands that are shown as they are written."""
    for paper in papers:
        for part, text in (("title", paper.title), ("abstract", paper.abstract)):
            if "\\" not in text and "$" not in text:
                continue
            commands, broken = _unread(text)
            if commands:
                listed = ", ".join(commands[:_SHOWN])
                more = f" and {len(commands) - _SHOWN} more" if len(commands) > _SHOWN else ""
                yield _note(paper, "U090", f"unknown TeX in the {part}: {listed}{more}")
            if broken:
                yield _note(paper, "U091", f"a formula in the {part} cannot be read: {broken}")


def _unread(text: str) -> tuple[list[str], str]:
    """Return the unknown commands in order of the alphabet, and the first broken formula."""
    commands: set[str] = set()
    broken = ""

    def without(found: re.Match[str]) -> str:
        nonlocal broken
        made = formula(found[0])
        commands.update(made.unknown)
        if not made.is_read:
            broken = broken or " ".join(found[0].split())[:80]
        return " "

    prose = MATH.sub(without, text)
    if "\\" in prose:
        commands.update(_COMMAND.findall(readable(prose)))
    return sorted(commands), broken


def _note(paper: Paper, code: str, message: str) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.NOTE,
        message=message,
        location=paper.origins[0].location if paper.origins else None,
        hint="it is shown as written; write it in standard TeX or as plain text",
    )
