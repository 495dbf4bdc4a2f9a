"""Tells titles from abstracts in a pasted page.

A page is a run of cards, each a title and its abstract, but blank lines may be missing or too
many, and both may be wrapped. No rule about a single line survives that, so the reading of the
whole page is chosen that offends least: every line gets one role, every role costs what speaks
against it, and the cheapest sequence wins (Viterbi's algorithm). What fits nowhere is stray. A
first reading shows the page's habits, and a second one keeps to them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import add

from generator.sources.page_costs import Habits, LineCosts, State
from generator.sources.page_lines import PageLine, Role, look
from generator.sources.page_text import with_surroundings

_IN_CARD = (Role.TITLE, Role.TITLE_MORE, Role.ABSTRACT, Role.ABSTRACT_MORE)
_ROLES = (
    *(Role.TITLE_MORE, Role.STRAY, Role.ABSTRACT, Role.ABSTRACT_MORE, Role.TITLE, Role.STRAY),
)
"""By state."""

_IN_TITLE = (State.TITLE_MORE, State.TITLE)
_BEFORE_ABSTRACT = (State.TITLE_MORE, State.PENDING, State.TITLE)
_IN_ABSTRACT = (State.ABSTRACT, State.ABSTRACT_MORE)
_BETWEEN_CARDS = (State.ABSTRACT, State.ABSTRACT_MORE, State.STRAY)
_LAST = (State.STRAY, State.ABSTRACT, State.ABSTRACT_MORE)


def assign_roles(text: str) -> tuple[PageLine, ...]:
    """Return every line of the page with its final role: none is left ``TEXT``."""
    lines = _without_echoes(look(text))
    places = [place for place, line in enumerate(lines) if line.role is Role.TEXT]
    texts = list(with_surroundings(lines, places))
    costs = [LineCosts.of(line, before) for before, line in pairwise((None, *texts)) if line]
    first = _cheapest(costs, Habits())
    roles = _cheapest(costs, Habits.of(texts, first))
    settled = list(lines)
    for place, role in zip(places, roles, strict=True):
        settled[place] = PageLine(number=lines[place].number, text=lines[place].text, role=role)
    return _without_doubled_cards(settled)


def _without_echoes(lines: Sequence[PageLine]) -> list[PageLine]:
    """Mark text lines that only repeat the one before, as pictures' captions do."""
    result: list[PageLine] = []
    last = ""
    for line in lines:
        if line.role is Role.TEXT and line.text == last:
            result.append(replace(line, role=Role.REPEATED))
            continue
        last = line.text if line.role is Role.TEXT else last
        result.append(line)
    return result


def _without_doubled_cards(lines: Sequence[PageLine]) -> tuple[PageLine, ...]:
    """Mark a card that says just what the card before it says, unless a date parts them."""
    result: list[PageLine] = []
    last: list[str] = []
    card: list[PageLine] = []
    for line in (*lines, None):
        if line is None or line.role in {Role.TITLE, Role.DATE}:
            texts = [line.text for line in card if line.role in _IN_CARD]
            result.extend(_repeated(card) if _same_words(texts, last) else card)
            last = texts
            card = []
        if line is not None:
            card.append(line)
    return tuple(result)


def _same_words(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two cards say the same; most differ in their first words."""
    if not texts or not others or texts[0].split(None, 1)[0] != others[0].split(None, 1)[0]:
        return False
    return " ".join(texts).split() == " ".join(others).split()


def _repeated(card: Sequence[PageLine]) -> Iterator[PageLine]:
    for line in card:
        yield replace(line, role=Role.REPEATED) if line.role in _IN_CARD else line


def _cheapest(lines: Sequence[LineCosts], habits: Habits) -> list[Role]:
    costs = [math.inf] * len(State)  # of the best reading in which the last line is in a state
    costs[State.STRAY] = 0.0
    left = costs  # the same, if a new part begins in the next line
    origins: list[Sequence[State]] = []
    known = Habits()  # the page's first line has none
    for line in lines:
        title = min(_IN_TITLE, key=costs.__getitem__)
        head = min(_BEFORE_ABSTRACT, key=left.__getitem__)
        abstract = min(_IN_ABSTRACT, key=costs.__getitem__)
        end = min(_BETWEEN_CARDS, key=left.__getitem__)
        origins.append((title, head, head, abstract, end, end))
        arriving = line.arriving
        costs = [
            costs[title] + arriving[State.TITLE_MORE],
            left[head] + arriving[State.PENDING],
            left[head] + known.abstract[line.apart] + arriving[State.ABSTRACT],
            costs[abstract] + arriving[State.ABSTRACT_MORE],
            left[end] + known.title[line.apart] + arriving[State.TITLE],
            left[end] + arriving[State.STRAY],
        ]
        left = list(map(add, costs, line.leaving))
        known = habits
    state = min(_LAST, key=left.__getitem__)
    roles: list[Role] = []
    for origin in reversed(origins):
        roles.append(_ROLES[state])
        state = origin[state]
    return roles[::-1]
