"""An issue: one dated edition of the digest."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from generator.errors import SourceLocation
from generator.model.paper import PaperId


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """A paper in an issue, with the editor's note (Markdown; empty when there is none)."""

    paper: PaperId
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A run of picks under a heading; an empty title means no heading."""

    picks: tuple[Pick, ...]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One edition.

    Attributes:
        id: ``2025-03-11`` or ``2025-w11``; unique, used in its URL.
        date: The day it is dated.
        title: Empty when the issue is known by its date alone.
        curator: Who chose the papers, as the source says, for example
            ``AK and the research community``; empty when it does not.
        introduction: Markdown; empty when there is none.
        sections: The papers, in the editor's order.
        invites_subscribers: The source page invites its readers to subscribe.
        locations: Where it was read.
    """

    id: str
    date: datetime.date
    sections: tuple[Section, ...]
    title: str = ""
    curator: str = ""
    introduction: str = ""
    invites_subscribers: bool = False
    locations: tuple[SourceLocation, ...] = ()

    @property
    def papers(self) -> tuple[PaperId, ...]:
        """Every paper of the issue, in order."""
        return tuple(pick.paper for section in self.sections for pick in section.picks)
