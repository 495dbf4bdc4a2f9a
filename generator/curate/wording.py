"""The words of papers as numbers, in order: the common ground of counting words and phrases.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.curate.rows import Integers, spread_out
from generator.model.paper import Paper
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS

FIRST_WORD = 8
"""Telling words have this number or a higher one; hyphens and what tells nothing a lower one."""

_BREAK = 0
"""Stands where no phrase goes on: at punctuation, addresses, TeX commands, the end of a field."""

_HYPHEN = 1
_BRIDGES = ("of", "to", "in", "by", "on")
_OTHER = 7
_HYPHENED = 8

_TOKEN = re.compile(
    r"""
      \w+://\S+ | \\[A-Za-z]+
    | [^\W_]+
    | (?<=\w)[-\u2010\u2011](?=\w)
    | [.,;:!?()\[\]{}"\u201c\u201d|\u2013\u2014-]
    """,
    re.VERBOSE,
)
_HYPHENS = frozenset("-\u2010\u2011")
_TITLE_COUNTS = 2


def _joints() -> dict[int, str]:
    """Return what may stand inside a phrase, by the number of its joint."""
    joints = {0: " ", _HYPHEN: "-"}
    for number, bridge in enumerate(_BRIDGES, start=_HYPHEN + 1):
        joints[number] = f" {bridge} "
        joints[_HYPHENED + number] = f"-{bridge}-"
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
            number = _HYPHEN if token in _HYPHENS else _BREAK
        elif word in _BRIDGES:
            number = self[word]
        elif word in STOP_WORDS or word.isdecimal() or (len(word) == 1 and word.isascii()):
            number = _OTHER
        else:
            number = self.folded.setdefault(singular(word), FIRST_WORD + len(self.folded))
        self[token] = number
        return number


class _Order(dict[str, int]):
    """The place of each string in the order in which they were first met."""

    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        return place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Texts with each word replaced by the number of its folded form.

    Attributes:
        owners: Place of the paper that each word stands in, for each telling word of all texts:
            the abstract, the title twice, the keywords.
        words: The number of each of those words.
        phrases: Each pair of neighbouring words that make a phrase, as
            ``first * len(spellings) + second``, in the order of the texts.
        joints: What stands between them; see ``JOINTS``.
        phrase_owners: Place of the paper of each phrase.
        chained: Whether each phrase begins with the word that ends the one before.
        spellings: The most frequent spelling of each word, by its number.
        numbers: The number of each word, by its folded form.
    """

    owners: Integers
    words: Integers
    phrases: Integers
    joints: Integers
    phrase_owners: Integers
    chained: NDArray[np.bool_]
    spellings: tuple[str, ...]
    numbers: Mapping[str, int]


def read_wording(papers: Iterable[Paper], empty: Set[str]) -> Wording:
    """Number the words of the papers; ``empty`` ones are in no phrase.

    Texts are cut at white space first: there are far fewer different pieces than pieces, and each
    needs to be cut into tokens only once.
    """
    order = _Order()
    listed = list(papers)
    # Titles capitalise what running text does not: they show a spelling only without it.
    shown, shown_lengths = _pieces((p.abstract or p.title for p in listed), order)
    rest, rest_lengths = _pieces(map(_beside_abstract, listed), order)
    pieces = np.concatenate([shown, rest])
    places = np.arange(len(listed))
    owners = np.repeat(np.concatenate([places, places]), np.append(shown_lengths, rest_lengths))
    ends, found, surfaces = _tokens(order)
    numbers = _Numbers()
    meaning = np.array([numbers[surface] for surface in surfaces], dtype=np.int64)[found]
    counts = np.bincount(shown, minlength=len(order))
    frequency = np.bincount(
        found, weights=np.repeat(counts, np.diff(ends)), minlength=len(surfaces)
    )
    spellings = _spellings(numbers, dict(zip(surfaces, frequency.tolist(), strict=True)))
    entries, lengths = spread_out(ends, pieces)
    words = meaning[entries]
    dull = np.zeros(len(spellings), dtype=bool)
    dull[[numbers.folded[word] for word in empty & numbers.folded.keys()]] = True
    return _wording(words, np.repeat(owners, lengths), dull, spellings, numbers.folded)


def _beside_abstract(paper: Paper) -> str:
    titles = [paper.title] * (_TITLE_COUNTS if paper.abstract else _TITLE_COUNTS - 1)
    return " | ".join(["", *titles, *paper.keywords])


def _pieces(texts: Iterable[str], order: _Order) -> tuple[Integers, Integers]:
    """Return the places of the pieces of all texts, and how many each text has."""
    pieces, lengths = array("i"), array("i")
    for text in texts:
        before = len(pieces)
        pieces.extend(map(order.__getitem__, f"{text} |".replace("\n", " | ").split()))
        lengths.append(len(pieces) - before)
    return np.array(pieces, dtype=np.int64), np.array(lengths, dtype=np.int64)


def _tokens(pieces: Iterable[str]) -> tuple[Integers, Integers, list[str]]:
    """Return where the tokens of each piece begin and end, what they are, and the distinct ones."""
    surfaces = _Order()
    found, ends = array("i"), array("i", [0])
    for piece in pieces:
        found.extend(map(surfaces.__getitem__, _TOKEN.findall(piece)))
        ends.append(len(found))
    return np.array(ends, dtype=np.int64), np.array(found, dtype=np.int64), list(surfaces)


def _wording(
    tokens: Integers,
    owners: Integers,
    dull: NDArray[np.bool_],
    spellings: tuple[str, ...],
    numbers: Mapping[str, int],
) -> Wording:
    telling = np.flatnonzero(tokens >= FIRST_WORD)
    words, owners = tokens[telling], owners[telling]
    joints = _joints_between(tokens, telling)
    joined = (joints >= 0) & ~dull[words[:-1]] & ~dull[words[1:]]
    starts = np.flatnonzero(joined)
    return Wording(
        owners=owners,
        words=words,
        phrases=words[starts] * len(spellings) + words[starts + 1],
        joints=joints[starts],
        phrase_owners=owners[starts],
        chained=np.append(False, np.diff(starts) == 1)[: len(starts)],
        spellings=spellings,
        numbers=numbers,
    )


def _joints_between(tokens: Integers, telling: Integers) -> Integers:
    """Return what joins each telling word to the next; -1 where nothing does."""
    first, apart = telling[:-1], np.diff(telling)
    joints = np.where(apart == 1, 0, -1)
    one = np.flatnonzero(apart == 2)
    middle = tokens[first[one] + 1]
    joints[one] = np.where((middle > _BREAK) & (middle < _OTHER), middle, -1)
    three = np.flatnonzero(apart == 4)
    place = first[three]
    middle = tokens[place + 2]
    hyphened = (tokens[place + 1] == _HYPHEN) & (tokens[place + 3] == _HYPHEN)
    bridged = hyphened & (middle > _HYPHEN) & (middle < _OTHER)
    joints[three] = np.where(bridged, _HYPHENED + middle, -1)
    return joints


def _spellings(numbers: _Numbers, frequency: dict[str, float]) -> tuple[str, ...]:
    """Return each word as it is most often spelled, the first by alphabet among equals."""
    best = {number: (0.0, word) for word, number in numbers.folded.items()}
    for token, number in numbers.items():
        if number >= FIRST_WORD:
            best[number] = min(best[number], (-frequency.get(token, 0.0), token))
    words = (word for _, word in best.values())
    return (*[""] * FIRST_WORD, *words)
