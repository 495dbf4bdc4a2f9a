"""The reader of tables: CSV, TSV and their kin, with guessed or configured columns."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic, Severity
from generator.sources.columns import Columns
from generator.sources.csv_rows import CsvLayout, CsvRow, find_layout, read_rows
from generator.sources.json_list import looks_like_papers
from generator.sources.json_list import read_rows as read_listed
from generator.sources.json_records import JsonRecord
from generator.sources.source import Reading, Seed

_NAME = "csv"
_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_HEAD = 20_000
_SHOWN = 20


class CsvTable:
    """Reads tables with a header; the delimiter is found out."""

    name = _NAME
    about = "Tables with a heading row: CSV, TSV, `;` or `|` between cells"

    def detects(self, seed: Seed) -> bool:
        """Tell whether there is a header with a title and something else of a paper."""
        head = seed.text[:_HEAD].lstrip()
        if head[:1] in {"{", "[", "<", "@"} or head.startswith("---"):
            return False
        columns = Columns(seed.settings.columns)
        layout = find_layout(head, columns)
        if layout is None or len(layout.header) < 2:
            return False
        fields = columns.fields(layout.header)
        if seed.path.suffix.lower() in _SUFFIXES:
            return "title" in fields
        # A sentence with commas is no header: no row of as many cells follows it.
        rows = read_rows(head, layout.delimiter, layout.header_line)
        widths = [len(row.cells) for row, _ in zip(rows, range(2), strict=False)]
        return looks_like_papers(columns, layout.header) and len(set(widths)) == len(widths) - 1

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        layout = find_layout(seed.text, Columns(seed.settings.columns))
        if layout is None:
            problem = seed.problem(
                "S165",
                Severity.WARNING,
                "no column holds titles; the file is left out",
                line=1,
                hint='set columns = { title = "…" } in [[seeds]]',
            )
            return Reading(format=_NAME, diagnostics=(problem,))
        problems: list[Diagnostic] = []
        rows = list(_records(seed, layout, problems))
        return read_listed(rows, seed, _NAME, problems)


def _records(seed: Seed, layout: CsvLayout, problems: list[Diagnostic]) -> Iterator[JsonRecord]:
    rows = read_rows(seed.text, layout.delimiter, layout.header_line, len(layout.header))
    next(rows, None)
    ragged = 0
    for row in rows:
        if [cell.strip() for cell in row.cells] == list(layout.header):
            continue  # files joined together repeat their header
        if row.is_open or len(row.cells) != len(layout.header):
            ragged += 1
            if ragged <= _SHOWN:
                problems.append(_ragged(seed, layout, row))
        yield JsonRecord(row.line, dict(zip(layout.header, row.cells, strict=False)))
    if ragged > _SHOWN:
        message = f"{ragged - _SHOWN} more rows have too few or too many cells"
        problems.append(seed.problem("S166", Severity.WARNING, message))


def _ragged(seed: Seed, layout: CsvLayout, row: CsvRow) -> Diagnostic:
    found, wanted = len(row.cells), len(layout.header)
    if row.is_open:
        message = "a quotation mark is not closed; only this line is read as the row"
        hint = 'close it, or double it ("") if it is part of the text'
    elif found > wanted:
        message = f"the row has {found} cells, the header {wanted}; the rest is left out"
        hint = f"put cells that hold {layout.delimiter!r} into quotation marks"
    else:
        message = f"the row has {found} cells, the header {wanted}; the others count as empty"
        hint = "add the missing cells"
    return seed.problem("S166", Severity.WARNING, message, line=row.line, hint=hint)
