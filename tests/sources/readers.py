"""Reads invented files for the tests of readers."""

from __future__ import annotations

from typing import Any

from generator.model.paper import Author, Paper
from generator.sources.source import Reading, Source
from tests.sources.seeds import make_seed


def read(source: Source, text: str, path: str = "seeds/papers.txt", **settings: Any) -> Reading:
    """Return what a reader finds in a text that it must detect."""
    seed = make_seed(text, path, **settings)
    assert source.detects(seed)
    return source.read(seed)


def only(source: Source, text: str, path: str = "seeds/papers.txt") -> Paper:
    """Return the one paper of a text about which there is no doubt."""
    reading = read(source, text, path)
    assert [found.message for found in reading.diagnostics] == []
    (paper,) = reading.papers
    return paper


def names(paper: Paper) -> list[str]:
    return [author.name for author in paper.authors]


def parts(author: Author) -> tuple[str, str]:
    return author.given, author.family
