"""The fields of a BibTeX entry, also of one whose braces or quotes do not balance."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from generator.sources.fields import Findings

Macros = dict[str, str]

_NAME = re.compile(r"(?P<name>[A-Za-z_][\w:+./-]*)\s*=\s*")
_GAP = re.compile(r"(?:[\s,]+|%[^\n]*)+")
_UNESCAPED_BRACE = re.compile(r"(?<!\\)[{}]")
_BRACE_OR_QUOTE = re.compile(r'[{}"]')
_BARE = re.compile(r'[^\s,#{}()"%=]*')
_BARE_WORDS = re.compile(r"[^,\n{}]*")
_JOIN = re.compile(r"\s*#\s*")
_VALUE_END = re.compile(r"\s*(?:[,#})]|%|\Z|[A-Za-z_][\w:+./-]*\s*=)")
_NEXT_FIELD = re.compile(r'\n[ \t]*[A-Za-z_][\w:+./-]*[ \t]*=[ \t]*["{\w]')
_NEXT_QUOTED = re.compile(r'\n[ \t]*[A-Za-z_][\w:+./-]*[ \t]*=[ \t]*"')
_RESUME = re.compile(r"[,\n]\s*(?=[A-Za-z_][\w:+./-]*\s*=)|(?=[})]\s*(?:\n|\Z))")
_EXTRA_CLOSE = re.compile(r'[})]\s*,\s*[A-Za-z_][\w:+./-]*\s*=\s*["{\w]')
_HINT = "compare the braces of this entry; the entries after it are read"


class BibText:
    """A file with what its entries share.

    Args:
        text: The file.
        findings: Where doubts are noted.
        macros: Abbreviations known without ``@string``, by lower-case name.

    Attributes:
        text: The file.
        macros: Abbreviations known so far.
        closes: The place of the brace that closes each brace, by BibTeX's count, to which an
            escaped brace is one too.
    """

    def __init__(self, text: str, findings: Findings, macros: Macros) -> None:
        self.text = text
        self.findings = findings
        self.macros = dict(macros)
        self.closes = _pairs(text)
        self._unknown: set[str] = set()
        self._line_ends = [match.start() for match in re.finditer("\n", text)]

    def line(self, position: int) -> int:
        """Return the 1-based line of a position."""
        return bisect_left(self._line_ends, position) + 1

    def doubt(self, code: str, position: int, message: str) -> None:
        """Warn about what stands at a position."""
        self.findings.warning(code, self.line(position), message, _HINT)

    def note(self, code: str, position: int, message: str, hint: str) -> None:
        """Note what is odd but does no harm."""
        self.findings.note(code, self.line(position), message, hint)

    def macro(self, name: str, position: int) -> str:
        """Return what an abbreviation stands for; its own name when nothing defines it."""
        value = name if name.isdigit() else self.macros.get(name.lower())
        if value is not None:
            return value
        if name.lower() not in self._unknown:
            self._unknown.add(name.lower())
            message = f"no @string defines {name!r}; the word itself was taken"
            self.note("S102", position, message, "define it, or put the value into braces")
        return name


def _pairs(text: str) -> dict[int, int]:
    open_places: list[int] = []
    closes: dict[int, int] = {}
    for brace in re.finditer("[{}]", text):
        if brace[0] == "{":
            open_places.append(brace.start())
        elif open_places:
            closes[open_places.pop()] = brace.start()
    return closes


@dataclass(slots=True)
class BibBody:
    """What was read of an entry.

    Attributes:
        fields: Values by lower-case name.
        end: Place behind it.
        is_closed: Whether its end was met.
        is_inside_value: Whether reading broke off in a value.
    """

    fields: dict[str, str]
    end: int
    is_closed: bool = False
    is_inside_value: bool = False


class BibFields:
    """Reads the fields of one entry up to a limit.

    Strict reading counts every brace, as BibTeX does. Lenient reading is for entries that do not
    end that way: a value whose braces do not balance ends before the next line that begins a
    field.
    """

    def __init__(self, bib: BibText, start: int, limit: int, *, is_lenient: bool = False) -> None:
        self._bib = bib
        self._text = bib.text
        self._place = start
        self._limit = limit
        self._is_lenient = is_lenient
        self._body = BibBody({}, start)

    def read(self) -> BibBody:
        """Return the fields; the place behind the entry is its end."""
        while self._step():
            pass
        self._body.end = min(self._place, self._limit)
        return self._body

    def _step(self) -> bool:
        if gap := _GAP.match(self._text, self._place, self._limit):
            self._place = gap.end()
        if self._place >= self._limit:
            return False
        if self._text[self._place] in "})":
            return self._close()
        name = _NAME.match(self._text, self._place, self._limit)
        if name is None:
            return self._resume()
        self._place = name.end()
        value = self._value()
        if value is None:
            self._body.is_inside_value = True
            return False
        key = name["name"].lower()
        if key not in self._body.fields or not self._body.fields[key].strip():
            self._body.fields[key] = value
        elif value.strip() and value != self._body.fields[key]:
            message = f"the field {key} stands twice in this entry; the first counts"
            self._bib.note("S104", name.start(), message, "delete one of them")
        return True

    def _close(self) -> bool:
        extra = _EXTRA_CLOSE.match(self._text, self._place, self._limit)
        if extra:
            self._bib.doubt("S100", self._place, "a closing brace too many; it was passed over")
        else:
            self._body.is_closed = True
        self._place += 1
        return extra is not None

    def _resume(self) -> bool:
        """Pass over what is no field, to the next field or the entry's end."""
        found = _RESUME.search(self._text, self._place, self._limit)
        end = found.end() if found else self._limit
        lost = " ".join(self._text[self._place : end].split())[:60]
        self._bib.doubt("S101", self._place, f"no field of the form name = value: {lost!r}")
        is_further = end > self._place
        self._place = end if is_further else self._place + 1
        return True

    def _value(self) -> str | None:
        pieces: list[str] = []
        while True:
            piece = self._piece()
            if piece is None:
                return None
            pieces.append(piece)
            join = _JOIN.match(self._text, self._place, self._limit)
            if not join:
                return "".join(pieces)
            self._place = join.end()

    def _piece(self) -> str | None:
        sign = self._text[self._place : self._place + 1]
        if sign == "{":
            return self._braced()
        if sign == '"':
            return self._quoted()
        bare = _BARE.match(self._text, self._place, self._limit)
        start, word = self._place, bare[0] if bare else ""
        self._place += len(word)
        if word and not _VALUE_END.match(self._text, self._place, self._limit):
            words = _BARE_WORDS.match(self._text, start, self._limit)
            if words and words.end() > self._place:
                self._place = words.end()
                return words[0].strip()
        return self._bib.macro(word, start) if word else ""

    def _braced(self) -> str | None:
        start = self._place
        end = self._bib.closes.get(start)
        if end is not None and end >= self._limit:
            end = None
        if self._is_lenient and (end is None or _NEXT_FIELD.search(self._text, start, end)):
            escaped = self._balanced()
            next_field = _NEXT_FIELD.search(self._text, start, self._limit)
            if escaped and not (next_field and next_field.start() < escaped):
                end = escaped
            else:
                return self._cut(start, next_field)
            self._bib.doubt("S100", start, "an escaped brace that nothing balances")
        if end is None:
            return None
        self._place = end + 1
        return self._text[start + 1 : end]

    def _balanced(self) -> int | None:
        """Return the place of the brace that closes this one if escaped braces do not count."""
        depth = 0
        for brace in _UNESCAPED_BRACE.finditer(self._text, self._place, self._limit):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return brace.start()
        return None

    def _quoted(self) -> str | None:
        start = self._place
        depth = 0
        for sign in _BRACE_OR_QUOTE.finditer(self._text, start + 1, self._limit):
            if sign[0] != '"':
                depth += 1 if sign[0] == "{" else -1
            elif depth <= 0 and _VALUE_END.match(self._text, sign.end(), self._limit):
                if _NEXT_QUOTED.search(self._text, start, sign.start()):
                    break
                self._place = sign.end()
                return self._text[start + 1 : sign.start()]
        if not self._is_lenient:
            return None
        return self._cut(start, _NEXT_FIELD.search(self._text, start, self._limit))

    def _cut(self, start: int, next_field: re.Match[str] | None) -> str:
        """Return a value that does not end, up to the next field or the limit."""
        self._place = next_field.start() if next_field else self._limit
        line_count = self._text.count("\n", start, self._place)
        self._bib.doubt(
            "S100", start, f"a value that does not end; {line_count + 1} lines of it were read"
        )
        return self._text[start + 1 : self._place].rstrip(' \t\n,}"')
