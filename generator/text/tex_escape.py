r"""Plain text as TeX, so that ``text_of_bibtex`` gives it back letter for letter.

Math between dollar signs stays; Unicode needs no commands, since BibTeX files are UTF-8 today.
"""

from __future__ import annotations

import re

from generator.text.holder import Holder
from generator.text.tex import hold_math

# Escaped braces count as braces to BibTeX, and would have to balance.
_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "$&%#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "-": "{}-",
    "'": "{}'",
}
_SIGN = re.compile(r"[\\{}$&%#_~^`]|(?<=-)-|(?<=')'")  # two hyphens or quotes make another sign
# Short cuts for plain texts, which are nearly all titles and names.
_SPECIAL_SIGN = re.compile(r"[\\{}$&%#_~^`]|--|''")
_INNER_CAPITAL = re.compile(r"\b\w+[A-Z]\w*")
_WORD = re.compile(r"\w+")


def escaped(text: str, *, keep_case: bool = False) -> str:
    """Return the text for a BibTeX field.

    Args:
        text: Plain text with TeX math.
        keep_case: Put words with inner capitals into braces, so that no style lowers them.
    """
    if text.isascii() and not _SPECIAL_SIGN.search(text):
        return _INNER_CAPITAL.sub(r"{\g<0>}", text) if keep_case else text
    holder = Holder()
    text = hold_math(text, lambda formula: holder.hold(formula) if _balances(formula) else formula)
    if keep_case:
        text = _WORD.sub(lambda match: _kept(match[0], holder), text)
    return holder.release(_escaped(text))


def _kept(word: str, holder: Holder) -> str:
    has_inner_capital = any(char.isupper() for char in word[1:])
    return holder.hold(f"{{{_escaped(word)}}}") if has_inner_capital else word


def _escaped(text: str) -> str:
    return _SIGN.sub(lambda match: _SPECIAL[match[0]], text)


def _balances(formula: str) -> bool:
    """Tell whether BibTeX, to which an escaped brace counts, finds every brace closed."""
    depth = 0
    for char in formula:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0
