"""The reader of YAML lists, such as those of MiniConf sites, with guessed or configured keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.sources.columns import Columns
from generator.sources.fields import Findings
from generator.sources.json_list import looks_like_papers, read_rows
from generator.sources.json_records import JsonRecord
from generator.sources.source import Reading, Seed
from generator.text.yaml_lines import YamlList, YamlMapping, YamlNode, YamlText, read_yaml

_NAME = "yaml"
_HEAD = 8000
_KEY = re.compile(r"^[ \t-]*[\"']?([^\W\d][\w .-]{0,40}?)[\"']?[ \t]*:(?=[ \t\n]|$)", re.MULTILINE)
_ENTRY = re.compile(r"^- ", re.MULTILINE)
_SUFFIXES = frozenset({".yaml", ".yml"})


class YamlPapers:
    """Reads a list of mappings, in the outermost mapping or bare."""

    name = _NAME
    about = "YAML lists of papers"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file's name says YAML, and its first keys are a paper's."""
        if seed.path.suffix.lower() not in _SUFFIXES:
            return False
        columns = Columns(seed.settings.columns)
        return looks_like_papers(columns, _KEY.findall(seed.text[:_HEAD]))

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file; of a broken one, those entries that can be read."""
        findings = Findings(seed)
        reading = read_yaml(seed.text)
        findings.yaml(reading.faults)
        roots = [reading.root] if reading.root else _apart(seed.text)
        rows = [row for root in roots if root for row in _rows(root)]
        return read_rows(rows, seed, _NAME, findings.diagnostics)


def _apart(text: str) -> Iterator[YamlNode | None]:
    """Yield the entries of a list read one by one; a broken one gives None."""
    line, start = 1, 0
    for place in [*(match.start() for match in _ENTRY.finditer(text)), len(text)]:
        if place > start:
            yield read_yaml(text[start:place], first_line=line).root
            line += text.count("\n", start, place)
            start = place


def _rows(root: YamlNode) -> Iterator[JsonRecord]:
    """Yield the mappings of a list; of a mapping, those of its first list, or itself."""
    if isinstance(root, YamlMapping):
        lists = [node for _, node in root.entries.values() if isinstance(node, YamlList)]
        held = [node for node in lists if any(isinstance(e, YamlMapping) for e in node.entries)]
        is_record = any(key.lower() in {"title", "name"} for key in root.entries)
        if is_record or not held:
            yield from _named(root, is_record=is_record)
            return
        root = held[0]
    if isinstance(root, YamlList):
        for entry in root.entries:
            if isinstance(entry, YamlMapping):
                yield JsonRecord(entry.line, plain_value(entry))


def _named(root: YamlMapping, *, is_record: bool) -> Iterator[JsonRecord]:
    """Yield the mapping itself, or the papers it holds by name."""
    if is_record:
        yield JsonRecord(root.line, plain_value(root))
        return
    for line, node in root.entries.values():
        if isinstance(node, YamlMapping):
            yield JsonRecord(line, plain_value(node))


def plain_value(node: YamlNode) -> Any:
    """Return texts, lists and dictionaries in place of nodes; None for null."""
    if isinstance(node, YamlText):
        return None if node.is_null else node.text
    if isinstance(node, YamlList):
        return [plain_value(entry) for entry in node.entries]
    return {key: plain_value(inner) for key, (_, inner) in node.entries.items()}
