"""Papers to build from: a file of real ones, or any number of made-up ones."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from pathlib import Path
from zlib import crc32

SEED = 20250311
VOCABULARY = 30_000
SENTENCES = (5, 9)
WORDS = (14, 30)
RARE = 3
STRIDE = 3_001
_SYLLABLES = ("ba", "ce", "di", "fi", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo")


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchPaper:
    """What a benchmark needs of a paper; the year is 0 when unknown, most lack a summary."""

    title: str
    abstract: str
    authors: tuple[str, ...] = ()
    venue: str = ""
    year: int = 0
    keywords: tuple[str, ...] = ()
    summary: str = ""


def papers_of(path: Path, count: int) -> list[BenchPaper]:
    """Return the first papers of a JSON Lines file, maybe gzipped, that have title and abstract.

    Raises:
        ValueError: The file holds fewer.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        usable = (entry for entry in map(json.loads, lines) if _has_text(entry))
        papers = [_paper(entry) for entry in islice(usable, count)]
    if len(papers) < count:
        raise ValueError(f"{path} holds {len(papers)} papers, not {count}")
    return papers


def _has_text(entry: dict[str, object]) -> bool:
    return bool(entry.get("title") and entry.get("abstract"))


def _paper(entry: dict[str, object]) -> BenchPaper:
    """Return a record with every text on one line: seeds are written line by line."""
    return BenchPaper(
        title=_line(entry["title"]),
        abstract=_line(entry["abstract"]),
        authors=_lines(entry.get("authors")),
        venue=_line(entry.get("venue") or ""),
        year=int(str(entry.get("year") or 0)),
        keywords=_lines(entry.get("keywords")),
        summary=_line(entry.get("tldr") or ""),
    )


def _line(value: object) -> str:
    return " ".join(str(value).split())


def _lines(value: object) -> tuple[str, ...]:
    return tuple(map(_line, value)) if isinstance(value, list) else ()


def made_up_papers(count: int) -> list[BenchPaper]:
    """Return papers of invented words, the same ones every time.

    Words follow Zipf's law (the n-th most frequent has a share of about 1/n), as those of real
    abstracts do, so that the search index grows as it would with real ones.
    """
    dice = random.Random(SEED)  # noqa: S311  # repeatable, not secret
    words = _invented_words(dice)
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def some(low: int, high: int) -> list[str]:
        return dice.choices(words, cum_weights=weights, k=dice.randint(low, high))

    def sentence() -> str:
        return " ".join(some(*WORDS)).capitalize() + "."

    return [
        BenchPaper(
            title=" ".join(some(5, 12)).title() + f" {number}",
            abstract=" ".join(sentence() for _ in range(dice.randint(*SENTENCES))),
            authors=tuple(" ".join(some(2, 2)).title() for _ in range(dice.randint(1, 6))),
            venue="Invented Letters",
            year=dice.randint(2015, 2025),
            keywords=tuple(some(2, 4)),
        )
        for number in range(1, count + 1)
    ]


def _invented_words(dice: random.Random) -> list[str]:
    def syllables() -> Iterator[str]:
        for _ in range(dice.randint(1, 4)):
            yield dice.choice("bcdfghklmnprstvwz") + dice.choice(
                ["a", "e", "i", "o", "u", "ea", "ou"]
            )
        yield dice.choice(["", "n", "r", "s", "t", "l"])

    return list(dict.fromkeys("".join(syllables()) for _ in range(VOCABULARY * 3)))[:VOCABULARY]


def more_papers(papers: Sequence[BenchPaper], count: int) -> list[BenchPaper]:
    """Return so many papers made of real ones: first these themselves, then mixtures of them.

    A mixture has the first half of the title and sentences of one paper and the second half of
    another's, so it is about what two of them are about. Half of the rare words are others in each
    round, so that the vocabulary grows as it would.
    """
    frequency = Counter(word for paper in papers for word in set(paper.abstract.split()))
    rare = {word for word, papers_with in frequency.items() if papers_with <= RARE}
    mixed = list(papers[:count])
    while len(mixed) < count:
        turn, place = divmod(len(mixed), len(papers))
        other = papers[(place + turn * STRIDE) % len(papers)]
        mixed.append(_mixture(papers[place], other, rare, turn))
    return mixed


def _mixture(one: BenchPaper, other: BenchPaper, rare: Set[str], turn: int) -> BenchPaper:
    def changed(word: str) -> str:
        kept = word not in rare or crc32(f"{turn} {word}".encode()) % 2
        return word if kept else word[:1] + _SYLLABLES[turn % len(_SYLLABLES)] + word[1:]

    sentences = _half(one.abstract.split(". "), other.abstract.split(". "))
    return replace(
        one,
        title=" ".join(_half(one.title.split(), other.title.split())),
        abstract=" ".join(map(changed, ". ".join(sentences).split())),
        authors=tuple(_half(one.authors, other.authors)),
    )


def _half(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return the first half of one sequence and the second half of another."""
    return [*first[: (len(first) + 1) // 2], *second[(len(second) + 1) // 2 :]]
