from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources.arxiv_atom import ArxivAtom
from generator.sources.arxiv_feed import ArxivFeed
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

OPENING = """<rss xmlns:arxiv="http://arxiv.org/schemas/atom"
  xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.LG updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.LG</link>
<pubDate>Thu, 06 Mar 2025 00:00:00 -0500</pubDate>
"""
CLOSING = "</channel></rss>"


def item(name: str, kind: str, *more: str) -> str:
    return f"""<item><title>Kites of {kind}</title>
<link>https://arxiv.org/abs/{name}</link>
<description>arXiv:{name}v1 Announce Type: {kind}
Abstract: We fly &lt;kites&gt; &amp;amp; p &amp;lt; 3.</description>
<guid isPermaLink="false">oai:arXiv.org:{name}v1</guid>
<category>cs.LG</category><category>cs.AI</category>
<pubDate>Thu, 06 Mar 2025 00:00:00 -0500</pubDate>
<arxiv:announce_type>{kind}</arxiv:announce_type>
<dc:creator>Andr\\'e Bee, Cyd Dee (Oslo), the Kite Team</dc:creator>
{"".join(more)}</item>
"""


ATOM = """<feed xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom">
<id>http://rss.arxiv.org/atom/cs.AI</id><title>cs.AI updates on arXiv.org</title>
<entry><id>oai:arXiv.org:2503.00001v1</id><title>Kites</title>
<link href="https://arxiv.org/abs/2503.00001" rel="alternate"/>
<summary>arXiv:2503.00001v1 Announce Type: new
Abstract: We fly.</summary><category term="cs.AI"/>
<published>2025-03-06T00:00:00-05:00</published><dc:creator>Ada Bee</dc:creator></entry></feed>
"""
OLD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://arxiv.org/"><title>cs.CL updates on arXiv.org</title>
<link>http://arxiv.org/</link><dc:date>2021-03-04T20:30:00-05:00</dc:date></channel>
<item rdf:about="http://arxiv.org/abs/2103.00001">
<title>Kites. (arXiv:2103.00001v2 [cs.CL] UPDATED)</title>
<link>http://arxiv.org/abs/2103.00001</link>
<description>&lt;p&gt;We fly &lt;i&gt;kites&lt;/i&gt;.&lt;/p&gt;</description>
<dc:creator> &lt;a href="http://arxiv.org/find/cs/1/au:+Bee_A"&gt;Ada Bee&lt;/a&gt;,
 &lt;a href="http://arxiv.org/find/cs/1/au:+Dee_C"&gt;Cyd Dee&lt;/a&gt;</dc:creator>
</item></rdf:RDF>
"""


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/feed.xml")
    assert ArxivFeed().detects(seed)
    assert not ArxivAtom().detects(seed)
    return ArxivFeed().read(seed)


def test_an_announcement_loses_its_prefix() -> None:
    reading = read(OPENING + item("2503.00001", "new", "<arxiv:DOI>10.1/x</arxiv:DOI>") + CLOSING)
    (paper,) = reading.papers
    assert paper.abstract == "We fly <kites> & p < 3."
    assert [(a.name, a.affiliation) for a in paper.authors] == [
        ("André Bee", ""),
        ("Cyd Dee", "Oslo"),
        ("the Kite Team", ""),
    ]
    assert str(paper.published) == "2025-03-06"
    assert paper.categories == ("cs.LG", "cs.AI")
    assert paper.links[0].url == "https://arxiv.org/abs/2503.00001"
    assert not reading.diagnostics
    assert not reading.issues


def test_the_day_of_a_cross_list_or_replacement_is_not_that_of_publication() -> None:
    reading = read(OPENING + item("2205.00001", "cross") + item("2101.00001", "replace") + CLOSING)
    assert [(str(p.published), str(p.updated)) for p in reading.papers] == [
        ("2022-05", "None"),
        ("2021-01", "2025-03-06"),
    ]


def test_the_atom_flavour_is_read() -> None:
    (paper,) = read(ATOM).papers
    assert (paper.title, paper.abstract, paper.categories) == ("Kites", "We fly.", ("cs.AI",))
    assert paper.aliases == ("arxiv:2503.00001",)


def test_the_flavour_of_former_years_is_read() -> None:
    (paper,) = read(OLD).papers
    assert (paper.title, paper.abstract) == ("Kites", "We fly kites.")
    assert [author.name for author in paper.authors] == ["Ada Bee", "Cyd Dee"]
    assert (str(paper.published), str(paper.updated)) == ("2021-03", "2021-03-04")
    assert paper.categories == ("cs.CL",)


def test_a_day_without_announcements_is_reported() -> None:
    assert found(read(OPENING + CLOSING).diagnostics) == [("S132", None)]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/&;: arXivAnounceType:itemdsc\n\x01"), max_size=80))
def test_whatever_follows_the_opening_is_read_without_a_crash(text: str) -> None:
    read(OPENING + text)
    read(OPENING + item("2503.00001", text))
