from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import PartialDate
from generator.plan import urls
from tests.factories import make_paper


def test_a_slug_is_made_of_the_title() -> None:
    paper = make_paper("Otters: A Benchmark")
    assert urls.paper_slugs([paper]) == {paper.id: "otters-a-benchmark"}


def test_of_two_papers_with_one_title_the_older_keeps_the_plain_slug() -> None:
    old = make_paper("Maps", authors=(), published=PartialDate(2020))
    new = make_paper("Maps!", published=PartialDate(2024))
    for order in ([old, new], [new, old]):
        slugs = urls.paper_slugs(order)
        assert slugs[old.id] == "maps"
        assert slugs[new.id].startswith("maps-")


def test_a_title_without_letters_still_gets_a_slug() -> None:
    paper = make_paper("🎉!?")
    slug = urls.paper_slugs([paper])[paper.id]
    assert slug.startswith("paper-")


def test_no_paper_takes_the_address_of_numbered_pages() -> None:
    paper = make_paper("Page")
    assert urls.paper_slugs([paper])[paper.id] != "page"


@settings(max_examples=60)
@given(st.lists(st.text(max_size=30), unique=True, max_size=8))
def test_slugs_are_unique_and_safe_whatever_the_titles(titles: list[str]) -> None:
    papers = [
        make_paper(title or "-", aliases=(f"doi:10.1/{n}",)) for n, title in enumerate(titles)
    ]
    slugs = urls.paper_slugs(papers)
    assert len(set(slugs.values())) == len(papers)
    assert all(slug and not set(slug) & set("/\\.\0 ") for slug in slugs.values())


def test_the_way_to_the_root_counts_the_folders() -> None:
    assert [urls.root_of(url) for url in ("", "404.html", "papers/", "papers/a/")] == [
        "",
        "",
        "../",
        "../../",
    ]


def test_only_the_first_page_of_a_list_has_the_plain_address() -> None:
    assert urls.numbered("papers/", 1) == "papers/"
    assert urls.numbered("papers/", 12) == "papers/page/12/"


def test_an_absolute_address_is_empty_while_the_public_one_is_unknown() -> None:
    assert urls.absolute("", "papers/") == ""
    assert urls.absolute("https://example.org/d/", "papers/é/") == (
        "https://example.org/d/papers/%C3%A9/"
    )
