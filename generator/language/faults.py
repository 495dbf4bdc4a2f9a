"""What is wrong with a phrase of a catalogue, compared with the English one."""

from __future__ import annotations

import string
from collections.abc import Iterable

from generator.language.catalogue import ENGLISH, THEME, Phrase, phrases_in, shipped_tables
from generator.language.plurals import FORMS, OTHER

_DIRECTIONS = ("ltr", "rtl")


def fault(key: str, phrase: object) -> str:
    """Return what is wrong with a phrase; empty when nothing is.

    Args:
        key: Table and key; one that English has, or of the table ``theme``.
        phrase: As it stands in the file.
    """
    known = phrases_in(shipped_tables(ENGLISH)).get(key, "")
    if key == "language.direction" and phrase not in _DIRECTIONS:
        return f"must be {' or '.join(_DIRECTIONS)}"
    if isinstance(known, list):
        return _list_fault(phrase, len(known))
    if isinstance(phrase, str):
        forms: dict[object, object] = {OTHER: phrase}
    elif isinstance(phrase, dict) and isinstance(known, dict) and OTHER in phrase:
        forms = phrase
    else:
        return "must be a text" + (f" or a table with {OTHER}" if isinstance(known, dict) else "")
    wanted = None if key.startswith(f"{THEME}.") else placeholders(texts_of(known))
    faults = (_form_fault(form, text, wanted) for form, text in forms.items())
    return next(filter(None, faults), "")


def texts_of(phrase: Phrase) -> Iterable[str]:
    """Return the texts of a phrase, in all of its forms."""
    return phrase.values() if isinstance(phrase, dict) else [str(phrase)]


def placeholders(texts: Iterable[str]) -> set[str]:
    """Return the names that stand in braces.

    Raises:
        ValueError: A brace is not closed, or none is open.
    """
    parts = [part for text in texts for part in string.Formatter().parse(text)]
    return {name for _, name, _, _ in parts if name is not None}


def _list_fault(names: object, length: int) -> str:
    fits = (
        isinstance(names, list)
        and all(isinstance(name, str) for name in names)
        and len(names) == length
    )
    return "" if fits else f"must be a list of {length} texts"


def _form_fault(form: object, text: object, wanted: set[str] | None) -> str:
    if form not in (*FORMS, OTHER) or not isinstance(text, str):
        return f"has no plural form {form!r} of text"
    try:
        found = placeholders([text])
    except ValueError:
        return "has a brace too many: write {{ and }} for braces"
    if wanted is not None and not found <= wanted:
        return f"has the placeholder {{{min(found - wanted)}}}, which nothing fills"
    return ""
