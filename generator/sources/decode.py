"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")
_SAMPLE = 65_536
_BINARY_SHARE = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    r"""The text of a file.

    Attributes:
        text: Without byte-order mark, every line end ``\n``.
        guessed: The encoding that was assumed because the file is no valid Unicode; empty when
            nothing had to be guessed.
        doubt: 1-based line of the first byte that is no valid Unicode; None without a guess.
    """

    text: str
    guessed: str = ""
    doubt: int | None = None


def decode(raw: bytes) -> Decoded | None:
    """Return the text of a file, or None when its bytes are no text.

    Unicode is told by its byte-order mark, or else by being valid UTF-8; anything else is taken
    for windows-1252, which older programs write. A few stray control characters are let through,
    many mean a picture or an archive.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _unicode(raw[len(mark) :], encoding)
    if _is_binary(raw):
        return None
    return _unicode(raw, "utf-8")


def _unicode(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=_line_ends(raw.decode(encoding)))
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            text, guess = raw.decode("windows-1252", errors="replace"), "windows-1252"
        else:
            text, guess = raw.decode(encoding, errors="replace"), encoding
        before = raw[: error.start].decode(encoding, errors="replace")
        return Decoded(
            text=_line_ends(text), guessed=guess, doubt=_line_ends(before).count("\n") + 1
        )


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    strange = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return strange > _BINARY_SHARE * len(sample) + 2
