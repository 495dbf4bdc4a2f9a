from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.acl_xml import AclXml
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

OPENING = """\
<?xml version='1.0' encoding='UTF-8'?>
<collection id="2031.river">
  <volume id="main">
    <meta>
      <booktitle>Proceedings of the River Meeting</booktitle>
      <month>June–July</month>
      <year>2031</year>
    </meta>
    <frontmatter><url>2031.river-main.0</url></frontmatter>
"""
PAPER = """\
    <paper id="1">
      <title><fixed-case>O</fixed-case>tters in <tex-math>O(n)</tex-math></title>
      <author orcid="0000-0002-1825-0097"><first>Ada</first><last>van der Berg</last></author>
      <author><first/><last>Plato</last></author>
      <abstract>They <i>swim</i>. See <url>https://otters.example/maps</url>.</abstract>
      <url hash="ab">2031.river-main.1</url>
      <attachment type="software" hash="cd">2031.river-main.1.software.zip</attachment>
      <doi>10.5555/otter</doi>
      <video href="https://talks.example/1"/>
      <award>Best Paper</award>
      <bibkey>berg-2031-otters</bibkey>
    </paper>
"""
CLOSING = "  </volume>\n</collection>\n"


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/2031.river.xml")
    assert AclXml().detects(seed)
    return AclXml().read(seed)


def test_a_paper_is_read_and_front_matter_is_none() -> None:
    reading = read(OPENING + PAPER + CLOSING)
    (paper,) = reading.papers
    assert reading.diagnostics == ()
    assert paper.title == "Otters in $O(n)$"
    assert paper.abstract == "They swim. See https://otters.example/maps."
    assert paper.authors == (
        Author(
            name="Ada van der Berg",
            given="Ada",
            family="van der Berg",
            orcid="0000-0002-1825-0097",
        ),
        Author(name="Plato"),
    )
    assert paper.published == PartialDate(2031, 6)
    assert paper.venue == "Proceedings of the River Meeting"
    assert paper.aliases == ("doi:10.5555/otter", "acl:2031.river-main.1")
    assert paper.origins[0].location.line == 10
    assert paper.links == (
        Link(url="https://aclanthology.org/2031.river-main.1/", kind=LinkKind.PAPER),
        Link(url="https://aclanthology.org/2031.river-main.1.pdf", kind=LinkKind.PDF),
        Link(url="https://doi.org/10.5555/otter", kind=LinkKind.PAPER),
        Link(url="https://talks.example/1", kind=LinkKind.VIDEO),
        Link(
            url="https://aclanthology.org/attachments/2031.river-main.1.software.zip",
            kind=LinkKind.CODE,
        ),
    )


@pytest.mark.parametrize("mark", ['<retracted date="2032-01-01">why</retracted>', "<removed/>"])
def test_a_retracted_paper_is_told(mark: str) -> None:
    reading = read(OPENING + PAPER.replace("<award>", f"{mark}<award>") + CLOSING)
    assert reading.papers[0].status is Status.RETRACTED


def test_every_volume_is_read_with_its_own_year() -> None:
    second = '<volume id="short"><meta><year>2032</year></meta><paper id="7"><title>B</title>'
    reading = read(f"{OPENING}{PAPER}</volume>{second}</paper>{CLOSING}")
    assert [paper.published for paper in reading.papers] == [
        PartialDate(2031, 6),
        PartialDate(2032),
    ]
    assert reading.papers[1].aliases == ("acl:2031.river-short.7",)


@pytest.mark.parametrize(
    ("collection", "volume", "paper", "name"),
    [("P00", "1", "28", "P00-1028"), ("W04", "13", "2", "W04-1302"), ("J99", "4", "1", "J99-4001")],
)
def test_old_numbers_are_put_together(collection: str, volume: str, paper: str, name: str) -> None:
    text = f'<collection id="{collection}"><volume id="{volume}"><paper id="{paper}">'
    reading = read(f"{text}<title>A</title></paper></volume></collection>")
    assert reading.papers[0].aliases == (f"acl:{name}",)


def test_what_precedes_a_broken_place_is_read_and_the_place_is_named() -> None:
    reading = read(OPENING + PAPER + "<paper id='2'><title>Cut o")
    assert reading.papers[0].title == "Otters in $O(n)$"
    assert "S062" in {code for code, _ in found(reading.diagnostics)}


def test_other_xml_is_not_claimed() -> None:
    assert not AclXml().detects(make_seed("<feed><title>Otters</title></feed>"))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    AclXml().read(make_seed(f"{OPENING}<paper><title>{rest}", "seeds/a.xml"))
