"""What other programs read in our files of citations is what we know of the papers."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from generator.config.files import FilesConfig
from generator.config.schema import Config
from generator.emit import citations
from generator.emit.citations import emit_citations
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Paper
from tests.factories import make_config, make_corpus, make_issue, make_paper, make_papers
from tests.planning import make_plan

PAPERS = (
    make_paper(
        "Otters & Maps: 100% of $x_1$ {Rivers}",
        authors=(
            Author(name="Ada van der Berg", given="Ada", family="van der Berg"),
            Author(name="José Núñez", given="José", family="Núñez"),
        ),
        published=PartialDate(2024, 3, 11),
        categories=("cs.CL",),
        keywords=("maps", "otters"),
        aliases=("arxiv:2403.00001", "doi:10.48550/arxiv.2403.00001"),
        links=(Link(url="https://arxiv.org/abs/2403.00001", kind=LinkKind.PAPER),),
    ),
    make_paper(
        "Kites in Proceedings",
        authors=(Author(name="Lin Zhao", given="Lin", family="Zhao"),),
        published=PartialDate(2023),
        venue="EMNLP 2023",
        aliases=("doi:10.1000/kites_(1)",),
    ),
    make_paper(
        "Dunes in a Journal",
        authors=(Author(name="The Dune Group"),),
        published=PartialDate(2022, 5),
        venue="Journal of Dunes",
    ),
    make_paper("Nobody Knows When", authors=(), published=None),
)


def files(corpus: Corpus, config: Config | None = None) -> dict[str, str]:
    config = config or make_config()
    made = emit_citations(corpus, make_plan(corpus, config), config)
    return {file.path: file.body.decode() for file in made}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return files(make_corpus(PAPERS))


def people(paper: Paper) -> list[tuple[str, str]]:
    return [(author.family or author.name, author.given) for author in paper.authors]


def test_pybtex_reads_every_entry(made: dict[str, str]) -> None:
    entries = parse_string(made["data/papers.bib"], "bibtex").entries
    kinds = [entry.type for entry in entries.values()]
    assert kinds == ["misc", "inproceedings", "article", "misc"]
    preprint, talk, article, _ = entries.values()
    assert preprint.fields["eprint"] == "2403.00001"
    assert preprint.fields["archivePrefix"] == "arXiv"
    assert preprint.fields["primaryClass"] == "cs.CL"
    assert preprint.fields["year"] == "2024"
    assert talk.fields["booktitle"] == "EMNLP 2023"
    assert talk.fields["doi"] == "10.1000/kites_(1)"
    assert article.fields["journal"] == "Journal of Dunes"
    assert "abstract" not in preprint.fields
    for paper, entry in zip(PAPERS, entries.values(), strict=True):
        read = [
            (" ".join((*p.prelast_names, *p.last_names)).strip("{}"), " ".join(p.first_names))
            for p in entry.persons.get("author", ())
        ]
        assert read == people(paper)


def test_rispy_reads_every_record(made: dict[str, str]) -> None:
    records = rispy.loads(made["data/papers.ris"])
    assert [record["type_of_reference"] for record in records] == ["UNPB", "CPAPER", "JOUR", "UNPB"]
    for paper, record in zip(PAPERS, records, strict=True):
        names = [", ".join(filter(None, parts)) for parts in people(paper)]
        assert record.get("authors", []) == names
        assert record["title"] == paper.title
        assert record.get("secondary_title", "") == paper.venue
        assert record.get("doi", "") == (paper.alias("doi") or "")
        assert record.get("year") == (f"{paper.published.year}" if paper.published else None)
        assert "abstract" not in record


def test_citeproc_reads_every_item(made: dict[str, str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it does not know "citation-key"
        items = CiteProcJSON(json.loads(made["data/papers.csl.json"])).values()
    for paper, item in zip(PAPERS, items, strict=True):
        names = [dict(name) for name in item.get("author", ())]
        read = [(n.get("family") or n.get("literal"), n.get("given") or "") for n in names]
        assert read == people(paper)
        assert str(item["title"]) == paper.title
        assert str(item.get("DOI", "")) == (paper.alias("doi") or "")
        assert item.get("issued", {}).get("year") == (paper.published and paper.published.year)


def test_csl_json_has_types_names_and_dates(made: dict[str, str]) -> None:
    items: list[dict[str, Any]] = json.loads(made["data/papers.csl.json"])
    kinds = [item["type"] for item in items]
    assert kinds == ["article", "paper-conference", "article-journal", "article"]
    assert items[0]["author"][0] == {"family": "van der Berg", "given": "Ada"}
    assert items[0]["issued"] == {"date-parts": [[2024, 3, 11]]}
    assert items[2]["author"] == [{"literal": "The Dune Group"}]
    assert "custom" not in items[0]
    keys = list(parse_string(made["data/papers.bib"], "bibtex").entries)
    assert [item["citation-key"] for item in items] == keys


def test_each_paper_topic_and_issue_has_its_own_files() -> None:
    papers = make_papers(2)
    made = files(make_corpus(papers, issues=(make_issue(papers[:1]),)))
    assert sorted(path for path in made if path.endswith(".bib")) == [
        "data/papers.bib",
        "issues/2024-03-11/papers.bib",
        "papers/paper-number-1/cite.bib",
        "papers/paper-number-2/cite.bib",
        "topics/river-maps/papers.bib",
    ]
    assert made["topics/river-maps/papers.bib"] == made["data/papers.bib"]
    assert made["issues/2024-03-11/papers.bib"] == made["papers/paper-number-1/cite.bib"]
    [item] = json.loads(made["papers/paper-number-2/cite.csl.json"])
    assert item["title"] == "Paper number 2"


def test_a_large_site_has_files_of_the_whole_only() -> None:
    config = make_config(files=FilesConfig(each=2))
    assert list(files(make_corpus(make_papers(3)), config)) == [
        "data/papers.bib",
        "data/papers.ris",
        "data/papers.csl.json",
        "data/index.json",
    ]


def test_the_whole_comes_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citations, "MAX_BYTES", 500)
    made = files(make_corpus(make_papers(5)), make_config(files=FilesConfig(each=1)))
    parts = json.loads(made["data/index.json"])["bibtex"]
    assert len(parts) > 1
    read = [parse_string(made[f"data/{part}"], "bibtex").entries for part in parts]
    assert len({key for entries in read for key in entries}) == 5


def test_abstracts_stand_there_when_asked_for() -> None:
    config = make_config(files=FilesConfig(abstracts=True))
    made = files(make_corpus([make_paper()]), config)
    [record] = rispy.loads(made["data/papers.ris"])
    assert record["abstract"].startswith("We draw river maps")
    [entry] = parse_string(made["data/papers.bib"], "bibtex").entries.values()
    assert entry.fields["abstract"].startswith("We draw river maps")


def test_formats_that_are_not_asked_for_are_left_out() -> None:
    only = files(make_corpus(), make_config(files=FilesConfig(citations=("ris",))))
    assert {path.rpartition(".")[2] for path in only} == {"ris", "json"}
