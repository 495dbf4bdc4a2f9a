"""A line of authors, ``A. Bee, C. Dee (Oxford) and the Eff Collaboration``, name by name.

The form is arXiv's (https://info.arxiv.org/help/prep.html#author): names parted by commas or "and",
affiliations in parentheses, or numbered and listed at the end: ``((1) Oxford, (2) Leiden)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.names import is_suffix

_SPACE = re.compile(r"\s+")
_PARENTHESES = re.compile(r"(\((?:[^()]|\([^()]*\))*\))")
_STRAY = re.compile(r"[\s()]+")
_PART = re.compile(r"\s*[,;:]\s*")
_AND = re.compile(r"\s+(?:and|&)\s+|^and\s+|\s+and$", re.IGNORECASE)
_FOR = re.compile(r"^(?:on behalf of|for)\s+(?=.*[a-z])", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(?:^|\s+)(?:et\.?\s+al\.?|others|et\s+alii)$", re.IGNORECASE)
_INITIAL = re.compile(r"\b\w{1,3}\.$")
_INITIALS = re.compile(
    r"(?:(?:[^\W\d_][a-z]{0,2}\.|[^\W\d_a-z](?=[\s-]|$))[\s-]*){1,5}(?:(?:Jr|Sr|I{2,3})\.?)?"
    r"|[^\W\d_a-z]{1,4}"
)
_NUMBERED = re.compile(r"\((\d{1,3})\)\s*([^()]*(?:\([^()\d][^()]*\)[^()]*)*)")
_NUMBERS = re.compile(r"[\d\s,;*&]+(?:and[\d\s,;*&]+)*")


@dataclass(frozen=True, slots=True)
class WrittenAuthor:
    """One author of a line; ``affiliation`` is empty where the line has none."""

    name: str
    affiliation: str = ""


def split_authors(line: str) -> tuple[WrittenAuthor, ...]:
    """Return the authors of a line in order; "et al." names nobody and is left out.

    As on arXiv itself, "and" always parts, so ``The Foo and Bar Collaborations`` are two.
    """
    parts = _PARENTHESES.split(_SPACE.sub(" ", line).strip())
    places: dict[str, str] = {}
    found: list[tuple[str, list[str]]] = []
    name = ""
    for number, part in enumerate(parts):
        if number % 2:
            inside = part[1:-1].strip()
            listed = {match[1]: match[2].strip(" ,;.") for match in _NUMBERED.finditer(inside)}
            places |= listed
            if not listed:
                _note(found, name, inside)
                name = ""
            continue
        *complete, name = _PART.split(_STRAY.sub(" ", part))
        found += [(text, []) for text in complete]
    found.append((name, []))
    return tuple(_authors(found, places))


def _note(found: list[tuple[str, list[str]]], name: str, inside: str) -> None:
    """Keep what stands in parentheses with the name before it."""
    if name.strip():
        found.append((name, [inside]))
    elif found:
        found[-1][1].append(inside)


def _authors(found: list[tuple[str, list[str]]], places: dict[str, str]) -> list[WrittenAuthor]:
    authors: list[WrittenAuthor] = []
    for text, notes in found:
        names = _names(text)
        for name in names:
            place = "; ".join(filter(None, (_place(note, places) for note in notes)))
            place = place if name is names[-1] else ""
            if is_suffix(name) and authors:
                before = authors.pop()
                whole = WrittenAuthor(f"{before.name} {name}", place or before.affiliation)
                authors.append(whole)
            else:
                authors.append(WrittenAuthor(name, place))
    return authors


def _names(text: str) -> list[str]:
    text = _SPACE.sub(" ", text).strip(" ,;:")
    if not _INITIAL.search(text):
        text = text.rstrip(" .")
    parts = _AND.split(text)
    names = [_FOR.sub("", _AND_OTHERS.sub("", part.strip())).strip() for part in parts]
    return [name for name in names if name and name.lower() != "and"]


def _place(note: str, places: dict[str, str]) -> str:
    if _NUMBERS.fullmatch(note):
        named = (places.get(number, "") for number in re.findall(r"\d+", note))
        return "; ".join(filter(None, named))
    return note


def split_inverted(line: str) -> tuple[str, ...]:
    """Return the names of a line such as ``Bee, A., van Dee, C. D., The Eff Consortium``.

    Every family name is followed by initials; what has none is a name of its own.
    """
    parts = [part for part in _PART.split(_SPACE.sub(" ", line).strip(" ,;")) if part]
    names: list[str] = []
    place = 0
    while place < len(parts):
        if place + 1 < len(parts) and is_initials(parts[place + 1]):
            names.append(f"{parts[place]}, {parts[place + 1]}")
            place += 2
        else:
            names.append(parts[place])
            place += 1
    return tuple(names)


def is_initials(text: str) -> bool:
    """Tell whether a text is initials alone, such as ``J. C.`` or ``J.-P.``."""
    return _INITIALS.fullmatch(text.strip()) is not None
