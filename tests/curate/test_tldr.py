from __future__ import annotations

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.curate.statement_weights import shipped_weights
from generator.curate.tldr import explain_statements, statements_of
from generator.model.enrichment import Statement, StatementOrigin
from generator.model.paper import FieldSource, Paper
from generator.text.sentences import sentence_spans
from tests.factories import make_origin, make_paper

ABSTRACT = (
    "Rivers are hard to map, and recent maps are often out of date. "
    "However, drawing them by hand is expensive. "
    "In this paper, we propose OtterMap, a method that draws river maps with trained otters. "
    "Otters swim each bend twice. "
    "Experiments on three rivers show that OtterMap outperforms the best hand-drawn maps by 12%. "
    "Our code is available at https://example.org/otters."
)
TITLE = "OtterMap: Drawing River Maps with Otters"


def statements(paper: Paper) -> tuple[Statement | None, Statement | None]:
    return statements_of(paper, shipped_weights())


def test_what_is_new_and_what_was_found_are_told_from_background_and_code() -> None:
    contribution, result = statements(make_paper(TITLE, abstract=ABSTRACT))
    assert contribution
    assert result
    assert contribution.text.startswith("In this paper, we propose OtterMap")
    assert contribution.brief == (
        "We propose OtterMap, a method that draws river maps with trained otters."
    )
    assert result.text.startswith("Experiments on three rivers")
    assert result.brief == "OtterMap outperforms the best hand-drawn maps by 12%."
    assert contribution.origin is result.origin is StatementOrigin.EXTRACTED


def test_an_abstract_without_findings_has_no_result() -> None:
    paper = make_paper(
        "Otters and Maps",
        abstract="Rivers bend in many ways. We describe a plan to map rivers with otters.",
    )
    contribution, result = statements(paper)
    assert contribution
    assert contribution.text == "We describe a plan to map rivers with otters."
    assert result is None


def test_a_single_sentence_is_never_both() -> None:
    paper = make_paper(TITLE, abstract="We show that otters outperform all known maps by 12%.")
    contribution, result = statements(paper)
    assert contribution
    assert contribution.text == paper.abstract
    assert result is None


def test_no_abstract_states_nothing() -> None:
    assert statements(make_paper(TITLE, abstract="")) == (None, None)


def test_an_editors_summary_wins_and_is_labelled() -> None:
    paper = make_paper(TITLE, abstract=ABSTRACT, tldr=" Otters draw maps. ")
    contribution, result = statements(paper)
    assert contribution == Statement(
        text="Otters draw maps.", brief="Otters draw maps.", origin=StatementOrigin.EDITOR
    )
    assert result
    assert result.origin is StatementOrigin.EXTRACTED


def test_a_summary_from_another_source_is_the_authors() -> None:
    paper = make_paper(
        TITLE,
        abstract=ABSTRACT,
        tldr="Otters draw maps.",
        origins=(make_origin(format_name="json"),),
    )
    contribution, _ = statements(paper)
    assert contribution
    assert contribution.origin is StatementOrigin.AUTHOR
    both = dataclasses.replace(
        paper,
        origins=(make_origin(), make_origin(format_name="json")),
        provenance=(FieldSource(field="tldr", origin=make_origin(format_name="json")),),
    )
    merged, _ = statements(both)
    assert merged
    assert merged.origin is StatementOrigin.AUTHOR


def test_a_summary_that_stands_in_the_abstract_has_its_place() -> None:
    paper = make_paper(TITLE, abstract=ABSTRACT, tldr="Otters swim each bend twice.")
    contribution, _ = statements(paper)
    assert contribution
    assert paper.abstract[contribution.start : contribution.end] == contribution.text


def test_every_sentence_but_the_background_is_explained() -> None:
    known = shipped_weights().sentence
    explained = explain_statements(make_paper(TITLE, abstract=ABSTRACT))
    assert len(explained) == 4
    assert ABSTRACT[explained[0].start :].startswith("In this paper, we propose")
    assert "proposes" in explained[0].features
    assert "title_name" in explained[0].features
    assert max(explained, key=lambda s: s.contribution) is explained[0]
    assert max(explained, key=lambda s: s.result) is explained[2]
    for sentence in explained:
        scores = known.scores(sentence.features, sentence.words)
        assert scores == (sentence.contribution, sentence.result)
    assert not {name for s in explained for name in s.features} - known.features.keys()


def test_authors_who_call_their_work_research_speak_of_it() -> None:
    abstract = "Otters swim. This research asks why otters swim. We find that they are hungry."
    first = explain_statements(make_paper(TITLE, abstract=abstract))[0]
    assert abstract[first.start : first.end] == "This research asks why otters swim."


def test_an_abstract_in_which_no_author_speaks_has_no_background() -> None:
    paper = make_paper(TITLE, abstract="Otters swim every river. Rivers bend in many ways.")
    assert len(explain_statements(paper)) == 2


def test_sentences_found_beforehand_give_the_same() -> None:
    paper = make_paper(TITLE, abstract=ABSTRACT)
    known = shipped_weights()
    spans = sentence_spans(paper.abstract)
    assert statements_of(paper, known, spans) == statements_of(paper, known)


PIECES = st.lists(
    st.sampled_from(
        [
            *ABSTRACT.split(". "),
            "We show that",
            "e.g. $x^2$, which",
            "(RIVER) and",
            "``maps'' \\emph{are}",
            "In this paper, we",
            "\n\n",
            "水獺游泳。",
            ", thereby drawing maps",
            '"',
        ]
    ),
    max_size=9,
)


@settings(max_examples=120, deadline=None)
@given(title=st.text(max_size=40), pieces=PIECES, noise=st.text(max_size=20))
def test_statements_are_exact_pieces_and_lines_have_one_line(
    title: str, pieces: list[str], noise: str
) -> None:
    paper = make_paper(title or "?", abstract=". ".join([*pieces, noise]))
    found = statements(paper)
    assert found == statements(paper)
    for statement in found:
        if statement is not None:
            assert statement.text == paper.abstract[statement.start : statement.end]
            assert "\n" not in statement.brief
            assert statement.brief
    if found[0] and found[1]:
        assert found[0].end <= found[1].start or found[1].end <= found[0].start
