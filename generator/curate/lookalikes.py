"""Papers that look like one another and stay apart: each doubt is told once, with both places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.curate.identity import TitleKeys, by_first_author, named
from generator.curate.merge import ranked_numbers
from generator.errors import Diagnostic, Severity
from generator.model.ids import equivalent
from generator.model.paper import Paper

_HINT = "if they are one paper, list them under same: in seeds/same.yaml; if not, under different:"


def report_lookalikes(
    papers: Mapping[int, Paper], keys: TitleKeys, apart: Collection[tuple[int, int]]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each paper that resembles one ranked above it.

    Args:
        papers: The papers of the corpus by number.
        keys: The keys of their titles.
        apart: Pairs that the user called different: there is no doubt about them.
    """
    known = {frozenset(pair) for pair in apart}
    by_letters: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for number, paper in papers.items():
        by_letters.setdefault(keys.of(paper.title).letters, []).append(number)
        for name in dict.fromkeys(map(equivalent, paper.aliases)):
            by_name.setdefault(name, []).append(number)
    for first, others in _pairs(by_letters, papers, known):
        yield from _same_title(first, others, papers, keys)
    for name, numbers in by_name.items():
        for first, others in _pairs({name: numbers}, papers, known):
            for other in others:
                yield _shared_identifier(name, papers[first], papers[other])
    yield from _parts_and_notices(papers, by_letters, keys, known)


def _pairs(
    buckets: Mapping[str, Sequence[int]],
    papers: Mapping[int, Paper],
    known: Collection[frozenset[int]],
) -> Iterator[tuple[int, list[int]]]:
    """Yield of each bucket the best ranked and all others that it may be taken for."""
    for numbers in buckets.values():
        if len(numbers) > 1:
            first, *others = ranked_numbers(numbers, papers)
            doubtful = [other for other in others if frozenset((first, other)) not in known]
            if doubtful:
                yield first, doubtful


def _same_title(
    first: int, others: Sequence[int], papers: Mapping[int, Paper], keys: TitleKeys
) -> Iterator[Diagnostic]:
    together = {number: papers[number] for number in (first, *others)}
    authors = by_first_author(together)
    lead = next((same for same in authors if first in same), [])
    for other in others:
        if other in lead or (not named(papers[first]) and not named(papers[other])):
            after = ", but other identifiers or years"
            yield _doubt("U051", papers[other], "is called like", papers[first], after)
        elif named(papers[first]) != named(papers[other]):
            after = ", but one of them names no authors"
            yield _doubt("U052", papers[other], "is called like", papers[first], after)
        elif not keys.of(papers[other].title).generic:
            after = ", but has another first author"
            yield _doubt("U050", papers[other], "is called like", papers[first], after)


def _parts_and_notices(
    papers: Mapping[int, Paper],
    by_letters: Mapping[str, Sequence[int]],
    keys: TitleKeys,
    known: Collection[frozenset[int]],
) -> Iterator[Diagnostic]:
    by_whole: dict[str, list[int]] = {}
    for number, paper in papers.items():
        key = keys.of(paper.title)
        if key.whole:
            by_whole.setdefault(key.whole, []).append(number)
    for whole, numbers in by_whole.items():
        bucket = {whole: [*by_letters.get(whole, ()), *numbers]}
        for first, others in _pairs(bucket, papers, known):
            for other in others:
                yield _part_or_notice(papers[first], papers[other], keys)


def _part_or_notice(first: Paper, other: Paper, keys: TitleKeys) -> Diagnostic:
    notices = [paper for paper in (other, first) if keys.of(paper.title).notice]
    if not notices:
        return _doubt("U053", other, "is another part of the work of", first)
    if len(notices) == 2:
        return _doubt("U053", other, "is a notice about the paper of", first)
    paper = first if notices[0] is other else other
    return _doubt("U053", notices[0], "is a notice about", paper)


def _shared_identifier(name: str, first: Paper, other: Paper) -> Diagnostic:
    before = f"has the identifier {name} of"
    after = ", but another title and first author"
    return _doubt("U054", other, before, first, after, Severity.WARNING)


def _doubt(
    code: str,
    paper: Paper,
    before: str,
    other: Paper,
    after: str = "",
    severity: Severity = Severity.NOTE,
) -> Diagnostic:
    place = f" ({other.origins[0].location})" if other.origins else ""
    return Diagnostic(
        code=code,
        severity=severity,
        message=f"{paper.title!r} {before} {other.title!r}{place}{after}; they stay apart",
        location=paper.origins[0].location if paper.origins else None,
        hint=_HINT,
    )
