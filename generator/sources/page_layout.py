"""Tells titles from abstracts in a pasted page.

A page is a run of cards, each a title and its abstract, but blank lines may be missing or too
many, and both may be wrapped. No rule about a single line survives that, so the reading of the
whole page is chosen that offends least: every line gets one role, every role costs what speaks
against it, and the cheapest sequence wins (Viterbi's algorithm). What fits nowhere is stray. A
first reading shows the page's habits, and a second one keeps to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.sources.page_costs import PENDING, Habits, State, leaving, step
from generator.sources.page_lines import PageLine, Role, look
from generator.sources.page_text import TextLine, with_surroundings

_IN_CARD = frozenset({Role.TITLE, Role.TITLE_MORE, Role.ABSTRACT, Role.ABSTRACT_MORE})
_NEXT: dict[State, tuple[State, ...]] = {
    Role.STRAY: (Role.TITLE, Role.STRAY),
    Role.TITLE: (Role.TITLE_MORE, PENDING, Role.ABSTRACT),
    Role.TITLE_MORE: (Role.TITLE_MORE, PENDING, Role.ABSTRACT),
    PENDING: (PENDING, Role.ABSTRACT),
    Role.ABSTRACT: (Role.ABSTRACT_MORE, Role.TITLE, Role.STRAY),
    Role.ABSTRACT_MORE: (Role.ABSTRACT_MORE, Role.TITLE, Role.STRAY),
}
_LAST = (Role.STRAY, Role.ABSTRACT, Role.ABSTRACT_MORE)


def assign_roles(text: str) -> tuple[PageLine, ...]:
    """Return every line of the page with its final role: none is left ``TEXT``."""
    lines = _without_echoes(look(text))
    places = [place for place, line in enumerate(lines) if line.role is Role.TEXT]
    texts = list(with_surroundings(lines, places))
    first = _cheapest(texts, Habits())
    roles = _cheapest(texts, Habits.of(texts, first))
    settled = list(lines)
    for place, role in zip(places, roles, strict=True):
        settled[place] = replace(lines[place], role=role)
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
    last: tuple[str, ...] = ()
    card: list[PageLine] = []
    for line in (*lines, None):
        if line is None or line.role in {Role.TITLE, Role.DATE}:
            words = _words_of(card)
            doubled = bool(words) and words == last
            result.extend(_repeated(card) if doubled else card)
            last = words
            card = []
        if line is not None:
            card.append(line)
    return tuple(result)


def _words_of(card: Sequence[PageLine]) -> tuple[str, ...]:
    return tuple(word for line in card if line.role in _IN_CARD for word in line.text.split())


def _repeated(card: Sequence[PageLine]) -> Iterator[PageLine]:
    for line in card:
        yield replace(line, role=Role.REPEATED) if line.role in _IN_CARD else line


def _cheapest(lines: Sequence[TextLine], habits: Habits) -> list[Role]:
    costs: dict[State, float] = {Role.STRAY: 0.0}
    origins: list[dict[State, State]] = []
    previous: TextLine | None = None
    for line in lines:
        reached: dict[State, tuple[float, State]] = {}
        for state, so_far in costs.items():
            for following in _NEXT[state]:
                cost = so_far + step(previous, state, line, following, habits)
                if following not in reached or cost < reached[following][0]:
                    reached[following] = (cost, state)
        costs = {state: cost for state, (cost, _) in reached.items()}
        origins.append({state: origin for state, (_, origin) in reached.items()})
        previous = line
    if previous is None:
        return []
    for state in costs:
        costs[state] += leaving(previous, state)
    state = min((state for state in _LAST if state in costs), key=lambda state: costs[state])
    roles: list[Role] = []
    for origin in reversed(origins):
        roles.append(Role.STRAY if state == PENDING else Role(state))
        state = origin[state]
    return roles[::-1]
