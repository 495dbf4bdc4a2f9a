from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Severity
from generator.model.ids import paper_id
from generator.model.paper import Link, LinkKind
from generator.sources.decode import decode
from generator.sources.pasted_page import PastedPage
from generator.sources.source import Reading
from tests.sources.seeds import KITES, OTTERS, found, make_seed

FIXTURES = Path(__file__).parent / "fixtures"
OTTER_CARD = f"Otters Remember\n\n{OTTERS}\n"
KITE_CARD = f"A kite alone\n\n{KITES}\n"
HEADER = "new\n\nGet trending rivers in your email inbox!\n\nSubscribe\n\nbyAda and friends\n\n"


def read(text: str, path: str = "seeds/page.txt", **settings: Any) -> Reading:
    return PastedPage().read(make_seed(text, path, **settings))


def titles(reading: Reading) -> list[str]:
    return [paper.title for paper in reading.papers]


def test_the_golden_page_is_read_exactly() -> None:
    decoded = decode((FIXTURES / "digest-page.txt").read_bytes())
    assert decoded is not None
    expected = json.loads((FIXTURES / "digest-page.json").read_text(encoding="utf-8"))
    reading = read(decoded.text, year=2025)
    papers = [
        {"line": p.origins[0].location.line, "title": p.title, "abstract": p.abstract,
         "links": [link.url for link in p.links], "aliases": list(p.aliases)}
        for p in reading.papers
    ]  # fmt: skip
    assert papers == expected["papers"]
    assert [list(place) for place in found(reading.diagnostics)] == expected["diagnostics"]
    issues = [[i.id, i.curator, i.invites_subscribers, len(i.papers)] for i in reading.issues]
    assert issues == expected["issues"]


def test_a_page_becomes_papers_and_an_issue() -> None:
    reading = read(f"{HEADER}Mar 11\n\n{OTTER_CARD}\n{KITE_CARD}", year=2025)
    assert reading.diagnostics == ()
    (issue,) = reading.issues
    assert (issue.id, issue.date) == ("2025-03-11", datetime.date(2025, 3, 11))
    assert (issue.curator, issue.invites_subscribers) == ("Ada and friends", True)
    assert issue.papers == tuple(paper.id for paper in reading.papers)
    assert str(issue.locations[0]) == "seeds/page.txt:9"
    otters = reading.papers[0]
    assert (otters.title, otters.abstract) == ("Otters Remember", OTTERS)
    assert otters.id == paper_id("Otters Remember")
    assert str(otters.origins[0].location) == "seeds/page.txt:11"
    assert (otters.origins[0].format, otters.published) == ("pasted-page", None)


def test_a_page_that_invites_nobody_says_so() -> None:
    (issue,) = read(f"Mar 11, 2025\n\n{OTTER_CARD}").issues
    assert (issue.invites_subscribers, issue.curator) == (False, "")


def test_a_year_in_the_date_line_wins_over_the_settings() -> None:
    (issue,) = read(f"11 Mar 2023\n\n{OTTER_CARD}", year=2025).issues
    assert issue.id == "2023-03-11"


def test_a_date_in_the_file_name_gives_the_year() -> None:
    reading = read(f"Mar 11\n\n{OTTER_CARD}", "seeds/page-2023-03-12.txt")
    assert ([i.id for i in reading.issues], reading.diagnostics) == (["2023-03-11"], ())


def test_without_a_year_the_latest_is_taken_with_a_warning_that_names_the_setting() -> None:
    reading = read(f"\nAug 3\n\n{OTTER_CARD}")
    assert [i.id for i in reading.issues] == ["2024-08-03"]
    (problem,) = reading.diagnostics
    assert (problem.code, problem.severity) == ("S020", Severity.WARNING)
    assert str(problem.location) == "seeds/page.txt:2"
    assert "year = 2024" in problem.hint
    assert "[[seeds]]" in problem.hint


