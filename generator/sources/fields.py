"""Asks the keys of a mapping for values of a known type, and reports what is not as it should be.

A reader asks for each key it knows; the keys nobody asked for are unknown, so that the list of
known keys is never written twice.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.sources.source import Seed
from generator.text.yaml_lines import (
    YamlFault,
    YamlFaultKind,
    YamlList,
    YamlMapping,
    YamlNode,
    YamlText,
)

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_COUNT = re.compile(r"\d{1,12}")
_YAML_CODES = {
    YamlFaultKind.SYNTAX: "S040",
    YamlFaultKind.DOUBLED_KEY: "S041",
    YamlFaultKind.ALIAS: "S042",
}
_A_DATE = "write a date like 2025-03-11"


class Findings:
    """The diagnostics of one file while it is read."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self.diagnostics: list[Diagnostic] = []

    def error(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Note what makes a value unusable."""
        problem = self._seed.problem(code, Severity.ERROR, message, line=line, hint=hint)
        self.diagnostics.append(problem)

    def warning(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Note what is odd but does no harm."""
        problem = self._seed.problem(code, Severity.WARNING, message, line=line, hint=hint)
        self.diagnostics.append(problem)

    def note(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Note what was decided, where it might have been meant otherwise."""
        problem = self._seed.problem(code, Severity.NOTE, message, line=line, hint=hint)
        self.diagnostics.append(problem)

    def yaml(self, faults: Iterable[YamlFault]) -> None:
        """Note what is wrong with the YAML itself."""
        for fault in faults:
            self.error(_YAML_CODES[fault.kind], fault.line, fault.message, fault.hint)


class Fields:
    """The keys of one mapping.

    Every method takes a key and returns its value, or an empty one when the key is absent, null
    or wrong; a wrong one is reported.
    """

    def __init__(self, mapping: YamlMapping, findings: Findings) -> None:
        self._mapping = mapping
        self._asked: set[str] = set()
        self.findings = findings

    @property
    def line(self) -> int:
        """The mapping's line."""
        return self._mapping.line

    def node(self, key: str) -> YamlNode | None:
        """Return the value as it stands in the file."""
        self._asked.add(key)
        _, node = self._mapping.entries.get(key, (0, None))
        return None if isinstance(node, YamlText) and node.is_null else node

    def line_of(self, key: str) -> int:
        """Return the key's line, or the mapping's when the key is absent."""
        return self._mapping.entries.get(key, (self.line, None))[0]

    def scalar(self, key: str) -> YamlText | None:
        """Return a single value with its line."""
        node = self.node(key)
        return None if node is None else self.as_text(key, node)

    def text(self, key: str) -> str:
        """Return a text on one line."""
        found = self.scalar(key)
        return " ".join(found.text.split()) if found else ""

    def prose(self, key: str) -> str:
        """Return a text that may have several lines."""
        found = self.scalar(key)
        return found.text.strip() if found else ""

    def entries(self, key: str) -> Iterator[YamlNode]:
        """Yield the values of a list; a single value counts as a list of one."""
        node = self.node(key)
        if isinstance(node, YamlList):
            for entry in node.entries:
                if not (isinstance(entry, YamlText) and entry.is_null):
                    yield entry
        elif node is not None:
            yield node

    def scalars(self, key: str) -> Iterator[YamlText]:
        """Yield the values of a list of single values."""
        for entry in self.entries(key):
            if found := self.as_text(key, entry):
                yield found

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each on one line, none twice."""
        return tuple(dict.fromkeys(" ".join(found.text.split()) for found in self.scalars(key)))

    def count(self, key: str) -> int | None:
        """Return a whole number, 0 or more."""
        found = self.scalar(key)
        if found is None:
            return None
        if _COUNT.fullmatch(found.text):
            return int(found.text)
        self._wrong(key, found, "must be a whole number, 0 or more")
        return None

    def flag(self, key: str) -> bool:
        """Return true or false."""
        found = self.scalar(key)
        if found is None:
            return False
        if found.text.lower() not in _FLAGS:
            self._wrong(key, found, "must be true or false")
        return _FLAGS.get(found.text.lower(), False)

    def partial_date(self, key: str) -> PartialDate | None:
        """Return a year, a month or a day."""
        found = self.scalar(key)
        if found is None:
            return None
        try:
            return PartialDate.parse(found.text.partition("T")[0].partition(" ")[0])
        except ValueError:
            message = f"{key} is no date: {found.text!r}"
            self.findings.error("S046", found.line, message, f"{_A_DATE}, 2025-03 or 2025")
            return None

    def day(self, key: str) -> datetime.date | None:
        """Return a full date."""
        date = self.partial_date(key)
        if date and not date.day:
            message = f"{key} must be a full date, not {str(date)!r}"
            self.findings.error("S046", self.line_of(key), message, _A_DATE)
            return None
        return date.earliest() if date else None

    def as_text(self, key: str, node: YamlNode) -> YamlText | None:
        """Return the node when it is a single value; else report it."""
        if isinstance(node, YamlText):
            return node
        kind = "a list" if isinstance(node, YamlList) else "a mapping"
        self.findings.error("S045", node.line, f"{key} must be a single value here, not {kind}")
        return None

    def report_unknown(self) -> None:
        """Report every key that was not asked for."""
        for key, (line, _) in self._mapping.entries.items():
            if key not in self._asked:
                hint = did_you_mean(key, self._asked)
                self.findings.warning("S044", line, f"unknown key {key!r}; not used", hint)

    def _wrong(self, key: str, found: YamlText, rule: str) -> None:
        self.findings.error("S045", found.line, f"{key} {rule}, not {found.text!r}")
