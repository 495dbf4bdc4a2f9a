"""Tells titles from abstracts in a pasted page.

A page is a run of cards, each a title and its abstract, but blank lines may be missing or too
many, and both may be wrapped. No rule about a single line survives that, so the reading of the
whole page is chosen that offends least: every line gets one role, every role costs what speaks
against it, and the cheapest sequence wins (Viterbi's algorithm). What fits nowhere is stray.

The costs are ordered by experience: about 1 for what is odd, 3 for what is unlikely, 6 and more
for what hardly ever happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.sources.page_lines import PageLine, Role, ends_sentence, look

_TITLE_ROLES = frozenset({Role.TITLE, Role.TITLE_MORE})
_IN_CARD = _TITLE_ROLES | {Role.ABSTRACT, Role.ABSTRACT_MORE}
_ODD, _UNLIKELY, _NEVER = 1.0, 3.0, 6.0
_SHORTEST_WRAP = 40  # characters; nobody wraps narrower
_LONGEST_WRAP = 200  # characters; a longer line is a whole paragraph
_LONG_TITLE = 300
_SHORT_ABSTRACT = 60
_INNER_STOP = re.compile(
    r"\.(?<!\bvs\.)(?<!\bal\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\.[a-z]\.)[)\"']?\s+[A-Z]"
)
_CUT_SHORT = re.compile(r"(?:,|\w-|\b(?:and|or|of|the|a|an|in|on|for|with|to|by|from|that|which))$")
_WORD = re.compile(r"[^\W\d_]+")
_NAME_LIST = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){1,3},\s*){2,}.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A text line and its surroundings.

    Attributes:
        text: Without outer blanks.
        gap: A blank line stands before it.
        cut: Chrome, a date or another aside stands before it.
        full: The next line's first word had no room on it, so the text may run on there.
        begins_lower: Its first character is a small letter.
        ended: It ends like a sentence, or in an address.
        cut_short: It ends in a word, comma or hyphen that calls for more.
        inner_stops: How many sentences end inside it.
    """

    text: str
    gap: bool
    cut: bool
    full: bool
    begins_lower: bool
    ended: bool
    cut_short: bool
    inner_stops: int

    @classmethod
    def of(cls, text: str, *, gap: bool, cut: bool, full: bool) -> _Line:
        """Look at the text once; the search for the cheapest reading asks often."""
        return cls(
            text=text,
            gap=gap,
            cut=cut,
            full=full,
            begins_lower=text[0].islower(),
            ended=ends_sentence(text),
            cut_short=_CUT_SHORT.search(text[-20:]) is not None,
            inner_stops=len(_INNER_STOP.findall(text)),
        )


# Roles while the cheapest reading is sought; PENDING is a stray line between title and abstract.
_PENDING = "pending"
_State = Role | str
_NEXT: dict[_State, tuple[_State, ...]] = {
    Role.STRAY: (Role.TITLE, Role.STRAY),
    Role.TITLE: (Role.TITLE_MORE, _PENDING, Role.ABSTRACT),
    Role.TITLE_MORE: (Role.TITLE_MORE, _PENDING, Role.ABSTRACT),
    _PENDING: (_PENDING, Role.ABSTRACT),
    Role.ABSTRACT: (Role.ABSTRACT_MORE, Role.TITLE, Role.STRAY),
    Role.ABSTRACT_MORE: (Role.ABSTRACT_MORE, Role.TITLE, Role.STRAY),
}
_LAST = (Role.STRAY, Role.ABSTRACT, Role.ABSTRACT_MORE)


def assign_roles(text: str) -> tuple[PageLine, ...]:
    """Return every line of the page with its final role: none is left ``TEXT``."""
    lines = _without_echoes(look(text))
    places = [place for place, line in enumerate(lines) if line.role is Role.TEXT]
    roles = _cheapest(list(_with_surroundings(lines, places)))
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


def _with_surroundings(lines: Sequence[PageLine], places: Sequence[int]) -> Iterator[_Line]:
    widths = _wrap_widths(lines, places)
    previous = -1
    for index, place in enumerate(places):
        between = {line.role for line in lines[previous + 1 : place]}
        following = lines[places[index + 1]].text if index + 1 < len(places) else ""
        yield _Line.of(
            lines[place].text,
            gap=Role.BLANK in between,
            cut=bool(between - {Role.BLANK, Role.REPEATED}),
            full=_is_full(lines[place].text, following, widths[index]),
        )
        previous = place


def _wrap_widths(lines: Sequence[PageLine], places: Sequence[int]) -> list[int]:
    """Return the width, in characters, to which the text around each line is wrapped; 0: it isn't.

    Lines that certainly run on tell it, those in the same block before those elsewhere.
    """
    blocks: list[int] = []
    width_of: dict[int, int] = {}
    for index, place in enumerate(places):
        joined = index > 0 and places[index - 1] == place - 1
        blocks.append(blocks[-1] if joined else index)
        if joined and lines[place].text[0].islower():
            before = lines[place - 1].text
            wrapped = _SHORTEST_WRAP <= len(before) <= _LONGEST_WRAP
            if wrapped and not ends_sentence(before):
                width_of[blocks[-1]] = max(width_of.get(blocks[-1], 0), len(before))
    anywhere = max(width_of.values(), default=0)
    return [width_of.get(block, anywhere) for block in blocks]


