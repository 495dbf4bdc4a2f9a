from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import LinkKind
from generator.sources.arxiv_html import ArxivHtml
from generator.sources.citation_page import CitationPage
from generator.sources.source import Reading
from tests.sources.seeds import found, make_seed

OPENING = "<!DOCTYPE html>\n<html><head><title>Search | arXiv</title></head><body>\n"
FIXTURES = Path(__file__).parent / "fixtures"
RESULT = (FIXTURES / "arxiv-search-result.html").read_text(encoding="utf-8")
LISTING = (FIXTURES / "arxiv-listing.html").read_text(encoding="utf-8")
ABSTRACT = (FIXTURES / "arxiv-abstract-page.html").read_text(encoding="utf-8")


def read(text: str) -> Reading:
    seed = make_seed(text, "seeds/page.html")
    assert ArxivHtml().detects(seed)
    return ArxivHtml().read(seed)


def test_a_search_result_is_read_whole_and_without_its_switches() -> None:
    reading = read(OPENING + RESULT)
    (paper,) = reading.papers
    assert paper.title == "Chaos of kites & $x < 3$"
    assert paper.abstract == "We fly kites-high."
    assert [author.name for author in paper.authors] == ["Ada Bee", "Cyd Dee"]
    assert (str(paper.published), str(paper.updated)) == ("2021-10-03", "2022-05-05")
    assert (paper.venue, paper.categories) == ("J. Kites 7 (2022)", ("quant-ph", "cs.CL"))
    assert paper.aliases == ("arxiv:2110.00001", "doi:10.1234/kites")
    assert [link.kind for link in paper.links] == [
        LinkKind.PAPER,
        LinkKind.PDF,
        LinkKind.PAPER,
        LinkKind.CODE,
    ]
    assert paper.origins[0].location.line == 3
    assert not reading.diagnostics


def test_a_listing_is_read_with_or_without_abstracts() -> None:
    reading = read(OPENING + LISTING)
    first, second = reading.papers
    assert (first.title, first.abstract) == ("Listed Kites", "We list them.")
    assert first.categories == ("cs.RO", "cs.CL")
    assert first.links[0].url == "https://arxiv.org/abs/2503.00001"
    assert (second.title, second.abstract) == ("Crossed", "")
    assert [str(paper.published) for paper in reading.papers] == ["2025-03-06", "2024-03"]
    assert not reading.issues


def test_a_cut_list_of_authors_is_reported() -> None:
    reading = read(OPENING + LISTING)
    assert [author.name for author in reading.papers[0].authors] == ["Ada Bee", "Cyd Dee"]
    assert [code for code, _ in found(reading.diagnostics)] == ["S137"]


def test_formulas_that_a_browser_has_drawn_are_read_once() -> None:
    drawn = (
        '<span class="MathJax_Preview">x</span><span class="MathJax" id="m">'
        '<math><mi>x</mi></math></span><script type="math/tex">x^2</script>'
    )
    (paper,) = read(OPENING + RESULT.replace("$x &lt; 3$", drawn)).papers
    assert paper.title == "Chaos of kites & $x^2$"


def test_an_abstract_page_is_read_by_its_tags() -> None:
    seed = make_seed(ABSTRACT, "seeds/page.html")
    assert CitationPage().detects(seed)
    assert not ArxivHtml().detects(seed)
    reading = CitationPage().read(seed)
    (paper,) = reading.papers
    assert (paper.title, paper.abstract) == ("Kites of Jürgen", "We fly high.")
    assert [(a.name, a.family, a.orcid, a.affiliation) for a in paper.authors] == [
        ("Ada Bee", "Bee", "0000-0002-1825-0097", "Oslo"),
        ("Kite Collaboration", "", "", ""),
    ]
    assert (str(paper.published), str(paper.updated)) == ("2021-10-03", "2022-05-05")
    assert (paper.venue, paper.categories) == ("J. Kites 7", ("cs.RO", "cs.CL"))
    assert set(paper.aliases) == {"arxiv:2110.00001", "doi:10.1234/k"}
    assert [link.kind for link in paper.links] == [LinkKind.PDF, LinkKind.PAPER, LinkKind.CODE]
    assert not reading.diagnostics


def test_a_page_without_papers_is_reported() -> None:
    reading = ArxivHtml().read(make_seed("<html><body>Sorry</body></html>"))
    assert found(reading.diagnostics) == [("S132", None)]
    assert found(ArxivHtml().read(make_seed("")).diagnostics) == [("S132", None)]
    assert found(CitationPage().read(make_seed("")).diagnostics) == [("S132", None)]


def test_text_that_quotes_a_page_is_no_page() -> None:
    assert not ArxivHtml().detects(make_seed(f"As in {RESULT}"))
    assert not CitationPage().detects(make_seed(f"As in {ABSTRACT}"))


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("<>/&;=\"' lidtp\n\x00é"), max_size=60), st.integers(0, 900)
)
def test_broken_pages_are_read_without_a_crash(text: str, place: int) -> None:
    for page in (RESULT, LISTING):
        ArxivHtml().read(make_seed(OPENING + page[:place] + text + page[place:]))
    CitationPage().read(make_seed(ABSTRACT[:place] + text + ABSTRACT[place:]))
