"""JSON and JSON Lines whose records remember their lines (RFC 8259, https://jsonlines.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.errors import Diagnostic, Severity
from generator.sources.source import Seed

JsonPath = tuple[str | int, ...]

_BLANKS = re.compile(r"[ \t\n\r]*")
# Reads escapes from left to right, so that \\ud800, a backslash and letters, is left alone.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|.)",
    re.DOTALL,
)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_LOCATED_DEPTH = 4  # envelope, list, record, list inside it; deeper values need no line
_SHOWN_ERRORS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonDocument:
    """What was read of one JSON text; after a syntax error, all that precedes it.

    Attributes:
        value: Plain Python values; None when there is nothing.
        diagnostics: The syntax error, if there is one.
    """

    value: Any = None
    diagnostics: tuple[Diagnostic, ...] = ()
    _lines: dict[JsonPath, int] = field(default_factory=dict, repr=False)

    def line(self, *path: str | int) -> int:
        """Return the 1-based line of the value at a path, or of what encloses it."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


@dataclass(frozen=True, slots=True)
class JsonLine:
    """The value on one line of a JSON Lines file."""

    line: int
    value: Any


def read_json(seed: Seed) -> JsonDocument:
    """Return the JSON value of a file; a broken one up to the fault."""
    scan = _Scan(whole_characters(seed.text))
    problems: tuple[Diagnostic, ...] = ()
    try:
        scan.read_all()
    except json.JSONDecodeError as error:
        problems = (_problem(seed, scan.line_at(error.pos), error.msg),)
    except RecursionError:
        problems = (_problem(seed, 1, "nested too deeply"),)
    return JsonDocument(value=scan.value, diagnostics=problems, _lines=scan.lines)


def read_json_lines(seed: Seed) -> tuple[list[JsonLine], tuple[Diagnostic, ...]]:
    """Return the value of every line that is not blank; broken lines are reported and left out."""
    rows: list[JsonLine] = []
    problems: list[Diagnostic] = []
    for number, line in enumerate(whole_characters(seed.text).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            rows.append(JsonLine(number, json.loads(line)))
        except ValueError as error:
            problems.append(_problem(seed, number, getattr(error, "msg", str(error))))
        except RecursionError:
            problems.append(_problem(seed, number, "nested too deeply"))
    shown = problems[:_SHOWN_ERRORS]
    if len(problems) > _SHOWN_ERRORS:
        rest = len(problems) - _SHOWN_ERRORS
        shown.append(_problem(seed, None, f"{rest} more lines cannot be read"))
    return rows, tuple(shown)


def whole_characters(text: str) -> str:
    """Return JSON whose escapes of half a character, which no file can hold, are U+FFFD.

    Every position stays what it was.
    """
    if not _SURROGATE.search(text):
        return text
    return _ESCAPE.sub(lambda match: "\\ufffd" if match[1] else match[0], text)


class _Scan:
    """One pass over a JSON text that keeps the lines of its upper levels."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decode = json.JSONDecoder(strict=False).raw_decode
        self._counted = (0, 1)
        self.value: Any = None
        self.lines: dict[JsonPath, int] = {}

    def read_all(self) -> None:
        """Read the whole text.

        Raises:
            json.JSONDecodeError: It is broken; ``value`` then holds what precedes the fault.
        """
        position = self._skip(0)
        if position == len(self._text):
            return
        root: list[Any] = []
        self.lines[()] = self.line_at(position)
        for end in self._read(position, (), root):
            self.value = root[0]
            position = end
        position = self._skip(position)
        if position != len(self._text):
            raise json.JSONDecodeError("text after the end of the JSON value", self._text, position)

    def line_at(self, position: int) -> int:
        """Return the 1-based line of a position; fast when asked in rising order."""
        before, line = self._counted if self._counted[0] <= position else (0, 1)
        line += self._text.count("\n", before, position)
        self._counted = (position, line)
        return line

    def _read(self, position: int, path: JsonPath, into: list[Any]) -> Iterator[int]:
        """Append the value at a position; yield its end, or the place reached inside it."""
        char = self._text[position : position + 1]
        whole = self._whole(position, path, char)
        if whole is not None:
            into.append(whole[0])
            yield whole[1]
        elif char == "[":
            yield from self._read_list(position + 1, path, into)
        else:
            yield from self._read_object(position + 1, path, into)

    def _whole(self, position: int, path: JsonPath, char: str) -> tuple[Any, int] | None:
        """Return a value read in one go, and its end; None when it must be read step by step.

        What stands in a list is a record: it has one line, so that only a broken one is walked.
        """
        is_lone = len(path) >= _LOCATED_DEPTH or char not in {"[", "{"}
        if not is_lone and not (path and isinstance(path[-1], int)):
            return None
        try:
            return self._decode(self._text, position)
        except (ValueError, RecursionError) as error:
            if not is_lone:
                return None
            if isinstance(error, RecursionError | json.JSONDecodeError):
                raise
            message = "a number has too many digits"
            raise json.JSONDecodeError(message, self._text, position) from error

    def _read_list(self, position: int, path: JsonPath, into: list[Any]) -> Iterator[int]:
        values: list[Any] = []
        into.append(values)
        yield position
        position = self._skip(position)
        while not self._at(position, "]"):
            place = (*path, len(values))
            self.lines[place] = self.line_at(position)
            for end in self._read(position, place, values):
                position = end
                yield position
            position = self._separator(position, "]")
        yield position + 1

    def _read_object(self, position: int, path: JsonPath, into: list[Any]) -> Iterator[int]:
        values: dict[str, Any] = {}
        into.append(values)
        yield position
        position = self._skip(position)
        while not self._at(position, "}"):
            if not self._at(position, '"'):
                raise json.JSONDecodeError(
                    "a key in double quotes is missing", self._text, position
                )
            key, end = self._decode(self._text, position)
            position = self._skip(end)
            if not self._at(position, ":"):
                raise json.JSONDecodeError("a colon is missing", self._text, position)
            position = self._skip(position + 1)
            self.lines[(*path, key)] = self.line_at(position)
            inner: list[Any] = []
            for end in self._read(position, (*path, key), inner):
                values[key] = inner[0]
                position = end
                yield position
            position = self._separator(position, "}")
        yield position + 1

    def _separator(self, position: int, closing: str) -> int:
        """Return the place of the next element, or of the closing bracket."""
        position = self._skip(position)
        if self._at(position, closing):
            return position
        if not self._at(position, ","):
            raise json.JSONDecodeError(f"a comma or {closing} is missing", self._text, position)
        following = self._skip(position + 1)
        if self._at(following, closing):
            raise json.JSONDecodeError(f"a comma stands before {closing}", self._text, position)
        return following

    def _skip(self, position: int) -> int:
        match = _BLANKS.match(self._text, position)
        return match.end() if match else position

    def _at(self, position: int, char: str) -> bool:
        if position >= len(self._text):
            raise json.JSONDecodeError("the file ends too early", self._text, position)
        return self._text[position] == char


def _problem(seed: Seed, line: int | None, message: str) -> Diagnostic:
    return seed.problem(
        "S063",
        Severity.WARNING,
        f"broken JSON: {message}",
        line=line,
        hint="export the file again; what stands after the broken place may be missing",
    )
