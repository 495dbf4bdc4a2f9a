"""How the name of a discovered topic is spelled: as its papers write the phrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.paper import Paper
from generator.text.plurals import singular
from generator.text.stop_words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"(?:^|[\s(])([^\W\d_]+)([\s-])$")
_DIMENSIONS = re.compile(r"^[23]d\b")
_NOT_OF_A_NAME_TEXT = """\
approach algorithm based benchmark dataset framework method multi paper performance problem proposed
setting task technique
"""
_NOT_OF_A_NAME = frozenset(_NOT_OF_A_NAME_TEXT.split())
_MOSTLY = 0.6
_OFTEN = 3
_LONGEST_WORD = 30
_MOST_WORDS = 4
_SAME_STEM = 5


@dataclass(frozen=True, slots=True)
class _Place:
    """A phrase as one text writes it, and the words beside it, "" for none, with their joints."""

    spelled: str
    before: str
    follower: str


def spelled_label(
    key: str, listed: str, papers: Sequence[Paper], taken: Container[str] = ()
) -> str:
    """Return a phrase as the name of a topic of these papers.

    A word that mostly stands beside it belongs to it: *support vector* is said of machines. The
    plural is taken where the papers have it more often. Title case is undone,
    but for acronyms and for what abstracts capitalise.

    Args:
        key: Its words without case and plurals.
        listed: Its spelling in the vocabulary; empty for none.
        papers: The topic's, the most typical first.
        taken: Names in small letters that it must not grow into.
    """
    places = list(_places(key, papers))
    first = _mostly([place.before for place in places])
    last = _mostly([place.follower for place in places])
    if len(key.split()) + bool(first) + bool(last) > _MOST_WORDS:
        first = last = ""
    if f"{first}{key}{last}".lower().replace("-", " ") in taken:
        first = last = ""
    if last:
        spelled = next(place.spelled for place in places if place.follower.lower() == last)
    elif listed:
        spelled = _usual_number(listed, places)
    else:
        spelled = places[0].spelled if places else key
    return _plain(f"{first}{spelled}{last}", papers)


def _usual_number(listed: str, places: Sequence[_Place]) -> str:
    """Return the phrase in the plural where it has it more often."""
    forms = Counter(place.spelled.lower() for place in places)
    several = f"{listed}s"
    return several if forms[several.lower()] > forms[listed.lower()] else listed


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
    pattern = re.compile(rf"(?<![^\W_])({words})(?![^\W_])(?:([\s-])([^\W_]+))?", re.IGNORECASE)
    for paper in papers:
        for text in (paper.title, paper.abstract):
            for match in pattern.finditer(text):
                if [singular(word) for word in _WORD.findall(match[1].lower())] == wanted:
                    start = match.start()
                    before = _BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
                    yield _Place(
                        " ".join(match[1].split()),
                        f"{before[1]}{before[2]}" if before else "",
                        f"{match[2]}{match[3]}" if match[3] else "",
                    )


def _mostly(beside: Sequence[str]) -> str:
    """Return the word that mostly stands there, as it is mostly written; empty for none.

    Words with the same beginning count as one: *modelling* and *models*.
    """
    stems: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for text in beside:
        form = text.lower()
        word = form.strip("- \n")
        if word.isalpha() and word not in STOP_WORDS and singular(word) not in _NOT_OF_A_NAME:
            stems[word[:_SAME_STEM]] += 1
            forms[form] += 1
    if not stems:
        return ""
    stem = min(stems, key=lambda stem: (-stems[stem], stem))
    if stems[stem] < max(_OFTEN, _MOSTLY * len(beside)):
        return ""
    own = [form for form in forms if form.strip("- \n").startswith(stem)]
    return min(own, key=lambda form: (-forms[form], form))


def _plain(phrase: str, papers: Sequence[Paper]) -> str:
    """Return a phrase with title case undone, but for acronyms and what abstracts capitalise."""
    abstracts = " ".join(paper.abstract for paper in papers)

    def plain(word: str) -> str:
        lower = word.lower()
        is_name = word in abstracts and lower not in abstracts
        return word if is_name or not word.istitle() else lower

    lowered = map(plain, phrase.split())
    return " ".join(_DIMENSIONS.sub(lambda match: match[0].upper(), word) for word in lowered)
