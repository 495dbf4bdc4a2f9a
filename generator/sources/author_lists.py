"""Authors as lists spell them: one text with separators between the names, or a name each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import lru_cache

from generator.model.paper import Author
from generator.sources.source_text import is_placeholder, plain_line
from generator.text.names import parse_name

_OTHERS = re.compile(r"(?:and\s+)?(?:et\.?\s*al\.?|others|\.\.\.|…)", re.IGNORECASE)
_TRAILING_OTHERS = re.compile(
    r"(?<![\s,;])[\s,;]+(?:and\s+)?(?:et\.?\s*al\.?|others|\.\.\.|…)$", re.IGNORECASE
)
_NAMELESS = re.compile(
    r"anonymous(?: authors?)?|unknown|paper under double-blind review", re.IGNORECASE
)
_LOWER_WORD = re.compile(r" [a-z'][^ ]* ")
_AND = re.compile(r",?\s+(?:and|AND|&)\s+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,4}")
_ORDINARY = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+")
_MARKS = ("|", ";", "\n", "、", "；", "，")


@lru_cache(maxsize=65_536)  # many write several papers
def author_named(text: str, *, affiliation: str = "", orcid: str = "") -> Author | None:
    """Return the author of a name written either way round; None when it names nobody."""
    if _is_ordinary(text):
        return Author(name=text, affiliation=affiliation, orcid=orcid)
    text = plain_line(text).strip(" ,;*")
    if not text or _OTHERS.fullmatch(text) or _NAMELESS.fullmatch(text) or is_placeholder(text):
        return None
    if "," not in text and not _LOWER_WORD.search(text):
        return Author(name=text, affiliation=affiliation, orcid=orcid)
    name = parse_name(text)
    if not name.full:
        return None
    return Author(
        name=name.full,
        given=name.given,
        family=name.family,
        affiliation=affiliation,
        orcid=orcid,
    )


def _is_ordinary(text: str) -> bool:
    """Tell, fast, that a text is a name of capitalised words and nothing else."""
    if text.istitle() and text.replace(" ", "").isalpha() and "  " not in text:
        is_whole = text[0] != " " and text[-1] != " "
    else:
        is_whole = _ORDINARY.fullmatch(text) is not None
    return is_whole and not _NAMELESS.fullmatch(text)


def authors_named(names: Iterable[str]) -> tuple[Author, ...]:
    """Return the authors of names that stand apart from each other."""
    return tuple(author for name in names if (author := author_named(name)))


def separator_of(lists: Iterable[str]) -> str:
    """Return the sign between the names in a file's lists of authors; empty when it is a comma.

    The whole file is asked, because a list of one name does not tell.
    """
    found = dict.fromkeys(_MARKS, 0)
    for text in lists:
        for mark in _MARKS:
            if mark in text.strip():
                found[mark] += 1
    best = max(_MARKS, key=lambda mark: found[mark])
    return best if found[best] else ""


def split_names(text: str, separator: str = "") -> list[str]:
    """Return the names of a list of authors.

    Args:
        text: Names between separators, or a list as Python or JSON writes it.
        separator: What ``separator_of`` found in the file.
    """
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return _written_list(text)
    text = _TRAILING_OTHERS.sub("", text)
    if separator and separator in text:
        return _without_and(text.split(separator))
    for mark in _MARKS:
        if mark in text:
            return _without_and(text.split(mark))
    joined = _AND.split(text)
    parts = [part.strip() for part in text.split(",")]
    if len(joined) > 1:
        if all(_is_inverted(name) for name in joined):
            return joined
        return [name for part in joined for name in _at_commas(part, separator)]
    return _at_commas(text, separator) if len(parts) > 1 else [text]


def split_words(text: str) -> list[str]:
    """Return keywords written as one text; commas count when no stronger sign is there."""
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return _written_list(text)
    for mark in (*_MARKS, "·", "•", ","):
        if mark in text:
            return text.split(mark)
    return [text]


def _written_list(text: str) -> list[str]:
    try:
        found = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        found = [part.strip(" '\"") for part in text[1:-1].split(",")]
    entries = found if isinstance(found, list) else [found]
    return [entry for entry in entries if isinstance(entry, str)]


def _without_and(names: list[str]) -> list[str]:
    """Drop the "and" before the last name."""
    last = names[-1].strip()
    if len(names) > 1 and last.lower().startswith(("and ", "& ")):
        return [*names[:-1], last.partition(" ")[2]]
    return names


def _is_inverted(name: str) -> bool:
    """Tell whether a text is one name, family first: ``Berg, Ada``."""
    family, comma, given = name.partition(",")
    return bool(comma) and "," not in given and not (" " in family.strip() and " " in given.strip())


def _at_commas(text: str, separator: str) -> list[str]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 2 and (separator or " " not in parts[0]):
        return [text]
    if (
        len(parts) > 2
        and len(parts) % 2 == 0
        and all(_INITIALS.fullmatch(given) for given in parts[1::2])
    ):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts
