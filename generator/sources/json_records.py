"""Finds the records in a JSON file, whatever envelope they come in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.errors import Diagnostic, Severity
from generator.sources.json_tree import JsonDocument, JsonPath, read_json, read_json_lines
from generator.sources.source import Seed

JsonObject = dict[str, Any]

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One object of a file, and its 1-based line."""

    line: int
    fields: JsonObject


@dataclass(frozen=True, slots=True)
class JsonRecords:
    """The objects of a file in their order, and what was wrong with the rest."""

    records: tuple[JsonRecord, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_records(
    seed: Seed, envelopes: Iterable[JsonPath] = (), *, guess: bool = False
) -> JsonRecords:
    """Return the records of a JSON or JSON Lines file.

    Args:
        seed: The file.
        envelopes: Where a list of records, or the only record, may stand in an object; the first
            one that is there counts. Without any, the object is the record.
        guess: Take any list of objects, or objects by name, for an envelope.
    """
    paths = tuple(envelopes)
    if is_json_lines(seed.text):
        rows, problems = read_json_lines(seed)
        found = [pair for row in rows for pair in _in_line(row.line, row.value, paths)]
    else:
        document = read_json(seed)
        problems = document.diagnostics
        if guess and isinstance(document.value, dict):
            paths = (*paths, *_guessed(document.value))
        found = list(_in_document(document, paths))
        if guess and len(found) == 1 and _is_by_name(found[0][1]):
            found = [(document.line(key), inner) for key, inner in found[0][1].items()]
    records = [JsonRecord(line, value) for line, value in found if isinstance(value, dict)]
    others = [(line, value) for line, value in found if not isinstance(value, dict)]
    return JsonRecords(tuple(records), (*problems, *_not_records(seed, others)))


def is_json_lines(text: str) -> bool:
    """Tell whether several JSON objects follow each other, each on a line of its own."""
    first, _, rest = text.lstrip().partition("\n")
    is_whole = first.rstrip()[-1:] not in {"", "[", "{", ":", ","}
    return is_whole and first[0] in "{[" and rest.lstrip().startswith(first[0])


def _in_line(line: int, value: Any, paths: tuple[JsonPath, ...]) -> Iterator[tuple[int, Any]]:
    _, inner = _opened(value, paths)
    for entry in inner if isinstance(inner, list) else [inner]:
        yield line, entry


def _in_document(document: JsonDocument, paths: tuple[JsonPath, ...]) -> Iterator[tuple[int, Any]]:
    if isinstance(document.value, list):
        for place, entry in enumerate(document.value):
            # A list may hold several answers of a service, each in its own envelope.
            yield from _in_line(document.line(place), entry, paths)
        return
    path, inner = _opened(document.value, paths)
    if isinstance(inner, list):
        for place, entry in enumerate(inner):
            yield document.line(*path, place), entry
    elif inner is not None:
        yield document.line(*path), inner


def _opened(value: Any, paths: tuple[JsonPath, ...]) -> tuple[JsonPath, Any]:
    """Return what stands in the first envelope that the value has, and where."""
    if isinstance(value, dict) and "title" in value:
        return (), value
    for path in paths:
        inner = value
        for step in path:
            inner = inner.get(step) if isinstance(inner, dict) else None
        if isinstance(inner, dict | list):
            return path, inner
    return (), value


def _is_by_name(value: Any) -> bool:
    """Tell whether an object holds nothing but objects, which it calls by names."""
    return isinstance(value, dict) and all(isinstance(inner, dict) for inner in value.values())


def _guessed(value: JsonObject) -> Iterator[JsonPath]:
    """Yield where a list of objects stands: at the top, or one level below."""
    for key, inner in value.items():
        if isinstance(inner, list) and any(isinstance(entry, dict) for entry in inner[:3]):
            yield (key,)
    for key, inner in value.items():
        if isinstance(inner, dict):
            for name, deeper in inner.items():
                if isinstance(deeper, list) and any(isinstance(e, dict) for e in deeper[:3]):
                    yield (key, name)


def _not_records(seed: Seed, others: list[tuple[int, Any]]) -> Iterator[Diagnostic]:
    for line, value in others[:_SHOWN]:
        if value is None:
            yield seed.problem(
                "S160",
                Severity.NOTE,
                "null stands where a paper should be; left out",
                line=line,
                hint="the service did not know the paper that was asked for",
            )
        else:
            yield seed.problem(
                "S161",
                Severity.WARNING,
                f"{_kind(value)} stands where a paper should be; left out",
                line=line,
                hint="a paper is an object: {…}",
            )
    if len(others) > _SHOWN:
        message = f"{len(others) - _SHOWN} more values are no papers; left out"
        yield seed.problem("S161", Severity.WARNING, message)


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "a single value"