def _is_full(text: str, following: str, width: int) -> bool:
    if not width or not following or len(text) > width * 1.15:
        return False
    return len(text) + 1 + len(following.split(None, 1)[0]) > width * 0.95


def _cheapest(lines: Sequence[_Line]) -> list[Role]:
    costs: dict[_State, float] = {Role.STRAY: 0.0}
    origins: list[dict[_State, _State]] = []
    previous: _Line | None = None
    for line in lines:
        reached: dict[_State, tuple[float, _State]] = {}
        for state, so_far in costs.items():
            for following in _NEXT[state]:
                cost = so_far + _step(previous, state, line, following)
                if following not in reached or cost < reached[following][0]:
                    reached[following] = (cost, state)
        costs = {state: cost for state, (cost, _) in reached.items()}
        origins.append({state: origin for state, (_, origin) in reached.items()})
        previous = line
    if previous is None:
        return []
    for state in costs:
        costs[state] += _leaving(previous, state)
    state = min((state for state in _LAST if state in costs), key=lambda state: costs[state])
    roles: list[Role] = []
    for origin in reversed(origins):
        roles.append(Role.STRAY if state == _PENDING else Role(state))
        state = origin[state]
    return roles[::-1]


def _step(previous: _Line | None, state: _State, line: _Line, following: _State) -> float:
    """Return what speaks against giving the next line a role after the state of the one before."""
    if previous and following is Role.ABSTRACT_MORE:
        return _cost_of_more_abstract(previous, line)
    if previous and following is Role.TITLE_MORE:
        return _cost_of_more_title(previous, line)
    cost = _leaving(previous, state) if previous else 0.0
    if following is Role.TITLE:
        return cost + _cost_of_title(line) + (0.0 if line.gap or line.cut else 0.3)
    if following is Role.ABSTRACT:
        return cost + 2 * line.begins_lower + 0.3 * line.cut
    cost += _UNLIKELY + min(len(line.text), 200) / 50
    return cost + 2.0 if following == _PENDING and line.ended else cost


def _leaving(line: _Line, state: _State) -> float:
    """Return what speaks against a title's or an abstract's ending with this line."""
    if state in _TITLE_ROLES:
        return 2.0 if line.cut_short else 0.0
    if state is Role.ABSTRACT_MORE:
        return 0.0 if line.ended else 2.0
    if state is not Role.ABSTRACT:
        return 0.0
    if line.ended:
        return 0.0 if len(line.text) >= _SHORT_ABSTRACT else 2.0
    if line.inner_stops:
        return _ODD
    return _UNLIKELY if len(line.text) > _LONGEST_WRAP else _NEVER


def _cost_of_title(line: _Line) -> float:
    cost = _cost_as_heading(line)
    if line.text.split(None, 1)[0].islower():
        cost += 1.5
    if line.text.count(",") > 1 and _NAME_LIST.fullmatch(line.text):
        cost += _UNLIKELY
    return cost


def _cost_of_more_title(previous: _Line, line: _Line) -> float:
    cost = _cost_as_heading(line)
    if line.gap or line.cut:
        return cost + 2 * _NEVER
    if previous.full:
        return cost + 0.5
    runs_on = (line.begins_lower and " " in line.text) or previous.cut_short
    return cost + (_ODD if runs_on else _NEVER)


def _cost_as_heading(line: _Line) -> float:
    """Return what speaks against a line's being any part of a title: length, full stops."""
    cost = max(0, len(line.text) - _LONG_TITLE) / 50 + _UNLIKELY * min(line.inner_stops, 3)
    return cost + 4 if line.text.endswith(".") and not line.text.endswith("..") else cost


def _cost_of_more_abstract(previous: _Line, line: _Line) -> float:
    apart = line.gap or len(previous.text) > _LONGEST_WRAP
    cost = 4.0 if line.cut else 0.0
    fragment = not line.ended and not line.full and len(line.text) < _LONGEST_WRAP
    if not previous.ended:
        if line.begins_lower:
            return cost + 0.5 * apart
        return cost + (2.0 * apart if previous.full else _NEVER + 2.0 * apart)
    if not line.ended and _in_title_case(line.text):
        cost += _ODD
    if previous.full:
        return cost + 1.5 * apart
    cost += 4.0 if fragment else 0.0
    return cost + 2.0 + (len(line.text) / 80 if apart else 0.0)


def _in_title_case(text: str) -> bool:
    """Tell whether most longer words begin with a capital, as in many titles."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
