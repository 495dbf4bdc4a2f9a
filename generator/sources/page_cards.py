"""From the lines of a pasted page to its editions: a heading and the cards under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.paper import Signals
from generator.sources.page_chrome import curator_name
from generator.sources.page_lines import PageLine, Role
from generator.sources.page_signals import signals_of

_BROKEN_COMPOUND = re.compile(r"[^\W_]-+\n(?!(?:and|or|to)\s)[^\W_]|[^\W_]\n--+[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A title and its abstract, each one line, with the addresses and counts near them."""

    line: int
    title: str
    abstract: str
    addresses: tuple[str, ...]
    signals: Signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a run of cards.

    Attributes:
        date: The last date line; None when there is none.
        curator: Who the page says chose the papers; empty when it does not.
        invites: The page invites its readers to subscribe.
        unused: Date lines that another one follows before any card.
    """

    date: PageLine | None = None
    curator: str = ""
    invites: bool = False
    unused: tuple[PageLine, ...] = ()

    @classmethod
    def among(cls, lines: Iterable[PageLine]) -> Heading:
        """Return what the lines between two titles say of the edition to come."""
        lines = list(lines)
        dates = [line for line in lines if line.role is Role.DATE]
        names = [curator_name(line.text) for line in lines if line.role is Role.CURATOR]
        return cls(
            date=dates[-1] if dates else None,
            curator=names[-1] if names else "",
            invites=any(line.role is Role.INVITATION for line in lines),
            unused=tuple(line for line in dates[:-1] if line.text != dates[-1].text),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The cards under one heading, at least one."""

    heading: Heading
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """A page taken apart: its editions, and the heading that no card follows."""

    editions: tuple[Edition, ...]
    footer: Heading


def take_apart(lines: Sequence[PageLine]) -> Cards:
    """Return the editions of a page whose lines have their roles (``page_layout``)."""
    runs = list(_runs(lines))
    headings: list[Heading] = []
    cards: list[list[Card]] = []
    for (before, run), signals in zip(pairwise(runs), signals_of(runs), strict=True):
        heading = Heading.among(before)
        if heading.date or not headings:
            headings.append(heading)
            cards.append([])
        else:
            headings[-1] = _joined(headings[-1], heading)
        cards[-1].append(_card(run, signals))
    footer = Heading.among(runs[-1])
    if headings:
        headings[-1] = _joined(headings[-1], footer)
    editions = (
        Edition(heading=heading, cards=tuple(under))
        for heading, under in zip(headings, cards, strict=True)
    )
    return Cards(editions=tuple(editions), footer=footer)


def joined_lines(texts: Iterable[str]) -> str:
    """Return wrapped lines as one, joined by a blank, or by nothing inside a compound.

    A word that ends in a hyphen before the line's end goes on in the next line (``zero-`` and
    ``shot``), unless it hangs there on purpose (``pre-`` and ``and post-training``).
    """
    broken = "\n".join(texts)
    if "\n" not in broken:
        return broken
    whole = _BROKEN_COMPOUND.sub(lambda match: match[0].replace("\n", ""), broken)
    return whole.replace("\n", " ")


def _runs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Split before every title; the first run holds what precedes the first title."""
    run: list[PageLine] = []
    for line in lines:
        if line.role is Role.TITLE:
            yield run
            run = []
        run.append(line)
    yield run


def _card(run: Sequence[PageLine], signals: Signals) -> Card:
    title = (line.text for line in run if line.role in {Role.TITLE, Role.TITLE_MORE})
    abstract = (line.text for line in run if line.role in {Role.ABSTRACT, Role.ABSTRACT_MORE})
    return Card(
        line=run[0].number,
        title=joined_lines(title),
        abstract=joined_lines(abstract),
        addresses=tuple(line.text for line in run if line.role is Role.LINK),
        signals=signals,
    )


def _joined(earlier: Heading, later: Heading) -> Heading:
    return Heading(
        date=earlier.date,
        curator=earlier.curator or later.curator,
        invites=earlier.invites or later.invites,
        unused=(*earlier.unused, *later.unused),
    )
