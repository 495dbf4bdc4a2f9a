"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from generator.sources.declared import declared_encoding, is_stateful

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRANGE = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_SAMPLE = 65_536
_BINARY_SHARE = 0.03
_HIGH = re.compile(rb"[\x80-\xff]+")
_FOREIGN = re.compile("[^\x00-\x7f]+")
_STRAY = re.compile("[\udc80-\udcff]")
_WESTERN = {
    0xDC00 + byte: bytes([byte]).decode("windows-1252", errors="replace")
    for byte in range(0x80, 0x100)
}


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

    Unicode is told by its byte-order mark, or else by being valid UTF-8. Other files are read as
    what they declare themselves to be (``generator.sources.declared``), or by a guess. A few stray
    control characters are let through, many mean a picture or an archive.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _unicode(raw[len(mark) :], encoding)
    if encoding := _unmarked_utf16(raw):
        return _unicode(raw, encoding)
    if _is_binary(raw):
        return None
    return _unmarked(raw)


def _unicode(raw: bytes, encoding: str) -> Decoded:
    """Return text that its first bytes declare to be Unicode, whatever follows them."""
    try:
        return Decoded(text=_line_ends(raw.decode(encoding)))
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _guessed(raw, error)
        text = raw.decode(encoding, errors="replace")
        before = raw[: error.start].decode(encoding, errors="replace")
        return Decoded(text=_line_ends(text), guessed=encoding, doubt=_lines(before))


def _unmarked(raw: bytes) -> Decoded:
    declared = declared_encoding(raw)
    if declared and is_stateful(declared):
        return Decoded(text=_line_ends(raw.decode(declared, errors="replace")))
    try:
        return Decoded(text=_line_ends(raw.decode()))
    except UnicodeDecodeError as error:
        if declared:
            return Decoded(text=_line_ends(raw.decode(declared, errors="replace")))
        return _guessed(raw, error)


def _guessed(raw: bytes, error: UnicodeDecodeError) -> Decoded:
    """Return text that is no valid UTF-8, as what it most probably is.

    A file with more good than bad sequences is UTF-8 into which other text was pasted, or that was
    cut off. In the languages of Western Europe bytes beyond ASCII stand alone; then it is
    windows-1252, which a statistical guess mistakes more often than not. Elsewhere they stand in
    rows, and statistics tell which encoding it is.
    """
    text = raw.decode(errors="surrogateescape")
    bad = len(_STRAY.findall(text))
    good = sum(map(len, _FOREIGN.findall(text))) - bad
    if good > bad:
        text, guess = text.translate(_WESTERN), "UTF-8 with stray windows-1252"
    else:
        guess = _by_statistics(raw) if _stands_in_rows(raw) else ""
        guess = guess or "windows-1252"
        text = raw.decode(guess, errors="replace")
    before = raw[: error.start].decode()
    return Decoded(text=_line_ends(text), guessed=guess, doubt=_lines(before))


def _stands_in_rows(raw: bytes) -> bool:
    rows = [len(row) for row in _HIGH.findall(raw[:_SAMPLE])]
    return sum(length for length in rows if length >= 3) > 0.7 * sum(rows)


def _by_statistics(raw: bytes) -> str:
    """Return the codec that letter frequencies speak for; empty when none stands out."""
    # Imported for the rare file that needs it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        return ""
    # GB 18030 is what GBK and GB 2312 grew into; a larger sample may need it.
    return {"gb2312": "gb18030", "gbk": "gb18030"}.get(best.encoding, best.encoding)


def _unmarked_utf16(raw: bytes) -> str:
    """Return the codec of UTF-16 without a mark, told by the zeros beside its ASCII letters."""
    sample = raw[:_SAMPLE]
    half = len(sample) // 2
    if half < 2 or len(raw) % 2 or not sample.count(0):
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > 0.6 * half and low == 0:
            return encoding
    return ""


def _lines(before: str) -> int:
    return _line_ends(before).count("\n") + 1


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, _STRANGE))
    return strange > _BINARY_SHARE * len(sample) + 2
