"""The reader of paperlists files: one JSON array a venue and year, lists joined by semicolons.

The form is that of https://github.com/papercopilot/paperlists; its keys vary from venue to venue.
"""

from __future__ import annotations

import re
from typing import Any

from generator.sources.conference import conference_of
from generator.sources.json_head import json_head
from generator.sources.json_list import read_rows
from generator.sources.json_records import JsonObject, JsonRecord, read_records
from generator.sources.json_values import text_in
from generator.sources.source import Reading, Seed

_NAME = "paperlists"
_OWN_FIELDS = frozenset(
    {"gs_citation", "gs_version_total", "aff", "ssid", "psid", "sess", "author_num", "aff_domain"}
)
_BIBTEX_FIELD = r"""(?<![a-z]){}\s*=\s*(?:\{{+|")([^{{}}"]+)"""
_YEAR = re.compile(_BIBTEX_FIELD.format("year"), re.IGNORECASE)
_BOOK = re.compile(_BIBTEX_FIELD.format("(?:booktitle|journal)"), re.IGNORECASE)
_DOI = re.compile(_BIBTEX_FIELD.format("doi"), re.IGNORECASE)
_UNCOUNTED = -1  # stands for citations that were not looked up


class Paperlists:
    """Reads what the list says, and year, venue and DOI out of the BibTeX it quotes."""

    name = _NAME
    about = "Conference lists in the manner of Paperlists: JSON with `;` between authors"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the records have authors in one text beside fields of these lists."""
        record = json_head(seed).record
        is_list = isinstance(record.get("author"), str) and "title" in record
        return is_list and not _OWN_FIELDS.isdisjoint(record)

    def read(self, seed: Seed) -> Reading:
        """Return the submissions of the file, rejected ones included."""
        found = read_records(seed)
        venue, year = conference_of(seed.path.name) or ("", None)
        rows = [JsonRecord(row.line, _row(row.fields)) for row in found.records]
        return read_rows(rows, seed, _NAME, found.diagnostics, venue=venue, year=year)


def _row(fields: JsonObject) -> JsonObject:
    """Return a record with what its BibTeX adds, and without what stands for nothing."""
    row: dict[str, Any] = dict(fields)
    bibtex = text_in(row.pop("bibtex", ""))
    row.pop("track", None)
    for key, pattern in (("year", _YEAR), ("booktitle", _BOOK), ("doi", _DOI)):
        if not row.get(key) and (match := pattern.search(bibtex)):
            row[key] = match[1].strip()
    if row.get("gs_citation") == _UNCOUNTED:
        row["gs_citation"] = None
    status = text_in(row.get("status"))
    if status and status.lower() in {"active", "pending", "under review"}:
        row["status"] = None
    return row
