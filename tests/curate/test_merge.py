from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.curate.merge import merge_records
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper, PaperId, Signals, Status
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


def from_file(name: str, **changes: Any) -> Paper:
    return make_paper(**{"origins": (make_origin(f"seeds/{name}", 1, "made"),), **changes})


def test_an_editors_file_wins_over_a_page_whatever_the_order() -> None:
    merged = merge_records([PAGE, FILE])
    assert merged == merge_records([FILE, PAGE])
    assert merged.title == "Otters"
    assert (merged.venue, merged.topics, merged.tldr) == ("RIVER 2024", ("maps",), "They swim.")


def test_what_an_editor_states_wins_over_more_words_elsewhere() -> None:
    merged = merge_records([PAGE, FILE])
    assert (merged.abstract, merged.authors) == (FILE.abstract, FILE.authors)


def test_what_an_editor_leaves_open_others_fill_in() -> None:
    file = replace(FILE, abstract="", authors=(), published=None)
    merged = merge_records([replace(PAGE, published=PartialDate(2024, 3)), file])
    assert (merged.abstract, merged.published) == (PAGE.abstract, PartialDate(2024, 3))


def test_the_longest_abstract_that_is_not_cut_wins() -> None:
    abstracts = ("We draw maps.", "We draw maps of rivers.", "We draw maps of rivers with many o…")
    merged = merge_records([from_file("a.json", abstract=text) for text in abstracts])
    assert merged.abstract == "We draw maps of rivers."


def test_a_cut_abstract_is_better_than_none() -> None:
    papers = [from_file("a.json", abstract=text) for text in ("", "We draw …")]
    assert merge_records(papers).abstract == "We draw …"


def test_the_published_record_gives_venue_and_year_and_any_record_the_day() -> None:
    preprint = from_file("a.xml", venue="arXiv", published=PartialDate(2023, 11, 2))
    revised = from_file("b.xml", published=PartialDate(2024, 7, 1))
    published = from_file("z.bib", venue="RIVER 2024", published=PartialDate(2024))
    merged = merge_records([preprint, revised, published])
    assert (merged.venue, merged.published) == ("RIVER 2024", PartialDate(2024, 7, 1))


def test_a_preprint_server_is_named_where_nothing_else_is() -> None:
    assert merge_records([from_file("a.xml"), from_file("b.xml", venue="arXiv")]).venue == "arXiv"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.UNKNOWN, Status.REJECTED), Status.REJECTED),
        ((Status.REJECTED, Status.WITHDRAWN), Status.WITHDRAWN),
        ((Status.REJECTED, Status.ACCEPTED), Status.ACCEPTED),
        ((Status.WITHDRAWN, Status.ACCEPTED), Status.ACCEPTED),
        ((Status.ACCEPTED, Status.RETRACTED), Status.RETRACTED),
    ],
)
def test_the_strongest_status_wins(statuses: tuple[Status, Status], expected: Status) -> None:
    papers = [from_file("a.json", venue="", status=status) for status in statuses]
    assert merge_records(papers).status is expected


def test_a_paper_that_came_out_elsewhere_is_not_rejected() -> None:
    refused = from_file("a.json", venue="LAKE 2023", status=Status.REJECTED)
    published = from_file("z.bib", venue="RIVER 2024")
    merged = merge_records([refused, published])
    assert (merged.status, merged.venue) == (Status.UNKNOWN, "RIVER 2024")


def test_authors_are_united_by_person() -> None:
    short = (Author(name="A. Berg", orcid="0000-0002-1825-0097"), Author(name="L. Zhao"))
    full = (
        Author(name="Ada Berg", given="Ada", family="Berg"),
        Author(name="Lin Zhao", affiliation="River school"),
        Author(name="Bo Ng"),
    )
    merged = merge_records([from_file("a.json", authors=a) for a in (short, full)])
    assert merged.authors == (
        replace(full[0], orcid="0000-0002-1825-0097"),
        full[1],
        full[2],
    )


def test_authors_who_cannot_be_told_apart_get_nothing_of_each_other() -> None:
    twins = (Author(name="A. Berg"), Author(name="Anna Berg"))
    other = (Author(name="Ada Berg", orcid="0000-0002-1825-0097"),)
    merged = merge_records([from_file("a.json", authors=a) for a in (twins, other)])
    assert merged.authors == twins


def test_fuller_names_are_taken_with_their_parts() -> None:
    short = (Author(name="A. van der Berg", given="A.", family="van der Berg"), Author(name="Bo"))
    full = (Author(name="Ada van der Berg"),)
    merged = merge_records([from_file("a.json", authors=a) for a in (short, full)])
    assert [author.name for author in merged.authors] == ["Ada van der Berg", "Bo"]


def test_spellings_of_one_address_are_one_link() -> None:
    first = (Link(url="https://arxiv.org/abs/2402.00310v1"), Link(url="http://otters.example/"))
    second = (
        Link(url="http://www.arxiv.org/abs/2402.00310", kind=LinkKind.PAPER),
        Link(url="https://otters.example"),
    )
    merged = merge_records([from_file(f"{n}.json", links=s) for n, s in enumerate((first, second))])
    assert merged.links == (replace(first[0], kind=LinkKind.PAPER), first[1])


def test_each_field_remembers_the_place_it_is_from() -> None:
    preprint = from_file("a.xml", published=PartialDate(2024, 3, 1), abstract="A long one.")
    published = from_file("z.bib", venue="RIVER 2024", published=PartialDate(2024), abstract="")
    merged = merge_records([published, preprint])
    places = {s.field: str(s.origin.location) for s in merged.provenance}
    assert places == {
        "title": "seeds/z.bib:1",
        "abstract": "seeds/a.xml:1",
        "authors": "seeds/z.bib:1",
        "published": "seeds/a.xml:1",
        "venue": "seeds/z.bib:1",
    }


def test_everything_that_can_be_united_is() -> None:
    merged = merge_records([PAGE, FILE])
    assert merged.id == "arxiv:2402.00310"
    assert merged.aliases == ("arxiv:2402.00310", "doi:10.1/x")
    assert merged.origins == (*FILE.origins, *PAGE.origins)
    assert merged.links == (Link(url="https://example.org/x", kind=LinkKind.CODE),)
    assert merged.signals == Signals(upvotes=5, stars=10)
    assert merged.redirect_from == ("old/",)


def test_the_earliest_date_wins_in_its_most_exact_form() -> None:
    dates = [PartialDate(2024), PartialDate(2024, 3, 11), PartialDate(2024, 3, 9), None]
    papers = [make_paper(published=date, updated=date) for date in dates]
    merged = merge_records(papers)
    assert merged.published == PartialDate(2024, 3, 9)
    assert merged.updated == PartialDate(2024, 3, 11)


def test_an_id_an_editor_chose_wins_over_one_made_of_a_title() -> None:
    papers = [make_paper("Otters"), make_paper("Otters", id=PaperId("otters"))]
    assert merge_records(papers).id == "otters"


def test_an_id_an_editor_chose_wins_over_identifiers() -> None:
    chosen = make_paper("Otters", id=PaperId("otters"))
    named = make_paper("Otters", aliases=("arxiv:2402.00310",))
    assert merge_records([named, chosen]).id == "otters"
