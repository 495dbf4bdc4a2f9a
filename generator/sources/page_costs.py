"""What speaks against reading a line of a pasted page as title, abstract or neither.

The costs are ordered by experience: about 1 for what is odd, 3 for what is unlikely, 6 and more
for what hardly ever happens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.sources.page_lines import Role
from generator.sources.page_text import TextLine
from generator.sources.page_wrap import LONGEST_WRAP


class State(IntEnum):
    """What a line can be in a reading of the page; of equally cheap ones the earlier wins.

    ``PENDING`` is a stray line between a title and its abstract.
    """

    TITLE_MORE = 0
    PENDING = 1
    ABSTRACT = 2
    ABSTRACT_MORE = 3
    TITLE = 4
    STRAY = 5


_ODD, _UNLIKELY, _NEVER = 1.0, 3.0, 6.0
_LONG_TITLE = 300
_SHORT_ABSTRACT = 60
_NAME_LIST = re.compile(r"(?:[A-Z][\w.'’-]*(?: [A-Za-z][\w.'’-]*){1,3},\s*){2,}.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How much it costs that a title or an abstract begins unlike most of the page's.

    Each pair holds the cost of a beginning right under the line before, then that of one apart.
    """

    title: tuple[float, float] = (0.0, 0.0)
    abstract: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def of(cls, lines: Sequence[TextLine], roles: Sequence[Role]) -> Habits:
        """Learn from a first reading; the page's first line tells nothing."""
        told = list(zip(lines, roles, strict=True))[1:]
        return cls(
            title=_habit([line.apart for line, role in told if role is Role.TITLE]),
            abstract=_habit([line.apart for line, role in told if role is Role.ABSTRACT]),
        )


def _habit(apart: Sequence[bool]) -> tuple[float, float]:
    # What most cards do leads by the more the more cards there are; a single one proves little.
    lead = (2 * sum(apart) - len(apart)) / (len(apart) + 2)
    return 4 * max(lead, 0.0), 4 * max(-lead, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCosts:
    """What speaks against each state of a line, and against its ending what it belongs to.

    Attributes:
        arriving: By state; what the page's habits add is not in it.
        leaving: By state, where neither title nor abstract goes on in the next line.
        apart: Whether the line does not stand right under the text before it.
    """

    arriving: tuple[float, ...]
    leaving: tuple[float, ...]
    apart: bool

    @classmethod
    def of(cls, line: TextLine, previous: TextLine | None) -> LineCosts:
        """Look at a line and the text line before it; the page's first line has none."""
        stray = _UNLIKELY + min(len(line.text), 200) / 50
        of_title = 2.0 if line.cut_short else 0.0
        return cls(
            arriving=(
                _cost_of_more_title(previous, line) if previous else 0.0,
                stray + 2.0 if line.ended else stray,
                _cost_of_abstract(line),
                _cost_of_more_abstract(previous, line) if previous else 0.0,
                _cost_of_title(line) + (0.0 if line.apart else 0.3),
                stray,
            ),
            leaving=(
                *(of_title, 0.0, _cost_of_short_abstract(line)),
                *(0.0 if line.ended else 2.0 + line.cut_short, of_title, 0.0),
            ),
            apart=line.apart,
        )


def _cost_of_short_abstract(line: TextLine) -> float:
    """Return what speaks against an abstract's being this line alone."""
    if line.ended:
        return 0.0 if len(line.text) >= _SHORT_ABSTRACT else 2.0
    if line.inner_stops:
        return _ODD
    return _UNLIKELY if len(line.text) > LONGEST_WRAP else _NEVER


def _cost_of_abstract(line: TextLine) -> float:
    cost = 2 * line.begins_lower + 0.3 * line.cut
    cost += _NEVER * line.wordless
    return cost + _ODD if line.headline else cost


def _cost_of_title(line: TextLine) -> float:
    cost = _cost_as_heading(line)
    cost += 2 * line.wordless
    if line.text.split(None, 1)[0].islower():
        cost += 1.5
    if line.text.count(",") > 1 and _NAME_LIST.fullmatch(line.text):
        cost += _UNLIKELY
    return cost


def _cost_of_more_title(previous: TextLine, line: TextLine) -> float:
    cost = _cost_as_heading(line)
    if line.gap or line.cut:
        return cost + 2 * _NEVER
    if previous.full:
        return cost + 0.5
    runs_on = (line.begins_lower and " " in line.text) or previous.cut_short
    return cost + (_ODD if runs_on else _NEVER)


def _cost_as_heading(line: TextLine) -> float:
    """Return what speaks against a line's being any part of a title: length, full stops."""
    cost = max(0, len(line.text) - _LONG_TITLE) / 50 + _UNLIKELY * min(line.inner_stops, 3)
    return cost + 4 if line.text.endswith(".") and not line.text.endswith("..") else cost


def _cost_of_more_abstract(previous: TextLine, line: TextLine) -> float:
    apart = line.gap or len(previous.text) > LONGEST_WRAP
    cost = 4.0 if line.cut else 0.0
    fragment = not line.ended and not line.full and len(line.text) < LONGEST_WRAP
    if not previous.ended:
        if line.begins_lower:
            return cost + 0.5 * apart
        if previous.cut_short and not apart:
            cost += 0.5
        elif not previous.full:
            cost += _UNLIKELY if line.begins_oddly and not apart else _NEVER
        return cost + 2.0 * apart
    if line.headline:
        cost += _ODD
    if previous.full:
        return cost + 1.5 * apart
    cost += 4.0 if fragment else 0.0
    return cost + 2.0 + (len(line.text) / 80 if apart else 0.0)
