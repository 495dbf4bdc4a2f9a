from __future__ import annotations

from pathlib import PurePosixPath

from generator.curate.discovery import discover
from generator.curate.taxonomy import read_taxonomy
from generator.curate.topic_model import TopicModel, topics_by_model
from generator.curate.topics import assign_topics
from generator.curate.topics_yaml import topics_yaml
from generator.model.topic import Term, Topic
from tests.curate.themes import themed_papers

PATH = PurePosixPath("seeds/topics.yaml")


def test_the_file_reads_back_without_a_complaint_and_places_papers_alike() -> None:
    papers = themed_papers()
    model = discover(papers)
    assert model is not None
    topics, found = read_taxonomy(topics_yaml(model), PATH)
    assert found == ()
    assert [(t.id, t.name, t.parent) for t in topics] == [
        (t.id, t.name, t.parent) for t in model.topics
    ]
    written = assign_topics(papers, topics, 3).scores
    same = sum(
        written[paper.id][0].topic == entries[0].topic
        for paper, entries in zip(papers, topics_by_model(papers, model, 3), strict=True)
    )
    assert same >= 0.75 * len(papers)


def test_signs_of_yaml_in_a_name_do_no_harm() -> None:
    name = 'Maps: "all" of them # and [more] \\ {x}'
    topics = (
        Topic(id="all", name="All"),
        Topic(id="maps", name=name, parent="all", terms=(Term(text="no", weight=1.0),)),
    )
    model = TopicModel(topics=topics, centres={"maps": {"no": 1.0}}, rarity={"no": 1.0})
    (_, topic), found = read_taxonomy(topics_yaml(model), PATH)
    assert (topic.name, found) == (name, ())


def test_two_terms_that_match_the_same_words_are_written_once() -> None:
    terms = (Term(text="sensor", weight=1.0), Term(text="sensory", weight=0.5))
    topic = Topic(id="maps", name="Maps", terms=terms)
    model = TopicModel(topics=(topic,), centres={"maps": {}}, rarity={})
    (read,), found = read_taxonomy(topics_yaml(model), PATH)
    assert ([term.text for term in read.terms], found) == (["sensor*"], ())
