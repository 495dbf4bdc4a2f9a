"""The syntax of BibTeX files: entries with their fields, whatever is broken around them.

Grammar: O. Patashnik, "BibTeXing", 1988, and its superset in the manual of biblatex. Neither
bibtexparser nor pybtex is used: on real files they lose entries in parentheses, entries behind an
unbalanced brace or those without a key, and the lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.sources.fields import Findings

Macros = dict[str, str]

_ENTRY = re.compile(r"(?<![\w.@\\])@[ \t]*(?P<type>[A-Za-z][\w+-]*)\s*(?P<open>[{(])")
_START = re.compile(r"^(?P<indent>[ \t]*)@[ \t]*[A-Za-z][\w+-]*[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r'\s*(?P<key>[^,={}"\n%#]*?)\s*(?:,|(?=[})]))')
_KEY_WITHOUT_COMMA = re.compile(r'\s*(?P<key>[^\s,={}"%#]+)[ \t]*\n(?=\s*[A-Za-z][\w:+./-]*\s*=)')
_NAME = re.compile(r"(?P<name>[A-Za-z_][\w:+./-]*)\s*=\s*")
_GAP = re.compile(r"(?:[\s,]+|%[^\n]*)+")
_BRACE = re.compile(r"[{}]")
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
_NESTED_STARTS = 3  # lines like an entry's first that a field may hold as its text
_NO_ENTRY = frozenset({"comment", "preamble", "string"})
_HINT = "compare the braces of this entry; the entries after it are read"


@dataclass(frozen=True, slots=True, kw_only=True)
class BibEntry:
    """One entry.

    Attributes:
        type: Lower case, for example ``article``.
        key: As written; empty when the entry has none.
        line: 1-based line of its ``@``.
        fields: Values by lower-case name, as TeX, macros replaced, outer delimiters taken off.
    """

    type: str
    key: str
    line: int
    fields: dict[str, str]


@dataclass(slots=True)
class _Body:
    """What was read of an entry: whether its end was met, and whether it broke off in a value."""

    fields: dict[str, str]
    end: int
    is_closed: bool = False
    is_inside_value: bool = False


class BibParser:
    """Reads one file.

    Args:
        text: Its text.
        findings: Where doubts are noted.
        macros: Abbreviations known without ``@string``, by lower-case name.
    """

    def __init__(self, text: str, findings: Findings, macros: Macros) -> None:
        self._text = text
        self._findings = findings
        self._macros = dict(macros)
        self._unknown: set[str] = set()
        self._line_ends = [match.start() for match in re.finditer("\n", text)]
        starts = list(_START.finditer(text))
        self._starts = [match.end("indent") for match in starts]
        self._indents = [len(match["indent"].expandtabs()) for match in starts]

    def entries(self) -> list[BibEntry]:
        """Return all entries in file order, those that are no papers of their own included."""
        found: list[BibEntry] = []
        position = 0
        while match := _ENTRY.search(self._text, position):
            kind = match["type"].lower()
            if self._is_commented(match.start()):
                position = match.end()
            elif kind not in _NO_ENTRY:
                entry, position = self._entry(match, kind)
                found.append(entry)
            elif kind == "string":
                _, body = self._body(match)
                self._macros.update(body.fields)
                position = body.end
            else:
                position = self._skipped(match)
        return found

    def _line(self, position: int) -> int:
        return bisect_left(self._line_ends, position) + 1

    def _is_commented(self, position: int) -> bool:
        line_start = self._text.rfind("\n", 0, position) + 1
        return self._text[line_start:position].lstrip().startswith("%")

    def _skipped(self, match: re.Match[str]) -> int:
        """Return the end of a comment or preamble; a broken one ends where an entry begins."""
        depth = 0
        for brace in _BRACE.finditer(self._text, match.start("open")):
            depth += 1 if brace[0] == "{" else -1
            if depth <= 0:
                return brace.end()
        return self._limits(match.start())[0]

    def _limits(self, position: int) -> list[int]:
        """Return the places of the next entries that are not indented deeper than this one."""
        here = bisect_right(self._starts, position)
        own = here - 1
        is_start = own >= 0 and self._starts[own] == position
        indent = self._indents[own] if is_start else 0
        limits = []
        for place in range(here, len(self._starts)):
            if self._indents[place] <= indent:
                limits.append(self._starts[place])
                if len(limits) == _NESTED_STARTS:
                    return limits
        return [*limits, len(self._text)]

    def _entry(self, match: re.Match[str], kind: str) -> tuple[BibEntry, int]:
        key, body = self._body(match)
        line = self._line(match.start())
        return BibEntry(type=kind, key=key, line=line, fields=body.fields), body.end

    def _body(self, match: re.Match[str]) -> tuple[str, _Body]:
        start = match.end()
        key = ""
        if match["type"].lower() != "string":
            found = _KEY.match(self._text, start) or _KEY_WITHOUT_COMMA.match(self._text, start)
            if found:
                key, start = found["key"], found.end()
        limits = self._limits(match.start())
        noted = len(self._findings.diagnostics)
        for limit in limits:
            body = _Fields(self, start, limit).read()
            if body.is_closed:
                return key, body
            del self._findings.diagnostics[noted:]
            if not body.is_inside_value:
                break
        body = _Fields(self, start, limits[0], is_lenient=True).read()
        if not body.is_closed and len(self._findings.diagnostics) == noted:
            name = f"the entry {key!r}" if key else "the entry"
            self.doubt("S100", match.start(), f"{name} does not end; it was read to the next one")
        return key, body

    def doubt(self, code: str, position: int, message: str) -> None:
        """Warn about the line of a position."""
        self._findings.warning(code, self._line(position), message, _HINT)

    def note(self, code: str, position: int, message: str, hint: str) -> None:
        """Note what is odd but does no harm."""
        self._findings.note(code, self._line(position), message, hint)

    @property
    def text(self) -> str:
        """The file."""
        return self._text

    def macro(self, name: str, position: int) -> str:
        """Return what an abbreviation stands for; its own name when nothing defines it."""
        if name.isdigit():
            return name
        value = self._macros.get(name.lower())
        if value is not None:
            return value
        if name.lower() not in self._unknown:
            self._unknown.add(name.lower())
            message = f"no @string defines {name!r}; the word itself was taken"
            self.note("S102", position, message, "define it, or put the value into braces")
        return name


class _Fields:
    """Reads the fields of one entry up to a limit.

    Strict reading counts every brace, as BibTeX does. Lenient reading is for entries that do not
    end that way: a value whose braces do not balance ends before the next line that begins a
    field.
    """

    def __init__(
        self, parser: BibParser, start: int, limit: int, *, is_lenient: bool = False
    ) -> None:
        self._parser = parser
        self._text = parser.text
        self._place = start
        self._limit = limit
        self._is_lenient = is_lenient
        self._body = _Body({}, start)

    def read(self) -> _Body:
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
            self._parser.note("S104", name.start(), message, "delete one of them")
        return True

    def _close(self) -> bool:
        extra = _EXTRA_CLOSE.match(self._text, self._place, self._limit)
        if extra:
            self._parser.doubt("S100", self._place, "a closing brace too many; it was passed over")
        else:
            self._body.is_closed = True
        self._place += 1
        return extra is not None

    def _resume(self) -> bool:
        """Pass over what is no field, to the next field or the entry's end."""
        found = _RESUME.search(self._text, self._place, self._limit)
        end = found.end() if found else self._limit
        lost = " ".join(self._text[self._place : end].split())[:60]
        self._parser.doubt("S101", self._place, f"no field of the form name = value: {lost!r}")
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
        return self._parser.macro(word, start) if word else ""

    def _braced(self) -> str | None:
        start = self._place
        end = self._balanced(_BRACE)
        if self._is_lenient and (end is None or _NEXT_FIELD.search(self._text, start, end)):
            escaped = self._balanced(_UNESCAPED_BRACE)
            next_field = _NEXT_FIELD.search(self._text, start, self._limit)
            if escaped and not (next_field and next_field.start() < escaped):
                end = escaped
            else:
                return self._cut(start, next_field)
            self._parser.doubt("S100", start, "an escaped brace that nothing balances")
        if end is None:
            return None
        self._place = end + 1
        return self._text[start + 1 : end]

    def _balanced(self, braces: re.Pattern[str]) -> int | None:
        depth = 0
        for brace in braces.finditer(self._text, self._place, self._limit):
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
        self._parser.doubt(
            "S100", start, f"a value that does not end; {line_count + 1} lines of it were read"
        )
        return self._text[start + 1 : self._place].rstrip(' \t\n,}"')
