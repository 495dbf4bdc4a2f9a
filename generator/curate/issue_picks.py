"""Fewer picks in an issue: without the papers that are left out, and no more than a limit."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from generator.curate.select import Reason
from generator.errors import Diagnostic, Severity
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId

_NAMED = 3


def without_picks(
    issues: Sequence[Issue], left_out: Mapping[PaperId, Paper]
) -> tuple[tuple[Issue, ...], tuple[Diagnostic, ...]]:
    """Return the issues without picks of papers that are left out, and a note for each issue."""
    if not left_out:
        return tuple(issues), ()
    fewer: list[Issue] = []
    found: list[Diagnostic] = []
    for issue in issues:
        lost = [left_out[name] for name in issue.papers if name in left_out]
        if lost:
            found.append(_note(issue, lost))
        fewer.append(_picking(issue, set(issue.papers) - left_out.keys()) if lost else issue)
    return tuple(fewer), tuple(found)


def limit_picks(
    issues: Sequence[Issue], papers: Sequence[Paper], limit: int
) -> tuple[tuple[Issue, ...], dict[PaperId, Reason]]:
    """Return the issues with at most ``limit`` papers each, and the papers no issue has any more.

    Those with most upvotes stay, of equal ones the first; they keep the editor's order. 0 is no
    limit.
    """
    if not limit:
        return tuple(issues), {}
    upvotes = {paper.id: paper.signals.upvotes or 0 for paper in papers}
    fewer = tuple(_limited(issue, upvotes, limit) for issue in issues)
    before = {name for issue in issues for name in issue.papers}
    after = {name for issue in fewer for name in issue.papers}
    dropped = (paper.id for paper in papers if paper.id in before - after)
    return fewer, dict.fromkeys(dropped, Reason.ISSUE_LIMIT)


def _limited(issue: Issue, upvotes: Mapping[PaperId, int], limit: int) -> Issue:
    if len(issue.papers) <= limit:
        return issue
    best = sorted(issue.papers, key=lambda name: -upvotes[name])[:limit]
    return _picking(issue, frozenset(best))


def _picking(issue: Issue, papers: Container[PaperId]) -> Issue:
    """Return the issue with the picks of these papers alone, empty sections left out."""
    sections = (
        replace(section, picks=tuple(pick for pick in section.picks if pick.paper in papers))
        for section in issue.sections
    )
    return replace(issue, sections=tuple(section for section in sections if section.picks))


def _note(issue: Issue, lost: Sequence[Paper]) -> Diagnostic:
    titles = ", ".join(repr(paper.title) for paper in lost[:_NAMED])
    more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
    return Diagnostic(
        code="U071",
        severity=Severity.NOTE,
        message=f"the issue {issue.id} goes without {titles}{more}, which [filter] leaves out",
        location=issue.locations[-1] if issue.locations else None,
    )
