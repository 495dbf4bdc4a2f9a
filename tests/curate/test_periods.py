from __future__ import annotations

import datetime

import pytest

from generator.curate.periods import with_periods
from generator.language.language import Language
from generator.model.dates import PartialDate
from generator.model.issue import Pick
from tests.factories import make_issue, make_paper


@pytest.mark.parametrize(
    ("every", "ids"),
    [
        ("", []),
        ("day", ["2025-01-01", "2024-12-31", "2024-03-11"]),
        ("week", ["2025-w01", "2024-w11"]),  # the last days of 2024 are in the first week of 2025
        ("month", ["2025-01", "2024-12", "2024-03"]),
    ],
)
def test_papers_are_gathered_by_the_date_of_their_publication(every: str, ids: list[str]) -> None:
    dates = (PartialDate(2024, 3, 11), PartialDate(2024, 12, 31), PartialDate(2025, 1, 1))
    papers = [make_paper(f"Paper {date}", published=date) for date in dates]
    papers.append(make_paper("Some year", published=PartialDate(2024)))
    papers.append(make_paper("Undated", published=None))
    assert [issue.id for issue in with_periods((), papers, every, Language())] == ids


def test_a_week_begins_on_monday_and_is_named() -> None:
    [issue] = with_periods((), [make_paper(published=PartialDate(2025, 3, 16))], "week", Language())
    assert (issue.id, issue.date, issue.title) == (
        "2025-w11",
        datetime.date(2025, 3, 10),
        "Week 11, 2025",
    )


def test_what_an_editor_arranged_stays_and_takes_in_the_rest_of_its_day() -> None:
    chosen, other = make_paper("Chosen"), make_paper("Other")
    issue = make_issue([chosen], title="Mine")
    [made] = with_periods((issue,), [other, chosen], "day", Language())
    assert made.title == "Mine"
    assert [list(section.picks) for section in made.sections] == [
        list(issue.sections[0].picks),
        [Pick(paper=other.id)],
    ]


def test_a_paper_of_an_issue_is_in_no_second_one() -> None:
    paper = make_paper()
    issue = make_issue([paper], id="special", date=datetime.date(2024, 1, 1))
    assert with_periods((issue,), [paper], "month", Language()) == (issue,)
