from pathlib import Path

import pytest

from generator.cli.explain import explanation, find_paper
from generator.curate.topic_reasons import TopicSources
from generator.errors import ConfigError
from generator.model.enrichment import Enrichment, RelatedPaper, Statement
from tests.factories import make_corpus, make_enrichment, make_paper, make_papers
from tests.projects import copy_site, run_generator


def test_a_paper_is_found_by_id_alias_slug_and_words_of_its_title() -> None:
    paper = make_paper("Otters Draw Maps", aliases=("arxiv:2402.12345", "doi:10.1/x"))
    corpus = make_corpus([paper], merged={"doi:10.1/x": paper.id})
    for name in ("arxiv:2402.12345", "doi:10.1/x", "otters-draw-maps", "draw maps"):
        assert find_paper(corpus, name) == paper


def test_a_name_that_fits_several_papers_names_them() -> None:
    with pytest.raises(ConfigError, match="3 papers go by 'paper number'"):
        find_paper(make_corpus(), "paper number")


def test_a_name_that_fits_nothing_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no paper is 'beavers'"):
        find_paper(make_corpus(), "beavers")


def test_the_chosen_sentence_is_marked_with_its_reasons() -> None:
    paper, other = make_papers(2, abstract="Maps are old. We present otter maps.")
    start = paper.abstract.index("We")
    text = paper.abstract[start:]
    made = Enrichment(
        contribution=Statement(text=text, brief=text, start=start, end=len(paper.abstract)),
        related=(RelatedPaper(paper=other.id, score=0.5, terms=("otter maps",)),),
    )
    corpus = make_corpus(
        [paper, other], enrichments={paper.id: made, other.id: make_enrichment()}, topics=()
    )
    lines = list(explanation(corpus, paper, TopicSources(model=None)))
    chosen = next(number for number, line in enumerate(lines) if line.strip().startswith("new"))
    assert lines[chosen].endswith(text)
    assert "because:" in lines[chosen + 1]
    assert "  0.50  Paper number 2  [otter maps]" in lines


def test_the_command_explains_a_paper_of_a_site(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    listed = run_generator(project, "export", "--format", "jsonl")
    assert listed.returncode == 0, listed.stderr
    assert run_generator(project, "explain", "no such paper").returncode == 2
