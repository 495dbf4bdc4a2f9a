from xml.etree import ElementTree as ET

import pytest

from generator.config.schema import BuildConfig
from generator.config.site import SiteConfig
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


def test_former_addresses_of_the_settings_lead_on() -> None:
    config = make_config(
        redirects={"/old/page.html": "topics/river-maps/", "away/": "https://else.example/x?a=1"}
    )
    corpus = make_corpus()
    made = emit_redirects(corpus, make_plan(corpus, config), config)
    pages = {file.path: file.body.decode() for file in made}
    assert 'content="0; url=../topics/river-maps/"' in pages["old/page.html"]
    assert 'content="0; url=https://else.example/x?a=1"' in pages["away/index.html"]


def test_no_redirect_runs_a_script() -> None:
    config = make_config(redirects={"old/": "javascript:alert(1)", "b/": '"><script>x</script>'})
    corpus = make_corpus()
    made = emit_redirects(corpus, make_plan(corpus, config), config)
    for file in made:
        assert b"<script" not in file.body
        assert b"url=javascript" not in file.body


def test_a_domain_of_ones_own_is_written_for_pages() -> None:
    config = make_config(build=BuildConfig(cname="papers.example.org"))
    corpus = make_corpus()
    made = sitemap.emit_sitemap(corpus, make_plan(corpus, config), config)
    assert {file.path: file.body for file in made}["CNAME"] == b"papers.example.org\n"


@pytest.mark.parametrize("cname", ["https://x.example", "x.example/d", "x", "-x.example", "a..b"])
def test_what_is_no_domain_is_refused(cname: str) -> None:
    with pytest.raises(ValueError, match="cname"):
        BuildConfig(cname=cname)
