"""What a reader typed, as clauses; ``static/js/search/query.js`` reads it the same way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.emit.lunr.tokens import STOP_WORDS, WHITE_SPACE, chunks
from generator.emit.search_words import Word, read_chunk

_ENDS_BLANK = re.compile(f"[{WHITE_SPACE}]\\Z")
_ONE_CODE_POINT = re.compile("[0-9a-f]+_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One word that a paper should hold.

    Attributes:
        plain: The word in plain letters.
        forms: The ways in which a text may write it, unstemmed, best first.
        source: The run of text it was typed in.
        open: Whether it may be the beginning of a longer word.
    """

    plain: str
    forms: tuple[str, ...]
    source: str
    open: bool


def parse_query(text: str) -> tuple[Clause, ...]:
    """Return one clause for each different word, in order.

    Stop words count only when there is nothing else; the last word may be half typed. Signs of
    other query languages are read as blanks.
    """
    words = [(word, source) for source in chunks(text) for word in read_chunk(source)]
    telling = [(word, source) for word, source in words if word.plain not in STOP_WORDS]
    last = words[-1][0] if words and not _ENDS_BLANK.search(text) else None
    clauses: dict[str, Clause] = {}
    for word, source in telling or words[-1:]:
        known = clauses.get(word.plain)
        is_open = word is last or bool(_ONE_CODE_POINT.fullmatch(word.plain))
        clauses[word.plain] = Clause(
            plain=word.plain,
            forms=_forms(word, known.forms if known else ()),
            source=source,
            open=is_open or (known is not None and known.open),
        )
    return tuple(clauses.values())


def _forms(word: Word, known: tuple[str, ...]) -> tuple[str, ...]:
    forms = dict.fromkeys((*known, word.plain, word.token, word.joined))
    return tuple(form for form in forms if form and form not in STOP_WORDS)
