"""Which terms are worth printing as what two papers have in common.

Words such as *exemplified* or *designed* occur in abstracts of every kind. Which ones was counted
once over many abstracts (``training/dull_words.py``): the papers that share such a word are hardly
more alike than any two papers.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from generator.resources import shipped
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_FORMS = ("ed", "ly", "ing")
_LONG = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DullWords:
    """Words, without plural endings, that name no subject.

    Attributes:
        empty: Not even as a part of a phrase.
        plain: Only as a part of one: ``detection`` names none, ``object detection`` does.
        phrases: Pairs of plain words that name none either: ``extensive experiment``.
    """

    empty: frozenset[str]
    plain: frozenset[str]
    phrases: frozenset[str]


@cache
def dull_words() -> DullWords:
    """Return the shipped lists."""
    lists = json.loads((shipped("weights") / "dull_words.json").read_text(encoding="utf-8"))
    return DullWords(**{name: frozenset(words) for name, words in lists.items()})


def telling_words(term: str) -> list[str]:
    """Return the words of a term, folded, without stop words and numbers."""
    words = [singular(word) for word in _WORD.findall(term.lower())]
    return [word for word in words if word not in STOP_WORDS and not word.isdecimal()]


@cache
def is_telling(term: str) -> bool:
    """Tell whether a term, as printed, names a subject that two papers can have in common.

    A phrase does unless one of its words is empty. A single word does unless it is plain, or a
    form of a verb or an adverb, as far as its ending shows.
    """
    dull = dull_words()
    words = telling_words(term)
    if not words or not dull.empty.isdisjoint(words):
        return False
    if len(words) > 1:
        return " ".join(words) not in dull.phrases
    is_form = term == term.lower() and len(term) > _LONG and words[0].endswith(_FORMS)
    return words[0] not in dull.plain and not is_form
