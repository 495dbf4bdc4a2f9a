"""The syntax of BibTeX files: entries with their fields, whatever is broken around them.

Grammar: O. Patashnik, "BibTeXing", 1988, and its superset in the manual of biblatex. Neither
bibtexparser nor pybtex is used: on real files they lose entries in parentheses, entries behind an
unbalanced brace or those without a key, and the lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.sources.bibtex_fields import BibBody, BibFields, BibText, Macros
from generator.sources.fields import Findings

_ENTRY = re.compile(r"(?<![\w.@\\])@[ \t]*(?P<type>[A-Za-z][\w+-]*)\s*(?P<open>[{(])")
_START = re.compile(r"^(?P<indent>[ \t]*)@[ \t]*[A-Za-z][\w+-]*[ \t]*[{(]", re.MULTILINE)
_KEY = re.compile(r'\s*+(?P<key>[^,={}"\n%#]*+)\s*+(?:,|(?=[})]))')
_KEY_WITHOUT_COMMA = re.compile(r'\s*(?P<key>[^\s,={}"%#]+)[ \t]*\n(?=\s*[A-Za-z][\w:+./-]*\s*=)')
_NESTED_STARTS = 3  # lines like an entry's first that a field may hold as its text
_NO_ENTRY = frozenset({"comment", "preamble", "string"})


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


class BibParser:
    """Reads one file.

    Args:
        text: Its text.
        findings: Where doubts are noted.
        macros: Abbreviations known without ``@string``, by lower-case name.
    """

    def __init__(self, text: str, findings: Findings, macros: Macros) -> None:
        self._bib = BibText(text, findings, macros)
        self._text = text
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
                self._bib.macros.update(body.fields)
                position = body.end
            else:
                position = self._skipped(match)
        return found

    def _is_commented(self, position: int) -> bool:
        line_start = self._text.rfind("\n", 0, position) + 1
        return self._text[line_start:position].lstrip().startswith("%")

    def _skipped(self, match: re.Match[str]) -> int:
        """Return the end of a comment or preamble; a broken one ends where an entry begins."""
        start = match.start("open")
        in_parentheses = self._text.find(")", start) if match["open"] == "(" else -1
        end = self._bib.closes.get(start, in_parentheses)
        return end + 1 if end >= 0 else self._limits(match.start())[0]

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
        line = self._bib.line(match.start())
        return BibEntry(type=kind, key=key, line=line, fields=body.fields), body.end

    def _body(self, match: re.Match[str]) -> tuple[str, BibBody]:
        start = match.end()
        key = ""
        if match["type"].lower() != "string":
            found = _KEY.match(self._text, start) or _KEY_WITHOUT_COMMA.match(self._text, start)
            if found:
                key, start = found["key"].strip(), found.end()
        limits = self._limits(match.start())
        problems = self._bib.findings.diagnostics
        noted = len(problems)
        for limit in limits:
            body = BibFields(self._bib, start, limit).read()
            if body.is_closed:
                return key, body
            del problems[noted:]
            if not body.is_inside_value:
                break
        body = BibFields(self._bib, start, limits[0], is_lenient=True).read()
        if not body.is_closed and len(problems) == noted:
            name = f"the entry {key!r}" if key else "the entry"
            self._bib.doubt(
                "S100", match.start(), f"{name} does not end; it was read to the next one"
            )
        return key, body
