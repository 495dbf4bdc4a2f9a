from __future__ import annotations

import pytest

from generator.model.paper import LinkKind
from generator.sources.link_kinds import is_web_address, link_to


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://arxiv.org/abs/2501.01234", LinkKind.PAPER),
        ("https://arxiv.org/pdf/2501.01234v2", LinkKind.PDF),
        ("https://otters.example/paper.PDF", LinkKind.PDF),
        ("https://www.github.com/otters/maps", LinkKind.CODE),
        ("https://otters.github.io/maps", LinkKind.PROJECT),
        ("https://huggingface.co/datasets/otters/maps", LinkKind.DATA),
        ("https://huggingface.co/spaces/otters/maps", LinkKind.DEMO),
        ("https://youtu.be/abc", LinkKind.VIDEO),
        ("https://doi.org/10.1000/otters", LinkKind.PAPER),
        ("https://otters.example/", LinkKind.OTHER),
    ],
)
def test_an_address_gives_its_kind_away(url: str, kind: LinkKind) -> None:
    assert (link_to(url).url, link_to(url).kind) == (url, kind)


@pytest.mark.parametrize("url", ["https://a.example", "HTTP://a.example/b?c=d#e", "http://[::1]/"])
def test_web_addresses(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "https:///x", "a.example",
     "https://a.example/ b", "https://a.example/\x00", "http://[", "//a.example", ""],
)  # fmt: skip
def test_anything_else_is_none(url: str) -> None:
    assert not is_web_address(url)
