"""Known-item questions: each is made of one paper, which a good search shows first.

Kinds, for each sampled paper: three to five telling words of the title; the five rarest words of
the author's own one-line summary, where the corpus has one; the title question with one slip in a
word, never in its first letter; the first author's last name with a title word; the title question
with its last word half typed.
"""

from __future__ import annotations

import math
import random
import re
import string
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.corpus import BenchPaper
from generator.emit.lunr.tokens import STOP_WORDS

KINDS = ("title", "summary", "typo", "author", "prefix")

_SEED = 20250311
_WORD = re.compile(r"[^\W\d_]{3,}")
_TITLE_WORDS = (3, 5)
_SUMMARY_WORDS = 5
_LONG = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is typed, of which kind, and the place of the paper that is meant."""

    kind: str
    text: str
    target: int


def questions(papers: Sequence[BenchPaper], sample: int) -> list[Question]:
    """Return questions about a sample of papers, half of them with summaries if so many are."""
    dice = random.Random(_SEED)  # noqa: S311  # repeatable, not secret
    usable = [place for place, paper in enumerate(papers) if _is_usable(paper)]
    summarised = [
        place for place in usable if len(telling(papers[place].summary)) >= _SUMMARY_WORDS
    ]
    others = [place for place in usable if not papers[place].summary]
    half = min(sample // 2, len(summarised))
    chosen = dice.sample(summarised, half) + dice.sample(others, min(sample - half, len(others)))
    frequency = Counter(
        word for paper in papers for word in set(telling(f"{paper.title} {paper.abstract}"))
    )
    return [
        Question(kind=kind, text=text, target=place)
        for place in chosen
        for kind, text in _about(papers[place], frequency, dice)
    ]


def telling(text: str) -> list[str]:
    """Return the different words of a text that are no stop words, in lower case."""
    words = _WORD.findall(text.lower())
    return [word for word in dict.fromkeys(words) if word not in STOP_WORDS]


def slip(word: str, dice: random.Random) -> str:
    """Return the word with a letter left out, put in, exchanged or swapped, not the first."""
    place = dice.randrange(1, len(word) - 1)
    letter = dice.choice([other for other in string.ascii_lowercase if other != word[place]])
    before, here, behind = word[:place], word[place], word[place + 1 :]
    slips = [before + behind, before + letter + here + behind, before + letter + behind]
    swapped = before + behind[0] + here + behind[1:]
    return dice.choice([*slips, swapped] if swapped != word else slips)


def _is_usable(paper: BenchPaper) -> bool:
    words = telling(paper.title)
    return len(words) >= _TITLE_WORDS[0] and any(map(_is_long, words)) and bool(paper.authors)


def _is_long(word: str) -> bool:
    return len(word) >= _LONG


def _about(
    paper: BenchPaper, frequency: Counter[str], dice: random.Random
) -> Iterator[tuple[str, str]]:
    words = telling(paper.title)
    count = min(len(words), dice.randint(*_TITLE_WORDS))
    picked = [words[place] for place in sorted(dice.sample(range(len(words)), count))]
    yield "title", " ".join(picked)
    known = [word for word in telling(paper.summary) if frequency[word]]
    if len(known) >= _SUMMARY_WORDS:
        rarest = sorted(known, key=lambda word: (math.log(frequency[word]), word))
        kept = set(rarest[:_SUMMARY_WORDS])
        yield "summary", " ".join(word for word in known if word in kept)
    longest = max(range(count), key=lambda place: len(picked[place]))
    yield (
        "typo",
        " ".join(slip(word, dice) if i == longest else word for i, word in enumerate(picked)),
    )
    name = _WORD.findall(paper.authors[0].lower())
    if name:
        yield "author", f"{name[-1]} {dice.choice(words)}"
    last = dice.choice([word for word in words if _is_long(word)])
    rest = [word for word in picked if word != last][: count - 1]
    yield "prefix", " ".join([*rest, last[: dice.randint(4, len(last) - 1)]])
