"""Tells a pasted digest page from any other text.

Headed prose, licences and change logs look like titles and abstracts too, so a page must show that
it is one: by a date, a curator, an invitation to subscribe, buttons, or by long abstracts that
follow their titles without exception.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.sources.page_cards import Card, take_apart
from generator.sources.page_layout import assign_roles
from generator.sources.page_lines import PageLine, Role, ends_sentence

_SAMPLE = 24_000  # characters; enough to tell a digest page
_OTHER_FORMAT = re.compile(
    r"\s*(?:\{|\[\s*[\[{\"\d]|<[?!a-zA-Z]|@\w+\s*[{(]|%|#|---\s*\n|TY  ?-|PMID-|\\\\)"
)
_LABELLED = re.compile(
    r"^(?:title|authors?|abstract|summary|pdf|url|date|categories|keywords|doi|[A-Z][A-Z0-9]{1,3} )"
    r"\s*[:-]\s",
    re.IGNORECASE | re.MULTILINE,
)
_TITLE = re.compile(r"[\w\"'“‘(\[$¿¡?!☀-➿\U0001f000-\U0001faff\\].*[^,;:{}=|\s]")
_LISTED = re.compile(r"(?:\d+[.)]|\(?[a-z0-9]\)|[ivx]+\.)\s")
_ABSTRACT = re.compile(r"[\"'“‘(\[$\\]*[^\W_]")
_MARKS = frozenset({Role.DATE, Role.CURATOR, Role.INVITATION})
# Shortest mean abstract, in characters, that makes a page with so many marks believable.
_MEAN_BY_MARKS = {0: 400, 1: 120, 2: 40}


def is_digest_page(text: str) -> bool:
    """Tell whether a text is a page of titles and abstracts."""
    sample = text[:_SAMPLE]
    if _OTHER_FORMAT.match(sample) or len(_LABELLED.findall(sample)) > 1:
        return False
    lines = assign_roles(sample)
    cards = [card for edition in take_apart(lines).editions for card in edition.cards]
    if not cards or sum(map(_is_plausible, cards)) < 0.8 * len(cards):
        return False
    if _misfits(lines) > 0.25 * len(cards) + 1:
        return False
    marks = _marks(lines)
    mean = sum(len(card.abstract) for card in cards) / len(cards)
    return len(cards) + marks >= 2 and mean >= _MEAN_BY_MARKS[min(marks, 2)]


def _marks(lines: Sequence[PageLine]) -> int:
    buttons = any(
        line.role is Role.CHROME and any(char.isalpha() for char in line.text) for line in lines
    )
    return len({line.role for line in lines} & _MARKS) + buttons


def _misfits(lines: Sequence[PageLine]) -> int:
    """Count the runs of lines that fit nowhere, short ones aside, and further paragraphs."""
    misfits = 0
    for before, line in pairwise(lines):
        new_paragraph = line.role is Role.ABSTRACT_MORE and before.role is Role.BLANK
        stray = line.role is Role.STRAY and before.role is not Role.STRAY
        misfits += new_paragraph or (stray and len(line.text.split()) > 3)
    return misfits


def _is_plausible(card: Card) -> bool:
    """Tell whether a card could be a paper's: a heading, and prose in whole sentences."""
    if not _TITLE.fullmatch(card.title) or _LISTED.match(card.title):
        return False
    letters = sum(map(str.isalpha, card.abstract)) + card.abstract.count(" ")
    return (
        _ABSTRACT.match(card.abstract) is not None
        and ends_sentence(card.abstract)
        and letters >= 0.85 * len(card.abstract)
    )
