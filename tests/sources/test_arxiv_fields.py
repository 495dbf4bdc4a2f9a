from __future__ import annotations

import pytest

from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind, Status
from generator.sources import arxiv_fields as arxiv


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("2402.01234v3", PartialDate(2024, 2)),
        ("0704.0204", PartialDate(2007, 4)),
        ("hep-th/9901001", PartialDate(1999, 1)),
        ("math.GT/0309136v1", PartialDate(2003, 9)),
        ("2413.01234", None),
        ("no id", None),
        ("", None),
    ],
)
def test_an_id_holds_the_month_it_was_given_in(name: str, month: PartialDate | None) -> None:
    assert arxiv.month_of(name) == month


def test_an_indented_line_begins_a_paragraph() -> None:
    assert arxiv.abstract_prose("  One\nline.\n  Two.\n") == "One line.\n\nTwo."


def test_a_text_indented_as_a_whole_is_one_paragraph() -> None:
    assert arxiv.abstract_prose("  One\n  line\n  only.") == "One line only."


def test_entities_are_decoded_and_angle_brackets_kept() -> None:
    assert arxiv.prose("a &lt; b &amp; $&lt;x&gt;$ <q>") == "a < b & $<x>$ <q>"


@pytest.mark.parametrize(
    "comments",
    [
        "This paper has been withdrawn by the author",
        "Withdrawn",
        "This submission was withdrawn due to an error in Lemma 2",
        "The article has been temporarily withdrawn",
    ],
)
def test_comments_tell_that_a_paper_is_withdrawn(comments: str) -> None:
    assert arxiv.status_of(comments, "") is Status.WITHDRAWN


@pytest.mark.parametrize("abstract", ["We study why papers are withdrawn.", "Withdrawnness.", ""])
def test_a_paper_about_withdrawing_is_not_withdrawn(abstract: str) -> None:
    assert arxiv.status_of("9 pages", abstract) is Status.UNKNOWN


def test_only_arxivs_own_categories_are_kept() -> None:
    codes = ["cs.CL", "hep-th", "68T50", "I.2.7; H.3", "cs.CL", "cond-mat.mes-hall"]
    assert arxiv.categories(codes) == ("cs.CL", "hep-th", "cond-mat.mes-hall")


def test_addresses_in_the_comments_are_links() -> None:
    links = arxiv.links_in("9 pages. Code: https://github.com/bee/kites.")
    assert links == (Link(url="https://github.com/bee/kites", kind=LinkKind.CODE),)
