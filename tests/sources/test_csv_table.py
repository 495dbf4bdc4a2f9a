from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind, Status
from generator.sources.csv_table import CsvTable
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

HEADER = "Title,Authors,Abstract,Year\n"
ROW = 'Otters,"Berg, Ada; Li, Bo",They swim.,2025\n'


def read(text: str, path: str = "seeds/papers.csv", **options: Any) -> Reading:
    seed = make_seed(text, path, **options)
    assert CsvTable().detects(seed)
    return CsvTable().read(seed)


def titles(reading: Reading) -> list[str]:
    return [paper.title for paper in reading.papers]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    header = delimiter.join(["title", "abstract", "year"])
    row = delimiter.join(["Otters", '"They swim, dive; rest | sleep\there"', "2025"])
    reading = read(f"{header}\n{row}\n")
    assert reading.diagnostics == ()
    assert titles(reading) == ["Otters"]
    assert reading.papers[0].published == PartialDate(2025)


def test_a_cell_may_hold_lines_and_rows_keep_their_true_lines() -> None:
    reading = read(f'{HEADER}Otters,Ada Berg,"They\nswim.\n\nA lot.",2025\n\n{ROW}')
    assert [paper.origins[0].location.line for paper in reading.papers] == [2, 7]
    assert reading.papers[0].abstract == "They swim.\n\nA lot."


def test_inverted_names_are_turned_round() -> None:
    (paper,) = read(HEADER + ROW).papers
    assert [author.name for author in paper.authors] == ["Ada Berg", "Bo Li"]


def test_ragged_rows_are_reported_and_read() -> None:
    reading = read(f"{HEADER}Otters,Ada Berg\nKites,Bo Li,They fly.,2025,more\n{ROW}")
    assert titles(reading) == ["Otters", "Kites", "Otters"]
    assert found(reading.diagnostics) == [("S166", 2), ("S166", 3)]


def test_a_quotation_mark_that_is_never_closed_costs_one_row_at_most() -> None:
    reading = read(f'{HEADER}Kites,Bo Li,"They fly.,2025\n{ROW}{ROW}')
    assert titles(reading) == ["Kites", "Otters", "Otters"]
    assert ("S166", 2) in found(reading.diagnostics)


def test_many_open_quotation_marks_do_not_take_for_ever() -> None:
    assert read(HEADER + 'A,B,"x"",2025\n' * 3001).papers
    assert read(HEADER + 'A,B,"x\n' * 3001).papers


def test_remarks_above_the_header_are_passed_over() -> None:
    assert titles(read(f"Export of 2 June\n\n{HEADER}{ROW}")) == ["Otters"]
    assert titles(read(f"sep=,\n{HEADER}{ROW}")) == ["Otters"]


def test_a_header_that_comes_again_is_no_paper() -> None:
    assert titles(read(f"{HEADER}{ROW}{HEADER}{ROW}")) == ["Otters", "Otters"]


def test_columns_may_be_configured() -> None:
    columns = {"title": "What", "authors": "who?"}
    text = "What,Who?,Title\nOtters,Ada Berg,Dr\n"
    (paper,) = read(text, columns=columns).papers
    assert (paper.title, [a.name for a in paper.authors]) == ("Otters", ["Ada Berg"])


def test_a_configured_column_that_is_not_there_is_reported_with_a_suggestion() -> None:
    reading = read(HEADER + ROW, columns={"venue": "Abstrakt"})
    (problem,) = reading.diagnostics
    assert (problem.code, problem.hint) == ("S164", "did you mean 'Abstract'?")


def test_a_table_without_titles_names_its_columns() -> None:
    seed = make_seed("Wer,Authors\nAda,Berg\n", "seeds/a.csv", format="csv")
    (problem,) = CsvTable().read(seed).diagnostics
    assert problem.code == "S165"
    assert "Wer, Authors" in problem.hint


def test_the_columns_of_miniconf_sites_are_read() -> None:
    text = (
        "UID,title,authors,abstract,keywords,sessions,pdf_url\r\n"
        "a1,Otters,Ada Berg|Bo Li,They swim.,maps|rivers,Mon 1|Tue 2,static/a.pdf\r\n"
    ).replace("\r\n", "\n")
    reading = read(text)
    (paper,) = reading.papers
    assert [author.name for author in paper.authors] == ["Ada Berg", "Bo Li"]
    assert paper.keywords == ("maps", "rivers")
    assert found(reading.diagnostics) == [("S061", 2)]


def test_the_columns_of_reference_databases_are_read() -> None:
    text = (
        '"Document Title","Authors","Publication Title","Publication Year","DOI","PDF Link",'
        '"Author Keywords","Article Citation Count"\n'
        '"Otters","A. Berg; B. Li","Rivers","2025","10.5555/Otter","https://a.example/a.pdf",'
        '"maps;rivers","7"\n'
    )
    (paper,) = read(text).papers
    assert (paper.venue, paper.aliases) == ("Rivers", ("doi:10.5555/otter",))
    assert paper.links == (Link(url="https://a.example/a.pdf", kind=LinkKind.PDF),)
    assert paper.signals.citations == 7


def test_empty_cells_and_their_placeholders_say_nothing() -> None:
    text = "title,authors,abstract,doi,decision,year\nOtters,nan,N/A,-,Reject,\n"
    (paper,) = read(text).papers
    assert (paper.abstract, paper.authors, paper.aliases) == ("", (), ())
    assert (paper.published, paper.status) == (None, Status.REJECTED)


def test_an_impossible_date_is_dropped_with_its_line() -> None:
    reading = read("title,date\nOtters,2025-13-40\n")
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S162", 2)]


def test_the_year_of_the_table_stands_in() -> None:
    (paper,) = read("title,abstract\nOtters,They swim.\n", year=2024).papers
    assert paper.published == PartialDate(2024)


def test_prose_with_commas_is_no_table() -> None:
    seed = make_seed("Title, authors, and abstract of a paper\nare what we read.\n", "seeds/a.txt")
    assert not CsvTable().detects(seed)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab,"\n\\;|\t', max_size=60))
def test_any_rows_below_a_header_are_survived(rest: str) -> None:
    reading = read(HEADER + rest)
    last = (HEADER + rest).count("\n") + 1
    assert all(1 <= (p.origins[0].location.line or 0) <= last for p in reading.papers)
