from __future__ import annotations

import datetime

from generator.curate.issues import merge_issues, resolve_picks
from generator.errors import Severity
from generator.model.issue import Pick, Section
from generator.model.paper import PaperId
from tests.factories import make_issue, make_location

A, B, C = (PaperId(name) for name in "abc")


def test_issues_come_newest_first() -> None:
    days = [datetime.date(2024, 3, day) for day in (11, 13, 12)]
    issues = merge_issues(make_issue(date=day) for day in days)
    assert [issue.id for issue in issues] == ["2024-03-13", "2024-03-12", "2024-03-11"]


def test_issues_with_one_id_become_one_that_knows_both_places() -> None:
    page = make_issue([A, B], locations=(make_location("seeds/a.txt"),), invites_subscribers=True)
    file = make_issue([C], curator="", title="Otters", locations=(make_location("seeds/b.md"),))
    (issue,) = merge_issues([page, file])
    assert issue.papers == (A, B, C)
    assert (issue.title, issue.curator) == ("Otters", "the river club")
    assert [str(place) for place in issue.locations] == ["seeds/a.txt:1", "seeds/b.md:1"]
    assert issue.invites_subscribers


def test_sections_an_editor_arranged_come_first() -> None:
    page = make_issue([A, B])
    file = make_issue(sections=(Section(title="Best", picks=(Pick(paper=B, note="Read it."),)),))
    (issue,) = merge_issues([page, file])
    (resolved,), _ = resolve_picks([issue], {A, B}, {}, ())
    assert [(section.title, [p.paper for p in section.picks]) for section in resolved.sections] == [
        ("Best", [B]),
        ("", [A]),
    ]


def test_picks_follow_identifiers_to_their_paper() -> None:
    issue = make_issue(["doi:10.1/x", "a", "arxiv:2402.00310"])
    ids = {"doi:10.1/x": B, "arxiv:2402.00310": A}
    (resolved,), found = resolve_picks([issue], {A, B}, ids, ())
    assert (resolved.papers, found) == ((B, A), ())


def test_a_second_pick_of_a_paper_leaves_its_note_to_the_first() -> None:
    section = Section(picks=(Pick(paper=A), Pick(paper=B), Pick(paper=A, note="Read it.")))
    (resolved,), _ = resolve_picks([make_issue(sections=(section,))], {A, B}, {}, ())
    assert resolved.sections[0].picks == (Pick(paper=A, note="Read it."), Pick(paper=B))


def test_a_pick_of_no_paper_is_an_error_with_its_place() -> None:
    issue = make_issue(["arxiv:2402.0031", "a"])
    (resolved,), (problem,) = resolve_picks([issue], {A}, {"arxiv:2402.00310": A}, ())
    assert resolved.papers == (A,)
    assert (problem.code, problem.severity) == ("U030", Severity.ERROR)
    assert str(problem.location) == "seeds/2024-03-11.txt:1"
    assert problem.hint == "did you mean 'arxiv:2402.00310'?"


def test_picks_of_drafts_go_without_a_word() -> None:
    (resolved,), found = resolve_picks([make_issue(["draft"])], {A}, {}, {"draft"})
    assert (resolved.sections, found) == ((), ())
