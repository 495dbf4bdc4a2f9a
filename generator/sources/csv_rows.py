"""The rows of CSV and TSV files, each with the line it begins at (RFC 4180, and what people do)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.sources.columns import Columns

_DELIMITERS = (",", "\t", ";", "|")
_SAMPLE_LINES = 40
_RESTARTS = 50  # each reads what is left of the file anew
_EXCEL_HINT = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """The cells of one row, and the 1-based line it begins at.

    Attributes:
        is_open: One of its quotation marks is never closed.
    """

    line: int
    cells: list[str]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class CsvLayout:
    """How a table is written: its delimiter, and the 1-based line of its header."""

    delimiter: str
    header_line: int
    header: tuple[str, ...]


def find_layout(text: str, columns: Columns) -> CsvLayout | None:
    """Return the delimiter and the header, the row with most known columns; None without any.

    A line or two of remarks may stand above the header.
    """
    lines = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    hint = _EXCEL_HINT.fullmatch(lines[0].strip())
    best: tuple[int, CsvLayout] | None = None
    for delimiter in (hint[1],) if hint else _DELIMITERS:
        for row in read_rows("\n".join(lines), delimiter):
            names = tuple(cell.strip().lstrip("\ufeff") for cell in row.cells)
            known = len(columns.fields(names))
            if known and (best is None or known > best[0]):
                best = (known, CsvLayout(delimiter, row.line, names))
    return best[1] if best else None


def read_rows(text: str, delimiter: str, first_line: int = 1, width: int = 0) -> Iterator[CsvRow]:
    """Yield the rows from a 1-based line on; blank lines are passed over.

    A quotation mark that is never closed would swallow the rows behind it. The row it stands in
    then ends with its line, and the mark counts as a letter.

    Args:
        text: The whole table.
        delimiter: One character.
        first_line: Where to begin.
        width: Cells of a whole row; 0 when unknown.
    """
    lines = text.split("\n")
    place = first_line - 1
    for _ in range(_RESTARTS):
        for row, end in _quoted_rows(lines, place, delimiter, text):
            if _has_open_quote(lines[row.line - 1 : end], row, delimiter, width, len(lines) - end):
                yield CsvRow(row.line, lines[row.line - 1].split(delimiter), is_open=True)
                place = row.line
                break
            if any(cell.strip() for cell in row.cells):
                yield row
        else:
            return
    for number, line in enumerate(lines[place:], start=place + 1):
        if line.strip():
            yield CsvRow(number, line.split(delimiter))


def _quoted_rows(
    lines: list[str], place: int, delimiter: str, text: str
) -> Iterator[tuple[CsvRow, int]]:
    """Yield each row, and the number of lines up to its end."""
    is_escaped = '\\"' in text and '""' not in text
    with _cells_up_to(len(text) + 1):
        reader = csv.reader(
            (f"{line}\n" for line in lines[place:]),
            delimiter=delimiter,
            escapechar="\\" if is_escaped else None,
        )
        start = place
        for cells in reader:
            end = place + reader.line_num
            yield CsvRow(start + 1, [cell.strip("\n") for cell in cells]), end
            start = end


def _has_open_quote(
    lines: list[str], row: CsvRow, delimiter: str, width: int, lines_left: int
) -> bool:
    """Tell whether a row of several lines has run on into other rows, or to the file's end."""
    if len(lines) == 1:
        return False
    if lines_left == 0 and sum(line.count('"') - line.count('\\"') for line in lines) % 2:
        return True
    if len(row.cells) == width or not width:
        return False
    return any(len(next(csv.reader([line], delimiter=delimiter), [])) == width for line in lines)


@contextmanager
def _cells_up_to(size: int) -> Iterator[None]:
    """Let cells be as long as the text; the limit belongs to the whole process."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)
