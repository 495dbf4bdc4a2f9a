from __future__ import annotations

import datetime

from generator.curate.issue_picks import limit_picks, without_picks
from generator.curate.select import Reason
from generator.errors import Severity
from generator.model.issue import Pick, Section
from generator.model.paper import Signals
from tests.factories import make_issue, make_paper

A, B, C, D = (
    make_paper(name, signals=Signals(upvotes=votes))
    for name, votes in (("A", 3), ("B", None), ("C", 9), ("D", 3))
)


def test_an_issue_goes_without_what_is_left_out_and_says_so() -> None:
    sections = (
        Section(title="Best", picks=(Pick(paper=A.id, note="Read it."),)),
        Section(picks=(Pick(paper=B.id), Pick(paper=C.id))),
    )
    (issue,), (note,) = without_picks([make_issue(sections=sections)], {A.id: A, C.id: C})
    assert issue.sections == (Section(picks=(Pick(paper=B.id),)),)
    assert (note.code, note.severity) == ("U071", Severity.NOTE)
    assert "'A', 'C'" in note.message


def test_an_issue_that_loses_nothing_stays_as_it_is() -> None:
    issue = make_issue([A])
    assert without_picks([issue], {C.id: C}) == ((issue,), ())


def test_the_papers_with_most_upvotes_stay_in_their_order() -> None:
    (issue,), left_out = limit_picks([make_issue([A, B, C, D])], [A, B, C, D], 2)
    assert issue.papers == (A.id, C.id)
    assert left_out == {B.id: Reason.ISSUE_LIMIT, D.id: Reason.ISSUE_LIMIT}


def test_a_paper_stays_when_any_issue_keeps_it() -> None:
    issues = [make_issue([A, C]), make_issue([A], date=datetime.date(2024, 3, 12))]
    fewer, left_out = limit_picks(issues, [A, C], 1)
    assert [issue.papers for issue in fewer] == [(C.id,), (A.id,)]
    assert left_out == {}


def test_papers_of_no_issue_and_issues_without_limit_are_left_alone() -> None:
    issue = make_issue([A, C])
    assert limit_picks([issue], [A, B, C], 0) == ((issue,), {})
    (fewer,), left_out = limit_picks([issue], [A, B, C], 1)
    assert (fewer.papers, set(left_out)) == ((C.id,), {A.id})
