from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Status
from generator.sources.medline import Medline
from generator.sources.medline_text import medline_name, medline_title, with_electronic_day
from generator.sources.written_dates import read_date
from tests.sources.readers import names, only, parts, read
from tests.sources.seeds import found, make_seed

PUBMED = """
PMID- 123
OWN - NLM
DP  - 2024
TI  - River maps of
      otters.
LID - 10.1000/otter.1 [doi]
LID - 55 [pii]
AB  - BACKGROUND: We map rivers.
      They are long.
FAU - van der Berg, Ada K
AU  - van der Berg AK
AUID- ORCID: 0000-0002-1825-0097
AD  - River College, Holm.
AD  - Otter House.
CN  - Team Otter, and Friends
FAU - Dee, Cy
AU  - Dee C
PT  - Journal Article
DEP - 20240311
TA  - J Riv
JT  - Journal of rivers
OT  - otters
OT  - *maps
MH  - *Rivers/anatomy
PST - ppublish

PMID- 124
TI  - Second.
MH  - Animals
MH  - *Rivers/anatomy
PT  - Retracted Publication
"""


def test_a_record_is_read_with_all_it_states() -> None:
    paper, second = read(Medline(), PUBMED, "seeds/pubmed.nbib").papers
    assert paper.title == "River maps of otters"
    assert paper.abstract == "BACKGROUND: We map rivers. They are long."
    assert names(paper) == ["Ada K van der Berg", "Team Otter, and Friends", "Cy Dee"]
    assert parts(paper.authors[0]) == ("Ada K", "van der Berg")
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert paper.authors[0].affiliation == "River College, Holm.; Otter House."
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of rivers"
    assert paper.keywords == ("otters", "maps")
    assert paper.aliases == ("pmid:123", "doi:10.1000/otter.1")
    assert paper.origins[0].location.line == 2
    assert (second.title, second.keywords) == ("Second", ("Rivers",))
    assert second.status is Status.RETRACTED


def test_records_of_eric_have_no_number_and_are_parted_by_empty_lines() -> None:
    text = (
        "\nOWN - ERIC\nTI  - Otters\nDP  - Apr 2019\nISSN - ISSN-1\nLID - http://example.org/1\n"
        "AID - http://dx.doi.org/10.1000/x\n\nOWN - ERIC\nTI  - Beavers\n"
    )
    first, second = read(Medline(), text).papers
    assert (first.title, second.title) == ("Otters", "Beavers")
    assert str(first.published) == "2019-04"
    assert first.aliases == ("doi:10.1000/x",)


@pytest.mark.parametrize(
    ("title", "vernacular", "expected"),
    [
        ("Otters.", "", "Otters"),
        ("Otters in the U.S.", "", "Otters in the U.S."),
        ("What now?", "", "What now?"),
        ("[Otters of the Oder].", "Otter der Oder.", "Otters of the Oder"),
        ("[Not Available].", "Otter der Oder.", "Otter der Oder"),
    ],
)
def test_titles_lose_what_medline_adds(title: str, vernacular: str, expected: str) -> None:
    assert medline_title(title, vernacular) == expected


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [("de Hoon MJ", "MJ", "de Hoon"), ("King M Jr", "M", "King Jr"), ("Plato", "", "")],
)
def test_old_records_have_initials_behind_the_family(text: str, given: str, family: str) -> None:
    assert parts_of(text) == (given, family)


def parts_of(text: str) -> tuple[str, str]:
    name = medline_name(text)
    return name.given, name.family


@pytest.mark.parametrize(
    ("printed", "electronic", "expected"),
    [
        ("2021", "2021-12-27", "2021-12-27"),
        ("2021 Dec", "2021-12-27", "2021-12-27"),
        ("2021 Dec", "2021-11-27", "2021-12"),
        ("2021", "2020-12-27", "2021"),
        ("", "2020-12-27", "2020-12-27"),
    ],
)
def test_the_electronic_day_completes_the_date_of_the_issue(
    printed: str, electronic: str, expected: str
) -> None:
    assert str(with_electronic_day(read_date(printed), read_date(electronic))) == expected


def test_an_impossible_date_is_left_out_and_reported() -> None:
    reading = read(Medline(), "PMID- 1\nTI  - T\nDP  - 2024 Feb 31\n")
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S106", 1)]


def test_a_record_without_title_is_reported() -> None:
    reading = read(Medline(), "PMID- 1\nAB  - We swim.\n\nPMID- 2\nTI  - T\n")
    assert [paper.title for paper in reading.papers] == ["[Untitled: We swim. …]", "T"]
    assert found(reading.diagnostics) == [("S060", 1)]


def test_a_blank_behind_the_hyphen_may_be_missing() -> None:
    text = "PMID-12\nTI  - Otters-\n      TNF- and AB-\nAB  -\nPL  - \n\nPMC -3\nTI  - Two\n"
    first, second = read(Medline(), text).papers
    assert (first.title, first.aliases, second.title) == (
        "Otters- TNF- and AB-",
        ("pmid:12",),
        "Two",
    )


def test_only_the_book_title_makes_a_book() -> None:
    assert only(Medline(), "PMID- 1\nBTI - All Rivers\nDP  - 2001\n").title == "All Rivers"


@pytest.mark.parametrize("text", ["", "TY  - JOUR", "Title: PMID- 1", "{}"])
def test_other_text_is_not_taken_for_medline(text: str) -> None:
    assert not Medline().detects(make_seed(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="PMIDTAUFB12 -\n;,.[]&", max_size=150))
def test_no_text_stops_the_reader(text: str) -> None:
    reading = Medline().read(make_seed("PMID- 1\nTI  - T\n" + text))
    assert all(paper.title for paper in reading.papers)
