from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from generator.text.mathml import formula, math_html

ELEMENTS = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msup", "msub", "msubsup", "mfrac"),
    *("msqrt", "mroot", "mover", "munder", "munderover", "mtable", "mtr", "mtd", "mstyle"),
    *("mphantom", "mpadded", "span"),
}
ATTRIBUTES = {
    *("alttext", "display", "class", "mathvariant", "stretchy", "fence", "form", "minsize"),
    *("maxsize", "width", "displaystyle", "scriptlevel", "accent", "accentunder"),
    *("linethickness", "movablelimits"),
}


@pytest.mark.parametrize(
    ("source", "inner"),
    [
        ("$n^2$", "<msup><mi>n</mi><mn>2</mn></msup>"),
        (
            r"$\mathcal{O}(n)$",
            '<mi>𝒪</mi><mo stretchy="false">(</mo><mi>n</mi><mo stretchy="false">)</mo>',
        ),
        (r"\(10\times\)", "<mn>10</mn><mo>×</mo>"),
        (r"$\mathrm{rank}$", "<mi>rank</mi>"),
        (
            r"$n\log_2 n$",
            '<mi>n</mi><mspace width="0.17em"></mspace><msub><mi>log</mi><mn>2</mn></msub>'
            '<mspace width="0.17em"></mspace><mi>n</mi>',
        ),
        (r"$\bm{x}$", "<mi>𝒙</mi>"),
        (r"$\mathsf{NP}$", "<mi>𝖭𝖯</mi>"),
        (r"$\times$", "<mtext>×</mtext>"),
        (r"$5\%$", "<mn>5</mn><mi>%</mi>"),
        ("$a<b$", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    ],
)
def test_a_formula_becomes_mathml(source: str, inner: str) -> None:
    made = formula(source)
    assert made.is_read
    assert made.unknown == ()
    assert made.html.endswith(f">{inner}</math>")


def test_the_source_is_the_alternative_text() -> None:
    assert formula('$a <\n "b"$').html.startswith('<math alttext="a &lt; &#34;b&#34;">')


@pytest.mark.parametrize(
    "source", ["$$x$$", r"\[x\]", r"\begin{equation*}\label{a}x\end{equation*}"]
)
def test_displays_stand_on_a_line_of_their_own(source: str) -> None:
    assert formula(source).html == '<math display="block" alttext="x"><mi>x</mi></math>'


def test_an_unknown_command_stays_as_written_and_is_named() -> None:
    made = formula(r"$\wobble + \sqrt{\wiggle}$")
    assert made.unknown == (r"\wiggle", r"\wobble")
    assert r"<mtext>\wobble</mtext>" in made.html


@pytest.mark.parametrize(
    "source", ["$x_{$", r"$\frac{1}$", r"$\left($", r"$\newcommand{\a}{\a\a}\a$", r"$\def\a{b}\a$"]
)
def test_a_broken_formula_stays_as_written(source: str) -> None:
    made = formula(source)
    assert not made.is_read
    assert made.html == f'<span class="math">{source}</span>'


@pytest.mark.parametrize(
    "source",
    [
        r"$\text{<script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{position:fixed}{x}$",
        r'$\class{x" onload="y}{z}$',
        r"$\color{url(//evil.example)}{x}$",
        r"$\hspace{1px;x}$",
        r"$\text{&lt;b&gt;}$",
        r"$\text{&#x202e;evil}$",
    ],
)
def test_markup_in_a_formula_stays_text(source: str) -> None:
    made = formula(source).html
    _assert_harmless(made)
    assert "javascript" not in re.sub(r'alttext="[^"]*"', "", made)
    assert "\u202e" not in made


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *r"ab1<>&\"'{}^_+= $|,.()",
                *(r"\frac", r"\text", r"\href", r"\left", r"\right", "&lt;", r"\sqrt", r"\\"),
                *(r"\begin{matrix}", r"\end{matrix}", r"\mathbf", r"\foo", r"\over"),
            ]
        ),
        max_size=25,
    )
)
def test_no_formula_makes_any_other_markup(parts: list[str]) -> None:
    _assert_harmless(formula(f"${''.join(parts)}$").html)


def test_text_without_formulas_is_returned_as_it_is() -> None:
    for text in ("Plain & simple", "from $5 to $10", "a\\b"):
        assert math_html(text) is text


def test_text_around_formulas_is_escaped() -> None:
    made = math_html("<b> $x$ & <i>")
    assert isinstance(made, Markup)
    assert made == '&lt;b&gt; <math alttext="x"><mi>x</mi></math> &amp; &lt;i&gt;'
    assert math_html(made) is made


def _assert_harmless(made: str) -> None:
    for element in html.fragment_fromstring(made).iter():
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
    assert made.count("<") == made.count(">")
