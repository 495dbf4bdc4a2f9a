from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind, Status
from generator.sources.arxiv_atom import ArxivAtom
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

OPENING = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id>
"""
KITES = """  <entry>
    <id>http://arxiv.org/abs/2402.01234v2</id>
    <title>Kites that $x_1$
  Remember R\\'esum\\'es</title>
    <updated>2024-03-01T15:05:19Z</updated>
    <published>2024-02-24T15:05:19Z</published>
    <link href="https://arxiv.org/abs/2402.01234v2" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/2402.01234v2" rel="related" title="pdf"/>
    <link href="https://doi.org/10.1234/kites" rel="related" title="doi"/>
    <summary>  We fly kites &amp; find
that p &lt; 0.05.
  A second paragraph.</summary>
    <category term="cs.RO" scheme="http://arxiv.org/schemas/atom"/>
    <category term="68T50" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <arxiv:primary_category term="cs.CL"/>
    <arxiv:comment>Code at https://github.com/bee/kites</arxiv:comment>
    <arxiv:journal_ref>J. Kites 7 (2024)</arxiv:journal_ref>
    <arxiv:doi>10.1234/KITES</arxiv:doi>
    <author><name>Ada van Bee</name><arxiv:affiliation>Oslo</arxiv:affiliation></author>
    <author><name>Kite Collaboration</name></author>
  </entry>
"""
OLD = """<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query: x</title><id>http://arxiv.org/api/y</id>
  <entry>
    <id>http://arxiv.org/abs/cond-mat/0603029v1</id>
    <published>2006-03-02T02:22:45Z</published><title>Stripes</title>
    <summary>This paper has been withdrawn.</summary>
    <author><name>Ada Bee</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1103/PhysRevB.1</arxiv:doi>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">withdrawn</arxiv:comment>
  </entry>
</feed>
"""
ERROR = """  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id>
    <title>Error</title>
    <summary>incorrect id format for abc</summary>
  </entry>
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/answer.xml")
    assert ArxivAtom().detects(seed)
    return ArxivAtom().read(seed)


def test_an_entry_is_read_with_all_it_states() -> None:
    reading = read(OPENING + KITES + "</feed>")
    (paper,) = reading.papers
    assert paper.title == "Kites that $x_1$ Remember Résumés"
    assert paper.abstract == "We fly kites & find that p < 0.05.\n\nA second paragraph."
    assert [(a.name, a.family, a.affiliation) for a in paper.authors] == [
        ("Ada van Bee", "van Bee", "Oslo"),
        ("Kite Collaboration", "", ""),
    ]
    assert (str(paper.published), str(paper.updated)) == ("2024-02-24", "2024-03-01")
    assert paper.venue == "J. Kites 7 (2024)"
    assert paper.categories == ("cs.CL", "cs.RO")
    assert paper.aliases == ("arxiv:2402.01234", "doi:10.1234/kites")
    assert [(link.kind, link.url[8:20]) for link in paper.links] == [
        (LinkKind.PAPER, "arxiv.org/ab"),
        (LinkKind.PDF, "arxiv.org/pd"),
        (LinkKind.PAPER, "doi.org/10.1"),
        (LinkKind.CODE, "github.com/b"),
    ]
    assert paper.origins[0].location.line == 4
    assert not reading.diagnostics


def test_the_old_layout_and_an_old_id_are_read() -> None:
    (paper,) = read(OLD).papers
    assert paper.aliases == ("arxiv:cond-mat/0603029", "doi:10.1103/physrevb.1")
    assert paper.status is Status.WITHDRAWN


def test_an_error_of_the_api_is_no_paper() -> None:
    reading = read(OPENING + ERROR + "</feed>")
    assert not reading.papers
    assert found(reading.diagnostics) == [("S131", 4)]
    assert "incorrect id format for abc" in reading.diagnostics[0].message


def test_an_answer_without_entries_is_reported() -> None:
    assert found(read(OPENING + "</feed>").diagnostics) == [("S132", None)]


def test_a_file_that_is_cut_off_keeps_the_papers_before_the_cut() -> None:
    reading = read(OPENING + KITES + KITES[:90])
    assert reading.papers[0].title.startswith("Kites")
    assert "S062" in {problem.code for problem in reading.diagnostics}


def test_an_impossible_date_is_reported_and_left_out() -> None:
    reading = read(OPENING + KITES.replace("2024-02-24", "2024-02-31") + "</feed>")
    assert reading.papers[0].published is None
    assert found(reading.diagnostics) == [("S130", 4)]


def test_announcements_are_left_to_their_own_reader() -> None:
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://rss.arxiv.org/atom/cs.AI</id></feed>'
    )
    assert not ArxivAtom().detects(make_seed(text))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from('<>/&;"= entryidtlsumar\n\x00é'), max_size=80))
def test_whatever_follows_the_opening_is_read_without_a_crash(text: str) -> None:
    read(OPENING + KITES + text)
