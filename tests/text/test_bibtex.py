from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.bibtex import text_of_bibtex
from generator.text.tex_escape import escaped


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{BV Master} for {{Otters}}", "BV Master for Otters"),
        (r"{W}annier--{M}ott \emph{otters} \& co.~5", "Wannier–Mott otters & co. 5"),
        (r"Cu$_2$O at $\{0, 1\}$", r"Cu$_2$O at $\{0, 1\}$"),
        (r"L$_3$--M$_{45}$M$_{45}$", r"L$_3$–M$_{45}$M$_{45}$"),
        (r"\ensuremath{\alpha}-rays", r"$\alpha$-rays"),
        (r"costs \$5 and \$10", "costs $5 and $10"),
        (r"costs $5 million and $10", "costs $5 million and $10"),
        (r"{\textless}i{\textgreater}in situ{\textless}/i{\textgreater}", "in situ"),
        ("<p>One &amp; two</p><p>Three</p>", "One & two\n\nThree"),
        (r"R\&D at \url{https://example.org/a_b}", "R&D at https://example.org/a_b"),
        (
            r"methodology\hyphen independent \mkbibquote{Intention{\"a}t}",
            "methodology-independent “Intentionät”",
        ),
        (r"\emph{Foo {Bar} \textbf{R{\o}nn}} {\it x {Y}}", "Foo Bar Rønn x Y"),
        (r"\textcolor{red}{A {B}} and {{C}}", "A B and C"),
        (r"\href{https://example.org}{here}", "here"),
        (r"\ce{H2O} and \unknown{x}", "H2O and x"),
        (r"a set \{a\} of {\{AI\}}", "a set {a} of AI"),
        (r"Nat\-u\-ral With\/ it", "Natural With it"),
        ("One\n  line\n\n\tand another", "One line\n\nand another"),
        (r"tilde \textasciitilde{} or \~{}", "tilde ~ or ~"),
        ("", ""),
    ],
)
def test_braces_group_and_commands_become_text(value: str, text: str) -> None:
    assert text_of_bibtex(value) == text


@example(r"$\&$")
@given(st.text(alphabet="ab \\{}$&%#_~^'`-\"é中", max_size=40))
def test_escaped_text_is_read_as_it_was_and_its_braces_balance(text: str) -> None:
    plain = " ".join(text.split())
    value = escaped(plain)
    assert text_of_bibtex(value) == plain
    assert value.count("{") == value.count("}")


def test_words_with_inner_capitals_keep_their_case() -> None:
    assert escaped("An LLM for mRNA in $X_{AB}$", keep_case=True) == (
        "An {LLM} for {mRNA} in $X_{AB}$"
    )


def test_a_formula_whose_braces_do_not_balance_is_escaped() -> None:
    assert escaped(r"a $\{x$ b") == r"a \$\textbackslash{}\textbraceleft{}x\$ b"
