from __future__ import annotations

from generator.curate.merge import merge_records
from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind, PaperId, Signals
from tests.factories import make_author, make_origin, make_paper

PAGE = make_paper(
    "OTTERS",
    abstract="A long abstract of otters.",
    authors=(),
    published=None,
    signals=Signals(upvotes=3, stars=10),
    links=(Link(url="https://example.org/x"),),
    origins=(make_origin("seeds/a.txt", 7, "pasted-page"),),
)
FILE = make_paper(
    "Otters",
    abstract="Short.",
    authors=(make_author("Ada"), make_author("Lin")),
    published=PartialDate(2024),
    venue="RIVER 2024",
    topics=("maps",),
    tldr="They swim.",
    signals=Signals(upvotes=5),
    keywords=("otter",),
    aliases=("doi:10.1/x", "arxiv:2402.00310"),
    links=(Link(url="https://example.org/x", kind=LinkKind.CODE),),
    origins=(make_origin("seeds/z.md", 1),),
    redirect_from=("old/",),
)


def test_an_editors_file_wins_over_a_page_whatever_the_order() -> None:
    merged = merge_records([PAGE, FILE])
    assert merged == merge_records([FILE, PAGE])
    assert merged.title == "Otters"
    assert (merged.venue, merged.topics, merged.tldr) == ("RIVER 2024", ("maps",), "They swim.")


def test_the_fuller_abstract_and_list_of_authors_win() -> None:
    merged = merge_records([PAGE, FILE])
    assert merged.abstract == PAGE.abstract
    assert merged.authors == FILE.authors


def test_everything_that_can_be_united_is() -> None:
    merged = merge_records([PAGE, FILE])
    assert merged.id == "arxiv:2402.00310"
    assert merged.aliases == ("arxiv:2402.00310", "doi:10.1/x")
    assert merged.origins == (*FILE.origins, *PAGE.origins)
    assert merged.links == (Link(url="https://example.org/x", kind=LinkKind.CODE),)
    assert merged.signals == Signals(upvotes=5, stars=10)
    assert merged.redirect_from == ("old/",)


def test_the_most_exact_date_wins_and_of_equal_ones_the_earliest() -> None:
    dates = [PartialDate(2023), PartialDate(2024, 3, 11), PartialDate(2024, 3, 9), None]
    papers = [make_paper(published=date, updated=date) for date in dates]
    merged = merge_records(papers)
    assert merged.published == PartialDate(2024, 3, 9)
    assert merged.updated == PartialDate(2024, 3, 11)


def test_an_id_an_editor_chose_wins_over_one_made_of_a_title() -> None:
    papers = [make_paper("Otters"), make_paper("Otters", id=PaperId("otters"))]
    assert merge_records(papers).id == "otters"
