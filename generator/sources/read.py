"""Hands every seed to the reader that understands it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from generator.config.schema import Config, SeedsConfig
from generator.config.suggest import did_you_mean
from generator.errors import Severity
from generator.model.paper import Paper
from generator.sources.discover import discover
from generator.sources.source import Reading, Seed, Source

_AUTO = "auto"


def read_seeds(config: Config, sources: Sequence[Source]) -> tuple[Reading, ...]:
    """Return what every file of the project holds, in the order of their paths.

    Args:
        config: Says which files are seeds, and how they are read.
        sources: The readers; of two that detect a file, the first reads it.
    """
    discovery = discover(config)
    found = Reading(diagnostics=discovery.diagnostics)
    return (found, *(read_seed(seed, sources) for seed in discovery.seeds))


def read_seed(seed: Seed, sources: Sequence[Source]) -> Reading:
    """Return what one file holds; a file that nobody understands gives diagnostics alone."""
    wanted = seed.settings.format
    if wanted != _AUTO:
        chosen = next((source for source in sources if source.name == wanted), None)
        if chosen is None:
            return _unknown_format(seed, sources)
    elif not seed.text.strip():
        problem = seed.problem("S005", Severity.WARNING, "the file is empty")
        return Reading(diagnostics=(problem,))
    else:
        chosen = next((source for source in sources if source.detects(seed)), None)
        if chosen is None:
            return _unknown_file(seed, sources)
    reading = chosen.read(seed)
    papers = tuple(with_defaults(paper, seed.settings) for paper in reading.papers)
    return dataclasses.replace(reading, papers=papers)


def with_defaults(paper: Paper, settings: SeedsConfig) -> Paper:
    """Return the paper with the venue and topic that ``[[seeds]]`` states for its file."""
    venue = paper.venue or settings.venue
    topics = paper.topics
    if settings.topic and settings.topic not in topics:
        topics = (*topics, settings.topic)
    if venue == paper.venue and topics == paper.topics:
        return paper
    return dataclasses.replace(paper, venue=venue, topics=topics)


def _unknown_format(seed: Seed, sources: Sequence[Source]) -> Reading:
    wanted = seed.settings.format
    problem = seed.problem(
        "S007",
        Severity.ERROR,
        f"[[seeds]] asks for the unknown format {wanted!r}",
        hint=did_you_mean(wanted, [_AUTO, *(source.name for source in sources)]),
    )
    return Reading(diagnostics=(problem,))


def _unknown_file(seed: Seed, sources: Sequence[Source]) -> Reading:
    names = ", ".join(source.name for source in sources)
    problem = seed.problem(
        "S006",
        Severity.WARNING,
        "no reader understands this file; left out",
        hint=f'understood are {names}; force one with format = "…" in [[seeds]]',
    )
    return Reading(diagnostics=(problem,))
