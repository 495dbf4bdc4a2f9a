from __future__ import annotations

import pytest

from generator.curate.links import find_links, link_kind
from generator.model.paper import LinkKind
from tests.factories import make_paper


def test_links_are_found_in_order_with_their_places() -> None:
    abstract = r"Code is at https://github.com/otters/maps. Videos: \url{https://youtu.be/abc}."
    found = find_links(make_paper(abstract=abstract))
    assert [(f.link.url, f.link.kind) for f in found] == [
        ("https://github.com/otters/maps", LinkKind.CODE),
        ("https://youtu.be/abc", LinkKind.VIDEO),
    ]
    assert [abstract[f.start : f.end] for f in found] == [
        "https://github.com/otters/maps",
        r"\url{https://youtu.be/abc}",
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Our code is available at github.com/a/b", LinkKind.CODE),
        ("Our code and data are released at gitlab.com/a/b", LinkKind.CODE),
        ("The corpus is available at github.com/a/b", LinkKind.DATA),
        ("See anonymous.4open.science/r/a-1", LinkKind.CODE),
        ("Weights: huggingface.co/otter/small", LinkKind.CODE),
        ("We use huggingface.co/datasets/otter", LinkKind.DATA),
        ("Try it at huggingface.co/spaces/otter", LinkKind.DEMO),
        ("Files: zenodo.org/record/1", LinkKind.DATA),
        ("The project page is otters.example.org/x", LinkKind.PROJECT),
        ("Videos and code are on our website: otters.example.org", LinkKind.PROJECT),
        ("Generated samples are on our website otters.example.org", LinkKind.PROJECT),
        ("Project: otters.example.org", LinkKind.PROJECT),
        ("Audio samples: otter.github.io", LinkKind.DEMO),
        ("Code and samples: otter.github.io", LinkKind.PROJECT),
        ("More at otter.github.io/maps", LinkKind.PROJECT),
        ("The data set is at sites.google.com/view/otters", LinkKind.DATA),
        ("Our implementation is at otters.example.org", LinkKind.CODE),
        ("Code and videos are at otters.example.org", LinkKind.PROJECT),
        ("A demo runs at otters.example.org", LinkKind.DEMO),
        ("The benchmark is at otters.example.org", LinkKind.DATA),
        ("See vimeo.com/1", LinkKind.VIDEO),
        ("A longer version is at arxiv.org/abs/2402.00310", LinkKind.PAPER),
        ("Proofs are at otters.example.org/proof.pdf", LinkKind.PDF),
        ("The competition of otters.example.org", LinkKind.OTHER),
    ],
)
def test_host_and_words_tell_what_a_link_leads_to(words: str, kind: LinkKind) -> None:
    sentence, _, place = words.rpartition(" ")
    abstract = f"We draw data and code. {sentence} https://{place} ."
    assert [found.link.kind for found in find_links(make_paper(abstract=abstract))] == [kind]


def test_a_label_of_its_own_says_more_than_the_sentence() -> None:
    abstract = "Code and more: [project page](https://otters.example.org)."
    assert find_links(make_paper(abstract=abstract))[0].link.kind is LinkKind.PROJECT


def test_the_words_before_an_earlier_link_do_not_count() -> None:
    abstract = "Code: https://github.com/a/b, data: https://otters.example.org."
    kinds = [found.link.kind for found in find_links(make_paper(abstract=abstract))]
    assert kinds == [LinkKind.CODE, LinkKind.DATA]


@pytest.mark.parametrize("url", ["https://[broken", "http://a.b:notaport/x", "https://a.b//..//"])
def test_an_odd_address_has_a_kind_too(url: str) -> None:
    assert link_kind(url) is LinkKind.OTHER
