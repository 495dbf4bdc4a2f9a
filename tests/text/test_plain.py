from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.plain import clip, is_plain, readable


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the ``objects'' we see", "the “objects” we see"),
        ("models as ''reasoners''.", "models as “reasoners”."),
        ("a `perfect' map", "a ‘perfect’ map"),
        ("built by hand~-- that is slow", "built by hand\u00a0– that is slow"),
        ("maps -- and otters --- and more", "maps – and otters — and more"),
        ("1990--2000", "1990–2000"),
        ("run it with --fast", "run it with --fast"),
        ("A --> B and ---- too", "A --> B and ---- too"),
        ("Fig.~2 of text-to-map~(T2M)", "Fig.\u00a02 of text-to-map\u00a0(T2M)"),
        ("~167k rivers, 10~20 each", "~167k rivers, 10~20 each"),
        ("our {OtterNet} model", "our OtterNet model"),
        ("{{Deep} {O}tters}", "Deep Otters"),
        ("labels {0, 1} and {a, ..., z}", "labels {0, 1} and {a, ..., z}"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        (r"75\% of R\&D at C\#", "75% of R&D at C#"),
        (r"\textbf{very \emph{fast}} {\em otters}", "very fast otters"),
        (r"Poincar\'e, Nos\'{e}, na\"ive", "Poincaré, Nosé, naïve"),
        (r"\v{S}koda and Fran\c{c}ois", "Škoda and François"),
        (r"S\o ren and Stra\ss{}e", "Søren and Straße"),
        (r"\enquote{sets} \cite{otter2020}", "“sets” [otter2020]"),
        (r"otters\footnote{They swim.} swim", "otters (They swim.) swim"),
        (r"an \unknowncommand here", r"an \unknowncommand here"),
        ("58.9 rightarrow 61.7", "58.9 → 61.7"),
        ("a score in 0sim 5", "a score in 0∼5"),
        ("**Otters** swim *fast* in `rivers`", "Otters swim fast in rivers"),
        ("a 3*3 matrix and A*BC", "a 3*3 matrix and A*BC"),
        ("see [our maps](https://example.org/a_b)", "see our maps"),
        (r"see \url{https://example.org/a\_b}", "see https://example.org/a_b"),
        ("one\r\nline\tonly", "one line only"),
        ("first\n\n\n  second", "first\n\nsecond"),
        ("nul\0 bell\x07 bidi\u202e end", "nul bell bidi end"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("  nothing special  ", "nothing special"),
    ],
)  # fmt: skip
def test_source_text_reads_as_expected(source: str, expected: str) -> None:
    assert readable(source) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the rate $O(n^{2}~\\log n)$ holds",
        r"the rate \(O(n--1)\) holds",
        "we set $x_{i}$ and $$\\sum_{i} {y}_i$$ here",
        r"\begin{align*}a &= {b} \\ c\end{align*}",
        "see https://example.org/~otter/a--b_{c for more",
    ],
)
def test_math_and_addresses_stay_letter_for_letter(text: str) -> None:
    assert readable(text) == text


def test_money_is_no_math() -> None:
    assert (
        readable("from $5~-- for {one} -- to $10 a day") == "from $5\u00a0– for one – to $10 a day"
    )


def test_text_of_private_characters_cannot_stand_for_held_pieces() -> None:
    assert readable("\U000f0000 $x$ \U00100000 {y}") == "$x$ y"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_no_text_makes_it_crash_and_doing_it_twice_loses_no_letter(text: str) -> None:
    letters = [c for c in readable(text) if c.isalpha()]
    assert [c for c in readable(readable(text)) if c.isalpha()] == letters


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcÄöß世界 123,.;:-–{}$~`'\"()[]*_#\n", max_size=60))
def test_without_commands_every_letter_stays_in_order(text: str) -> None:
    assert [c for c in readable(text) if c.isalnum()] == [c for c in text if c.isalnum()]


def test_plain_text_is_known_as_such() -> None:
    assert is_plain("Otters swim; they do (so) at 3.5%.")
    assert not is_plain("Otters\nswim")


SENTENCES = "Otters swim. They swim fast, e.g. in rivers. Nobody knows why they do."


def test_a_short_text_is_not_clipped() -> None:
    assert clip(SENTENCES, 200) == SENTENCES
    assert clip("", 50) == ""


def test_clipping_keeps_whole_sentences() -> None:
    assert clip(SENTENCES, 60) == "Otters swim. They swim fast, e.g. in rivers."


def test_clipping_ends_at_a_word_when_no_sentence_fits() -> None:
    assert clip("Otters swim very fast in all rivers of the world.", 24) == "Otters swim very fast…"
    assert clip("Hm. " + "Otters swim very fast in rivers, " * 5, 40) == (
        "Hm. Otters swim very fast in rivers…"
    )


def test_clipping_does_not_cut_a_formula() -> None:
    assert clip("The rate is $a + b + c + d + e$ for otters of all kinds", 24) == "The rate is…"


def test_clipping_makes_one_line_of_paragraphs() -> None:
    assert clip("Otters swim.\n\nThey do.", 100) == "Otters swim. They do."


def test_clipping_cuts_text_without_blanks() -> None:
    assert clip("水" * 100, 10) == "水" * 9 + "…"
    assert clip("e\u0301" * 100, 10) == "e\u0301" * 4 + "…"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.integers(min_value=2, max_value=60))
def test_a_clipped_text_fits(text: str, limit: int) -> None:
    clipped = clip(readable(text), limit)
    assert len(clipped) <= limit
    assert "\n" not in clipped
