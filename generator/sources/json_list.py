"""The reader of JSON and JSON Lines whose keys are guessed or configured."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, Severity
from generator.sources.author_lists import separator_of
from generator.sources.columns import Columns
from generator.sources.fields import Findings
from generator.sources.json_head import json_head
from generator.sources.json_records import JsonRecord, read_records
from generator.sources.listed_paper import ListReading, listed_record
from generator.sources.record import gather
from generator.sources.source import Reading, Seed

_NAME = "json"
_ENVELOPES = (("papers",), ("data",), ("results",), ("items",))
_SAMPLE = 2000
_VAGUE = frozenset({"name", "description", "source"})
_TELLING = frozenset(
    {"abstract", "authors", "year", "published", "venue", "doi", "arxiv", "url", "pdf", "keywords"}
)


class JsonList:
    """Reads lists of objects, objects in any envelope, and one object a line."""

    name = _NAME
    about = "Any other JSON or JSON Lines with a title in each object"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records have a title and something else of a paper."""
        head = json_head(seed)
        columns = Columns(seed.settings.columns)
        if looks_like_papers(columns, head.record):
            return True
        # The list may stand under a name that only this file uses.
        for value in head.outer.values():
            inner = value[0] if isinstance(value, list) and value else value
            if isinstance(inner, dict) and looks_like_papers(columns, inner):
                return True
        return False

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        found = read_records(seed, _ENVELOPES, guess=True)
        return read_rows(found.records, seed, _NAME, found.diagnostics)


def looks_like_papers(columns: Columns, names: Iterable[str]) -> bool:
    """Tell whether some columns are those of papers: a title, and something else they have."""
    names = list(names)
    sure = columns.fields(name for name in names if name.lower() not in _VAGUE)
    if "title" in sure:
        return not _TELLING.isdisjoint(sure)
    return "title" in columns.fields(names) and "authors" in sure


def read_rows(
    rows: Iterable[JsonRecord],
    seed: Seed,
    format_name: str,
    found: Iterable[Diagnostic],
    *,
    venue: str = "",
    year: int | None = None,
) -> Reading:
    """Return the papers of objects with guessed or configured keys.

    Args:
        rows: In file order.
        seed: The file.
        format_name: The reader's name.
        found: What is already known to be wrong.
        venue: Of papers that state none.
        year: Of papers that state no date.
    """
    rows = tuple(rows)
    columns, findings = Columns(seed.settings.columns), Findings(seed)
    shared = ListReading(
        columns=columns,
        findings=findings,
        separator=separator_of(_written_lists(rows, columns)),
        year=seed.settings.year or year,
        venue=venue,
    )
    names = dict.fromkeys(name for row in rows for name in row.fields)
    problems = [*found, *_missing(seed, columns, names)]
    if rows and "title" not in columns.fields(names):
        return Reading(format=format_name, diagnostics=(*problems, _untitled(seed, names)))
    records = [listed_record(row.line, row.fields, shared) for row in rows]
    return gather(records, seed, format_name, (*problems, *findings.diagnostics))


def _written_lists(rows: Iterable[JsonRecord], columns: Columns) -> Iterable[str]:
    for row in islice(rows, _SAMPLE):
        for name, value in row.fields.items():
            if isinstance(value, str) and (columns.field(name) or ("",))[0] == "authors":
                yield value


def _missing(seed: Seed, columns: Columns, names: Iterable[str]) -> Iterable[Diagnostic]:
    present = list(names)
    for name in columns.missing(present) if present else ():
        yield seed.problem(
            "S164",
            Severity.WARNING,
            f"[[seeds]] columns names {name!r}, but there is no such column",
            line=1,
            hint=did_you_mean(name, present),
        )


def _untitled(seed: Seed, names: Iterable[str]) -> Diagnostic:
    shown = ", ".join(list(names)[:20])
    return seed.problem(
        "S165",
        Severity.WARNING,
        "no column holds titles; the file is left out",
        line=1,
        hint=f'set columns = {{ title = "…" }} in [[seeds]]; there are {shown}',
    )
