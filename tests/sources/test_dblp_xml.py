from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.dblp_xml import DblpXml
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

OPENING = '<?xml version="1.0"?>\n<!DOCTYPE dblp SYSTEM "dblp.dtd">\n<dblp>\n'
ARTICLE = """\
<article mdate="2031-01-01" key="journals/river/Berg31">
<author orcid="0000-0002-1825-0097">Ada Berg 0001</author>
<author>Bo M&uuml;ller</author>
<title>Otters &amp; k<sub>2</sub> Maps.</title>
<year>2031</year><month>July/August</month>
<journal>River J.</journal>
<ee type="oa">https://doi.org/10.5555/otter</ee>
<url>db/journals/river/river31.html#Berg31</url>
</article>
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/dblp.xml")
    assert DblpXml().detects(seed)
    return DblpXml().read(seed)


def test_a_record_is_read_with_the_entities_of_a_dtd_that_is_not_at_hand() -> None:
    reading = read(f"{OPENING}{ARTICLE}</dblp>")
    assert reading.diagnostics == ()
    (paper,) = reading.papers
    assert paper.authors == (
        Author(name="Ada Berg", orcid="0000-0002-1825-0097"),
        Author(name="Bo Müller"),
    )
    assert paper.title.startswith("Otters & k")
    assert not paper.title.endswith(".")
    assert paper.published == PartialDate(2031, 7)
    assert paper.venue == "River J."
    assert paper.links == (Link(url="https://doi.org/10.5555/otter", kind=LinkKind.PAPER),)
    assert paper.aliases == ("doi:10.5555/otter",)
    assert paper.origins[0].location.line == 4


@pytest.mark.parametrize("kind", ["inproceedings", "incollection", "book", "phdthesis"])
def test_every_type_of_record_is_read(kind: str) -> None:
    record = f'<{kind} key="a/b"><title>A.</title><booktitle>River</booktitle></{kind}>'
    (paper,) = read(f"{OPENING}{record}</dblp>").papers
    assert (paper.title, paper.venue) == ("A", "River")


def test_the_answer_of_a_search_is_read() -> None:
    info = (
        '<result>\n<query id="1">otters</query><hits><hit><info><authors><author>Ada Berg 0002'
        "</author></authors><title>Otters.</title><venue>RIVER</venue><year>2031</year>"
        "<doi>10.5555/OTTER</doi></info></hit></hits></result>"
    )
    (paper,) = read(info).papers
    assert (paper.title, paper.venue, paper.aliases) == ("Otters", "RIVER", ("doi:10.5555/otter",))
    assert paper.authors == (Author(name="Ada Berg"),)


def test_a_withdrawn_article_is_told() -> None:
    text = ARTICLE.replace("key=", 'publtype="withdrawn" key=')
    assert read(f"{OPENING}{text}</dblp>").papers[0].status is Status.WITHDRAWN


def test_an_editor_stands_in_where_nobody_wrote() -> None:
    record = '<proceedings key="a/b"><editor>Ada Berg</editor><title>A.</title></proceedings>'
    assert read(f"{OPENING}{record}</dblp>").papers[0].authors == (Author(name="Ada Berg"),)


def test_a_broken_record_is_reported() -> None:
    reading = read(f"{OPENING}{ARTICLE}<article key='a/b'><author>Cut")
    assert [paper.title for paper in reading.papers][1:] == ["[Untitled paper by Cut]"]
    assert "S062" in {code for code, _ in found(reading.diagnostics)}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_behind_the_opening_is_survived(rest: str) -> None:
    DblpXml().read(make_seed(f"{OPENING}<article key='a/b'><title>{rest}", "seeds/a.xml"))
