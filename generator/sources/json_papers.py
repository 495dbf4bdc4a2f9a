"""From the objects of a JSON file to papers, for every format whose records stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.sources.fields import Findings
from generator.sources.json_records import JsonRecord, read_records
from generator.sources.json_tree import JsonPath
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed


def gather_json(
    seed: Seed,
    format_name: str,
    envelopes: Iterable[JsonPath],
    record_of: Callable[[JsonRecord, Findings], Record],
) -> Reading:
    """Return the papers of a JSON or JSON Lines file, and what was wrong with them.

    Args:
        seed: The file.
        format_name: The reader's name.
        envelopes: Where the list of records may stand, as for ``read_records``.
        record_of: Reads one object, and notes what it could not use.
    """
    found = read_records(seed, envelopes)
    findings = Findings(seed)
    records = [record_of(record, findings) for record in found.records]
    return gather(records, seed, format_name, (*found.diagnostics, *findings.diagnostics))
