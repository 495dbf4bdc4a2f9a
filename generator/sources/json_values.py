"""Values of untyped JSON as the type a reader wants; whatever has another type counts as absent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.model.dates import PartialDate
from generator.sources.json_records import JsonObject

_ORCID = re.compile(r"(?:^|/)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?$")


def text_in(value: Any) -> str:
    """Return a text; the first one of a list; a number as it is written."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return next((text for entry in value if (text := text_in(entry))), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def texts_in(value: Any) -> tuple[str, ...]:
    """Return the texts of a list, or a single text, without empty ones."""
    entries = value if isinstance(value, list) else [value]
    return tuple(text for entry in entries if (text := text_in(entry)))


def object_in(value: Any) -> JsonObject:
    """Return an object, or an empty one."""
    return value if isinstance(value, dict) else {}


def objects_in(value: Any) -> Iterator[JsonObject]:
    """Yield the objects of a list."""
    if isinstance(value, list):
        yield from (entry for entry in value if isinstance(entry, dict))


def count_in(value: Any) -> int | None:
    """Return a whole number, 0 or more."""
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 13:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    return None


def orcid_in(value: Any) -> str:
    """Return the bare ORCID iD of a text or address."""
    match = _ORCID.search(text_in(value))
    return match[1] if match else ""


def date_of_parts(parts: Any) -> PartialDate | None:
    """Return the date of ``[year, month, day]``, the later ones optional.

    Raises:
        ValueError: No such date exists.
    """
    numbers = [count_in(part) for part in parts[:3]] if isinstance(parts, list) else []
    known = []
    for number in numbers:
        if not number:
            break
        known.append(number)
    return PartialDate(*known) if known else None
