"""Shorter names for what a script alone can see: private members, functions and variables.

Not a JavaScript parser: it tells variables from properties by the signs around them, in the style
of this repository. A variable's name becomes another one in the whole script, properties stay, and
so does a name that the script does not declare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import count, islice, product
from string import ascii_letters
from typing import TypeAlias

from generator.emit.lexemes import WORD, Reading, Script, read

_DECLARING = frozenset({"const", "let", "class", "function"})
_BEFORE_BLOCKS = frozenset({"if", "for", "while", "switch"})
_RESERVED = frozenset({"as", "do", "if", "in", "is", "of"})
# Of a browser and of the language: meant, perhaps, where a script does not declare them.
_FROM_OUTSIDE = """
    addEventListener alert arguments async atob await btoa caches clearTimeout close closed confirm
    crypto customElements dispatchEvent document eval event external fetch find focus frames get
    history indexedDB innerHeight innerWidth isFinite isNaN length localStorage location matchMedia
    name navigator of open opener origin parent parseFloat parseInt performance postMessage print
    prompt queueMicrotask removeEventListener requestAnimationFrame screen scroll scrollTo self
    sessionStorage set setTimeout static status stop structuredClone super this toolbar top
    undefined window
"""


_Name: TypeAlias = tuple[int, str]
"""A name and the statement that keeps it to itself, -1 for none."""


def shortened(script: str) -> str:
    """Return a script that is a whole of its own with shorter names.

    Raises:
        ValueError: Its brackets do not match, as they were read.
    """
    parts = Script(script)
    reading = read(parts.lexemes)
    return parts.written(_written(reading, _short_names(reading)))


def _short_names(reading: Reading) -> list[str]:
    """Return each lexeme as it is to be called.

    Names that a statement of the script keeps to itself begin anew in each, in the order of their
    use, so that statements look alike and compress well.
    """
    lexemes, units = reading.lexemes, reading.units
    declared = [(lexemes[place], known_at) for place, known_at in _declared(reading)]
    stay = {*_FROM_OUTSIDE.split(), *_shared(reading)}
    everywhere = {name for name, place in declared if reading.around[place] < 0} - stay
    inside = {(units[place], name) for name, place in declared if name not in stay | everywhere}
    called: list[_Name | None] = [None] * len(lexemes)
    ours = everywhere | {name for _, name in inside}
    for place, lexeme in enumerate(lexemes):
        if lexeme not in ours and lexeme[0] != "#":
            continue
        is_known = lexeme in everywhere or lexeme[0] == "#"
        name = (-1 if is_known else units[place], lexeme)
        if lexeme[0] == "#" or ((is_known or name in inside) and not _is_property(reading, place)):
            called[place] = name
    both = [*zip(lexemes, called, strict=True)]
    short = _assigned([*filter(None, called)], {lexeme for lexeme, name in both if not name})
    return [short[name] if name else lexeme for lexeme, name in both]


def _assigned(called: Sequence[_Name], taken: Set[str]) -> dict[_Name, str]:
    """Return a short name for each, those of one statement from the first one on."""
    inside: dict[int, list[_Name]] = {-1: []}
    for name in dict.fromkeys(called):
        inside.setdefault(name[0], []).append(name)
    uses = Counter(called)
    everywhere = sorted(inside.pop(-1), key=lambda name: (-uses[name], name))
    free = (name for name in _letters() if name not in taken | _RESERVED)
    private = _letters()
    own = [*islice(free, max(map(len, inside.values()), default=0))]
    short = {key: name for keys in inside.values() for key, name in zip(keys, own, strict=False)}
    for name in everywhere:
        short[name] = f"#{next(private)}" if name[1][0] == "#" else next(free)
    return short


def _letters() -> Iterator[str]:
    return ("".join(some) for size in count(1) for some in product(ascii_letters, repeat=size))


def _shared(reading: Reading) -> Iterator[str]:
    """Yield the names that a script exports or imports."""
    lexemes = reading.lexemes
    for place, lexeme in enumerate(lexemes):
        if lexeme in ("export", "import") and lexemes[place + 1 : place + 2] == ["{"]:
            yield from lexemes[place + 2 : reading.ends[place + 1]]


def _declared(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the places of declared names, and one in whose bracket they are known."""
    lexemes, ends = reading.lexemes, reading.ends
    for place, lexeme in enumerate(lexemes[:-1]):
        after = lexemes[place + 1]
        if lexeme in _DECLARING:
            if WORD.match(after):
                yield place + 1, place
            elif lexeme in ("const", "let") and after in ("[", "{"):
                yield from ((bound, place) for bound in _bound(reading, place + 1))
        elif after == "=>" and lexeme == ")":
            yield from ((bound, bound) for bound in _bound(reading, ends[place]))
        elif after == "=>":
            yield place, place
        elif lexeme == ")" and after == "{" and lexemes[ends[place] - 1] not in _BEFORE_BLOCKS:
            yield from ((bound, bound) for bound in _bound(reading, ends[place]))


def _bound(reading: Reading, start: int) -> Iterator[int]:
    """Yield the places of names in a pattern, or in the parameters of a function."""
    place, end = start + 1, reading.ends[start]
    while place < end:
        lexeme, before = reading.lexemes[place], reading.lexemes[place - 1]
        if lexeme == "(":  # of a call, for a value that stands for a missing one
            place = reading.ends[place]
        elif WORD.match(lexeme) and before in ("(", ",", "[", "...", ":", "{"):
            yield place
        place += 1


def _is_property(reading: Reading, place: int) -> bool:
    """Tell whether a word is a property after a point, a key, a method or a field."""
    lexemes, around = reading.lexemes, reading.around[place]
    before, after = lexemes[place - 1], lexemes[place + 1] if place + 1 < len(lexemes) else ""
    if before in (".", "?."):
        return True
    if around in reading.objects and before in ("{", ",") and after == ":":
        return True
    if around in reading.classes and after in ("=", ";", "}"):
        return before in ("{", ";", "}", "static")
    is_member = around in reading.objects or around in reading.classes
    return is_member and after == "(" and lexemes[reading.ends[place + 1] + 1] == "{"


def _written(reading: Reading, names: Sequence[str]) -> Iterator[str]:
    """Yield each lexeme as it is to be written."""
    for place, (lexeme, name) in enumerate(zip(reading.lexemes, names, strict=True)):
        yield f"{lexeme}:{name}" if lexeme != name and _is_short_form(reading, place) else name


def _is_short_form(reading: Reading, place: int) -> bool:
    """Tell whether a word is key and variable at once: ``{ word }``."""
    before, after = reading.lexemes[place - 1], reading.lexemes[place + 1 : place + 2]
    is_inside = reading.around[place] in reading.objects
    return is_inside and before in ("{", ",") and after[0] in (",", "}", "=")
