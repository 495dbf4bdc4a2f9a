"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_lowercase, ascii_uppercase

_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f]")
_POINTS = re.compile("[\u0591-\u05c7\u0640\u064b-\u0652\u0670]")
"""Vowels of Hebrew and Arabic, which most texts leave out, and the stroke that widens a word."""

_GAPS = [sign for sign in map(chr, range(128)) if not sign.isalnum()]
_ONLY_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase, "".join(_GAPS))
_APART = str.maketrans(dict.fromkeys(_GAPS, " "))
"""What ASCII becomes: tables take a third of a pattern's time."""

_MAX_BYTES = 200
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for itself; no folder can have them there."""


def folded(text: str) -> str:
    """Return the text's letters and digits, without case, accents and compatibility forms."""
    if text.isascii():
        return text.translate(_ONLY_LETTERS)
    return "".join(char for char in _caseless(text) if char.isalnum())


def slugify(text: str, *, limit: int = 80) -> str:
    """Return lower-case words joined by hyphens, cut at a word, at most ``limit`` characters.

    Latin, Greek and Cyrillic letters lose their accents; other scripts keep their letters with the
    signs that belong to them, but for vowel points. The result holds no dot, slash or blank and is
    at most 200 bytes of UTF-8, so it is safe as a folder's name; it is empty when the text has no
    letter and no digit. The names of Windows' devices get a mark.
    """
    plain = _caseless(text[: limit * 8])
    slug = "-".join(plain.translate(_APART).split()) if plain.isascii() else _hyphenated(plain)
    if len(slug) > limit:
        head = slug[: limit + 1].rpartition("-")[0]
        slug = head if len(head) >= limit // 2 else slug[:limit]
    while len(slug.encode()) > _MAX_BYTES:
        slug = slug[:-1]
    slug = slug.strip("-")
    return f"{slug}-1" if _DEVICES.fullmatch(slug) else slug


def _hyphenated(text: str) -> str:
    """Return the words of a decomposed text, without what its script can do without."""
    plain = unicodedata.normalize("NFC", _POINTS.sub("", _ACCENTS.sub("", text)))
    shown = "".join(char if char.isalnum() or _is_sign(char) else " " for char in plain)
    return "-".join(word for word in shown.split() if any(map(str.isalnum, word)))


def _is_sign(char: str) -> bool:
    """Tell whether a mark is part of a word, as vowels are in the scripts of India and Thailand."""
    return unicodedata.category(char) in {"Mc", "Mn"}


def _caseless(text: str) -> str:
    """Return compatibility forms decomposed and folded; a decomposed letter may be a capital."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
