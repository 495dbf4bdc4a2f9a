"""A topic: a named group of papers, and the words by which a paper is known to belong to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase that speaks for a topic.

    Attributes:
        text: Lower case; a trailing ``*`` matches any ending.
        weight: How strongly one occurrence speaks for the topic; negative speaks against it.
    """

    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of the taxonomy.

    Attributes:
        id: Slug, unique, used in its URL.
        name: As a person would say it.
        description: One sentence; empty when there is none.
        terms: What speaks for or against a paper's belonging here.
        parent: Id of the wider topic; empty at the top.
    """

    id: str
    name: str
    description: str = ""
    terms: tuple[Term, ...] = ()
    parent: str = ""