def test_a_page_without_a_date_takes_that_of_the_settings_or_of_its_name() -> None:
    day = datetime.date(2024, 5, 6)
    assert [i.date for i in read(OTTER_CARD, date=day).issues] == [day]
    assert [i.date for i in read(OTTER_CARD, "seeds/2024-05-06.txt").issues] == [day]


def test_a_page_without_any_date_has_papers_but_no_issue() -> None:
    reading = read(OTTER_CARD)
    assert titles(reading) == ["Otters Remember"]
    assert reading.issues == ()
    assert found(reading.diagnostics) == [("S021", 1)]


def test_two_pages_in_one_file_are_two_issues() -> None:
    text = f"byAda\n\nMar 11\n\n{OTTER_CARD}\nSubscribe\n\nbyBo Li\n\nMar 12\n\n{KITE_CARD}"
    reading = read(text, year=2025)
    assert [(i.id, i.curator, i.invites_subscribers) for i in reading.issues] == [
        ("2025-03-11", "Ada", False),
        ("2025-03-12", "Bo Li", True),
    ]
    assert [i.papers for i in reading.issues] == [(p.id,) for p in reading.papers]


def test_two_pages_of_one_day_are_one_issue_that_picks_each_paper_once() -> None:
    text = f"Mar 11\n\n{OTTER_CARD}\nbyAda\nMar 11\n\n{OTTER_CARD}\n{KITE_CARD}"
    reading = read(text, year=2025)
    assert len(reading.papers) == 3
    (issue,) = reading.issues
    assert issue.curator == "Ada"
    assert issue.papers == (reading.papers[0].id, reading.papers[2].id)


def test_an_impossible_day_is_reported_and_its_papers_kept() -> None:
    reading = read(f"Feb 30\n\n{OTTER_CARD}", year=2025)
    assert (titles(reading), reading.issues) == (["Otters Remember"], ())
    assert found(reading.diagnostics) == [("S025", 1)]


def test_a_wrong_weekday_is_reported() -> None:
    reading = read(f"Monday, March 11\n\n{OTTER_CARD}", year=2025)
    assert [i.id for i in reading.issues] == ["2025-03-11"]
    assert found(reading.diagnostics) == [("S026", 1)]
    assert "Tuesday" in reading.diagnostics[0].message


def test_a_date_that_heads_nothing_is_reported() -> None:
    reading = read(f"Mar 10\nMar 11\n\n{OTTER_CARD}\nMar 12\n", year=2025)
    assert [i.id for i in reading.issues] == ["2025-03-11"]
    assert found(reading.diagnostics) == [("S028", 1), ("S028", 8)]


def test_doubled_cards_are_folded_with_a_note() -> None:
    reading = read(f"Mar 11\n\n{OTTER_CARD}\n{OTTER_CARD}\n{KITE_CARD}", year=2025)
    assert titles(reading) == ["Otters Remember", "A kite alone"]
    assert {d.severity for d in reading.diagnostics} == {Severity.NOTE}
    assert found(reading.diagnostics) == [("S024", 7)]


def test_lost_titles_and_abstracts_are_reported_at_their_lines() -> None:
    text = f"{OTTERS * 3}\n\n{KITE_CARD}\n\nLost Otters Without Words\n"
    reading = read(text, date=datetime.date(2025, 3, 11))
    assert titles(reading) == ["A kite alone"]
    assert found(reading.diagnostics) == [("S023", 1), ("S022", 8)]
    assert {d.severity for d in reading.diagnostics} == {Severity.WARNING}
    assert "Lost Otters Without Words" in reading.diagnostics[1].message


def test_a_second_paragraph_is_kept_and_reported() -> None:
    text = f"Otters Remember\n\n{OTTERS}\n\nCode is on request.\n\n{KITE_CARD}"
    reading = read(text, date=datetime.date(2025, 3, 11))
    assert reading.papers[0].abstract == f"{OTTERS} Code is on request."
    assert found(reading.diagnostics) == [("S029", 5)]


