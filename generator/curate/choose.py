"""From records and issues as they were read to those of the site: merged, filtered, ordered."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.config.schema import Config
from generator.curate.dedupe import Merged, merge_papers
from generator.curate.issue_picks import limit_picks, without_picks
from generator.curate.issues import merge_issues, resolve_picks
from generator.curate.periods import with_periods
from generator.curate.sameness import load_statements
from generator.curate.select import Reason, select
from generator.errors import Diagnostic, Severity
from generator.model.counts import Counts
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId

_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the site shows.

    Attributes:
        papers: Newest issue first, then source order.
        issues: Newest first; every pick names one of the papers.
        ids: Ids and identifiers that lead to a paper with another id.
        counts: How the records became these papers.
        diagnostics: Every doubt on the way.
    """

    papers: tuple[Paper, ...]
    issues: tuple[Issue, ...]
    ids: Mapping[str, PaperId]
    counts: Counts
    diagnostics: tuple[Diagnostic, ...]


def choose(
    records: Sequence[Paper], issues: Sequence[Issue], config: Config, *, dropped: int = 0
) -> Choice:
    """Return the papers and issues of the site.

    Args:
        records: Every record of every source, in reading order, doubled ones included.
        issues: Every issue read; their picks name ids or identifiers.
        config: Says what is left out; the file of same papers is read from its root.
        dropped: Further records, left out while they were read.
    """
    wanted = [record for record in records if config.drafts or not record.draft]
    statements, misread = load_statements(config, wanted)
    merged = merge_papers(wanted, statements)
    drafts = {name for record in records if record.draft for name in (record.id, *record.aliases)}
    known = {paper.id: paper for paper in merged.papers}
    resolved, lost = resolve_picks(merge_issues(issues), known, merged.ids, drafts)
    kept, left_out = select(merged.papers, config.filter)
    resolved, unpicked = without_picks(resolved, {name: known[name] for name in left_out})
    resolved = with_periods(resolved, kept, config.issues.every, config.language)
    resolved, beyond = limit_picks(resolved, kept, config.filter.per_issue)
    left_out |= beyond
    return Choice(
        papers=_in_order((paper for paper in kept if paper.id not in beyond), resolved),
        issues=resolved,
        ids={name: paper for name, paper in merged.ids.items() if paper not in left_out},
        counts=_counts(merged, len(records), dropped, len(wanted), left_out),
        diagnostics=(
            *misread,
            *merged.diagnostics,
            *lost,
            *unpicked,
            *_left_out(left_out, known),
        ),
    )


def _counts(
    merged: Merged, records: int, dropped: int, wanted: int, left_out: Mapping[PaperId, Reason]
) -> Counts:
    numbers = Counter(left_out.values())
    numbers[Reason.DRAFT] = records - wanted
    numbers[Reason.LARGE_FILE] = dropped
    return Counts(
        read=records + dropped,
        merged=merged.doubled,
        merged_into=merged.doubled_into,
        left_out=tuple((str(reason), numbers[reason]) for reason in Reason if numbers[reason]),
    )


def _left_out(
    reasons: Mapping[PaperId, Reason], papers: Mapping[PaperId, Paper]
) -> Iterable[Diagnostic]:
    """Yield one note for each reason, so that nobody looks for a paper in vain."""
    by_reason: dict[Reason, list[Paper]] = {}
    for name, reason in reasons.items():
        by_reason.setdefault(reason, []).append(papers[name])
    for reason, left in by_reason.items():
        titles = ", ".join(repr(paper.title) for paper in left[:_NAMED])
        more = f" and {len(left) - _NAMED:,} more" if len(left) > _NAMED else ""
        yield Diagnostic(
            code="U070",
            severity=Severity.NOTE,
            message=f"[filter] leaves out papers {reason}: {titles}{more}",
            location=left[0].origins[0].location if left[0].origins else None,
            hint="change [filter] in site.toml if they belong into the digest",
        )


def _in_order(papers: Iterable[Paper], issues: Sequence[Issue]) -> tuple[Paper, ...]:
    """Return the papers newest first: by their newest issue, else by publication; undated last.

    Papers of one issue stand in its order, all others of one day in reading order.
    """
    places: dict[PaperId, tuple[datetime.date, int]] = {}
    for issue in issues:
        for number, paper_id in enumerate(issue.papers):
            places.setdefault(paper_id, (issue.date, number))

    def age(paper: Paper) -> tuple[int, bool, int]:
        if paper.id in places:
            day, number = places[paper.id]
            return (-day.toordinal(), False, number)
        day_number = paper.published.earliest().toordinal() if paper.published else 0
        return (-day_number, True, 0)

    return tuple(sorted(papers, key=age))
