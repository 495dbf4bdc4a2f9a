"""The authors of one paper out of the lists of its records: the fullest, its gaps filled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.paper import Author, Paper
from generator.text.slug import folded

_SUFFIXES = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})


def fullest(records: Sequence[Paper]) -> Paper:
    """Return the record that names most authors, of several the one that tells most of them."""
    most = max(len(record.authors) for record in records)
    longest = [record for record in records if len(record.authors) == most]
    if all(record.authors == longest[0].authors for record in longest):
        return longest[0]
    return max(longest, key=lambda record: _detail(record.authors))


def united_authors(chosen: Paper, records: Sequence[Paper]) -> tuple[Author, ...]:
    """Return the authors of one record, with what others know of the same persons.

    Two names are one person's when family name and first initial agree, and no other author of
    either list has both.
    """
    others = dict.fromkeys(record.authors for record in records if record.authors)
    others.pop(chosen.authors, None)
    if not others:
        return chosen.authors
    own = _by_key(chosen.authors)
    merged = {key: author for key, author in own.items() if author}
    for authors in others:
        for key, other in _by_key(authors).items():
            if other and key in merged:
                merged[key] = _filled(merged[key], other)
    return tuple(merged[_key(author)] if own[_key(author)] else author for author in chosen.authors)


def family_word(author: Author) -> str:
    """Return the folded last word of the family name, without suffix; all of a one-word name."""
    words = [word for part in (author.family or author.name).split() if (word := folded(part))]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if words else author.name


def _key(author: Author) -> tuple[str, str]:
    return family_word(author), folded(author.given or author.name)[:1]


def _by_key(authors: Iterable[Author]) -> dict[tuple[str, str], Author | None]:
    """Return each author by family name and initial; None where two share them."""
    found: dict[tuple[str, str], Author | None] = {}
    for author in authors:
        found[_key(author)] = None if _key(author) in found else author
    return found


def _filled(author: Author, other: Author) -> Author:
    """Return the author with what only the other record states; the longer given name stays."""
    base, rest = author, other
    if len(folded(other.name)) > len(folded(author.name)):
        base, rest = other, author
    parts = base if base.family or not _fits(rest, base) else rest
    return replace(
        base,
        given=parts.given,
        family=parts.family,
        orcid=author.orcid or other.orcid,
        affiliation=author.affiliation or other.affiliation,
    )


def _fits(parts: Author, whole: Author) -> bool:
    """Tell whether given and family name of one record make up the printed name of another."""
    return bool(parts.family) and folded(f"{parts.given} {parts.family}") == folded(whole.name)


def _detail(authors: Sequence[Author]) -> tuple[int, int]:
    return (
        sum(len(folded(author.name)) for author in authors),
        sum(bool(author.family) + bool(author.orcid) for author in authors),
    )
