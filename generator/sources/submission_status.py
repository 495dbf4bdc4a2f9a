"""What became of a submission, from the words that lists and services use for it."""

from __future__ import annotations

import re

from generator.model.paper import Status

_WORDS = (
    (re.compile(r"retract", re.IGNORECASE), Status.RETRACTED),
    (re.compile(r"withdr[ae]w", re.IGNORECASE), Status.WITHDRAWN),
    (re.compile(r"reject|decline", re.IGNORECASE), Status.REJECTED),
    (
        re.compile(
            r"accept|publish|\b(?:poster|oral|spotlight|notable|long|short|main|findings|paper"
            r"|demo|demonstration|demonstrations|talk|highlight|award|best|industry|workshop"
            r"|journal)\b",
            re.IGNORECASE,
        ),
        Status.ACCEPTED,
    ),
)
_MARKED_TITLE = re.compile(r"\W*(retracted|withdrawn)(?: article| paper)?\s*[\]):]", re.IGNORECASE)


def status_named(text: str) -> Status:
    """Return what a word such as ``Poster``, ``Reject`` or ``Withdrawn Submission`` says."""
    return next((status for words, status in _WORDS if words.search(text)), Status.UNKNOWN)


def status_of_title(title: str) -> Status:
    """Return what a publisher wrote before the title: ``RETRACTED: …``."""
    match = _MARKED_TITLE.match(title)
    return status_named(match[1]) if match else Status.UNKNOWN
