from __future__ import annotations

import json

import pytest

from generator.config.site import SiteConfig
from generator.model.paper import Author
from generator.plan.citation import citation_tags
from generator.plan.contexts import PaperPage, TopicPage
from tests.factories import make_config, make_corpus, make_paper
from tests.planning import make_plan

CONFIG = make_config(site=SiteConfig(title="Rivers", base_url="https://r.example/"))


def test_each_author_is_followed_by_where_they_work() -> None:
    authors = (
        Author(name="Ada", affiliation="River U", orcid="0000-0002-1825-0097"),
        Author(name="Bo"),
    )
    tags = citation_tags(make_paper(authors=authors), "")
    assert [tag for tag in tags if tag[0].startswith("citation_author")] == [
        ("citation_author", "Ada"),
        ("citation_author_institution", "River U"),
        ("citation_author_orcid", "0000-0002-1825-0097"),
        ("citation_author", "Bo"),
    ]


@pytest.mark.parametrize(
    ("venue", "tag"),
    [
        ("", ("DC.type", "preprint")),
        ("arXiv", ("DC.type", "preprint")),
        ("ICLR 2025", ("citation_conference_title", "ICLR 2025")),
        ("Journal of Rivers", ("citation_journal_title", "Journal of Rivers")),
    ],
)
def test_reference_managers_learn_what_kind_of_paper_it_is(
    venue: str, tag: tuple[str, str]
) -> None:
    tags = citation_tags(make_paper(venue=venue), "")
    kinds = {"DC.type", "citation_conference_title", "citation_journal_title"}
    assert [found for found in tags if found[0] in kinds] == [tag]


def test_lists_of_papers_say_so_and_where_they_stand() -> None:
    plan = make_plan(make_corpus(), CONFIG)
    [page] = [page for page in plan.pages if page.url == "topics/river-maps/"]
    context = page.context()
    assert isinstance(context, TopicPage)
    collection, crumbs = json.loads(context.head.structured or "")["@graph"]
    assert collection["@type"] == "CollectionPage"
    assert collection["url"] == "https://r.example/topics/river-maps/"
    assert [row["name"] for row in crumbs["itemListElement"]] == ["Topics", "River maps"]


def test_no_text_of_a_paper_ends_the_script() -> None:
    paper = make_paper("</script><script>alert(1)</script>")
    plan = make_plan(make_corpus([paper]), CONFIG)
    [page] = [page for page in plan.pages if page.kind == "paper"]
    context = page.context()
    assert isinstance(context, PaperPage)
    assert "<" not in context.structured
    assert json.loads(context.structured)["@graph"][0]["@type"] == "ScholarlyArticle"
