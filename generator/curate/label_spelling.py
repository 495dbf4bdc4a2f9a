"""How the name of a discovered topic is spelled: as its papers write the phrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.paper import Paper
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_DIMENSIONS = re.compile(r"^[23]d\b")
_MOSTLY = 0.6
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """A phrase as one text writes it, and the word right behind it, if there is one."""

    spelled: str
    follower: str


def spelled_label(key: str, listed: str, papers: Sequence[Paper]) -> str:
    """Return a phrase as the name of a topic of these papers.

    A word that mostly follows belongs to it: *support vector* is said of machines. The plural is
    taken where the papers have it more often. Title case is undone, but for acronyms and for what
    abstracts capitalise.

    Args:
        key: Its words without case and plurals.
        listed: Its spelling in the vocabulary; empty for none.
        papers: The topic's, the most typical first.
    """
    places = list(_places(key, papers))
    last = _last_word(places) if " " in key else ""
    if last:
        before = next(place.spelled for place in places if place.follower.lower() == last)
        return _plain(f"{before} {last}", papers)
    if not listed:
        return _plain(places[0].spelled if places else key, papers)
    forms = Counter(place.spelled.lower() for place in places)
    several = f"{listed}s"
    return _plain(several if forms[several.lower()] > forms[listed.lower()] else listed, papers)


def as_written(key: str, papers: Iterable[Paper]) -> str:
    """Return a key as the first paper that holds it writes it; empty where none does.

    Hyphens stay. Words with a bracket or a full stop between them are no phrase.
    """
    return next((place.spelled for place in _places(key, papers)), "")


def _places(key: str, papers: Iterable[Paper]) -> Iterator[_Place]:
    wanted = key.split()
    between = r"(?:\s|[/-])+"
    # The last letter may change in the plural; ``singular`` then tells who is meant.
    words = between.join(rf"{re.escape(word[:-1])}\w{{1,4}}" for word in wanted)
    pattern = re.compile(rf"(?<![^\W_])({words})(?![^\W_])(?:{between}([^\W_]+))?", re.IGNORECASE)
    for paper in papers:
        for text in (paper.title, paper.abstract):
            for match in pattern.finditer(text):
                if [singular(word) for word in _WORD.findall(match[1].lower())] == wanted:
                    yield _Place(" ".join(match[1].split()), match[2] or "")


def _last_word(places: Sequence[_Place]) -> str:
    """Return the word that mostly follows, as it is mostly written; empty for none."""
    followers = Counter(place.follower.lower() for place in places)
    words: Counter[str] = Counter()
    for follower, count in followers.items():
        if follower.isalpha() and follower not in STOP_WORDS:
            words[singular(follower)] += count
    if not words:
        return ""
    word = min(words, key=lambda word: (-words[word], word))
    if words[word] < max(_OFTEN, _MOSTLY * len(places)):
        return ""
    forms = [follower for follower in followers if singular(follower) == word]
    return min(forms, key=lambda form: (-followers[form], form))


def _plain(phrase: str, papers: Sequence[Paper]) -> str:
    """Return a phrase with title case undone, but for acronyms and what abstracts capitalise."""
    abstracts = " ".join(paper.abstract for paper in papers)

    def plain(word: str) -> str:
        lower = word.lower()
        is_name = word in abstracts and lower not in abstracts
        return word if is_name or not word.istitle() else lower

    lowered = map(plain, phrase.split())
    return " ".join(_DIMENSIONS.sub(lambda match: match[0].upper(), word) for word in lowered)
