"""Our scripts' text without what only people need: comments, and blanks between signs.

It relies on the repository's style: every statement ends in a semicolon or a brace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

# Comments, and what may look like one and is none: strings, templates, regular expressions.
_PIECES = re.compile(
    r"""
      (?P<comment> /\*.*?\*/ | (?<!:)//[^\n]* )
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | `(?: \\. | \$\{(?: [^{}`] | \{[^{}`]*\} | `(?:\\.|[^`\\])*` )*\} | [^`\\] )*`
    | (?:(?<=[(,=:[!&|?{};\n>]) | (?<=return)) \s*
      /(?![*/]) (?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+ /[a-z]*
    """,
    re.VERBOSE | re.DOTALL,
)
_SIGN = r"[{}()\[\],;:=<>!?&|*%]"
_AROUND_SIGNS = re.compile(rf"\s+(?={_SIGN})|(?<={_SIGN})\s+")
_BLANKS = re.compile(r"\s+")

MODULES = 512
"""Texts remembered: a module is part of several scripts, and of each build of a server."""


@lru_cache(MODULES)
def uncommented(source: str) -> str:
    """Return a script without comments, its lines where they were."""
    return _PIECES.sub(lambda found: " " if found["comment"] else found[0], source)


@lru_cache(MODULES)
def squeezed(source: str) -> str:
    """Return a script that has no comments without blanks it can do without, in one line."""
    text = _between_pieces(source, lambda part: _BLANKS.sub(" ", _AROUND_SIGNS.sub("", part)))
    return f"{text.strip()}\n" if text.strip() else ""


def pieces(source: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a script that has no comments, and whether each is code or a literal."""
    done = 0
    for found in _PIECES.finditer(source):
        if found.start() > done:
            yield True, source[done : found.start()]
        yield False, found[0]
        done = found.end()
    if done < len(source):
        yield True, source[done:]


def _between_pieces(source: str, change: Callable[[str], str]) -> str:
    changed = []
    done = 0
    for found in _PIECES.finditer(source):
        changed += [change(source[done : found.start()]), found[0].lstrip()]
        done = found.end()
    return "".join(changed) + change(source[done:])
