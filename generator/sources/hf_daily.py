"""The reader of Hugging Face's daily papers as JSON."""

from __future__ import annotations

from generator.sources.feed_tree import nothing_found
from generator.sources.hf_papers import edition_day, is_paper, record_of, with_issue
from generator.sources.json_head import json_head
from generator.sources.json_records import read_records
from generator.sources.record import gather
from generator.sources.source import Reading, Seed

_NAME = "hf-daily"
_ENVELOPES = (("dailyPapers",), ("papers",))


class HfDaily:
    """Reads a list, JSON Lines or a single paper, each paper in its wrapper or bare.

    A list of one day is also an issue of that day.
    """

    name = _NAME
    about = "Hugging Face's daily papers as JSON, wrapped or bare"

    def detects(self, seed: Seed) -> bool:
        """Tell by the keys of the first object."""
        head = json_head(seed)
        return is_paper(head.record) or "dailyPapers" in head.outer

    def read(self, seed: Seed) -> Reading:
        """Return the papers, and the issue they make."""
        found = read_records(seed, _ENVELOPES)
        problems = list(found.diagnostics)
        if not found.records:
            problems.append(nothing_found(seed))
        records = [record_of(entry, seed, problems) for entry in found.records]
        day = edition_day(found.records, seed, problems)
        line = found.records[0].line if found.records else 1
        return with_issue(gather(records, seed, _NAME, problems), seed, day, line=line)
