"""The words of papers as numbers, in order: the common ground of counting words and phrases."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

from generator.model.paper import Paper
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS

BREAK = 0
"""Stands where no phrase goes on: at punctuation, addresses, TeX commands, the end of a field."""

FIRST_WORD = 8
"""Telling words have this number or a higher one; hyphens and what tells nothing a lower one."""

_HYPHEN = 1
_BRIDGES = ("of", "to", "in", "by", "on")
_OTHER = 7
_BASE = 8

_TOKEN = re.compile(
    r"""
      \w+://\S+ | \\[A-Za-z]+
    | [^\W_]+
    | (?<=\w)[-\u2010\u2011](?=\w)
    | [.,;:!?()\[\]{}"\u201c\u201d|\n\u2013\u2014-]
    """,
    re.VERBOSE,
)
_HYPHENS = frozenset("-\u2010\u2011")
_TITLE_COUNTS = 2


def _joints() -> dict[int, str]:
    """Return what may stand inside a phrase, by the number that its tokens' numbers spell."""
    joints = {0: " ", _HYPHEN: "-"}
    for number, bridge in enumerate(_BRIDGES, start=_HYPHEN + 1):
        joints[number] = f" {bridge} "
        joints[(_HYPHEN * _BASE + number) * _BASE + _HYPHEN] = f"-{bridge}-"
    return joints


JOINTS = _joints()
"""Joint to text: a blank, a hyphen, or as in mixture of experts and text-to-image."""


class _Numbers(dict[str, int]):
    """The number of each token; a new word gets the number of its folded form."""

    def __init__(self) -> None:
        super().__init__({name: number for number, name in enumerate(_BRIDGES, _HYPHEN + 1)})
        self.folded: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        word = token.lower()
        if not token[0].isalnum() or "://" in token:
            number = _HYPHEN if token in _HYPHENS else BREAK
        elif word in _BRIDGES:
            number = self[word]
        elif word in STOP_WORDS or word.isdecimal() or (len(word) == 1 and word.isascii()):
            number = _OTHER
        else:
            number = self.folded.setdefault(singular(word), FIRST_WORD + len(self.folded))
        self[token] = number
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Texts of papers with each word replaced by the number of its folded form.

    Attributes:
        texts: One a paper, in their order: the title twice, the abstract, the keywords.
        spellings: The most frequent spelling of each word, by its number.
        empty: Numbers of the words that are part of no phrase; see ``telling``.
    """

    texts: tuple[array[int], ...]
    spellings: tuple[str, ...]
    empty: frozenset[int]

    def phrases(self, place: int) -> tuple[array[int], bytes]:
        """Return the pairs of neighbouring telling words in a text, and the joint of each.

        A pair is ``first * len(spellings) + second``.
        """
        pairs, joints = array("q"), bytearray()
        size, empty = len(self.spellings), self.empty
        before = gap = 0
        for number in self.texts[place]:
            if number >= FIRST_WORD:
                is_empty = number in empty
                if before and gap in JOINTS and not is_empty:
                    pairs.append(before * size + number)
                    joints.append(gap)
                before, gap = 0 if is_empty else number, 0
            elif number == BREAK:
                before = 0
            else:
                gap = gap * _BASE + number
        return pairs, bytes(joints)


def read_wording(papers: Iterable[Paper], empty: Set[str]) -> Wording:
    """Number the words of the papers in order of appearance; ``empty`` ones are in no phrase."""
    numbers = _Numbers()
    surfaces: Counter[str] = Counter()
    texts = []
    for paper in papers:
        title, abstract = _TOKEN.findall(paper.title), _TOKEN.findall(paper.abstract)
        # Titles capitalise what running text does not: they show a spelling only without it.
        surfaces.update(abstract or title)
        fields = [title] * _TITLE_COUNTS + [abstract, *map(_TOKEN.findall, paper.keywords)]
        text = array("i")
        for field in fields:
            text.extend(map(numbers.__getitem__, field))
            text.append(BREAK)
        texts.append(text)
    return Wording(
        texts=tuple(texts),
        spellings=_spellings(numbers, surfaces),
        empty=frozenset(numbers.folded[word] for word in empty & numbers.folded.keys()),
    )


def _spellings(numbers: _Numbers, surfaces: Counter[str]) -> tuple[str, ...]:
    """Return each word as it is most often spelled, the first by alphabet among equals."""
    best = {number: (0, word) for word, number in numbers.folded.items()}
    for token, number in numbers.items():
        if number >= FIRST_WORD:
            best[number] = min(best[number], (-surfaces[token], token))
    words = (word for _, word in best.values())
    return (*[""] * FIRST_WORD, *words)
