"""Titles, abstracts and names as plain text, whatever mixture of markup a list holds them in."""

from __future__ import annotations

import re
import unicodedata

from generator.text.markup import text_of_html
from generator.text.plain import flowing, shown
from generator.text.tex_prose import text_of_tex

_PLACEHOLDER = re.compile(
    r"[\[(]?\s*(?:nan|none|null|n/?a|tbd|[-–—?.]+|(?:no|without) abstract(?: is)?(?: available)?"
    r"|(?:abstract )?not available|undefined)\s*[\])]?\.?",
    re.IGNORECASE,
)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_LONGEST_PLACEHOLDER = 40


def plain_prose(text: str) -> str:
    """Return a text without HTML, entities and TeX commands; TeX math stays as it is.

    Paragraphs are parted by an empty line; a leading heading "Abstract" is dropped.
    """
    text = text.strip()
    if "<" in text or "&" in text or text[:8].lower() == "abstract":
        text = text_of_html(text)
    elif not text.isprintable() or "  " in text:
        text = shown(text)
        text = flowing(text) if _EMPTY_LINE.search(text) else " ".join(text.split())
    if "\\" in text or "{" in text:
        return text_of_tex(text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def plain_line(text: str) -> str:
    """Return a title or a name as plain text on one line."""
    return " ".join(plain_prose(text).split())


def is_placeholder(text: str) -> bool:
    """Tell whether a text only says that there is none: ``nan``, ``N/A``, ``-``."""
    return len(text) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(text.strip()) is not None
