"""YAML whose values remember their lines, so that every complaint can name one.

Keys are always text. A scalar keeps the text it was written with beside its value, because YAML
reads ``2402.00310`` as a number and ``No`` as false. Aliases are refused: nobody needs them in a
seed, and a few lines of them can stand for billions of values.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

YamlPath = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml reads ten times as fast
_COLLECTION_TAGS = {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFault:
    """Something wrong with the YAML itself: its 1-based line, what it is, what to do."""

    line: int
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlDocument:
    """What was read.

    Attributes:
        value: Plain values in dictionaries with text keys, and lists; None when there is nothing
            or nothing could be read.
        faults: Everything wrong, in order of lines.
    """

    value: object = None
    faults: tuple[YamlFault, ...] = ()
    _lines: dict[YamlPath, int] = field(default_factory=dict, repr=False)
    _texts: dict[YamlPath, str] = field(default_factory=dict, repr=False)

    def line(self, *path: str | int) -> int:
        """Return the 1-based line of the value at a path of keys and positions.

        A path that leads nowhere has the line of what encloses it.
        """
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def text(self, *path: str | int) -> str | None:
        """Return a scalar as it was written, without quotes; None for anything else or null."""
        return self._texts.get(path)


def read_yaml(text: str, *, first_line: int = 1) -> YamlDocument:
    """Read one YAML 1.1 document; bad input becomes faults, never an exception.

    Args:
        text: The document.
        first_line: The line of its file that the text starts on.
    """
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        walk = _Walk(loader, first_line)
        value = None if node is None else walk.read(node, ())
    except yaml.YAMLError as error:
        return YamlDocument(faults=(_syntax_fault(error, text, first_line),))
    except RecursionError:
        fault = YamlFault(line=first_line, message="the YAML is nested too deeply to be read")
        return YamlDocument(faults=(fault,))
    finally:
        loader.dispose()
    walk.faults.sort(key=lambda fault: (fault.line, fault.message))
    return YamlDocument(
        value=value, faults=tuple(walk.faults), _lines=walk.lines, _texts=walk.texts
    )


class _Walk:
    """One pass over a document's nodes that gathers values, lines, texts and faults."""

    def __init__(self, loader: yaml.SafeLoader, first_line: int) -> None:
        self._loader = loader
        self._first_line = first_line
        self._seen: set[int] = set()
        self.lines: dict[YamlPath, int] = {}
        self.texts: dict[YamlPath, str] = {}
        self.faults: list[YamlFault] = []

    def read(self, node: yaml.Node, path: YamlPath) -> object:
        """Return the value of a node, and note its line under ``path`` unless a key has."""
        line = self._line(node)
        self.lines.setdefault(path, line)
        if id(node) in self._seen:
            self._blame(line, "YAML aliases (*name) are not read", "write the value out")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if node.tag not in _COLLECTION_TAGS:
            self._blame(line, f"the YAML tag {node.tag!r} is not read", "leave the tag out")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        return [self.read(child, (*path, number)) for number, child in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, path: YamlPath) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = self._line(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self._blame(line, "a key must be a word, not a list or a mapping")
                continue
            key = key_node.value
            if key in values:
                first = self.lines[(*path, key)]
                self._blame(line, f"the key {key!r} stands on line {first} already", "keep one")
                continue
            self.lines[(*path, key)] = line
            values[key] = self.read(value_node, (*path, key))
        return values

    def _scalar(self, node: yaml.ScalarNode, path: YamlPath) -> object:
        try:
            value: object = self._loader.construct_object(node)
        except ValueError:  # looks like a date or number but is none: its reader shall judge it
            value = node.value
        except yaml.constructor.ConstructorError:
            self._blame(self._line(node), f"the YAML tag {node.tag!r} is not read", "leave it out")
            return None
        if value is not None:
            self.texts[path] = node.value
        return value

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self._first_line

    def _blame(self, line: int, message: str, hint: str = "") -> None:
        self.faults.append(YamlFault(line=line, message=message, hint=hint))


def _syntax_fault(error: yaml.YAMLError, text: str, first_line: int) -> YamlFault:
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position)
        return YamlFault(
            line=first_line + line,
            message="the YAML holds a character that is not allowed there",
            hint="remove control characters",
        )
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    return YamlFault(
        line=first_line + (mark.line if mark else 0),
        message=f"not valid YAML: {problem}",
        hint="quote text that holds ': ' or ' #' or begins with a sign such as [ { * & @ ` or %",
    )
