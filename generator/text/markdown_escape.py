"""Plain text inside Markdown that we write."""

from __future__ import annotations

import re

from generator.text.plain import shown

_MARKS = re.compile(r"[\\`*_\[\]<>]|^(?=[#+>-]|\d+[.)])", re.MULTILINE)


def markdown_text(text: str) -> str:
    """Return a text in which no character means anything to Markdown."""
    return _MARKS.sub(lambda match: f"\\{match[0]}", shown(text))
