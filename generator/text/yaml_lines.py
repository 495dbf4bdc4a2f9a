"""YAML as text with line numbers.

YAML 1.1 guesses types, so that ``no`` is false, ``2402.10`` a number with one zero less and
``12:30`` is 750. Here a scalar stays the text that was written; who asks for it knows what it
should be. The parser gives events, not objects, so nothing is constructed, nesting is bounded, and
an alias, which could multiply a small file without end, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times faster
_DEEPEST = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlText:
    """A scalar, as written; quoted or not, it has no type yet."""

    line: int
    text: str
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing is stated: ``key:`` or ``key: null``."""
        return not self.quoted and self.text in _NULLS


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlList:
    """A sequence."""

    line: int
    entries: tuple[YamlNode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlMapping:
    """A mapping from key to the key's line and its value, in the order of the file."""

    line: int
    entries: dict[str, tuple[int, YamlNode]]


YamlNode = YamlText | YamlList | YamlMapping


class YamlFaultKind(Enum):
    """What sort of fault: none of YAML, a key that stands twice, an alias."""

    SYNTAX = auto()
    DOUBLED_KEY = auto()
    ALIAS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """What is wrong with the YAML itself: its 1-based line, what it is, what to do."""

    kind: YamlFaultKind
    line: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlReading:
    """The first document of a text; the root is None when it is empty or cannot be read."""

    root: YamlNode | None
    faults: tuple[YamlFault, ...]


def read_yaml(text: str, *, first_line: int = 1) -> YamlReading:
    """Read YAML without guessing types; bad input becomes faults, never an exception.

    Args:
        text: YAML 1.1, as PyYAML understands it.
        first_line: Line of the file at which the text begins.
    """
    builder = _Builder(first_line)
    root = None
    try:
        root = builder.document(yaml.parse(text, Loader=_LOADER))
    except _TooDeepError as error:
        builder.fault(error.line, f"nested more than {_DEEPEST} levels deep")
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        # The latter is half of a surrogate pair.
        place = error.start if isinstance(error, UnicodeEncodeError) else error.position
        line = text.count("\n", 0, place)
        builder.fault(line, "a character that YAML does not allow", "remove it")
    except yaml.MarkedYAMLError as error:
        # At the end of the text PyYAML names a line that is not there any more.
        last = text.count("\n")
        line = min(error.problem_mark.line, last) if error.problem_mark else 0
        hint = "put text that holds ': ', '#' or quotes into quotes"
        builder.fault(line, f"not valid YAML: {error.problem}", hint)
    return YamlReading(root=root, faults=tuple(builder.faults))


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class _Builder:
    """Builds nodes from events; lines are counted from ``first_line``."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self.faults: list[YamlFault] = []

    def fault(
        self, line: int, message: str, hint: str = "", kind: YamlFaultKind = YamlFaultKind.SYNTAX
    ) -> None:
        """Note a fault at a 0-based line of the text."""
        self.faults.append(
            YamlFault(kind=kind, line=line + self._first_line, message=message, hint=hint)
        )

    def document(self, events: Iterator[yaml.Event]) -> YamlNode | None:
        """Return the first document, and report a second one."""
        root = None
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent):
                break
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                hint = "remove the line ---, or make two files"
                self.fault(_line_of(event), "a second document begins; it is not read", hint)
                break
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> YamlNode:
        line = _line_of(event)
        if depth > _DEEPEST:
            raise _TooDeepError(line)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(line, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(line, events, depth)
        if isinstance(event, yaml.ScalarEvent):
            quoted = bool(event.style)
            return YamlText(line=line + self._first_line, text=event.value, quoted=quoted)
        message, hint = "an alias (*name) is not allowed here", "write the value out"
        self.fault(line, message, hint, YamlFaultKind.ALIAS)
        return YamlText(line=line + self._first_line, text="")

    def _list(self, line: int, events: Iterator[yaml.Event], depth: int) -> YamlList:
        entries = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            entries.append(self._node(event, events, depth + 1))
        return YamlList(line=line + self._first_line, entries=tuple(entries))

    def _mapping(self, line: int, events: Iterator[yaml.Event], depth: int) -> YamlMapping:
        entries: dict[str, tuple[int, YamlNode]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key_line = _line_of(event)
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, YamlText):
                self.fault(key_line, "a key must be a word", "put the key into quotes")
            elif key.text in entries:
                message = f"the key {key.text!r} stands here for the second time"
                hint = f"the first is in line {entries[key.text][0]}; keep one of them"
                self.fault(key_line, message, hint, YamlFaultKind.DOUBLED_KEY)
            else:
                entries[key.text] = (key.line, value)
        return YamlMapping(line=line + self._first_line, entries=entries)


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0
