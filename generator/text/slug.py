"""Names that are safe in a URL and in a file system."""

from __future__ import annotations

import re
import unicodedata

_GAPS = re.compile(r"[\W_]+")
_MAX_BYTES = 200
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for itself; no folder can have them there."""


def folded(text: str) -> str:
    """Return the text's letters and digits, without case, accents and compatibility forms."""
    if text.isascii():
        return _GAPS.sub("", text).lower()
    return "".join(char for char in _caseless(text) if char.isalnum())


def slugify(text: str, *, limit: int = 80) -> str:
    """Return lower-case words joined by hyphens, cut at a word, at most ``limit`` characters.

    Latin letters lose their accents; other scripts keep their letters. The result holds no dot,
    slash or blank and is at most 200 bytes of UTF-8, so it is safe as a folder's name; it is empty
    when the text has no letter and no digit. The names of Windows' devices get a mark.
    """
    plain = _caseless(text[: limit * 8])
    if not plain.isascii():
        latin = "".join(char for char in plain if not unicodedata.combining(char))
        plain = unicodedata.normalize("NFC", latin)
    slug = _GAPS.sub("-", plain).strip("-")
    if len(slug) > limit:
        head = slug[: limit + 1].rpartition("-")[0]
        slug = head if len(head) >= limit // 2 else slug[:limit]
    while len(slug.encode()) > _MAX_BYTES:
        slug = slug[:-1]
    slug = slug.strip("-")
    return f"{slug}-1" if _DEVICES.fullmatch(slug) else slug


def _caseless(text: str) -> str:
    """Return compatibility forms decomposed and folded; a decomposed letter may be a capital."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
