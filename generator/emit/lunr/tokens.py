r"""Text to tokens as lunr.js 2.3.9 cuts, trims and filters them before it stems.

Its separator is ``[\s\-]+`` and its trimmer takes ``\W`` off both ends, in JavaScript's meaning:
``\s`` is Unicode white space with the byte-order mark but without U+001C to U+001F and U+0085, and
``\W`` is everything but ASCII letters, digits and the underscore (ECMA-262, CharacterClassEscape).
Lower case is the same in both languages but for letters newer than the Unicode of one of them.
"""

from __future__ import annotations

import re

WHITE_SPACE = "\\t-\\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

_STOP_WORDS = """
    a able about across after all almost also am among an and any are as at be because been but by
    can cannot could dear did do does either else ever every for from get got had has have he her
    hers him his how however i if in into is it its just least let like likely may me might most
    must my neither no nor not of off often on only or other our own rather said say says she should
    since so some than that the their them then there these they this tis to too twas us wants was
    we were what when where which while who whom why will with would yet you your
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_TOKEN = re.compile(f"[^{WHITE_SPACE}-]+")
_RUN = re.compile(f"[^{WHITE_SPACE}]+")
_ODD_BLANK = re.compile("[\x1c-\x1f\x85\ufeff]")  # where Python's white space is not JavaScript's
_ENDS = re.compile(r"\A[^A-Za-z0-9_]+|[^A-Za-z0-9_]+\Z")


def cut(text: str) -> list[str]:
    """Return the text's tokens in lower case, not yet trimmed."""
    text = text.lower()
    if _has_odd_blank(text):
        return _TOKEN.findall(text)
    return text.replace("-", " ").split()


def chunks(text: str) -> list[str]:
    """Return the runs of text without white space."""
    return _RUN.findall(text) if _has_odd_blank(text) else text.split()


def _has_odd_blank(text: str) -> bool:
    return not text.isprintable() and _ODD_BLANK.search(text) is not None


def trim(token: str) -> str:
    """Return the token without what is no ASCII word character at its ends; it may become empty."""
    return token if token.isascii() and token.isalnum() else _ENDS.sub("", token)
