"""Our scripts as words and signs, and what brackets say of them.

Not a JavaScript parser: it reads the style of this repository.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.emit.script_text import pieces

_LEXEME = re.compile(r"(#?[A-Za-z_$][\w$]*|[0-9][\w.]*|\.\.\.|\?\.(?![0-9])|=>|[=!]==?|\S)")
WORD = re.compile(r"[A-Za-z_$]")
"""What a word begins with."""
_INSERT = re.compile(r"\$\{((?:[^{}`]|\{[^{}`]*\}|`(?:\\.|[^`\\])*`)*)\}")
_LITERAL = '""'
_OPENING = {")": "(", "]": "[", "}": "{"}
# Words and signs that open or end something; of all others none needs a look.
_TELLING = frozenset({"(", "[", "{", ")", "]", "}", ";", "class"})
_BEFORE_OBJECTS = frozenset(
    {"(", "[", ",", "=", ":", "?", "|", "&", "...", "return", "const", "let"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the signs around words say.

    Attributes:
        lexemes: Words, signs, and a sign for each text.
        ends: Of each opening bracket the place of its end, and the other way round.
        objects: The opening brackets of objects and patterns.
        classes: The opening brackets of classes.
        around: By place, the innermost open bracket; -1 for none.
        units: By place, the statement of the script it belongs to.
    """

    lexemes: Sequence[str]
    ends: Mapping[int, int]
    objects: frozenset[int]
    classes: frozenset[int]
    around: Sequence[int]
    units: Sequence[int]


class Script:
    """A script taken apart.

    Attributes:
        lexemes: Words and signs; others stand for texts, and for the ends of what is inserted.
        between: What stands before the first, between each two, and after the last.
        stand_ins: The places of lexemes that are not written.
    """

    def __init__(self, script: str) -> None:
        self.lexemes: list[str] = []
        self.between = [""]
        self.stand_ins: list[int] = []
        self._add(script)

    def written(self, words: Iterable[str]) -> str:
        """Return the script with other lexemes in the places of its own."""
        words = [*words]
        for place in self.stand_ins:
            words[place] = ""
        return self.between[0] + "".join(chain(*zip(words, self.between[1:], strict=True)))

    def _add(self, script: str) -> None:
        for is_code, text in pieces(script):
            if is_code:
                blank, *rest = _LEXEME.split(text)
                self.between[-1] += blank
                self.lexemes += rest[::2]
                self.between += rest[1::2]
            else:
                self._add_literal(text)

    def _add_literal(self, text: str) -> None:
        start, *rest = _INSERT.split(text) if text.lstrip().startswith("`") else [text]
        self._stand_in(_LITERAL, start)
        for inserted, following in zip(rest[::2], rest[1::2], strict=True):
            self.between[-1] += "${"
            self._stand_in("(")
            self._add(inserted)
            self._stand_in(")", f"}}{following}")

    def _stand_in(self, lexeme: str, text: str = "") -> None:
        self.stand_ins.append(len(self.lexemes))
        self.lexemes.append(lexeme)
        self.between.append(text)


def read(lexemes: Sequence[str]) -> Reading:
    """Return what the signs around words say.

    Raises:
        ValueError: Brackets do not match, as they were read.
    """
    open_brackets: list[int] = []
    ends: dict[int, int] = {}
    classes: set[int] = set()
    around: list[int] = []
    units: list[int] = []
    awaits_class, unit = False, 0
    for place, lexeme in enumerate(lexemes):
        around.append(open_brackets[-1] if open_brackets else -1)
        units.append(unit)
        if lexeme not in _TELLING:
            continue
        if lexeme == "class":
            awaits_class |= lexemes[place + 1] not in (":", ",", "}")
        elif lexeme in ("(", "[", "{"):
            if lexeme == "{" and awaits_class:
                classes.add(place)
                awaits_class = False
            open_brackets.append(place)
        elif lexeme in _OPENING:
            if not open_brackets or lexemes[open_brackets[-1]] != _OPENING[lexeme]:
                raise ValueError(f"a bracket without another: {lexemes[place - 20 : place + 1]}")
            start = open_brackets.pop()
            ends[start], ends[place] = place, start
        if not open_brackets and lexeme in (";", "}"):
            unit += 1
    if open_brackets:
        raise ValueError("a bracket is left open")
    braces = (place for place in ends if lexemes[place] == "{" and place)
    objects = {place for place in braces if lexemes[place - 1] in _BEFORE_OBJECTS} - classes
    return Reading(lexemes, ends, frozenset(objects), frozenset(classes), around, units)
