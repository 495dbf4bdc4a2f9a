from __future__ import annotations

import pytest

from generator.emit.facts import diagnostic_facts, paper_facts
from generator.errors import Diagnostic, Severity
from generator.model.paper import Link, LinkKind, Origin, Status
from tests.factories import make_location, make_paper


def test_absent_facts_are_null_or_empty() -> None:
    facts = paper_facts(make_paper(authors=(), published=None, origins=()))
    assert {key for key, value in facts.items() if value is None} == {
        *("published", "updated", "venue", "arxiv_id", "doi", "status")
    }
    assert (facts["authors"], facts["links"], facts["aliases"]) == ([], [], [])


def test_status_and_the_sources_own_label_are_told() -> None:
    origin = Origin(location=make_location("seeds/a.bib", 7), format="bibtex", label="otters2024")
    facts = paper_facts(make_paper(status=Status.WITHDRAWN, origins=(origin,)))
    assert facts["status"] == "withdrawn"
    assert facts["sources"] == [
        {"path": "seeds/a.bib", "line": 7, "format": "bibtex", "label": "otters2024"}
    ]


@pytest.mark.parametrize(
    ("aliases", "url", "expected"),
    [
        (("doi:10.5555/a",), "https://doi.org/10.48550/arXiv.2401.00001", "10.5555/a"),
        (
            ("arxiv:2401.00001",),
            "https://doi.org/10.48550/arXiv.2401.00001",
            "10.48550/arxiv.2401.00001",
        ),
        (("arxiv:2401.00001",), "https://arxiv.org/abs/2401.00001", None),
    ],
)
def test_the_doi_of_arxiv_counts_only_without_another_and_where_a_source_states_it(
    aliases: tuple[str, ...], url: str, expected: str | None
) -> None:
    paper = make_paper(aliases=aliases, links=(Link(url=url, kind=LinkKind.PAPER),))
    assert paper_facts(paper)["doi"] == expected


def test_a_finding_without_place_has_nulls() -> None:
    found = Diagnostic(code="S001", severity=Severity.NOTE, message="so it is")
    facts = diagnostic_facts(found)
    assert (facts["severity"], facts["path"], facts["line"], facts["hint"]) == (
        *("note", None, None, None),
    )
