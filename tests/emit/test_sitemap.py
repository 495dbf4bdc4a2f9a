from xml.etree import ElementTree as ET

import pytest

from generator.config.schema import SiteConfig
from generator.emit import sitemap
from generator.emit.redirects import emit_redirects
from generator.model.corpus import Corpus
from generator.plan.site_plan import SitePlan
from tests.factories import make_config, make_corpus, make_paper
from tests.planning import make_plan

BASE = "https://rivers.example/d/"
CONFIG = make_config(site=SiteConfig(base_url=BASE))


def plan(corpus: Corpus) -> SitePlan:
    return make_plan(corpus, CONFIG)


def files(corpus: Corpus) -> dict[str, str]:
    made = sitemap.emit_sitemap(corpus, plan(corpus), CONFIG)
    return {file.path: file.body.decode() for file in made}


def locations(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314 (our own output)
    return [node.text or "" for node in root.iter() if node.tag.endswith("}loc")]


def test_the_sitemap_names_every_listed_page() -> None:
    corpus = make_corpus()
    listed = [page.url for page in plan(corpus).pages if page.listed]
    assert locations(files(corpus)["sitemap.xml"]) == [BASE + url for url in listed]


def test_robots_may_read_everything_and_learn_of_the_sitemap() -> None:
    assert "Sitemap: https://rivers.example/d/sitemap.xml" in files(make_corpus())["robots.txt"]


def test_without_a_public_address_there_is_no_sitemap() -> None:
    made = sitemap.emit_sitemap(make_corpus(), plan(make_corpus()), make_config())
    assert [file.path for file in made] == ["robots.txt", ".nojekyll"]


def test_a_large_site_gets_a_sitemap_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MAX_URLS", 5)
    made = files(make_corpus())
    parts = locations(made["sitemap.xml"])
    assert parts[0] == f"{BASE}sitemap-1.xml"
    named = [url for part in parts for url in locations(made[part.removeprefix(BASE)])]
    assert len(named) == len([page for page in plan(make_corpus()).pages if page.listed])


def test_a_former_address_leads_to_the_paper() -> None:
    paper = make_paper("Maps", redirect_from=("old/place/", "../../etc/passwd", "papers/maps/"))
    corpus = make_corpus([paper])
    made = {file.path: file.body.decode() for file in emit_redirects(corpus, plan(corpus), CONFIG)}
    assert sorted(made) == ["etc/passwd/index.html", "old/place/index.html"]
    assert 'content="0; url=../../papers/maps/"' in made["old/place/index.html"]
