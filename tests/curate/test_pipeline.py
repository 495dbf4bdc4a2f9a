from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.config.schema import Config, FilterConfig
from generator.curate.pipeline import Enrichments, curate
from generator.model.counts import Counts
from generator.model.dates import PartialDate
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from tests.factories import make_config, make_free_page, make_issue, make_paper, make_papers

TAXONOMY = """\
topics:
  - {slug: otters, name: Otters, terms: {otter*: 5}}
  - {slug: maps, name: Maps, terms: {map*: 5}}
  - {slug: quarks, name: Quarks, terms: {quark*: 5}}
"""


def project(root: Path) -> Config:
    (root / "seeds").mkdir()
    (root / "seeds" / "topics.yaml").write_text(TAXONOMY, encoding="utf-8")
    return make_config(root)


def titles(papers: Sequence[Paper]) -> list[str]:
    return [paper.title for paper in papers]


def test_nothing_makes_an_empty_corpus(tmp_path: Path) -> None:
    corpus, found = curate([], [], [], project(tmp_path))
    assert (corpus.papers, corpus.issues, corpus.topics, found) == ((), (), (), ())


def test_every_paper_gets_its_links_and_topics(tmp_path: Path) -> None:
    paper = make_paper("Otters", abstract="Maps: https://github.com/otters/maps.")
    corpus, found = curate([paper], [], [], project(tmp_path))
    enrichment = corpus.enrichments[paper.id]
    assert [entry.topic for entry in enrichment.topics] == ["otters", "maps"]
    assert [entry.link.url for entry in enrichment.links] == ["https://github.com/otters/maps"]
    assert [topic.name for topic in corpus.topics] == ["Otters", "Maps"]
    assert found == ()


def test_papers_come_newest_first_and_undated_ones_last(tmp_path: Path) -> None:
    a, b, c = (make_paper(name, published=None) for name in ("In old A", "In old B", "In new C"))
    undated = make_paper("Undated", published=None)
    dated = make_paper("Dated", published=PartialDate(2024, 3))
    same_day = make_paper("Same day", published=PartialDate(2024, 3, 11))
    old = make_issue([b, a])
    new = make_issue([c, a], date=datetime.date(2024, 3, 12))
    papers = [undated, dated, same_day, a, b, c]
    corpus, _ = curate(papers, [old, new], [], project(tmp_path))
    assert titles(corpus.papers) == [
        *("In new C", "In old A", "In old B", "Same day", "Dated", "Undated"),
    ]


def test_doubled_papers_become_one_that_every_issue_finds(tmp_path: Path) -> None:
    page = make_paper("Otters", authors=())
    file = make_paper("Otters", aliases=("arxiv:2402.00310",))
    issues = [make_issue([page]), make_issue([file], date=datetime.date(2024, 3, 12))]
    corpus, found = curate([page, file], issues, [], project(tmp_path))
    assert [issue.papers for issue in corpus.issues] == [("arxiv:2402.00310",)] * 2
    assert corpus.resolve(page.id) == "arxiv:2402.00310"
    assert found == ()


def test_drafts_are_left_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    config = project(tmp_path)
    draft, paper = make_paper("Otters", draft=True), make_paper("Maps")
    issue = make_issue([draft, paper])
    corpus, found = curate([draft, paper], [issue], [], config)
    assert (titles(corpus.papers), corpus.issues[0].papers, found) == (["Maps"], (paper.id,), ())
    corpus, _ = curate([draft, paper], [issue], [], replace(config, drafts=True))
    assert titles(corpus.papers) == ["Otters", "Maps"]


def test_a_draft_of_a_paper_read_elsewhere_does_not_hide_it(tmp_path: Path) -> None:
    paper = make_paper("Otters")
    corpus, _ = curate([paper, replace(paper, draft=True)], [], [], project(tmp_path))
    assert titles(corpus.papers) == ["Otters"]


def test_an_issue_that_picks_nothing_known_is_kept_and_reported(tmp_path: Path) -> None:
    corpus, found = curate([], [make_issue(["nobody"])], [], project(tmp_path))
    assert [issue.papers for issue in corpus.issues] == [()]
    assert [problem.code for problem in found] == ["U030"]


def test_two_pages_of_one_slug_are_an_error_and_the_first_stays(tmp_path: Path) -> None:
    first, second = make_free_page("about"), make_free_page("about", title="Other")
    corpus, found = curate([], [], [first, second], project(tmp_path))
    assert corpus.pages == (first,)
    assert [problem.code for problem in found] == ["U040"]


