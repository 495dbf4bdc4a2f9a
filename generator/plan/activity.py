"""How many papers each topic had over time, as bars on one scale, so that topics compare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.paper import PaperId

HEIGHT = 24  # of the drawing, in its own units
FEWEST = 3  # periods; two bars tell nobody anything
MOST = 24  # the oldest are left out
_WIDTH = 120
_WIDEST = 10
_FLOOR = 1  # what a period without papers shows
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A topic's bars, oldest first.

    Attributes:
        path: Their outline, as the ``d`` of an SVG path ``HEIGHT`` high.
        width: Of the drawing.
        text: The same in words, with every number.
    """

    path: str
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class _Periods:
    """What one bar stands for, and the papers of each, oldest first."""

    phrase: str
    papers: Sequence[Set[PaperId]]


def topic_activity(corpus: Corpus, language: Language) -> Mapping[str, Activity]:
    """Return the bars of each topic; none while there are too few issues or dates."""
    periods = _issues(corpus) if len(corpus.issues) > 1 else _dates(corpus)
    if len(periods.papers) < FEWEST:
        return {}
    counts = {
        topic.id: [
            sum(paper.id in held for paper in corpus.in_topic(topic.id)) for held in periods.papers
        ]
        for topic in corpus.topics
    }
    highest = max((max(row) for row in counts.values()), default=0)
    return {
        topic: _activity(row, highest, periods.phrase, language) for topic, row in counts.items()
    }


def _issues(corpus: Corpus) -> _Periods:
    newest = corpus.issues[:MOST]
    return _Periods("topic.by_issue", [frozenset(issue.papers) for issue in reversed(newest)])


def _dates(corpus: Corpus) -> _Periods:
    """Return months with their papers or, where those would be too many, years."""
    dated = [(paper.id, paper.published) for paper in corpus.papers if paper.published]
    months: dict[int, set[PaperId]] = {}
    years: dict[int, set[PaperId]] = {}
    for paper, date in dated:
        years.setdefault(date.year, set()).add(paper)
        if date.month:
            month = date.year * _MONTHS + date.month
            months.setdefault(month, set()).add(paper)
    whole = all(date.month for _, date in dated)
    if whole and months and max(months) - min(months) < MOST:
        return _Periods("topic.by_month", _without_gaps(months))
    return _Periods("topic.by_year", _without_gaps(years))


def _without_gaps(held: Mapping[int, Set[PaperId]]) -> Sequence[Set[PaperId]]:
    if not held:
        return []
    first = max(min(held), max(held) - MOST + 1)
    return [held.get(at, frozenset()) for at in range(first, max(held) + 1)]


def _activity(counts: Sequence[int], highest: int, phrase: str, language: Language) -> Activity:
    step = min(_WIDTH // len(counts), _WIDEST)
    bars = []
    for place, count in enumerate(counts):
        height = max(round(HEIGHT * count / max(highest, 1)), _FLOOR)
        bars.append(f"M{place * step} {HEIGHT}v-{height}h{step - 1}v{height}z")
    numbers = language.text("lists.comma").join(map(language.grouped, counts))
    return Activity(
        path="".join(bars),
        width=len(counts) * step,
        text=language.text(phrase, n=len(counts), numbers=numbers),
    )
