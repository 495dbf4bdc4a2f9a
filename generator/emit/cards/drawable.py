"""What of a text can be drawn: all of it, all but ornaments, or nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_NEEDED = frozenset("LNM")
_LOOSE = re.compile(r" (?=[.,:;!?])")  # what stood before them is left out
_IGNORED = frozenset({"Cf", "Me"})  # joiners and marks of direction; rings around a digit


def drawable(text: str, is_drawn: Callable[[str], bool]) -> str:
    """Return a text as it can be drawn: one line, of signs that the font has.

    What the font lacks is replaced by what it stands for (a mathematical letter by the letter).
    Ornaments, emoji for example, are left out. A text of which a letter, a digit or a sign of
    mathematics would be missing says something else, or nothing: the answer is empty then.
    """
    kept, dropped = [], False
    for sign in unicodedata.normalize("NFC", text):
        if sign.isspace():
            kept.append(" ")
        elif is_drawn(sign) and sign.isprintable():
            kept.append(sign)
        elif not _is_ignored(sign):
            plain = unicodedata.normalize("NFKC", sign)
            if plain != sign and all(map(is_drawn, plain)):
                kept.append(plain)
            elif _is_needed(sign):
                return ""
            else:
                kept.append(" ")
                dropped = True
    line = " ".join("".join(kept).split())
    return _LOOSE.sub("", line) if dropped else line


def _is_ignored(sign: str) -> bool:
    return unicodedata.category(sign) in _IGNORED or "\ufe00" <= sign <= "\ufe0f"


def _is_needed(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in _NEEDED or category == "Sm"
