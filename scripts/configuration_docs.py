"""Writes docs/configuration.md from the records that read site.toml.

Run it after a change of ``generator/config/schema.py``; a test compares its output with the file.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
import types
import typing
from pathlib import Path
from typing import Any

from generator.config import schema
from generator.model.dates import PartialDate

TARGET = Path(__file__).parents[1] / "docs" / "configuration.md"

OPENING = """\
<!-- Written by scripts/configuration_docs.py from generator/config/schema.py; do not edit. -->
# site.toml

Every key is optional; a missing one takes its default, and with no `site.toml` at all the defaults
build whatever is in `seeds/`. Unknown keys and wrong values are reported with their line, all at
once, and stop the build with exit code 2.
"""

TYPES = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    datetime.date: "date",
    PartialDate: "date",
}


def configuration_page() -> str:
    """Return the whole page."""
    hints = typing.get_type_hints(schema.Config)
    sections = []
    for record in dataclasses.fields(schema.Config):
        table = _record_of(hints[record.name])
        if table is not None and record.name != "language":  # [site] names it
            repeated = typing.get_origin(hints[record.name]) is tuple
            name = f"[[{record.name}]]" if repeated else f"[{record.name}]"
            sections.append(_section(name, table))
            sections += _nested_sections(record.name, table)
        elif typing.get_origin(hints[record.name]) is dict:
            sections.append(_free_section(record.name))
    return "\n".join([OPENING, *sections])


def _free_section(name: str) -> str:
    """Return the section of a table whose keys are free."""
    _, meanings = _parse(schema.Config.__doc__ or "")
    return f"## `[{name}]`\n\n{meanings[name]}\n"


def _nested_sections(name: str, table: type[Any]) -> list[str]:
    """Return the sections of the lists of tables that stand in a table."""
    return [
        _section(f"[[{name}.{key}]]", record)
        for key, hint in typing.get_type_hints(table).items()
        if (record := _record_of(hint)) is not None
    ]


def _record_of(hint: Any) -> type[Any] | None:
    """Return the record that a field of ``Config`` holds, or that its tuple holds."""
    for candidate in (hint, *typing.get_args(hint)):
        if isinstance(candidate, type) and dataclasses.is_dataclass(candidate):
            return candidate
    return None


def _section(name: str, record: type[Any]) -> str:
    intro, meanings = _parse(record.__doc__ or "")
    hints = typing.get_type_hints(record)
    rows = [
        f"| `{field.name}` | {_type(hints[field.name])} | {_default(field)} "
        f"| {meanings[field.name]} |"
        for field in dataclasses.fields(record)
    ]
    head = [f"## `{name}`", ""]
    if intro:
        head += [intro, ""]
    return "\n".join([*head, "| key | type | default | meaning |", "|---|---|---|---|", *rows, ""])


def _parse(docstring: str) -> tuple[str, dict[str, str]]:
    """Return what a docstring says beyond naming its table, and the meaning of each attribute."""
    opening, _, attributes = docstring.partition("Attributes:")
    attributes = attributes.partition("\n\n")[0]
    meanings: dict[str, str] = {}
    for entry in re.split(r"\n {8}(?=\w+: )", attributes):
        key, colon, meaning = " ".join(entry.split()).partition(": ")
        if colon:
            meanings[key] = _marked(meaning)
    named = re.compile(r"^(The|One) ``\[+[\w.]+\]+`` table[.:]?")
    opening = named.sub("", " ".join(opening.split())).strip()
    return _marked(opening[:1].upper() + opening[1:]), meanings


def _marked(text: str) -> str:
    """Return reStructuredText literals as Markdown code, safe in a table."""
    return text.replace("``", "`").replace("|", "\\|")


def _type(hint: Any) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return _type(next(kind for kind in arguments if kind is not type(None)))
    if origin is tuple and dataclasses.is_dataclass(arguments[0]):
        return "list of tables"
    if origin is tuple:
        return f"list of {_type(arguments[0])}"
    if origin is dict:
        return f"table of {_type(arguments[1])}"
    return TYPES.get(hint, str(hint))


def _default(field: dataclasses.Field[Any]) -> str:
    value = field.default
    if value is dataclasses.MISSING or value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`{json.dumps(value)}`"
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"


if __name__ == "__main__":
    TARGET.write_text(configuration_page(), encoding="utf-8")
