"""Files of lines that begin with a tag, as RIS and MEDLINE have them; lines without one go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TaggedField:
    """One tag with its text, whose line ends are those of the file."""

    tag: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class TaggedRecord:
    """The fields of one record in file order; ``line`` is that of the first."""

    line: int
    fields: tuple[TaggedField, ...]

    def first(self, *tags: str) -> str:
        """Return the first text, by the order of the tags, that is not empty."""
        return next((text for tag in tags for text in self.all(tag)), "")

    def all(self, *tags: str) -> Iterator[str]:
        """Yield the texts of these tags in file order, without empty ones."""
        for each in self.fields:
            if each.tag in tags and each.text:
                yield each.text


@dataclass(slots=True)
class _Open:
    """A field that further lines may continue."""

    tag: str
    line: int
    lines: list[str]


@dataclass(slots=True)
class TaggedLines:
    """How a format writes its lines.

    Attributes:
        pattern: Matches a line with a tag; groups ``tag`` and ``text``.
        begins: Tags that begin a record.
        ends: Tags that end one; with none, an empty line before a tag does.
        stray: After reading, the 1-based lines that belong to no record.
    """

    pattern: re.Pattern[str]
    begins: frozenset[str]
    ends: frozenset[str] = frozenset()
    stray: list[int] = field(default_factory=list)

    def records(self, text: str) -> list[TaggedRecord]:
        """Return the records of a file."""
        found: list[TaggedRecord] = []
        open_fields: list[_Open] = []
        is_after_blank = True
        for number, line in enumerate(text.split("\n"), start=1):
            match = self.pattern.match(line)
            tag = match["tag"] if match else ""
            if tag in self.begins or (tag and is_after_blank and not self.ends):
                _close(open_fields, found)
                open_fields = []
            if tag in self.ends:
                _close(open_fields, found)
                open_fields = []
            elif match and (open_fields or tag in self.begins or not self.ends):
                open_fields.append(_Open(tag, number, [(match["text"] or "").strip()]))
            elif open_fields:
                open_fields[-1].lines.append(line.strip())
            elif line.strip():
                self.stray.append(number)
            is_after_blank = not line.strip()
        _close(open_fields, found)
        return found


def _close(open_fields: list[_Open], found: list[TaggedRecord]) -> None:
    if open_fields:
        fields = tuple(
            TaggedField(each.tag, "\n".join(each.lines).strip(), each.line) for each in open_fields
        )
        found.append(TaggedRecord(fields[0].line, fields))
