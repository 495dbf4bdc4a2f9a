"""The author field of BibTeX: names parted by ``and``, braces around what belongs together.

Rules: O. Patashnik, "BibTeXing", 1988, section 4; ``family=…, given=…`` is biblatex's extended
format. Lists parted by commas, which BibTeX takes for one name, are read as what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.paper import Author
from generator.text.bibtex import text_of_bibtex
from generator.text.names import Name, is_suffix, join_name, parse_name

_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*(.*)", re.DOTALL)
_HOMONYM = re.compile(r" 0\d{3}$")  # DBLP tells people of one name apart by a number
_OTHERS = frozenset({"others", "et al", "et al."})


def bibtex_authors(value: str) -> tuple[Author, ...]:
    """Return the authors of a field; ``others`` is nobody."""
    names = [name for part in split_outside(value, _AND) for name in _names(part)]
    return tuple(
        Author(name=name.full, given=name.given, family=name.family)
        for name in names
        if name.full and name.full.lower() not in _OTHERS
    )


def has_comma_list(value: str) -> bool:
    """Tell whether names of the field are parted by commas instead of ``and``."""
    return any(_is_comma_list(part) for part in split_outside(value, _AND))


def split_outside(value: str, separator: re.Pattern[str]) -> list[str]:
    """Split a text at a separator, but not inside braces."""
    if "{" not in value:
        return separator.split(value)
    pieces: list[str] = []
    start = 0
    depths = _depths(value)
    for match in separator.finditer(value):
        if depths[match.start()] <= 0:
            pieces.append(value[start : match.start()])
            start = match.end()
    return [*pieces, value[start:]]


def _depths(value: str) -> list[int]:
    """Return how many braces are open before each character."""
    depths = []
    depth = 0
    for place, char in enumerate(value):
        depths.append(depth)
        if char in "{}" and value[place - 1 : place] != "\\":
            depth += 1 if char == "{" else -1
    return depths


_COMMA = re.compile(r"\s*,\s*")
_SEMICOLON = re.compile(r"\s*;\s*")


def _names(text: str) -> Iterator[Name]:
    for piece in split_outside(text.strip(), _SEMICOLON):
        if _is_comma_list(piece):
            for part in split_outside(piece, _COMMA):
                yield _name(part)
        else:
            yield _name(piece)


def _is_comma_list(text: str) -> bool:
    text = text.strip()
    parts = [part for part in split_outside(text, _COMMA) if part.strip()]
    if any(len(part.split()) < 2 or _EXTENDED.match(part) for part in parts):
        return False
    return len(parts) > 2 or (len(parts) == 2 and text.endswith(","))


def _name(text: str) -> Name:
    text = text.strip().strip(",").strip()
    if _is_braced(text):
        return Name(full=_flat(text))
    raw = split_outside(text, _COMMA)
    if len(raw) > 1 and all(_EXTENDED.fullmatch(part) for part in raw):
        return _extended(raw)
    parts = [part for part in (_flat(part) for part in raw) if part]
    if len(parts) == 2 and not is_suffix(parts[1]):
        return join_name(parts[1], parts[0])
    if len(parts) == 1:
        return _without_comma(text, parts[0])
    return parse_name(", ".join(parts))


def _is_braced(text: str) -> bool:
    """Tell whether one pair of braces, and no accent, holds the whole name."""
    if not (text.startswith("{") and text.endswith("}")) or text[1:2] == "\\":
        return False
    return all(_depths(text)[1:])


def _without_comma(text: str, flat: str) -> Name:
    """Part ``Ada {van der Berg}`` where the braces say how."""
    given, _, family = text.rpartition(" {")
    if given and family.endswith("}") and _is_braced("{" + family) and "{" not in given[-1:]:
        return join_name(_flat(given), _flat("{" + family))
    return parse_name(flat)


def _extended(parts: list[str]) -> Name:
    named = {}
    for part in parts:
        if match := _EXTENDED.fullmatch(part):
            named[match[1]] = _flat(match[2])
    family = f"{named.get('prefix', '')} {named.get('family', '')}"
    return join_name(named.get("given", ""), family, named.get("suffix", ""))


def _flat(text: str) -> str:
    return _HOMONYM.sub("", " ".join(text_of_bibtex(text).strip(' "').split()))
