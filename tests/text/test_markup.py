"""HTML, JATS and other inline markup as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.text.markup import text_of_element, text_of_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain &amp; simple\n\nwith two paragraphs", "plain & simple\n\nwith two paragraphs"),
        ("AT&amp;amp;T", "AT&T"),
        ("<p>One\n line.</p><p>Two.</p>", "One line.\n\nTwo."),
        ("one<br>line<br/><br/>two", "one line\n\ntwo"),
        ("the <i>Vibrio</i>-<b>like</b> one", "the Vibrio-like one"),
        ("&lt;i&gt;in vivo&lt;/i&gt; &lt; 3", "in vivo < 3"),
        ("caf&#233;&nbsp;noir", "café noir"),
        ("e\u0301", "é"),
        ("<ul><li>first</li><li>second</li></ul>then", "• first\n\n• second\n\nthen"),
        ("a<!-- hidden -->b<script>alert(1)</script>", "ab"),
        ("<![CDATA[a <i>b</i>]]>", "a <i>b</i>"),
        ("<b>never closed", "never closed"),
        ("closed </b>too often", "closed too often"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_inline_markup_is_dropped_and_its_text_kept(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


@pytest.mark.parametrize(
    "text",
    ["tokens <eos> and <unk>", "a<b and c>d", "if x<i and j>k", "1 < 2 > 0", "<- -> <3", "x<y"],
)
def test_angle_brackets_that_are_no_markup_stay(text: str) -> None:
    assert text_of_html(text) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("CO<sub>2</sub>", "CO2"),
        ("x<sub>i</sub>", "x_i"),
        ("10<sup>-8</sup> m<sup>2</sup>", "10^-8 m^2"),
        ("Ca<sup>2+</sup> CD4<sup>+</sup>", "Ca2+ CD4+"),
        ("<sup>13</sup>C", "13C"),
        ("the 1<sup>st</sup>", "the 1st"),
        ("e<sup>a + b</sup>", "e^(a + b)"),
    ],
)
def test_subscripts_and_superscripts_stay_readable(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


def test_a_heading_abstract_is_dropped_and_others_label_their_paragraphs() -> None:
    markup = (
        "<jats:title>Abstract</jats:title><jats:sec><jats:title>Aims</jats:title>\n"
        "<jats:p>To ask.</jats:p></jats:sec><jats:sec><jats:title>Why?</jats:title>"
        "<jats:p>So.</jats:p></jats:sec>"
    )
    assert text_of_html(markup) == "Aims: To ask.\n\nWhy? So."


@pytest.mark.parametrize(
    "markup", ["Abstract: We ask.", "<p>ABSTRACT</p><p>We ask.</p>", "<b>Abstract</b>. We ask."]
)
def test_a_leading_word_abstract_is_dropped_however_it_is_marked(markup: str) -> None:
    assert text_of_html(markup) == "We ask."


def test_an_abstract_that_begins_with_the_word_keeps_it() -> None:
    assert text_of_html("Abstract thinking is hard.") == "Abstract thinking is hard."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<tex-math>x^2</tex-math>", "$x^2$"),
        (
            "<inline-formula><alternatives><tex-math>\\usepackage{x}\\begin{document}$$a$$"
            "\\end{document}</tex-math><mml:math><mml:mi>a</mml:mi></mml:math></alternatives>"
            "</inline-formula>",
            "$a$",
        ),
        (
            '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\xi'
            "</annotation></semantics></math>",
            r"$\xi$",
        ),
        ("<mml:math> <mml:mi>α</mml:mi> <mml:mo>=</mml:mo> <mml:mn>1</mml:mn></mml:math>", "α=1"),
        (
            "<math><mfrac><mn>1</mn><msup><mi>x</mi><mn>2</mn></msup></mfrac></math>",
            r"$\frac{1}{x^{2}}$",
        ),
    ],
)
def test_a_formula_becomes_tex_once(markup: str, text: str) -> None:
    assert text_of_html(markup) == text


def test_the_text_of_an_element_leaves_out_its_tail_and_comments() -> None:
    root = etree.fromstring("<r><t>A <fixed-case>B</fixed-case><!-- no --> &amp; c</t> tail</r>")
    assert text_of_element(root[0]) == "A B & c"


def test_labelled_sections_of_an_element_keep_their_labels() -> None:
    root = etree.fromstring(
        '<Abstract><AbstractText Label="AIMS">One.</AbstractText>'
        '<AbstractText Label="RESULTS">p &lt; 3.</AbstractText></Abstract>'
    )
    assert text_of_element(root) == "AIMS: One.\n\nRESULTS: p < 3."


def test_ten_thousand_open_tags_are_read_in_no_time() -> None:
    assert text_of_html("<sup><i>" * 10_000 + "x" + "</b></i>" * 10_000).endswith("x")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<sup>", "<title>", "<math>", "x ", "&lt;", "<"])))
def test_any_order_of_tags_gives_text(pieces: list[str]) -> None:
    assert "<p>" not in text_of_html("<p>" + "".join(pieces))
