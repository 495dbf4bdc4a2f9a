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

from generator.curate.wording import singular
from generator.resources import shipped
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
    """

    empty: frozenset[str]
    plain: frozenset[str]


@cache
def dull_words() -> DullWords:
    """Return the shipped list."""
    lists = json.loads((shipped("weights") / "dull_words.json").read_text(encoding="utf-8"))
    return DullWords(empty=frozenset(lists["empty"]), plain=frozenset(lists["plain"]))


@cache
def is_telling(term: str) -> bool:
    """Tell whether a term, as printed, names a subject that two papers can have in common.

    A phrase does when none of its words is empty; a single word when it is not plain either, and
    no form of a verb or adverb, as far as its ending shows.
    """
    dull = dull_words()
    words = [singular(word) for word in _WORD.findall(term.lower())]
    telling = [word for word in words if word not in STOP_WORDS]
    if not telling or any(word in dull.empty for word in telling):
        return False
    if len(telling) > 1:
        return True
    word = telling[0]
    is_form = term == term.lower() and len(word) > _LONG and word.endswith(_FORMS)
    return word not in dull.plain and not is_form
