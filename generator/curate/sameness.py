"""What the user says of papers: same, or not the same; read from ``seeds/same.yaml``.

A name in the file is an id, an identifier (``arxiv:2402.00310``, a DOI, an address), a title, or
the place where a record stands (``seeds/library.bib:12``), as diagnostics print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from pathlib import PurePosixPath

from generator.config.schema import Config, CurateConfig
from generator.config.suggest import did_you_mean
from generator.curate.groups import Groups
from generator.curate.title_key import title_key
from generator.errors import Diagnostic, error_at
from generator.model.ids import equivalent, identifiers
from generator.model.paper import Paper
from generator.text.yaml_lines import YamlList, YamlMapping, YamlNode, YamlText, read_yaml

_KEYS = ("same", "different")
_HINTED = 20
"""Looking for a similar name takes long, and who has more faults than this has one big one."""

_FORM = "write lists of names, for example - [arxiv:2402.00310, The Title of the Paper]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Pairs of record numbers that make one paper, and pairs that do not."""

    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()


def load_statements(
    config: Config, records: Sequence[Paper]
) -> tuple[Statements, tuple[Diagnostic, ...]]:
    """Read the file that the configuration names, and find the records it speaks of.

    A missing file is no fault where the configuration did not ask for one by name.
    """
    name = config.curate.same
    path = PurePosixPath(name)
    try:
        text = (config.root / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if name == CurateConfig().same:
            return Statements(), ()
        return Statements(), (error_at("U060", path, None, "the file does not exist"),)
    except (OSError, UnicodeDecodeError) as error:
        hint = "save it as UTF-8 text"
        return Statements(), (error_at("U060", path, None, f"cannot be read: {error}", hint),)
    return read_statements(text, path, records)


def read_statements(
    text: str, path: PurePosixPath, records: Sequence[Paper]
) -> tuple[Statements, tuple[Diagnostic, ...]]:
    """Return the statements of a file's text, and everything wrong with it."""
    reading = read_yaml(text)
    reader = _StatementReader(path, records)
    for fault in reading.faults:
        reader.blame("U060", fault.line, fault.message, fault.hint)
    statements = reader.statements(reading.root)
    return statements, tuple(sorted(reader.found, key=lambda problem: problem.sort_key))


class _StatementReader:
    """One pass over the file that gathers pairs and diagnostics."""

    def __init__(self, path: PurePosixPath, records: Sequence[Paper]) -> None:
        self._path = path
        self._count = len(records)
        self._numbers = _by_name(records)
        self.found: list[Diagnostic] = []

    def statements(self, root: YamlNode | None) -> Statements:
        if root is None:
            return Statements()
        if not isinstance(root, YamlMapping):
            self.blame("U061", root.line, "the file must have the keys same and different", _FORM)
            return Statements()
        for key, (line, _) in root.entries.items():
            if key not in _KEYS:
                self.blame("U061", line, f"unknown key {key!r}", did_you_mean(key, _KEYS))
        same = [
            pair
            for _, named in self._entries(root, "same")
            for pair in pairwise(sorted(number for found in named for number in found))
        ]
        return Statements(same=tuple(same), different=tuple(self._different(root, same)))

    def _different(
        self, root: YamlMapping, same: Iterable[tuple[int, int]]
    ) -> dict[tuple[int, int], None]:
        groups = Groups(self._count)
        for first, second in same:
            groups.join(first, second)
        different: dict[tuple[int, int], None] = {}
        for line, named in self._entries(root, "different"):
            for one, other in combinations(named, 2):
                pairs = list(product(sorted(one - other), sorted(other - one)))
                apart = [(a, b) for a, b in pairs if groups.root(a) != groups.root(b)]
                different.update(dict.fromkeys((min(pair), max(pair)) for pair in apart))
                if not pairs:
                    self.blame("U063", line, "two of these names lead to the same records", _FORM)
                elif len(apart) < len(pairs):
                    hint = "remove one of the two statements"
                    self.blame("U063", line, "these papers are under same too", hint)
        return different

    def _entries(self, root: YamlMapping, key: str) -> Iterator[tuple[int, list[set[int]]]]:
        """Yield line and records, by name, of each list under a key."""
        line, node = root.entries.get(key, (0, None))
        if node is None or (isinstance(node, YamlText) and node.is_null):
            return
        if not isinstance(node, YamlList):
            self.blame("U061", line, f"{key} must be a list", _FORM)
            return
        for entry in node.entries:
            if not isinstance(entry, YamlList) or len(entry.entries) < 2:
                self.blame("U061", entry.line, "a statement is a list of two names or more", _FORM)
                continue
            yield entry.line, [found for name in entry.entries if (found := self._records(name))]

    def _records(self, node: YamlNode) -> set[int]:
        if not isinstance(node, YamlText):
            self.blame("U061", node.line, "a name must be text", _FORM)
            return set()
        for name in _spellings(node.text.strip()):
            if name in self._numbers:
                return self._numbers[name]
        message = f"no paper has the id, identifier, address, title or place {node.text!r}"
        known = (name for name in self._numbers if name and not name.startswith("letters "))
        hint = did_you_mean(node.text, known, listing=False) if len(self.found) < _HINTED else ""
        self.blame("U062", node.line, message, hint or "correct it, or remove it")
        return set()

    def blame(self, code: str, line: int, message: str, hint: str = "") -> None:
        self.found.append(error_at(code, self._path, line, message, hint))


def _by_name(records: Iterable[Paper]) -> dict[str, set[int]]:
    numbers: dict[str, set[int]] = {}
    for number, record in enumerate(records):
        names = [record.id, record.title, f"letters {title_key(record.title).letters}"]
        names += [equivalent(alias) for alias in record.aliases]
        names += [link.url for link in record.links]
        names += [str(origin.location) for origin in record.origins]
        for name in names:
            numbers.setdefault(name, set()).add(number)
    return numbers


def _spellings(name: str) -> Iterator[str]:
    """Yield what a name may stand for, the most exact first."""
    yield name
    yield equivalent(name)
    yield from map(equivalent, identifiers(name))
    yield f"letters {title_key(name).letters}"
