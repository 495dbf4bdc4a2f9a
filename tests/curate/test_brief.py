from __future__ import annotations

import pytest

from generator.curate.brief import contribution_line, one_line, possible_lines, result_line
from generator.curate.statement_weights import shipped_weights
from generator.curate.title_words import TitleWords


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("In this paper, we propose to draw maps.", "We propose to draw maps."),
        ("To this end, we also draw river maps.", "We draw river maps."),
        ("However, to address these issues, we here draw maps.", "We draw maps."),
        ("In this work we draw maps of rivers.", "We draw maps of rivers."),
        ("Specifically, iMaps are drawn by otters.", "iMaps are drawn by otters."),
        (
            "We draw River Network Maps (RNM) with otters.",
            "We draw River Network Maps with otters.",
        ),
        ("We (1) draw maps and (2) sell them.", "We (1) draw maps and (2) sell them."),
        ("We call f(x) the otter of x.", "We call f(x) the otter of x."),
        (
            "We reach \\emph{much} better ``maps'' in $O(n^2)$.",
            "We reach much better “maps” in O(n²).",
        ),
        ('"We draw maps of rivers.', "We draw maps of rivers."),
        ("In rivers, otters swim.", "In rivers, otters swim."),
        (
            "We draw new maps of rivers to address these two problems.",
            "We draw new maps of rivers.",
        ),
        (
            "We draw maps of rivers made to address this problem.",
            "We draw maps of rivers made to address this problem.",
        ),
        ("We swim to address this problem.", "We swim to address this problem."),
    ],
)
def test_a_line_stands_without_the_sentences_before_it(sentence: str, line: str) -> None:
    assert one_line(sentence) == line


def test_a_result_is_told_without_who_shows_it() -> None:
    shown = "Extensive experiments on two rivers demonstrate that otters swim best of all."
    assert result_line(shown) == "Otters swim best of all."
    assert result_line("We prove that otters swim best.") == "Otters swim best."


def test_a_long_result_ends_at_a_clause_and_a_short_one_stays_whole() -> None:
    short = "OtterMap beats all known maps of the river, which bends a lot."
    assert result_line(short) == short
    long = short.removesuffix(".") + (
        ", while it needs no more than two otters for each of the many hundred bends that the "
        "rivers of our benchmark have in all of their long and winding courses to the sea."
    )
    assert result_line(long) == "OtterMap beats all known maps of the river, which bends a lot."


def test_possible_lines_begin_with_the_whole() -> None:
    whole = "Inspired by rivers, we draw detailed maps of them, which helps otters."
    lines = possible_lines(whole)
    assert lines[0].text == whole
    assert {line.text for line in lines} == {
        whole,
        "Inspired by rivers, we draw detailed maps of them.",
        "We draw detailed maps of them, which helps otters.",
        "We draw detailed maps of them.",
    }


def test_the_chosen_line_keeps_what_the_title_names() -> None:
    known = shipped_weights()
    line = contribution_line(
        "In this paper, we draw detailed maps of all rivers by training river otters.",
        TitleWords.of("Training River Otters", known.rarity),
        known.line,
    )
    assert "otters" in line
