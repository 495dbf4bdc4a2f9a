from __future__ import annotations

from dataclasses import replace

import markdown

from generator.config.files import FilesConfig
from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.emit.twins import emit_twins
from generator.model.corpus import Corpus
from generator.model.enrichment import Statement
from generator.model.issue import Pick, Section
from tests.factories import make_config, make_corpus, make_enrichment, make_issue, make_paper
from tests.planning import make_plan

SITE = SiteConfig(title="Rivers", description="All about rivers.", base_url="https://r.example/d/")
CONFIG = make_config(site=SITE)


def files(corpus: Corpus, config: Config = CONFIG) -> dict[str, str]:
    made = emit_twins(corpus, make_plan(corpus, config), config)
    return {file.path: file.body.decode() for file in made}


def test_a_papers_page_has_a_twin() -> None:
    paper = make_paper(venue="ICLR 2025")
    enrichment = replace(
        make_enrichment("river-maps"), contribution=Statement(text="We draw.", brief="We draw.")
    )
    made = files(make_corpus([paper], enrichments={paper.id: enrichment}))
    assert made["papers/otters-a-benchmark-of-river-maps/index.md"] == (
        "# Otters: A Benchmark of River Maps\n\n"
        "Ada van der Berg, Lin Zhao; ICLR 2025; 2024-03-11\n\n"
        "Topics: River maps\n\n"
        "- New: We draw.\n\n"
        "## Abstract\n\n"
        "We draw river maps with otters. Our maps beat the best known ones by 3.5%.\n\n"
        "Page: <https://r.example/d/papers/otters-a-benchmark-of-river-maps/>\n"
    )


def test_topics_and_issues_list_their_papers() -> None:
    paper = make_paper("Maps")
    section = Section(title="First", picks=(Pick(paper=paper.id),))
    issue = make_issue(sections=(section,), introduction="*Hello*")
    made = files(make_corpus([paper], issues=(issue,)))
    link = "- [Maps](../../papers/maps/index.md): "
    assert link in made["topics/river-maps/index.md"]
    assert link in made["issues/2024-03-11/index.md"]
    assert "## First\n\n- [Maps]" in made["issues/2024-03-11/index.md"]
    assert "\n\n*Hello*\n\n" in made["issues/2024-03-11/index.md"]


def test_the_list_leads_to_every_topic_and_issue() -> None:
    made = files(make_corpus())
    assert made["llms.txt"].startswith("# Rivers\n\n> All about rivers.\n\n## Issues\n\n")
    assert "](https://r.example/d/topics/river-maps/index.md)" in made["llms.txt"]
    assert "](https://r.example/d/papers/paper-number-3/index.md)" in made["llms.txt"]


def test_a_title_means_nothing_to_markdown() -> None:
    paper = make_paper("# <script>alert(1)</script> [x](javascript:y)")
    [text] = [text for path, text in files(make_corpus([paper])).items() if "papers/" in path]
    html = markdown.markdown(text)
    assert "<script" not in html
    assert "<a " not in html.partition("</h1>")[0]


def test_a_large_site_lists_pages_instead_of_twins() -> None:
    made = files(make_corpus(), make_config(site=SITE, files=FilesConfig(each=2)))
    assert list(made) == ["llms.txt"]
    assert "](https://r.example/d/papers/paper-number-3/)" in made["llms.txt"]
