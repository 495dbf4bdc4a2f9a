r"""Prose written for TeX, such as arXiv's metadata, as plain text.

Accents, quotes, dashes and grouping braces become Unicode; math between dollar signs and web
addresses stay letter for letter. See https://info.arxiv.org/help/prep.html.
"""

from __future__ import annotations

import re
import unicodedata

from generator.text.holder import Holder
from generator.text.plain import flowing, shown
from generator.text.tex import hold_math, plain_tex
from generator.text.urls import find_urls

_TEX = re.compile(r"[\\{$~`]|--|''")
_EMPTY_LINES = re.compile(r"\n\s*\n")


def text_of_tex(text: str) -> str:
    """Return the text without TeX outside of math; empty lines still part paragraphs."""
    text = "\n\n".join(" ".join(part.split()) for part in _EMPTY_LINES.split(text)).strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _TEX.search(text):
        holder = Holder()
        held = hold_math(_held_addresses(shown(text), holder), holder.hold)
        text = holder.release(flowing(plain_tex(held)))
        return unicodedata.normalize("NFC", text)
    return shown(text)


def _held_addresses(text: str, holder: Holder) -> str:
    pieces = []
    position = 0
    for found in find_urls(text):
        pieces.append(text[position : found.start])
        pieces.append(holder.hold(text[found.start : found.end]))
        position = found.end
    pieces.append(text[position:])
    return "".join(pieces)
