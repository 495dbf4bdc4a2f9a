from __future__ import annotations

from generator.curate.discovery import discover
from generator.curate.topic_model import topics_by_model
from generator.curate.topic_reasons import TopicSources
from generator.curate.topic_report import near_duplicates, topic_report
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment
from tests.curate.themes import themed_papers
from tests.factories import make_paper


def test_the_report_has_sizes_typical_papers_and_reasons() -> None:
    papers = themed_papers()
    model = discover(papers)
    assert model is not None
    scores = topics_by_model(papers, model, 3)
    enrichments = {p.id: Enrichment(topics=s) for p, s in zip(papers, scores, strict=True)}
    used = {entry.topic for entries in scores for entry in entries}
    topics = tuple(topic for topic in model.topics if topic.id in used)
    sources = TopicSources(model=model)
    report = topic_report(Corpus(papers=papers, topics=topics, enrichments=enrichments), sources)
    assert sum(entry.primary for entry in report.topics) == len(papers)
    assert [entry.papers for entry in report.topics] == sorted(
        (entry.papers for entry in report.topics), reverse=True
    )
    for entry in report.topics:
        assert all(typical.reasons for typical in entry.typical)
    assert report.unplaced == ()


def test_papers_that_say_nearly_the_same_are_found() -> None:
    papers = list(themed_papers())
    double = make_paper(papers[0].title + " (extended)", abstract=papers[0].abstract)
    pairs = near_duplicates([*papers, double])
    assert {pairs[0][1].id, pairs[0][2].id} == {papers[0].id, double.id}
    assert pairs[0][0] > 0.9


def test_papers_on_different_things_are_no_duplicates() -> None:
    themes = themed_papers(1)
    assert near_duplicates(themes) == ()
    assert near_duplicates([]) == ()
