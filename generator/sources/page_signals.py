"""The stars and upvotes that a pasted page shows near its cards.

Copying loses which card a count belongs to: it may stand above the title or below the abstract. A
count is read only where the page's own habit settles that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.model.paper import Signals
from generator.sources.page_lines import PageLine, Role

_COUNT = r"(?P<count>\d{1,3}(?:,\d{3}){1,2}|\d{1,9}(?:\.\d{1,3}(?=\s?[km]))?)\s?(?P<unit>[km]?)"
_LABELLED = {
    "stars": (rf"github:?\s+{_COUNT}(?:\s+arxiv page)?", rf"{_COUNT}\s+stars?"),
    "upvotes": (rf"upvotes?:?\s+{_COUNT}", rf"{_COUNT}\s+upvotes?"),
}
_FORMS = tuple(
    (kind, re.compile(form, re.IGNORECASE)) for kind, forms in _LABELLED.items() for form in forms
)
_BARE = re.compile(_COUNT, re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000}
_ABSTRACT = frozenset({Role.ABSTRACT, Role.ABSTRACT_MORE})
Count = tuple[str, int]  # a field of ``Signals`` and its value


def signals_of(runs: Sequence[Sequence[PageLine]]) -> list[Signals]:
    """Return each card's signals; a run is a card's lines, the first what precedes all cards.

    Counts between title and abstract are the card's. Those below an abstract are its card's when
    no count precedes the first card and some follows the last one; they are the next card's when
    it is the other way about. Either must hold for two cards and half of all at least.
    """
    upvotes = _upvotes_follow_their_button([line for run in runs for line in run])
    zones = [_zones(run, upvotes=upvotes) for run in runs]
    near = [inside for inside, _ in zones[1:]]
    beyond = [after for _, after in zones]
    for kind in _LABELLED:
        counts = [[count for count in zone if count[0] == kind] for zone in beyond]
        if bool(counts[0]) == bool(counts[-1]):
            continue
        own = counts[:-1] if counts[0] else counts[1:]
        if max(2, len(own) / 2) <= sum(map(bool, own)):
            near = [[*before, *more] for before, more in zip(near, own, strict=True)]
    return [_signals(counts) for counts in near]


def _zones(run: Sequence[PageLine], *, upvotes: bool) -> tuple[list[Count], list[Count]]:
    """Return the counts above the abstract's last line and those below it."""
    last = max((place for place, line in enumerate(run) if line.role in _ABSTRACT), default=-1)
    return (
        list(_counts(run[: last + 1], upvotes=upvotes)),
        list(_counts(run[last + 1 :], upvotes=upvotes)),
    )


def _counts(lines: Sequence[PageLine], *, upvotes: bool) -> Iterator[Count]:
    before = ""
    for line in lines:
        if line.role is Role.BLANK:
            continue
        if line.role is Role.CHROME:
            for kind, form in _FORMS:
                if match := form.fullmatch(line.text):
                    yield kind, _number(match)
            bare = _BARE.fullmatch(line.text)
            if upvotes and bare and before.lower() == "upvote":
                yield "upvotes", _number(bare)
        before = line.text


def _upvotes_follow_their_button(lines: Sequence[PageLine]) -> bool:
    """Tell whether no bare count stands above an "Upvote", so that one below it is its own."""
    texts = [line.text for line in lines if line.role is not Role.BLANK]
    above = pairwise(texts)
    return not any(_BARE.fullmatch(one) and two.lower() == "upvote" for one, two in above)


def _number(match: re.Match[str]) -> int:
    return round(float(match["count"].replace(",", "")) * _UNITS[match["unit"].lower()])


def _signals(counts: Sequence[Count]) -> Signals:
    """Return the counts of a card; one that the card states in two ways is left out."""
    found = {kind: {number for name, number in counts if name == kind} for kind in _LABELLED}
    stars, upvotes = (
        numbers.pop() if len(numbers) == 1 else None
        for numbers in (found["stars"], found["upvotes"])
    )
    return Signals(stars=stars, upvotes=upvotes)
