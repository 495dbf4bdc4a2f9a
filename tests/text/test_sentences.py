from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Otters swim.", "They are fast!", "Are they?", "Yes."],
        ["We use tools, e.g. maps, i.e. drawings, cf. Fig. 2 and Eq. (3), vs. nothing.", "Good."],
        ["Lin et al. showed this.", "We differ."],
        ["This follows Lin et al.", "We differ from them."],
        ["Maps, rivers, etc. are drawn.", "Otters, etc.", "However, they swim."],
        ["It gains 3.5% in v2.1 of the test.", "3.5 points is much."],
        ["Code is at https://example.org/a.b.c .", "It runs."],
        ["Code is at https://example.org/a.html.", "It runs."],
        ["The bound $f(x). Then$ holds.", "It is tight."],
        ["We (see Sec. 3. There it is) swim.", "Good."],
        ["J. R. Otter wrote it.", "So did A. Lin."],
        ["In the U.S. we swim.", "Otters too."],
        ["We call it “fast. Really.” and swim.", "So."],
        ['They say "otters swim."', "We agree."],
        ["Well... that is it.", "Then came more…", "The end."],
        ["iMap beats all.", "gMap does not.", "As seen in Section 7.", "Data is free."],
        ["水獺游泳。", "牠們很快！", "真的？"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: list[str]) -> None:
    separator = "" if parts[0][0] > "\u3000" else " "
    assert sentences(separator.join(parts)) == parts


def test_a_forgotten_blank_still_ends_a_sentence() -> None:
    assert sentences("It is a video.Video examples are there.") == [
        "It is a video.",
        "Video examples are there.",
    ]
    assert sentences("It is a map.However, it bends.") == ["It is a map.", "However, it bends."]
    assert sentences("It swims, e.g.the otter. Use Node.js now.") == [
        "It swims, e.g.the otter.",
        "Use Node.js now.",
    ]


def test_numbers_of_a_list_stay_with_what_they_number() -> None:
    assert sentences("We give two: 1. Maps. 2. Otters.") == ["We give two: 1. Maps.", "2. Otters."]


def test_an_empty_line_ends_a_sentence() -> None:
    assert sentences("A heading\n\nIts text goes\non here.") == [
        "A heading",
        "Its text goes\non here.",
    ]


def test_no_text_has_no_sentence() -> None:
    assert sentences("") == sentences(" \n ") == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="abAB12 .!?…()[]“”'\"$\\\n。/:e.g", max_size=60))
def test_spans_hold_every_character_but_white_space_once_and_in_order(text: str) -> None:
    spans = sentence_spans(text)
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert list(spans) == sorted(spans)