def test_a_page_cannot_take_an_address_of_the_site(tmp_path: Path) -> None:
    corpus, found = curate([], [], [make_free_page("search")], project(tmp_path))
    assert corpus.pages == ()
    assert [problem.code for problem in found] == ["U041"]


def test_without_a_topics_file_nothing_is_invented(tmp_path: Path) -> None:
    papers = make_papers(2)
    corpus, found = curate(papers, [], [], make_config(tmp_path))
    assert corpus.topics == ()
    assert [problem.code for problem in found] == ["U085"]


def test_only_topics_with_papers_are_kept_in_the_order_of_the_taxonomy(tmp_path: Path) -> None:
    papers = [make_paper("Quarks", abstract=""), make_paper("A map", abstract="")]
    corpus, _ = curate(papers, [], [], project(tmp_path))
    assert [topic.id for topic in corpus.topics] == ["maps", "quarks"]


def test_a_parent_without_papers_lives_as_long_as_a_topic_names_it(tmp_path: Path) -> None:
    config = project(tmp_path)
    (tmp_path / "seeds").mkdir(exist_ok=True)
    (tmp_path / config.topics.file).write_text(
        "topics:\n"
        "  - {slug: places, name: Places}\n"
        "  - {slug: beasts, name: Beasts}\n"
        "  - {slug: maps, parent: places, terms: {map: 3}}\n"
        "  - {slug: otters, parent: beasts, terms: {otter: 3}}\n",
        encoding="utf-8",
    )
    corpus, _ = curate([make_paper("A map", abstract="")], [], [], config)
    assert [topic.id for topic in corpus.topics] == ["maps"]
    assert [topic.id for topic in corpus.parents] == ["places"]


def test_enrichers_add_in_their_order(tmp_path: Path) -> None:
    def first(papers: Sequence[Paper], known: Enrichments, _config: Config) -> Enrichments:
        score = TopicScore(topic="quarks", score=1.0)
        return {paper.id: replace(known[paper.id], topics=(score,)) for paper in papers}

    def second(papers: Sequence[Paper], known: Enrichments, _config: Config) -> Enrichments:
        return {p.id: replace(known[p.id], topics=known[p.id].topics[:1]) for p in papers}

    papers = [make_paper("Otters", abstract=""), make_paper("Maps", abstract="")]
    corpus, _ = curate(papers, [], [], project(tmp_path), enrichers=(first, second))
    assert titles(corpus.in_topic("quarks")) == ["Otters", "Maps"]


def test_counts_add_up_from_records_to_papers(tmp_path: Path) -> None:
    page = make_paper("Otters", authors=())
    file = make_paper("Otters", aliases=("arxiv:2402.00310",))
    papers = [page, file, make_paper("Maps", draft=True), make_paper("Quarks"), *make_papers(3)]
    config = replace(project(tmp_path), filter=FilterConfig(exclude=("quarks",), per_issue=2))
    issue = make_issue([papers[3].id, *(paper.id for paper in papers[4:])])
    corpus, found = curate(papers, [issue], [], config)
    assert corpus.counts == Counts(
        read=7,
        merged=2,
        merged_into=1,
        left_out=(
            ("marked as draft", 1),
            ("with an excluded word", 1),
            ("over the limit of their issue", 1),
        ),
    )
    assert corpus.counts.kept == len(corpus.papers) == 3
    assert [problem.code for problem in found if problem.code > "U050"] == ["U071", "U070", "U070"]
    assert corpus.issues[0].papers == tuple(paper.id for paper in papers[4:6])


def test_the_file_of_same_papers_is_heard(tmp_path: Path) -> None:
    config = project(tmp_path)
    text = "same:\n  - [Otters, 10.1000/xyz]\n"
    (tmp_path / "seeds" / "same.yaml").write_text(text, encoding="utf-8")
    papers = [make_paper("Otters"), make_paper("Maps of otters", aliases=("doi:10.1000/xyz",))]
    corpus, found = curate(papers, [], [], config)
    assert [paper.id for paper in corpus.papers] == ["doi:10.1000/xyz"]
    assert found == ()


def test_no_name_leads_to_a_paper_that_is_left_out(tmp_path: Path) -> None:
    config = replace(project(tmp_path), filter=FilterConfig(exclude=("otters",)))
    papers = [make_paper("Otters", aliases=("doi:10.1/x", "arxiv:2402.00310"))]
    corpus, _ = curate(papers, [], [], config)
    assert (corpus.papers, corpus.merged) == ((), {})
