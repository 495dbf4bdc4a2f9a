from __future__ import annotations

from xml.etree import ElementTree as ET

from generator.config.schema import SearchConfig
from generator.config.site import SiteConfig
from generator.emit.opensearch import emit_opensearch
from tests.factories import make_config, make_corpus
from tests.planning import make_plan

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(
    title: str = "River & Otter Quarterly", base_url: str = "https://a.example/d/"
) -> str:
    config = make_config(site=SiteConfig(title=title, base_url=base_url))
    corpus = make_corpus()
    return "".join(
        file.body.decode() for file in emit_opensearch(corpus, make_plan(corpus, config), config)
    )


def test_a_browser_learns_where_to_send_a_query() -> None:
    root = ET.fromstring(described())  # noqa: S314  # our own
    name, url = root.find(f"{SPACE}ShortName"), root.find(f"{SPACE}Url")
    assert name is not None
    assert url is not None
    assert name.text == "River & Otter Qu"
    assert url.get("template") == "https://a.example/d/search/?q={searchTerms}"


def test_without_an_address_or_a_search_there_is_none() -> None:
    assert described(base_url="") == ""
    config = make_config(search=SearchConfig(enabled=False))
    corpus = make_corpus()
    assert list(emit_opensearch(corpus, make_plan(corpus, make_config()), config)) == []
