"""Issues: those with one id become one, and every pick finds its paper or is reported."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.config.suggest import did_you_mean
from generator.errors import Diagnostic, Severity
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import PaperId

_HINTED = 20
"""Looking for a similar id takes long, and who has more faults than this has one big one."""


def merge_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return one issue for each id, newest first.

    Sections that an editor arranged (with headings or notes) come before those of a plain list,
    else in the order they were read. Title, curator and introduction are the first of any.
    """
    by_id: dict[str, list[Issue]] = {}
    for issue in issues:
        by_id.setdefault(issue.id, []).append(issue)
    merged = (_merge(same) for same in by_id.values())
    return tuple(sorted(merged, key=lambda issue: (issue.date, issue.id), reverse=True))


def resolve_picks(
    issues: Sequence[Issue],
    papers: Collection[str],
    ids: Mapping[str, PaperId],
    left_out: Container[str],
) -> tuple[tuple[Issue, ...], tuple[Diagnostic, ...]]:
    """Point every pick to a paper of the corpus, once in an issue.

    Args:
        issues: With unique ids.
        papers: The ids of all papers.
        ids: Ids and identifiers that lead to a paper with another id.
        left_out: Ids and identifiers of drafts, whose picks go without a word.

    Returns:
        The issues without picks that lead nowhere and without second picks of one paper (a note
        moves to the first pick), and a diagnostic for each pick that leads nowhere.
    """
    resolved: list[Issue] = []
    found: list[Diagnostic] = []
    for issue in issues:
        places: dict[str, PaperId] = {}
        for name in issue.papers:
            if name in papers or name in ids:
                places[name] = ids.get(name, name)
            elif name not in left_out:
                near = (
                    did_you_mean(name, {*papers, *ids}, listing=False)
                    if len(found) < _HINTED
                    else ""
                )
                found.append(_unknown_pick(issue, name, near))
        resolved.append(replace(issue, sections=_sections(issue, places)))
    return tuple(resolved), tuple(found)


def _merge(same: list[Issue]) -> Issue:
    if len(same) == 1:
        return same[0]
    same = sorted(same, key=lambda issue: not any(map(_is_arranged, issue.sections)))
    return replace(
        same[0],
        title=next((issue.title for issue in same if issue.title), ""),
        curator=next((issue.curator for issue in same if issue.curator), ""),
        introduction=next((issue.introduction for issue in same if issue.introduction), ""),
        sections=tuple(section for issue in same for section in issue.sections),
        invites_subscribers=any(issue.invites_subscribers for issue in same),
        locations=tuple(dict.fromkeys(place for issue in same for place in issue.locations)),
    )


def _is_arranged(section: Section) -> bool:
    return bool(section.title) or any(pick.note for pick in section.picks)


def _sections(issue: Issue, places: Mapping[str, PaperId]) -> tuple[Section, ...]:
    """Return the sections with one pick for each paper, empty ones left out."""
    notes: dict[PaperId, str] = {}
    for section in issue.sections:
        for pick in section.picks:
            if pick.paper in places and not notes.get(places[pick.paper]):
                notes[places[pick.paper]] = pick.note
    sections: list[Section] = []
    for section in issue.sections:
        papers = dict.fromkeys(places[p.paper] for p in section.picks if p.paper in places)
        picks = tuple(
            Pick(paper=paper, note=notes.pop(paper)) for paper in papers if paper in notes
        )
        if picks:
            sections.append(replace(section, picks=picks))
    return tuple(sections)


def _unknown_pick(issue: Issue, name: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="U030",
        severity=Severity.ERROR,
        message=f"the issue {issue.id} picks {name!r}, but no paper has this id or identifier",
        location=issue.locations[-1] if issue.locations else None,
        hint=hint or "add the paper to the seeds, or remove the pick",
    )