@pytest.mark.parametrize("between", ["·", "—", "12", "Upvote\n75", "Search"])
def test_a_title_that_looks_like_furniture_is_not_lost_silently(between: str) -> None:
    text = f"Otters Remember\n{OTTERS}\n{between}\n{KITES}\n\nA kite alone\n\n{KITES}"
    reading = read(text, date=datetime.date(2025, 3, 11))
    place = 3 + len(between.split("\n"))
    assert {code for code, line in found(reading.diagnostics) if line == place} <= {"S023", "S029"}
    assert place in {line for _, line in found(reading.diagnostics)}


def test_an_abstract_taken_for_a_title_is_reported() -> None:
    reading = read(f"Mar 11\n\n{OTTERS}\n\n{KITES}", year=2025)
    assert found(reading.diagnostics) == [("S023", 3)]


def test_an_abstract_that_is_cut_short_is_reported() -> None:
    reading = read(f"Otters Remember\n\n{OTTERS[:150]}…", date=datetime.date(2025, 3, 11))
    assert found(reading.diagnostics) == [("S030", 1)]


def test_links_on_a_card_give_links_and_identifiers() -> None:
    text = (
        f"Otters Remember\nhttps://arxiv.org/abs/2501.01234v2\n\n{OTTERS}\n"
        f"https://github.com/otters/maps\n\nA kite alone\narXiv:2502.00001\n\n{KITES}\n"
    )
    otters, kite = read(text).papers
    assert otters.id == "arxiv:2501.01234"
    assert otters.links == (
        Link(url="https://arxiv.org/abs/2501.01234v2", kind=LinkKind.PAPER),
        Link(url="https://github.com/otters/maps", kind=LinkKind.CODE),
    )
    assert (kite.aliases, kite.links) == (("arxiv:2502.00001",), ())


def test_a_file_without_papers_gives_a_diagnostic_when_the_format_is_forced() -> None:
    assert found(read("").diagnostics) == [("S027", None)]
    assert ("S027", None) in found(read("milk\nbread\n").diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}Mar 11\n\n{OTTER_CARD}",
        f"Mar 11\n\nCounting Otters\n\nWe count otters in three rivers.\n\nUpvote\n\n{KITE_CARD}",
        f"Otters Remember\n\n{OTTERS} {KITES} {OTTERS}\n\nA kite alone\n\n{KITES} {OTTERS * 2}\n",
        f"Mar 4\n\n?!… —— !!\n\n{OTTERS}\n\n🦊🦊🦊\n\n{KITES}\n\nA kite alone\n\n{OTTERS}\n",
        f"June 1, 2025\n{OTTER_CARD.replace(chr(10) * 2, chr(10))}{KITE_CARD}",
    ],
)
def test_digest_pages_are_claimed(text: str) -> None:
    assert PastedPage().detects(make_seed(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "milk\nbread\neggs\n",
        f"Dear Ada,\n\n{OTTERS}\n\nBest wishes,\nBo\n",
        f"{OTTERS}\n\n{KITES}\n\n{OTTERS}\n\n{KITES}",
        f"Title: Otters\nAbstract: {OTTERS}\n\nTitle: Kites\nAbstract: {KITES}\n",
        '{"title": "Otters", "abstract": "Otters sleep."}\n',
        "title,abstract\nOtters,Otters sleep in the river.\nKites,Kites fly.\n",
        "@article{otters,\n  title = {Otters},\n  abstract = {Otters sleep.}\n}\n",
        "<html><body><p>Otters sleep.</p></body></html>",
        f"# Otters\n\n{OTTERS}\n\n## Kites\n\n{KITES}\n",
        "def otters():\n    return 1\n\n\ndef kites():\n    return 2\n",
        f"Chapter One\n\n{OTTERS}\n\n{KITES}\n\n{OTTERS}\n\nChapter Two\n\n{KITES}\n\n{OTTERS}\n",
        "TY  - JOUR\nTI  - Otters\nAB  - Otters sleep.\nER  -\n",
        "1. Wash the otter.\n2. Dry the otter.\n3. Feed it.\n",
    ],
)
def test_other_texts_are_not_claimed(text: str) -> None:
    assert not PastedPage().detects(make_seed(text))
