from __future__ import annotations

from collections import Counter

import pytest

from generator.curate.wording import JOINTS, read_wording
from tests.factories import make_paper


def phrases_of(abstract: str, empty: frozenset[str] = frozenset()) -> list[str]:
    """Return the phrases of an abstract, in order, as they are spelled there."""
    paper = make_paper("!", abstract=abstract)
    wording = read_wording([paper], empty)
    size = len(wording.spellings)
    return [
        f"{wording.spellings[pair // size]}{JOINTS[joint]}{wording.spellings[pair % size]}"
        for pair, joint in zip(wording.phrases.tolist(), wording.joints.tolist(), strict=True)
    ]


def test_a_hyphenated_compound_is_a_phrase_with_its_hyphens() -> None:
    assert phrases_of("our text-to-image otters") == ["text-to-image", "image otters"]


def test_small_words_bridge_a_phrase_one_at_a_time() -> None:
    assert phrases_of("a mixture of otters") == ["mixture of otters"]
    assert phrases_of("rivers out of maps") == []


@pytest.mark.parametrize(
    "text",
    [
        "rivers. Maps",
        "rivers, maps",
        "rivers (maps)",
        "rivers \\emph maps",
        "rivers https://a.b maps",
    ],
)
def test_no_phrase_spans_punctuation_commands_and_addresses(text: str) -> None:
    assert phrases_of(text) == []


def test_an_empty_word_is_in_no_phrase() -> None:
    assert phrases_of("rivers effectively map otters", frozenset({"effectively"})) == ["map otters"]


def test_plurals_and_capitals_are_one_word_spelled_as_most_often() -> None:
    wording = read_wording(
        [make_paper("LLM", abstract="LLMs beat LLMs, llms and an LLM")], frozenset()
    )
    assert [spelling for spelling in wording.spellings if spelling] == ["LLMs", "beat"]


def test_numbers_and_single_letters_are_no_words_but_other_scripts_are() -> None:
    wording = read_wording([make_paper("!", abstract="95 % of x 水 3D")], frozenset())
    assert [spelling for spelling in wording.spellings if spelling] == ["水", "3D"]


def test_a_title_counts_twice_and_keywords_once() -> None:
    paper = make_paper("otters", abstract="maps", keywords=("dams",))
    wording = read_wording([paper], frozenset())
    counts = Counter(wording.spellings[number] for number in wording.words.tolist())
    # A spelling is taken from abstracts only, so these two are printed folded.
    assert (counts["otter"], counts["maps"], counts["dam"]) == (2, 1, 1)


def test_each_word_and_phrase_knows_its_paper() -> None:
    papers = [make_paper("!", abstract=text) for text in ("river maps", "", "otter tails of kelp")]
    wording = read_wording(papers, frozenset())
    assert wording.owners.tolist() == [0, 0, 2, 2, 2]
    assert wording.phrase_owners.tolist() == [0, 2, 2]


def test_a_phrase_that_goes_on_from_the_one_before_is_chained_to_it() -> None:
    paper = make_paper("!", abstract="river otter maps, kelp tails")
    assert read_wording([paper], frozenset()).chained.tolist() == [False, True, False]


def test_a_line_break_ends_a_phrase() -> None:
    assert phrases_of("rivers\nmaps") == []


def test_texts_are_the_same_however_many_are_read_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    papers = [make_paper(f"Otter No. {n}", abstract=f"river maps {n}, kelp") for n in range(7)]
    whole = read_wording(papers, frozenset({"kelp"}))
    monkeypatch.setattr("generator.curate.wording._TEXTS", 3)
    parted = read_wording(papers, frozenset({"kelp"}))
    for column in ("owners", "words", "phrases", "joints", "phrase_owners", "chained"):
        assert getattr(parted, column).tolist() == getattr(whole, column).tolist()
