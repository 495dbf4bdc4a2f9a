from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Link, LinkKind, Status
from generator.sources.ris import Ris
from tests.sources.readers import names, only, parts, read
from tests.sources.seeds import found, make_seed

JOURNAL = """Provider: The River Library

TY  - JOUR
TI  - River Maps of
 Otters
AU  - van der Berg, Ada
AU  - King,M.,Jr.
A1  - Team Otter
PY  - 2024///
DA  - 2024/03/11
AB  - We map rivers.

They are long &amp; <i>cold</i>.
JO  - J. Riv.
T2  - Journal of Rivers
KW  - otters
KW  - maps, of rivers
DO  - doi:10.1000/Otter.1
AN  - 123
DB  - PubMed
UR  - https://example.org/a; https://example.org/b
L1  - https://example.org/a.pdf
L1  - internal-pdf://a.pdf
UR  - <Go to ISI>://WOS:1
ER  -
"""


def record(*lines: str) -> str:
    return "\n".join(("TY  - JOUR", "TI  - T", *lines, "ER  - "))


def test_a_record_is_read_with_all_it_states() -> None:
    paper = only(Ris(), JOURNAL)
    assert paper.title == "River Maps of Otters"
    assert names(paper) == ["Ada van der Berg", "M. King Jr.", "Team Otter"]
    assert parts(paper.authors[0]) == ("Ada", "van der Berg")
    assert paper.abstract == "We map rivers.\n\nThey are long & cold."
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("otters", "maps, of rivers")
    assert paper.aliases == ("doi:10.1000/otter.1", "pmid:123")
    assert paper.links == (
        Link(url="https://example.org/a", kind=LinkKind.PAPER),
        Link(url="https://example.org/b", kind=LinkKind.PAPER),
        Link(url="https://example.org/a.pdf", kind=LinkKind.PDF),
    )
    assert paper.origins[0].location.line == 3


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("PY  - 2024", "2024"),
        ("Y1  - 2024/03//", "2024-03"),
        ("PY  - 2024/03/11/spring", "2024-03-11"),
        ("DA  - 2024-03-11", "2024-03-11"),
        ("PY  - 2024\nDA  - 1999/01/01", "2024"),
    ],
)
def test_dates_keep_their_precision(line: str, date: str) -> None:
    assert str(only(Ris(), record(line)).published) == date


def test_an_impossible_date_is_left_out_and_reported() -> None:
    reading = read(Ris(), record("PY  - 2024/13/40"))
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S106", 1)]


@pytest.mark.parametrize(
    ("line", "alias"),
    [
        ("M3  - doi: 10.1000/x", "doi:10.1000/x"),
        ("N1  - doi:10.1000/x", "doi:10.1000/x"),
        ("AN  - arXiv:2402.00001", "arxiv:2402.00001"),
        ("T2  - arXiv:2402.00001 [cs.CL]", "arxiv:2402.00001"),
        ("U1  - 123[pmid]", "pmid:123"),
        ("UR  - https://openreview.net/forum?id=abc", "openreview:abc"),
        ("DO  - 10.1000/(SICI)1<2::AID>3.0.CO;2-9", "doi:10.1000/(sici)1<2::aid>3.0.co;2-9"),
    ],
)
def test_identifiers_stand_in_many_tags(line: str, alias: str) -> None:
    assert only(Ris(), record(line)).aliases == (alias,)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("T1  - A", "ST  - B"), "A"),
        (("BT  - A",), "A"),
        (("ST  - B",), "B"),
    ],
)
def test_a_title_stands_in_one_of_several_tags(lines: tuple[str, ...], title: str) -> None:
    text = "\n".join(("TY  - BOOK", *lines, "ER  - "))
    assert only(Ris(), text).title == title


def test_single_blanks_before_the_hyphen_count_only_where_the_file_has_them() -> None:
    text = "TY - JOUR\nTI - Otters\nAB - We swim.\nER -\n"
    assert only(Ris(), text).abstract == "We swim."
    wide = record("AB  - We use", "AI - artificial otters.")
    assert only(Ris(), wide).abstract == "We use AI - artificial otters."


def test_records_without_end_end_at_the_next() -> None:
    text = "TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\n"
    assert [paper.title for paper in read(Ris(), text).papers] == ["One", "Two"]


def test_lines_between_records_are_reported() -> None:
    reading = read(Ris(), record() + "\nTI  - lost\n" + record())
    assert len(reading.papers) == 2
    assert found(reading.diagnostics) == [("S108", 4)]


def test_a_record_without_title_is_reported() -> None:
    reading = read(Ris(), "TY  - JOUR\nAU  - Bee, Ada\nER  - ")
    assert [paper.title for paper in reading.papers] == ["[Untitled paper by Ada Bee]"]
    assert found(reading.diagnostics) == [("S060", 1)]


def test_a_record_that_says_nothing_of_a_paper_is_left_out_with_a_message() -> None:
    reading = read(Ris(), "TY  - JOUR\nPB  - Rivers Press\nER  - ")
    assert reading.papers == ()
    assert found(reading.diagnostics) == [("S060", 1)]


def test_a_retracted_title_tells() -> None:
    text = "TY  - JOUR\nTI  - RETRACTED ARTICLE: Otters\nER  - "
    assert only(Ris(), text).status is Status.RETRACTED


@pytest.mark.parametrize("text", ["", "TI  - Otters\nTY  - JOUR", "PMID- 123\nTI  - T", "TY: x"])
def test_other_text_is_not_taken_for_ris(text: str) -> None:
    assert not Ris().detects(make_seed(text))


def test_a_file_without_records_is_reported() -> None:
    assert found(Ris().read(make_seed("nothing")).diagnostics) == [("S110", 1)]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="TYERAUPI12 -\n/;,<&{\\", max_size=150))
def test_no_text_stops_the_reader(text: str) -> None:
    reading = Ris().read(make_seed("TY  - JOUR\nTI  - T\n" + text))
    assert reading.papers[0].title.startswith("T")
