from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.paper import Status
from generator.sources.pubmed_xml import PubmedXml
from tests.sources.readers import names, only, parts, read
from tests.sources.seeds import found, make_seed

ARTICLE = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://example.org/a.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">123</PMID>
<Article><Journal><JournalIssue><PubDate><Year>2024</Year><Month>Mar</Month></PubDate>
</JournalIssue><Title>Journal of rivers</Title></Journal>
<ArticleTitle>River <i>maps</i> of CO<sub>2</sub> otters.</ArticleTitle>
<ELocationID EIdType="doi" ValidYN="N">10.1000/wrong</ELocationID>
<ELocationID EIdType="doi" ValidYN="Y">10.1000/otter.1</ELocationID>
<Abstract><AbstractText Label="AIM">We map &lt;5 rivers.</AbstractText>
<AbstractText Label="RESULT">They are long.</AbstractText>
<CopyrightInformation>No</CopyrightInformation>
</Abstract>
<AuthorList><Author><LastName>van der Berg</LastName><ForeName>Ada K</ForeName>
<Identifier Source="ORCID">https://orcid.org/0000-0002-1825-0097</Identifier>
<AffiliationInfo><Affiliation>River College</Affiliation></AffiliationInfo></Author>
<Author><LastName>King</LastName><ForeName>Martin</ForeName><Suffix>Jr</Suffix></Author>
<Author><CollectiveName>Team Otter, and Friends</CollectiveName></Author></AuthorList>
<ArticleDate DateType="Electronic"><Year>2024</Year><Month>03</Month><Day>11</Day></ArticleDate>
<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList>
</Article><KeywordList><Keyword>otters</Keyword></KeywordList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/otter.1</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/cited</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>
</PubmedArticleSet>"""


def article(body: str, citation: str = "") -> str:
    return (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
        f"<Article>{body}</Article>{citation}</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )


def test_an_article_is_read_with_all_it_states() -> None:
    paper = only(PubmedXml(), ARTICLE)
    assert paper.title == "River maps of CO2 otters"
    assert paper.abstract == "AIM: We map <5 rivers.\n\nRESULT: They are long."
    assert names(paper) == ["Ada K van der Berg", "Martin King Jr", "Team Otter, and Friends"]
    assert parts(paper.authors[0]) == ("Ada K", "van der Berg")
    assert paper.authors[0].orcid == "0000-0002-1825-0097"
    assert paper.authors[0].affiliation == "River College"
    assert str(paper.published) == "2024-03-11"
    assert paper.venue == "Journal of rivers"
    assert paper.keywords == ("otters",)
    assert paper.aliases == ("pmid:123", "doi:10.1000/otter.1")
    assert paper.status is Status.RETRACTED
    assert paper.origins[0].location.line == 4


def test_a_book_has_its_own_title_and_a_chapter_has_the_book_as_venue() -> None:
    book = (
        "<Book><BookTitle>All Rivers</BookTitle><PubDate><Year>2001</Year></PubDate>"
        '<AuthorList Type="editors"><Author><LastName>Eff</LastName></Author></AuthorList>'
        '<AuthorList Type="authors"><Author><LastName>Bee</LastName><Initials>A</Initials>'
        "</Author></AuthorList></Book><Abstract><AbstractText>We swim.</AbstractText></Abstract>"
    )
    form = (
        "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>7</PMID>{}</BookDocument>"
        "</PubmedBookArticle></PubmedArticleSet>"
    )
    whole = only(PubmedXml(), form.format(book))
    assert (whole.title, names(whole), whole.venue) == ("All Rivers", ["A Bee"], "")
    assert (whole.abstract, str(whole.published), whole.aliases) == (
        "We swim.",
        "2001",
        ("pmid:7",),
    )
    chapter = only(PubmedXml(), form.format(f"<ArticleTitle>Otters</ArticleTitle>{book}"))
    assert (chapter.title, chapter.venue) == ("Otters", "All Rivers")


def test_without_a_translation_the_title_in_its_own_language_counts() -> None:
    text = article(
        "<ArticleTitle>[Not Available].</ArticleTitle>"
        "<VernacularTitle>Otter der Oder.</VernacularTitle>"
    )
    assert only(PubmedXml(), text).title == "Otter der Oder"


def test_an_abstract_may_stand_apart_in_another_language() -> None:
    other = '<OtherAbstract Language="ger"><AbstractText>Wir.</AbstractText></OtherAbstract>'
    assert only(PubmedXml(), article("<ArticleTitle>T.</ArticleTitle>", other)).abstract == "Wir."


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<Year>2002</Year><Month>03</Month><Day>09</Day>", "2002-03-09"),
        ("<MedlineDate>2002 Jan-Feb</MedlineDate>", "2002-01"),
        ("<Year>2002</Year><Season>Winter</Season>", "2002"),
    ],
)
def test_dates_keep_their_precision(date: str, expected: str) -> None:
    journal = f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>"
    text = article(f"{journal}<ArticleTitle>T</ArticleTitle>")
    assert str(only(PubmedXml(), text).published) == expected


def test_major_mesh_terms_stand_in_for_keywords() -> None:
    mesh = (
        "<MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN='N'>Humans</DescriptorName>"
        "</MeshHeading><MeshHeading><DescriptorName MajorTopicYN='N'>Rivers</DescriptorName>"
        "<QualifierName MajorTopicYN='Y'>anatomy</QualifierName></MeshHeading></MeshHeadingList>"
    )
    assert only(PubmedXml(), article("<ArticleTitle>T</ArticleTitle>", mesh)).keywords == (
        "Rivers",
    )


def test_of_a_broken_file_what_precedes_the_fault_is_read() -> None:
    cut = ARTICLE[: ARTICLE.index("<PubmedData>")]
    reading = read(PubmedXml(), cut)
    assert [paper.aliases for paper in reading.papers] == [("pmid:123", "doi:10.1000/otter.1")]
    assert {found.code for found in reading.diagnostics} == {"S062"}


def test_an_impossible_date_and_a_missing_title_are_reported() -> None:
    journal = "<Journal><JournalIssue><PubDate><Year>2002</Year><Month>13</Month></PubDate>"
    text = article(f"{journal}</JournalIssue></Journal>")
    assert found(read(PubmedXml(), text).diagnostics) == [("S060", 1), ("S106", 1)]


def test_an_empty_answer_is_reported() -> None:
    reading = read(PubmedXml(), "<PubmedArticleSet></PubmedArticleSet>")
    assert found(reading.diagnostics) == [("S110", 1)]


@pytest.mark.parametrize("text", ["", "<feed/>", "We count <PubmedArticle> tags", "<xml/>"])
def test_other_text_is_not_taken_for_pubmed(text: str) -> None:
    assert not PubmedXml().detects(make_seed(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/&;PMIDArticle \n=\"'!-[]", max_size=120))
def test_no_text_stops_the_reader(text: str) -> None:
    assert PubmedXml().read(make_seed("<PubmedArticleSet>" + text)).format == "pubmed-xml"
