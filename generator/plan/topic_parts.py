"""What the list of topics is made of; URLs are as in ``plan.parts``."""

from __future__ import annotations

from dataclasses import dataclass

from generator.plan.activity import Activity
from generator.plan.parts import NavLink, TopicView


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic in the list of topics, with the titles of its first papers.

    ``added`` is when the last of its papers came, ISO, or empty; ``activity`` is None while
    there are too few dates.
    """

    topic: TopicView
    papers: tuple[NavLink, ...]
    added: str
    activity: Activity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGroup:
    """Topics under the wider one that they belong to; without a name, those that have none."""

    name: str
    anchor: str
    description: str
    rows: tuple[TopicRow, ...]
