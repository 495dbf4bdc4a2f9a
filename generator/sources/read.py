"""Hands every seed to the reader that understands it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from generator.chunks import in_chunks
from generator.config.schema import Config, SeedsConfig
from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, Severity, SourceLocation
from generator.model.paper import Paper
from generator.sources.containers import open_members
from generator.sources.discover import SeedFile, discover
from generator.sources.parts import Limits, seeds_of
from generator.sources.source import Reading, Seed, Source

Keep = Callable[[Paper], bool]

WORTHWHILE = 10
"""Files for each process below which starting it costs more than it saves."""

_AUTO = "auto"
_LIMITS = Limits()


def read_seeds(
    config: Config,
    sources: Sequence[Source],
    *,
    keep: Keep | None = None,
    limits: Limits = _LIMITS,
    jobs: int = 1,
) -> tuple[Reading, ...]:
    """Return what every file of the project holds, in the order of their paths.

    Args:
        config: Says which files are seeds, and how they are read.
        sources: The readers; of two that detect a file, the first reads it.
        keep: Tells which papers of a file in parts are wanted; others are dropped at once and
            counted, so that memory is bounded by what is kept. Papers that an edition picks stay.
            None keeps all.
        limits: How much of a file is held at a time.
        jobs: Most processes to use.
    """
    discovery = discover(config)
    found = Reading(diagnostics=discovery.diagnostics)

    def read(files: Sequence[SeedFile]) -> list[Reading]:
        read = partial(read_file, sources=sources, keep=keep, limits=limits)
        return [reading for file in files for reading in read(file)]

    readings = in_chunks(read, discovery.files, jobs=jobs, least=WORTHWHILE)
    return (found, *(reading for chunk in readings for reading in chunk))


def read_file(
    file: SeedFile,
    sources: Sequence[Source],
    *,
    keep: Keep | None = None,
    limits: Limits = _LIMITS,
) -> Iterator[Reading]:
    """Yield what a file holds; of an archive, what each of its members does.

    The arguments are those of ``read_seeds``.
    """
    problems: list[Diagnostic] = []
    try:
        with file.target.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            for member in open_members(file.path, stream, size, problems):
                reading = _read_parts(seeds_of(member, file, limits, problems), sources, keep)
                yield dataclasses.replace(reading, diagnostics=(*problems, *reading.diagnostics))
                problems.clear()
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(
            Diagnostic(
                code="S002",
                severity=Severity.WARNING,
                message=f"cannot be read: {reason}",
                location=SourceLocation(file.path),
            )
        )
    if problems:
        yield Reading(diagnostics=tuple(problems))


def _read_parts(seeds: Iterable[Seed], sources: Sequence[Source], keep: Keep | None) -> Reading:
    """Return what the parts of one file hold; who reads the first one reads them all.

    Of a file in one part all papers are kept: another file may say of one what makes it wanted.
    """
    readings: list[Reading] = []
    for seed in seeds:
        part = _as_format(seed, readings[0].format) if readings else seed
        reading = read_seed(part, sources)
        readings.append(_kept(reading, keep) if readings else reading)
        if not readings[0].format:
            break
    if len(readings) > 1:
        readings[0] = _kept(readings[0], keep)
    return joined(readings)


def joined(readings: Sequence[Reading]) -> Reading:
    """Return several readings as one; its format names those of all, parted by ``, ``."""
    if len(readings) == 1:
        return readings[0]
    formats = dict.fromkeys(reading.format for reading in readings if reading.format)
    return Reading(
        format=", ".join(formats),
        papers=tuple(paper for reading in readings for paper in reading.papers),
        issues=tuple(issue for reading in readings for issue in reading.issues),
        pages=tuple(page for reading in readings for page in reading.pages),
        diagnostics=tuple(found for reading in readings for found in reading.diagnostics),
        dropped=sum(reading.dropped for reading in readings),
    )


def _as_format(seed: Seed, format_name: str) -> Seed:
    settings = dataclasses.replace(seed.settings, format=format_name)
    return dataclasses.replace(seed, settings=settings)


def _kept(reading: Reading, keep: Keep | None) -> Reading:
    if keep is None:
        return reading
    picked = {paper for issue in reading.issues for paper in issue.papers}
    papers = tuple(paper for paper in reading.papers if paper.id in picked or keep(paper))
    dropped = len(reading.papers) - len(papers)
    return dataclasses.replace(reading, papers=papers, dropped=dropped) if dropped else reading


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
