"""By what results can be narrowed down, for every paper, so that counts cover all of them.

Dates are those results are sorted by; the query layer makes years of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

FACETS = ("topic", "issue", "venue", "date", "code")


def facet_columns(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
    """Return each facet's name, its values, and by paper the places of those that hold."""
    return [_column(name, [_values(entry, name) for entry in entries]) for name in FACETS]


def _values(entry: Mapping[str, Any], name: str) -> Sequence[str]:
    if name == "topic":
        return entry["topics"]  # type: ignore[no-any-return]
    if name == "issue":
        return entry["issues"]  # type: ignore[no-any-return]
    if name == "code":
        return ["yes"] if entry["has_code"] else []
    value = entry[name]
    return [value] if value else []


def _column(name: str, held: Sequence[Sequence[str]]) -> dict[str, object]:
    values = sorted({value for some in held for value in some})
    places = {value: place for place, value in enumerate(values)}
    return {
        "name": name,
        "values": values,
        "papers": [[places[value] for value in some] for some in held],
    }
