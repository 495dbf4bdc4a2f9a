"""What was derived about a paper, and from which of its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.paper import Link, PaperId


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicScore:
    """How well a topic fits a paper: 0.0 (not at all) to 1.0."""

    topic: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """A link found in an abstract's text: ``abstract[start:end]`` is its visible place."""

    link: Link
    start: int
    end: int


class StatementOrigin(StrEnum):
    """Who made a statement: an editor, the authors, or our choice among their sentences."""

    EDITOR = "editor"
    AUTHOR = "author"
    EXTRACTED = "extracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence that says what a paper adds or found.

    Attributes:
        text: As the source writes it; for an extracted one, ``abstract[start:end]``.
        brief: The same in one line for cards and feeds: shorter where it can be, grammatical.
        start: First character in the abstract; -1 when the statement does not stand there.
        end: One past its last character; -1 as above.
        origin: Whose words they are.
    """

    text: str
    brief: str
    start: int = -1
    end: int = -1
    origin: StatementOrigin = StatementOrigin.EXTRACTED


class Release(StrEnum):
    """Whether an abstract says that code, data or a model is out, or will be."""

    YES = "yes"
    WILL = "will"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something named in a paper: ``text`` stands at ``source[start:end]`` of title or abstract."""

    text: str
    start: int
    end: int
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a paper names.

    Attributes:
        system: The short name it gives its method, model or data set; None when it gives none.
        expansion: What the name stands for, in the paper's words.
        released: Whether something is out, or promised.
        release_span: The words that say so; None for ``Release.NO``.
        benchmarks: Data sets and benchmarks, spelled as there, each once.
        headline: Exact pieces of the abstract with the key quantities.
    """

    system: Fact | None = None
    expansion: Fact | None = None
    released: Release = Release.NO
    release_span: Fact | None = None
    benchmarks: tuple[Fact, ...] = ()
    headline: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPaper:
    """A paper a reader would want next: similarity 0.0 to 1.0, and the terms both share."""

    paper: PaperId
    score: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a paper is about, for comparing it with others.

    Attributes:
        terms: As papers print them, heaviest first; two may look the same.
        weights: Of each term, 1 to 100; as hundredths, the coordinates of a vector of at most
            length 1.
    """

    terms: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the topic map, each coordinate from 0.0 to 1.0."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrichment:
    """What was derived about a paper; always says where it is from.

    Attributes:
        topics: One to three, primary first.
        links: Addresses found in the abstract, in order, with their places.
        contribution: What is new; None without an abstract.
        result: What was found; None when the abstract states none.
        facts: Names and quantities.
        related: Best first.
        about: Empty when papers were not compared.
        position: On the topic map; None when no map was drawn.
    """

    topics: tuple[TopicScore, ...] = ()
    links: tuple[FoundLink, ...] = ()
    contribution: Statement | None = None
    result: Statement | None = None
    facts: Facts = field(default_factory=Facts)
    related: tuple[RelatedPaper, ...] = ()
    about: About = field(default_factory=About)
    position: Position | None = None
