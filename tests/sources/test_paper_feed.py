from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind, Status
from generator.sources.paper_feed import PaperFeed
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

SPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:prism="http://purl.org/rss/1.0/modules/prism/"'
)
RDF = f"""<rdf:RDF {SPACES}><channel rdf:about="x">
<title>bioRxiv</title><prism:publicationName>bioRxiv</prism:publicationName></channel>
<item rdf:about="http://biorxiv.org/cgi/content/short/1v1?rss=1">
<title><![CDATA[
 Kites of <i>Vibrio</i> &amp; CO<sub>2</sub>
]]></title>
<link>
http://biorxiv.org/cgi/content/short/1v1?rss=1
</link>
<description><![CDATA[
We fly.
]]></description>
<dc:creator>van Bee, A. B.</dc:creator><dc:creator>The Kite Consortium</dc:creator>
<dc:date>2018-03-23</dc:date><dc:identifier>doi:10.1101/1</dc:identifier>
<dc:title><![CDATA[Kites]]></dc:title><prism:section>Zoology</prism:section>
</item></rdf:RDF>
"""
PUBMED = """<rss xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel>
<title>kites</title><item><title>Kites</title>
<link>https://pubmed.ncbi.nlm.nih.gov/12345/?utm_source=x</link>
<description>Kite. 2025 Jan 1. Short.</description>
<content:encoded><![CDATA[<div><p style="x">J Kite. 2025 Jan 1. Online ahead of print.</p>
<p><b>ABSTRACT</b></p><p>BACKGROUND: We fly.</p><p>RESULTS: High.</p>
<p style="x">PMID:<a href="https://pubmed.ncbi.nlm.nih.gov/12345/">12345</a></p></div>
]]></content:encoded><guid isPermaLink="false">pubmed:12345</guid>
<pubDate>Wed, 01 Jan 2025 06:00:00 -0500</pubDate>
<dc:creator>Ada Bee</dc:creator><dc:creator>Cyd Dee</dc:creator>
<dc:source>Journal of Kites</dc:source>
<dc:identifier>pmid:12345</dc:identifier><dc:identifier>doi:10.1234/k</dc:identifier></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">
A &lt;b&gt;kite&lt;/b&gt;</title><id>https://doi.org/10.1234/k</id><link href="https://journal.example/k"/>
<link rel="related" href="https://journal.example/k.pdf"/><updated>2025-01-02T00:00:00Z</updated>
<author><name>Ada Bee</name></author><author><name>Cyd Dee</name></author>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
</summary></entry></feed>
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/feed.xml")
    assert PaperFeed().detects(seed)
    return PaperFeed().read(seed)


def with_creator(names: str) -> list[str]:
    text = PUBMED.replace(
        "<dc:creator>Ada Bee</dc:creator><dc:creator>Cyd Dee</dc:creator>",
        f"<dc:creator>{names}</dc:creator>",
    )
    return [author.name for author in read(text).papers[0].authors]


def test_a_biorxiv_item_is_read_with_all_it_states() -> None:
    reading = read(RDF)
    (paper,) = reading.papers
    assert (paper.title, paper.abstract) == ("Kites of Vibrio & CO2", "We fly.")
    assert [(a.name, a.family) for a in paper.authors] == [
        ("A. B. van Bee", "van Bee"),
        ("The Kite Consortium", ""),
    ]
    assert (str(paper.published), paper.venue) == ("2018-03-23", "bioRxiv")
    assert paper.aliases == ("doi:10.1101/1",)
    assert paper.categories == ("Zoology",)
    assert [link.kind for link in paper.links] == [LinkKind.PAPER]
    assert not reading.diagnostics


def test_of_a_pubmed_item_the_abstract_alone_is_kept() -> None:
    (paper,) = read(PUBMED).papers
    assert paper.abstract == "BACKGROUND: We fly.\n\nRESULTS: High."
    assert paper.venue == "Journal of Kites"
    assert set(paper.aliases) == {"pmid:12345", "doi:10.1234/k"}


def test_an_atom_entry_is_read() -> None:
    (paper,) = read(ATOM).papers
    assert (paper.title, paper.abstract) == ("A kite", "One.\n\nTwo.")
    assert [link.kind for link in paper.links] == [LinkKind.PAPER, LinkKind.PDF]
    assert paper.aliases == ("doi:10.1234/k",)


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Bee, A., Dee, C. D., Eff, G.", ["A. Bee", "C. D. Dee", "G. Eff"]),
        ("Bee, Ada", ["Ada Bee"]),
        ("van Bee, Ada", ["Ada van Bee"]),
        ("Ada Bee, Cyd Dee", ["Ada Bee", "Cyd Dee"]),
        ("Ada Bee, Cyd Dee and Eve Eff", ["Ada Bee", "Cyd Dee", "Eve Eff"]),
        ("Ada Bee", ["Ada Bee"]),
    ],
)
def test_a_single_creator_may_name_all_authors(names: str, authors: list[str]) -> None:
    assert with_creator(names) == authors


def test_a_withdrawn_paper_is_marked() -> None:
    text = PUBMED.replace("<title>Kites<", "<title>WITHDRAWN: Kites<")
    assert read(text).papers[0].status is Status.WITHDRAWN
    assert read(PUBMED).papers[0].status is Status.UNKNOWN


def test_an_item_without_a_title_is_reported() -> None:
    text = PUBMED.replace("<title>Kites</title>", "")
    assert [code for code, _ in found(read(text).diagnostics)] == ["S060"]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/&;: itemcreator,.A\n\x01"), max_size=80))
def test_whatever_follows_the_opening_is_read_without_a_crash(text: str) -> None:
    read(f"<rss><channel>{text}")
    with_creator(text.replace("<", "").replace("&", ""))
