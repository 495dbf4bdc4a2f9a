from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Link, LinkKind
from generator.sources.endnote_xml import EndnoteXml
from tests.sources.readers import names, only, read
from tests.sources.seeds import found, make_seed

STYLED = """<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors>
<author><style face="normal">van der Berg, Ada</style></author>
<author><style face="normal">Team Otter, and Friends,</style></author></authors>
<secondary-authors><author>Eff, Eve</author></secondary-authors></contributors>
<titles><title><style face="normal">River </style><style face="italic">maps</style></title>
<secondary-title>J Riv</secondary-title></titles>
<periodical><full-title>Journal of Rivers</full-title></periodical>
<keywords><keyword>otters</keyword><keyword>maps&#xD;rivers</keyword></keywords>
<dates><year>2024</year><pub-dates><date>Mar 11</date></pub-dates></dates>
<abstract>We map.&#xD;&#xD;They are long.</abstract>
<electronic-resource-num>https://doi.org/10.1000/otter.1</electronic-resource-num>
<accession-num>123</accession-num><remote-database-name>PubMed</remote-database-name>
<urls><related-urls><url>https://example.org/a</url></related-urls>
<pdf-urls><url>internal-pdf://a.pdf</url><url>https://example.org/a.pdf</url></pdf-urls></urls>
</record></records></xml>"""


def record(body: str) -> str:
    return (
        f"<xml><records><record><ref-type name='Book'>6</ref-type>{body}</record></records></xml>"
    )


def test_a_record_is_read_with_all_it_states() -> None:
    paper = only(EndnoteXml(), STYLED)
    assert paper.title == "River maps"
    assert names(paper) == ["Ada van der Berg", "Team Otter, and Friends"]
    assert paper.authors[1].family == ""
    assert paper.abstract == "We map.\n\nThey are long."
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of Rivers"
    assert paper.keywords == ("otters", "maps", "rivers")
    assert paper.aliases == ("doi:10.1000/otter.1", "pmid:123")
    assert set(paper.links) == {
        Link(url="https://example.org/a", kind=LinkKind.PAPER),
        Link(url="https://example.org/a.pdf", kind=LinkKind.PDF),
    }
    assert paper.origins[0].location.line == 2


def test_editors_are_no_authors() -> None:
    people = "<contributors><secondary-authors><author>Eff, E</author></secondary-authors>"
    text = record(f"{people}</contributors><titles><title>T</title></titles>")
    assert only(EndnoteXml(), text).authors == ()


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<year>2024</year>", "2024"),
        ("<year>2024</year><pub-dates><date>2024-03-11</date></pub-dates>", "2024-03-11"),
        ("<year>2024</year><pub-dates><date>March</date></pub-dates>", "2024-03"),
        ("<year>2024</year><pub-dates><date>1999-01-01</date></pub-dates>", "2024"),
    ],
)
def test_dates_keep_their_precision(dates: str, expected: str) -> None:
    text = record(f"<titles><title>T</title></titles><dates>{dates}</dates>")
    assert str(only(EndnoteXml(), text).published) == expected


def test_an_impossible_date_and_a_missing_title_are_reported() -> None:
    text = record("<dates><year>2024-13</year></dates>")
    assert found(read(EndnoteXml(), text).diagnostics) == [("S060", 1), ("S106", 1)]


def test_of_a_broken_file_what_precedes_the_fault_is_read() -> None:
    reading = read(EndnoteXml(), STYLED[: STYLED.index("</record>")] + "<record><tit")
    assert reading.papers[0].title == "River maps"
    assert "S062" in {problem.code for problem in reading.diagnostics}


@pytest.mark.parametrize("text", ["", "<records><record/></records>", "<xml><a/></xml>", "[]"])
def test_other_text_is_not_taken_for_endnote(text: str) -> None:
    assert not EndnoteXml().detects(make_seed(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/&;records tiyl\n=\"'!-", max_size=120))
def test_no_text_stops_the_reader(text: str) -> None:
    assert EndnoteXml().read(make_seed("<xml><records><record>" + text)).format == "endnote-xml"
