from __future__ import annotations

import pytest

from generator.curate.clauses import safe_cuts


def heads(sentence: str) -> list[str]:
    return [sentence[: cut.at] for cut in safe_cuts(sentence)]


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("We draw very detailed maps of rivers", ", which helps the otters."),
        ("We draw very detailed maps of rivers", ", thereby helping the otters."),
        ("We draw very detailed maps of rivers", " by training young otters."),
        ("We draw very detailed maps of rivers", " and show that otters like them."),
        ("While rivers bend, we draw good maps", ", which helps the otters."),
        ("Our new method is a good one", "; otters like it."),
    ],
)
def test_a_sentence_may_end_before_a_closing_clause(head: str, tail: str) -> None:
    assert head in heads(head + tail)


@pytest.mark.parametrize(
    "sentence",
    [
        "While rivers bend a lot today, which is known, otters swim.",
        "Our newly drawn detailed river maps, which otters like, win.",
        "We not only draw detailed river maps, which is new.",
        "We draw rivers, compare detailed maps of otters and show them.",
        "We use a map (of a river, which bends, by night).",
        "We (1) draw detailed maps of rivers, which helps, and (2) sell.",
        "We draw $f(x, which y)$ as a map of it.",
        "We draw, using otters.",
        "We find that the drawn bend of rivers, i.e., their core, can be nought.",
        "We draw maps of rivers, drawings of otters, and the tracks of beavers.",
        "We ask about rivers the following three questions: (1) why they bend.",
        "Every new map of rivers has an error that is no worse than before.",
        "It is hard to draw a map of rivers even when: (1) otters help.",
        "Our new map of rivers performs about as well as the old one.",
    ],
)
def test_no_sentence_ends_within_a_clause_a_list_or_a_bracket(sentence: str) -> None:
    assert heads(sentence) == []
