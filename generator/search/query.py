"""What a reader typed, as clauses: words, "phrases", field:, +must, -not, ``*``, ~1 and ^2.

What cannot be read so is read as plain words; ``static/js/search/query.js`` reads the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.emit.lunr.tokens import STOP_WORDS, WHITE_SPACE, chunks
from generator.emit.search_words import Word, fold, read_chunk
from generator.search.identifiers import read_identifier

_FIELDS = {"title": "title", "author": "authors", "authors": "authors", "abstract": "abstract"} | {
    "topic": "topics", "topics": "topics", "venue": "venue", "year": "year", "system": "system"
}  # fmt: skip
_TAIL = r"((?:~[0-9]?|\^[0-9]+(?:\.[0-9]+)?)*)"
_ITEM = re.compile(
    f'([+-]?)(?:([A-Za-z]+):)?"([^"]*[^"{WHITE_SPACE}][^"]*)"{_TAIL}(?![^{WHITE_SPACE}])'
    f"|[^{WHITE_SPACE}]+"
)
_PART = re.compile(rf"\A([+-]?)(?:([A-Za-z]+):)?(.+?){_TAIL}\Z", re.DOTALL)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_SLIPS = re.compile("~([0-9]?)")
_BOOST = re.compile(r"\^([0-9.]+)")
_PATTERN = re.compile(r"[a-z0-9]+\*[a-z0-9*]*").fullmatch
_ENDS_BLANK = re.compile(f"[{WHITE_SPACE}]\\Z")
_ONE_CODE_POINT = re.compile("[0-9a-f]+_").fullmatch
_ASKS = re.compile(
    f"^[{WHITE_SPACE}]*(?:are|can|could|did|do|does|how|is|should|was|what|when|where|which|who"
    f"|why|will)[{WHITE_SPACE}]|\\?[{WHITE_SPACE}]*\\Z",
    re.IGNORECASE | re.ASCII,
)
_FILLER_WORDS = """
    best better find found give good help know known make makes making need needs paper
    papers really research show shown study tell there thing things understand use used
    uses using way ways without work works
"""
_FILLERS = frozenset(_FILLER_WORDS.split())
_MOST_SLIPS = 2
_MOST_BOOST = 100.0
_FILLER_BOOST = 0.3


class Presence(StrEnum):
    """Whether a paper should, must or must not hold a clause."""

    SHOULD = "should"
    MUST = "must"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One word, or one phrase, that a paper should hold.

    Attributes:
        words: One (several times when typed in several ways), or those of a phrase in order.
        source: As typed.
        presence: Whether papers without it are left out, or those with it.
        field: A field of the index; empty: any.
        boost: How much it counts beside the others; 1.0 unless asked for.
        slips: Letters that may differ, if asked for; else 0.
        pattern: Plain letters with ``*``, if asked for; else empty.
        open: Whether it may be the beginning of a longer word.
        phrase: Whether its words must stand as typed.
    """

    words: tuple[Word, ...]
    source: str
    presence: Presence = Presence.SHOULD
    field: str = ""
    boost: float = 1.0
    slips: int = 0
    pattern: str = ""
    open: bool = False
    phrase: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways in which a text may write its words, unstemmed, best first."""
        telling = [word for word in self.words if word.plain not in STOP_WORDS] or self.words
        forms = [form for word in telling for form in (word.plain, word.token, word.joined)]
        return tuple(dict.fromkeys(form for form in forms if form and form not in STOP_WORDS))

    @property
    def is_bare(self) -> bool:
        """Whether it is a word that may be half typed."""
        has_sign = self.phrase or self.pattern or self.slips or self.source.endswith('"')
        return not has_sign


def parse_query(text: str, *, plain: bool = False) -> tuple[Clause, ...]:
    """Return one clause for each different word or phrase, in order.

    Stop words count only when there is nothing else; the words that merely make a question count
    little; the last may be half typed.

    Args:
        text: What was typed.
        plain: Signs mean nothing.
    """
    read = [c for chunk in chunks(text) for c in _words(chunk, chunk)] if plain else _items(text)
    if not plain and all(clause.presence is Presence.NOT for clause in read):
        return parse_query(text, plain=True)
    if read and read[-1].is_bare and not _ENDS_BLANK.search(text):
        read[-1] = replace(read[-1], open=True)
    telling = [c for c in read if any(word.plain not in STOP_WORDS for word in c.words)]
    kept = _merged(telling or read[-1:])
    return tuple(map(_asked, kept) if _ASKS.search(text) else kept)


def _items(text: str) -> list[Clause]:
    clauses: list[Clause] = []
    for found in _ITEM.finditer(text.translate(_QUOTES)):
        sign, name, quoted, tail = found.groups()
        if quoted is None or (name and name.lower() not in _FIELDS):
            clauses += _part(found[0])
        elif words := tuple(word for chunk in chunks(quoted) for word in read_chunk(chunk)):
            meant = _signs(sign or "+", name or "", tail)
            clauses.append(replace(meant, words=words, source=found[0], phrase=len(words) > 1))
    return clauses


def _part(chunk: str) -> Iterator[Clause]:
    for sign, name, body, tail in _PART.findall(chunk):  # one, for any chunk
        if name.lower() in _FIELDS or not name:
            yield from _words(body, chunk, _signs(sign, name, tail))
        else:
            yield from _words(f"{name}:{body}", chunk, _signs(sign, "", tail))


def _signs(sign: str, name: str, tail: str) -> Clause:
    """Return a clause without words that means what the signs say."""
    slips, boost = _SLIPS.search(tail), _BOOST.search(tail)
    return Clause(
        words=(),
        source="",
        presence={"+": Presence.MUST, "-": Presence.NOT}.get(sign, Presence.SHOULD),
        field=_FIELDS[name.lower()] if name else "",
        slips=min(int(slips[1] or 1), _MOST_SLIPS) if slips else 0,
        boost=min(float(boost[1]), _MOST_BOOST) if boost else 1.0,
    )


def _words(body: str, source: str, meant: Clause | None = None) -> Iterator[Clause]:
    blank = meant or Clause(words=(), source="")
    letters = fold(body)
    if _PATTERN(letters):
        word = Word(letters.partition("*")[0], "")
        yield replace(blank, words=(word,), source=source, pattern=letters)
        return
    for words in read_identifier(body):
        is_open = len(words) == 1 and bool(_ONE_CODE_POINT(words[0].plain))
        yield replace(blank, words=words, source=source, open=is_open)


def _merged(clauses: Iterable[Clause]) -> list[Clause]:
    """Make the same word twice one word, by whichever token a text may write it."""
    known: dict[tuple[object, ...], Clause] = {}
    for clause in clauses:
        plain = " ".join(word.plain for word in clause.words)
        key = (clause.presence, clause.field, clause.phrase, clause.pattern, plain)
        before = known.get(key)
        if before is not None:
            words = dict.fromkeys((*before.words, *clause.words))
            known[key] = replace(
                before,
                words=before.words if clause.phrase else tuple(words),
                open=before.open or clause.open,
            )
        else:
            known[key] = clause
    return list(known.values())


def _asked(clause: Clause) -> Clause:
    may_fill = clause.presence is Presence.SHOULD and not clause.phrase
    if may_fill and clause.words[0].plain in _FILLERS:
        return replace(clause, boost=clause.boost * _FILLER_BOOST)
    return clause
