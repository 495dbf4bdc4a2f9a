"""The words of papers as numbers, in order: the common ground of counting words and phrases.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.curate.rows import Integers, Shorts, spread_out
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
_TEXTS = 2_000


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

    owners: Shorts
    words: Shorts
    phrases: Integers
    joints: NDArray[np.int8]
    phrase_owners: Shorts
    chained: NDArray[np.bool_]
    spellings: tuple[str, ...]
    numbers: Mapping[str, int]


def read_wording(papers: Iterable[Paper], empty: Set[str]) -> Wording:
    """Number the words of the papers; ``empty`` ones are in no phrase.

    Texts are cut at white space first: there are far fewer different pieces than pieces, and each
    needs to be cut into tokens only once. What the pieces mean is looked up for some thousand
    texts at a time, so that memory holds little beside the answer.
    """
    order = _Order()
    listed = list(papers)
    # Titles capitalise what running text does not: they show a spelling only without it.
    shown, shown_lengths = _pieces((p.abstract or p.title for p in listed), order)
    rest, rest_lengths = _pieces(map(_beside_abstract, listed), order)
    ends, found, surfaces = _tokens(order)
    numbers = _Numbers()
    meaning = np.array([numbers[surface] for surface in surfaces], dtype=np.int32)[found]
    counts = np.bincount(shown, minlength=len(order))
    frequency = np.bincount(
        found, weights=np.repeat(counts, np.diff(ends)), minlength=len(surfaces)
    )
    spellings = _spellings(numbers, dict(zip(surfaces, frequency.tolist(), strict=True)))
    dull = np.zeros(len(spellings), dtype=bool)
    dull[[numbers.folded[word] for word in empty & numbers.folded.keys()]] = True
    runs = [
        _run(meaning, ends, pieces, lengths, dull, start)
        for pieces, lengths in ((shown, shown_lengths), (rest, rest_lengths))
        for start in range(0, max(len(listed), 1), _TEXTS)
    ]
    columns = (np.concatenate(column) for column in zip(*runs, strict=True))
    owners, words, phrases, joints, phrase_owners, chained = columns
    return Wording(
        owners=owners,
        words=words,
        phrases=phrases,
        joints=joints,
        phrase_owners=phrase_owners,
        chained=chained,
        spellings=spellings,
        numbers=numbers.folded,
    )


def _beside_abstract(paper: Paper) -> str:
    titles = [paper.title] * (_TITLE_COUNTS if paper.abstract else _TITLE_COUNTS - 1)
    return " | ".join(["", *titles, *paper.keywords])


def _pieces(texts: Iterable[str], order: _Order) -> tuple[Shorts, Integers]:
    """Return the places of the pieces of all texts, and where each text's begin and end."""
    pieces, ends = array("i"), array("q", [0])
    for text in texts:
        pieces.extend(map(order.__getitem__, f"{text} |".replace("\n", " | ").split()))
        ends.append(len(pieces))
    return np.frombuffer(pieces, dtype=np.int32), np.frombuffer(ends, dtype=np.int64)


def _tokens(pieces: Iterable[str]) -> tuple[Integers, Integers, list[str]]:
    """Return where the tokens of each piece begin and end, what they are, and the distinct ones."""
    surfaces = _Order()
    found, ends = array("i"), array("i", [0])
    for piece in pieces:
        found.extend(map(surfaces.__getitem__, _TOKEN.findall(piece)))
        ends.append(len(found))
    return np.array(ends, dtype=np.int64), np.array(found, dtype=np.int64), list(surfaces)


def _run(
    meaning: Shorts,
    tokens: Integers,
    pieces: Shorts,
    texts: Integers,
    dull: NDArray[np.bool_],
    start: int,
) -> tuple[NDArray[Any], ...]:
    """Return the columns of ``Wording`` for a run of texts; no phrase goes beyond a text's end.

    Args:
        meaning: The number of each token of each piece.
        tokens: Where the tokens of each piece begin and end.
        pieces: The pieces of all texts.
        texts: Where the pieces of each text begin and end.
        dull: Which words are in no phrase.
        start: The first text.
    """
    ends = texts[start : start + _TEXTS + 1]
    entries, lengths = spread_out(tokens, pieces[ends[0] : ends[-1]])
    places = np.arange(start, start + len(ends) - 1, dtype=np.int32)
    owners = np.repeat(np.repeat(places, np.diff(ends)), lengths)
    read = meaning[entries]
    telling = np.flatnonzero(read >= FIRST_WORD)
    words, owners = read[telling], owners[telling]
    joints = _joints_between(read, telling)
    starts = np.flatnonzero((joints >= 0) & ~dull[words[:-1]] & ~dull[words[1:]])
    chained = np.append(False, np.diff(starts) == 1)[: len(starts)]
    phrases = words[starts].astype(np.int64) * len(dull) + words[starts + 1]
    return owners, words, phrases, joints[starts].astype(np.int8), owners[starts], chained


def _joints_between(tokens: Shorts, telling: Integers) -> Integers:
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
